/// Qualities that are turned around, with the gender and number of what they are said of.
extension Rewording {
    /// The forms of an adjective and what takes its place.
    private struct Quality {
        /// The ending of the form that was met, where it tells the gender.
        var isFeminine: Bool?
        var isPlural: Bool
        var turned: Turned
    }

    private enum Turned {
        /// A word with the four endings: `alto`, `alta`, `altos`, `altas`, written without its last letter.
        case four(String)
        /// A word with one form for both genders.
        case two(String, plural: String)
        /// `alto` or `adecuado`, as it is said of the noun.
        case low
        /// `reducido`, only where the noun is a trouble.
        case reduced
        /// `bueno`, in front of the noun.
        case good
    }

    private static let stems: [(stem: String, turned: Turned)] = [
        ("baj", .low), ("bajisim", .low), ("escas", .two("suficiente", plural: "suficientes")),
        ("poc", .two("suficiente", plural: "suficientes")), ("limitad", .two("suficiente", plural: "suficientes")),
        ("alt", .reduced), ("elevad", .reduced), ("excesiv", .reduced), ("much", .reduced), ("demasiad", .reduced),
        ("mal", .good), ("desarticulad", .four("articulad")), ("desorganizad", .four("organizad")),
        ("descoordinad", .four("coordinad")), ("desactualizad", .four("actualizad")),
        ("descontextualizad", .four("contextualizad")), ("desmotivad", .four("motivad")),
        ("desordenad", .four("ordenad")), ("inadecuad", .four("adecuad")), ("incomplet", .four("complet")),
        ("inoportun", .four("oportun")), ("aislad", .four("articulad")), ("fragmentad", .four("articulad")),
    ]
    private static let both: [(word: String, turned: Turned)] = [
        ("debil", .four("fortalecid")), ("debiles", .four("fortalecid")), ("deficiente", .four("adecuad")),
        ("deficientes", .four("adecuad")), ("insuficiente", .two("suficiente", plural: "suficientes")),
        ("insuficientes", .two("suficiente", plural: "suficientes")),
        ("irregular", .two("constante", plural: "constantes")),
        ("irregulares", .two("constante", plural: "constantes")),
        ("inestable", .two("estable", plural: "estables")), ("inestables", .two("estable", plural: "estables")),
    ]

    private static func quality(_ token: String) -> Quality? {
        let word = plain(token)
        if let found = both.first(where: { $0.word == word }) {
            return Quality(isFeminine: nil, isPlural: word.hasSuffix("s"), turned: found.turned)
        }
        if word == "mal" { return Quality(isFeminine: false, isPlural: false, turned: .good) }
        for (ending, isFeminine, isPlural) in [
            ("os", false, true), ("as", true, true), ("o", false, false), ("a", true, false),
        ]
        where word.hasSuffix(ending) {
            let stem = word.dropLast(ending.count)
            guard let found = stems.first(where: { $0.stem == stem }) else { continue }
            return Quality(isFeminine: isFeminine, isPlural: isPlural, turned: found.turned)
        }
        return nil
    }

    /// What takes the place of a quality said of a noun; `nil` where the quality is no trouble there.
    private static func turned(_ quality: Quality, of noun: String) -> String? {
        let ending = (quality.isFeminine ?? isFeminine(noun) ? "a" : "o") + (quality.isPlural ? "s" : "")
        switch quality.turned {
        case .four(let stem): return stem + ending
        case .two(let one, let plural): return quality.isPlural ? plural : one
        case .low: return (wanted.contains(singular(noun)) ? "alt" : "adecuad") + ending
        case .reduced: return troubles.contains(singular(noun)) ? "reducid" + ending : nil
        case .good: return ending == "o" ? "buen" : "buen" + ending
        }
    }

    // MARK: Places

    private static let openers: Set<String> = [
        "hay", "tenemos", "existe", "existen", "persiste", "persisten", "un", "una", "unos", "unas", "muy", "la", "el",
        "los", "las",
    ]

