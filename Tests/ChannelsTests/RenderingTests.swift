import Dialogue
import Testing

@testable import Channels

@Suite struct RenderingTests {
    static let narrow = Capabilities(
        name: "angosto",
        text: .init(40, .characters),
        textWithOptions: .init(30, .characters),
        buttons: .init(most: 3, label: .init(10, .characters)),
        list: .init(most: 5, label: .init(12, .characters))
    )

    static func choices(_ labels: [String]) -> [Choice] {
        labels.enumerated().map { Choice(id: String($0.offset), label: $0.element) }
    }

    @Test func fewShortOptionsAreButtons() {
        let choices = Self.choices(["Sí", "No"])
        #expect(Rendering("¿Sigue?", choices, in: Self.narrow).presentation == .buttons(choices))
    }

    @Test func moreOrLongerOptionsAreAList() {
        let four = Self.choices(["a", "b", "c", "d"])
        #expect(Rendering("¿Cuál?", four, in: Self.narrow).presentation == .list(four))
        let long = Self.choices(["once letras", "b"])
        #expect(Rendering("¿Cuál?", long, in: Self.narrow).presentation == .list(long))
    }

    @Test(arguments: [["una etiqueta larguísima", "b"], ["a", "b", "c", "d", "e", "f"]])
    func whatDoesNotFitIsNumberedInTheText(labels: [String]) {
        let rendering = Rendering("¿Cuál?", Self.choices(labels), in: Self.narrow)
        #expect(rendering.presentation == .words)
        let text = rendering.texts.joined(separator: "\n")
        for (place, label) in labels.enumerated() { #expect(text.contains("\(place + 1)) \(label)")) }
    }

    @Test func whatTheTextNumbersItselfIsNotNumberedTwice() {
        let text = "Elijan:\n  1. uno\n  2. dos\n3. tres\n4. cuatro\n5. cinco\n6. seis"
        let choices = Self.choices(["uno", "dos", "tres", "cuatro", "cinco", "seis"])
        let rendering = Rendering(text, choices, in: Self.narrow)
        #expect(!rendering.texts.joined().contains("1) uno"))
        #expect(Rendering("1. uno", choices, in: Self.narrow).texts.joined().contains("6) seis"))
    }

    @Test func whatATextListsByItselfIsNotListedAgain() {
        let labels = ["una etiqueta larguísima", "b"]
        let listed = "Elijan:\n1. una etiqueta larguísima\n2. b"
        #expect(Rendering(listed, Self.choices(labels), in: .init(name: "palabras")).texts == [listed])
        let half = Rendering("1. una etiqueta larguísima", Self.choices(labels), in: .init(name: "palabras"))
        #expect(half.texts.first?.hasSuffix("1) una etiqueta larguísima\n2) b") == true)
    }

    @Test func twinLabelsAreNeverButtons() {
        let rendering = Rendering("¿Cuál?", Self.choices(["Sí", "Sí"]), in: Self.narrow)
        #expect(rendering.presentation != .buttons(Self.choices(["Sí", "Sí"])))
    }

    @Test(
        arguments: [
            "corto", "Primer párrafo del texto.\n\nSegundo párrafo, que es más largo que el otro.",
            String(repeating: "palabra ", count: 40), String(repeating: "ñ", count: 200),
            String(repeating: "👩‍🏫", count: 30), "\n\n\n", String(repeating: "a. ", count: 60),
        ],
        [0, 2]
    )
    func longTextsAreCutIntoPiecesThatFit(text: String, options: Int) {
        let rendering = Rendering(text, Self.choices((0..<options).map { "\($0)" }), in: Self.narrow)
        for (place, piece) in rendering.texts.enumerated() {
            let isLast = place == rendering.texts.count - 1
            let limit = isLast && options > 0 ? Self.narrow.textWithOptions : Self.narrow.text
            #expect(limit?.fits(piece) == true, "\(piece)")
        }
        let before = text.filter { !$0.isWhitespace }
        #expect(rendering.texts.joined().filter { !$0.isWhitespace } == before)
    }

    @Test func lengthsAreCountedInTheChannelsUnit() {
        #expect(Capabilities.Length(3, .characters).fits("ñañ"))
        #expect(!Capabilities.Length(3, .bytes).fits("ñañ"))
        #expect(!Capabilities.Length(3, .utf16).fits("👍👍"))
        #expect(Capabilities.Length(3, .utf16).prefix(of: "👍👍") == "👍")
    }

    @Test func aTokenIsShortAndReadsBack() {
        let token = ChoiceToken(message: "01920000-0000-7000-8000-000000000000", index: 11)
        #expect(token.text.utf8.count <= 64)
        #expect(ChoiceToken(token.text) == token)
        for foreign in ["", ".", "q1:a", "a.", ".1", "a.-1", "a.100", String(repeating: "x", count: 64) + ".1"] {
            #expect(ChoiceToken(foreign) == nil, "\(foreign)")
        }
    }
}
