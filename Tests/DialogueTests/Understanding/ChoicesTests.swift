import Testing

@testable import Dialogue

@Suite struct ChoicesTests {
    private static let themes = [
        "🤝 Convivencia escolar", "📊 Gestión pedagógica", "🧭 Liderazgo", "💰 Gestión de recursos",
    ]
    private static let scale = ["Insatisfactorio", "Suficiente", "Satisfactorio", "No lo sé"]
    private static let often = ["Nunca", "Una vez", "A veces", "Siempre"]

    @Test(arguments: [
        (
            0,
            [
                "1", "1)", "uno", "la primera", "1️⃣", "a", "a)", "A.", "opción a", "la a", "convivencia escolar",
                "CONVIVENCIA ESCOLAR", "🤝 Convivencia escolar", "convivencia", "escolar", "conv", "la de convivencia",
                "convivensia", "combivencia", "convivencia escolr", "1) Convivencia escolar", "a) convivencia",
                "prefiero convivencia", "Convi vencia escolar",
            ]
        ),
        (
            1,
            [
                "2", "gestión pedagógica", "pedagogica", "gestion pedagojica", "gestión peda", "b", "la dos",
                "2. Gestión pedagógica",
            ]
        ),
        (2, ["3", "liderazgo", "lider", "lidrazgo", "liderasgo", "LIDERAZGO!", "el liderazgo", "3 liderazgo"]),
        (3, ["4", "4 gestión", "recursos", "gestión de recursos", "gestion recursos", "recusros", "d)"]),
    ])
    func chooses(index: Int, texts: [String]) {
        for text in texts {
            #expect(choose(text, among: Self.themes) == .match(index), "\(text)")
        }
    }

    @Test(arguments: [
        ("gestión", [1, 3]), ("gestion", [1, 3]), ("gest", [1, 3]), ("gestiom", [1, 3]), ("1 liderazgo", [0, 2]),
    ])
    func neverGuesses(text: String, candidates: [Int]) {
        #expect(choose(text, among: Self.themes) == .ambiguous(candidates))
    }

    @Test(arguments: [
        "", " ", "?", "5", "0", "e", "hola", "co", "la", "no", "de", "2 profesoras", "convivencia familiar", "ninguna",
        "👍", "1 y 2", "liderar con otros", "-1",
        "no liderazgo",
    ])
    func choosesNone(text: String) {
        #expect(choose(text, among: Self.themes) == .none)
    }

    @Test func doesNotTurnAWordIntoItsOpposite() {
        #expect(choose("satisfactorio", among: Self.scale) == .match(2))
        #expect(choose("satisfactorio", among: ["Insatisfactorio", "Regular"]) == .none)
        #expect(choose("suficiente", among: ["Insuficiente", "Bueno"]) == .none)
        #expect(choose("adecuado", among: ["Inadecuado", "Otro"]) == .none)
        #expect(choose("recursos", among: ["Sin recursos", "Otro"]) == .none)
        #expect(choose("bien", among: ["No muy bien", "Regular"]) == .none)
        #expect(choose("no muy bien", among: ["Muy bien", "Regular"]) == .none)
        #expect(choose("acuerdo", among: ["En desacuerdo", "Neutral"]) == .none)
        #expect(choose("de acuerdo", among: ["En desacuerdo", "De acuerdo"]) == .match(1))
        #expect(choose("deacuerdo", among: ["En desacuerdo", "De acuerdo"]) == .match(1))
        #expect(choose("insatisfactoria", among: Self.scale) == .match(0))
    }

    @Test func shortLabels() {
        #expect(choose("no", among: ["Sí", "No sé", "No"]) == .match(2))
        #expect(choose("si", among: ["Sí", "No sé", "No"]) == .match(0))
        #expect(choose("nose", among: ["Sí", "No sé", "No"]) == .match(1))
        #expect(choose("a", among: Self.often) == .match(0))
        #expect(choose("a veces", among: Self.often) == .match(2))
        #expect(choose("aveces", among: Self.often) == .match(2))
        #expect(choose("una", among: Self.often) == .ambiguous([0, 1]))
        #expect(choose("siempre", among: Self.often) == .match(3))
        #expect(choose("mal", among: ["Mal clima", "Malestar"]) == .ambiguous([0, 1]))
        #expect(choose("caza", among: ["Casa", "Mama", "Taza"]) == .match(0))
        #expect(choose("cata", among: ["Casa", "Cama"]) == .ambiguous([0, 1]))
        #expect(choose("ok", among: ["OK", "ok"]) == .ambiguous([0, 1]))
    }

    @Test func labelsThatAreNumbersOrLetters() {
        #expect(choose("5", among: ["5", "10", "15", "20", "25"]) == .match(0))
        #expect(choose("10", among: ["5", "10", "15"]) == .match(1))
        #expect(choose("3", among: ["5", "10", "15"]) == .match(2))
        #expect(choose("10", among: ["10 minutos", "20 minutos"]) == .match(0))
        #expect(choose("2", among: ["Grupo 2", "Grupo 1"]) == .ambiguous([0, 1]))
        #expect(choose("2 veces", among: ["1 vez", "2 veces", "3 o más"]) == .match(1))
        #expect(choose("b", among: ["Curso B", "Curso A"]) == .match(0))
        #expect(choose("b", among: ["B", "A"]) == .match(0))
        #expect(choose("1 2", among: ["12", "7"]) == .none)
        #expect(choose("1º básico", among: ["2º básico", "1º básico"]) == .match(1))
        #expect(choose("3º básico", among: ["2º básico", "1º básico"]) == .none)
    }

    @Test func emojiLabels() {
        #expect(choose("👍", among: ["👍", "👎"]) == .match(0))
        #expect(choose("👎🏽", among: ["👍", "👎"]) == .match(1))
        #expect(choose("2️⃣", among: ["👍", "👎"]) == .match(1))
        #expect(choose("uno", among: []) == .none)
    }

    @Test(arguments: [
        ("casa", "casa", 0), ("casa", "caza", 1), ("casa", "acsa", 1), ("liderazgo", "lidrazog", 2), ("", "abc", 3),
        ("abc", "", 3), ("ca", "abc", 3),
        ("kitten", "sitting", 3),
    ])
    func measuresSlips(left: String, right: String, distance: Int) {
        #expect(Spelling.distance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == distance)
        #expect(Spelling.distance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == distance)
    }
}