    /// "Bajos resultados en lectura" → "Resultados adecuados en lectura"; "Trabajo desarticulado entre ciclos" → "Trabajo articulado…".
    static func qualified(_ tokens: [String]) -> [String]? {
        let rest = Array(tokens.drop { openers.contains(plain($0)) })
        guard rest.count >= 2, !tellsAnything(rest) else { return nil }
        if let quality = quality(rest[0]) {
            let noun = rest[1]
            guard let word = turned(quality, of: noun) else { return nil }
            if case .good = quality.turned { return [word] + rest.dropFirst() }
            return [continued(noun), word] + rest.dropFirst(2)
        }
        if let positive = opposites[plain(rest[0])] { return [positive] + rest.dropFirst() }
        for place in 1..<min(rest.count, 5) {
            let word = rest[place]
            if plain(word) == "muy", place + 1 < rest.count, let quality = quality(rest[place + 1]),
                let turned = turned(quality, of: rest[0])
            {
                return behind(rest, turned, quality, from: place, to: place + 2)
            }
            if let quality = quality(word), let turned = turned(quality, of: rest[0]) {
                return behind(rest, turned, quality, from: place, to: place + 1)
            }
        }
        return nil
    }

    /// A quality behind its noun; "good" goes in front of it.
    private static func behind(_ rest: [String], _ word: String, _ quality: Quality, from: Int, to end: Int) -> [String]
    {
        if case .good = quality.turned { return [word, continued(rest[0])] + rest[1..<from] + rest[end...] }
        return [continued(rest[0])] + rest[1..<from] + [word] + rest[end...]
    }

    /// "La comunicación es escasa" → "La comunicación es suficiente".
    static func described(_ tokens: [String]) -> [String]? {
        let being: Set<String> = ["es", "son", "esta", "estan"]
        guard let verb = tokens.firstIndex(where: { being.contains(plain($0)) }), verb > 0, verb + 1 < tokens.count
        else {
            return nil
        }
        let place = ["muy", "bastante", "demasiado"].contains(plain(tokens[verb + 1])) ? verb + 2 : verb + 1
        let subject = tokens[..<verb].drop { openers.contains(plain($0)) }
        guard place < tokens.count, let noun = subject.first, let quality = quality(tokens[place]),
            let word = turned(quality, of: noun), !tokens[..<verb].map(plain).contains("no"),
            !tellsAnything(Array(tokens[(place + 1)...])), !tellsAnything(Array(subject))
        else { return nil }
        let said: String
        if case .good = quality.turned { said = word == "buen" ? "bueno" : word } else { said = word }
        return tokens[...verb] + [said] + tokens[(place + 1)...]
    }

    private static func tellsAnything(_ tokens: [String]) -> Bool {
        guard !tokens.isEmpty else { return false }
        let reading = Checks.Reading(tokens.joined(separator: " "))
        return tokens.contains { plain($0) == "no" } || !reading.mainVerbs(in: reading.words.indices).isEmpty
    }

    // MARK: Nouns

    static func isPlural(_ noun: String) -> Bool {
        let word = plain(noun)
        return word.hasSuffix("s") && !["analisis", "crisis", "sintesis", "estres", "interes", "bus"].contains(word)
    }

    private static func singular(_ noun: String) -> String {
        let word = plain(noun)
        guard isPlural(noun) else { return word }
        for ending in ["ciones", "siones", "dades", "tades", "ores", "ales", "iles", "ades"]
        where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return String(word.dropLast())
    }

    private static func isFeminine(_ noun: String) -> Bool {
        let word = singular(noun)
        let masculine: Set<String> = ["problema", "clima", "tema", "sistema", "programa", "mapa", "dia", "idioma"]
        if masculine.contains(word) { return false }
        return ["a", "cion", "sion", "dad", "tad", "tud", "ez", "umbre", "ie"].contains { word.hasSuffix($0) }
            || ["red", "base", "clase"].contains(word)
    }

    /// Of these one wants much; of others, what is fitting.
    private static let wanted: Set<String> = [
        "asistencia", "participacion", "matricula", "motivacion", "compromiso", "retencion", "cobertura", "puntualidad",
        "interes", "confianza", "autoestima", "expectativa", "valoracion", "satisfaccion", "adherencia",
    ]
    private static let troubles: Set<String> = [
        "inasistencia", "ausentismo", "desercion", "repitencia", "reprobacion", "rotacion", "conflicto", "agobio",
        "estres", "sobrecarga", "carga", "violencia", "agresion", "atraso", "burocracia", "interrupcion", "suspension",
        "pelea", "licencia", "falta", "riesgo", "error", "queja", "reclamo", "indice", "tasa", "papeleo", "ruido",
    ]
    private static let opposites: [String: String] = [
        "desarticulacion": "articulación", "descoordinacion": "coordinación", "desorganizacion": "organización",
        "desconocimiento": "conocimiento", "desmotivacion": "motivación", "desinformacion": "información",
        "desactualizacion": "actualización",
    ]
}
