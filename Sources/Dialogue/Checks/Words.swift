extension Checks {
    /// What stands between a word and the one before it.
    enum Break: Int, Comparable {
        case none, slash, comma, plus, semicolon, sentence

        static func < (one: Break, other: Break) -> Bool { one.rawValue < other.rawValue }
    }

    /// One word of an answer.
    struct Word {
        /// Where it stands, in scalars of the answer.
        var range: Range<Int>
        /// The word as lists know it.
        var key: Key
        /// It is not only digits.
        var hasLetter: Bool
        /// It is written with a capital first letter.
        var isCapitalised: Bool
        /// It has letters, and all are capitals.
        var isUpperCase: Bool
        /// It ends in an accented vowel, as preterites do: `cambió` is a verb, `cambio` may be a noun.
        var endsAccented: Bool
        /// It is written with `ñ`.
        var hasTilde: Bool
        /// What stands before it.
        var before: Break
    }

    /// How many words of an answer the checks read, a page; what follows is not looked at. RUT, e-mail and telephone
    /// are found in the whole text.
    static let mostWords = 500

    /// The first words of a text, from its scalars.
    static func words(of scalars: [Unicode.Scalar]) -> [Word] {
        var words: [Word] = []
        var index = 0
        var gapStart = 0
        words.reserveCapacity(min(scalars.count / 4, mostWords))
        while index < scalars.count, words.count < mostWords {
            guard isLetter(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, isLetter(scalars[index]) || isInclusiveSign(at: index, in: scalars) {
                index += 1
            }
            let gap = gapStart..<start
            let word = Word(
                start..<index,
                of: scalars,
                before: words.isEmpty ? .sentence : pause(in: gap, of: scalars, after: words)
            )
            // "profesores/as", "apoderado(a)": the ending is the same person again.
            let isEnding = gap.count == 1 && (scalars[gapStart] == "/" || scalars[gapStart] == "(")
            if !(isEnding && endings.contains(word) && !words.isEmpty) {
                words.append(word)
            }
            gapStart = index
        }
        return words
    }

    @inline(__always)
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        // "5º básico": the sign of an ordinal is no letter here.
        case ..<"À": scalar == "µ"
        case "À"..."Ö", "Ø"..."ö", "ø"..."ÿ": true
        default: isOtherLetter(scalar)
        }
    }

    private static func isOtherLetter(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType == .decimal
            || properties.generalCategory == .nonspacingMark
    }

    /// `niñ@s`: an `@` among letters that ends the word or is followed by an `s`, so that addresses stay addresses.
    private static func isInclusiveSign(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard scalars[index] == "@" else { return false }
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        if next == "s" || next == "S" {
            return index + 2 >= scalars.count || !isLetter(scalars[index + 2])
        }
        return !isLetter(next)
    }

    private static func pause(in gap: Range<Int>, of scalars: [Unicode.Scalar], after words: [Word]) -> Break {
        var pause = Break.none
        for index in gap where scalars[index] != " " {
            let found: Break
            switch scalars[index] {
            case "\n", "\r", "\u{2028}", "!", "?", "…", "•": found = .sentence
            case ".":
                // Between digits or letters a point is part of a number or an abbreviation.
                let isAbbreviation = words.last.map { abbreviations.contains($0) } ?? false
                found = index + 1 == gap.upperBound || isAbbreviation ? .none : .sentence
            case ";": found = .semicolon
            case "+", "&": found = .plus
            case ",", ":", "(", ")", "–", "—": found = .comma
            case "-": found = gap.count > 1 ? .comma : .none
            case "/": found = .slash
            default: found = .none
            }
            pause = max(pause, found)
        }
        return pause
    }

    private static let endings = WordSet("a o s as os es ra ras")

    private static let abbreviations = WordSet(
        "sr sra srta prof profe dr dra ed ing lic depto esc mat leng n nro ej aprox hrs min av art"
    )
}

extension Checks.Word {
    init(_ range: Range<Int>, of scalars: [Unicode.Scalar], before pause: Checks.Break) {
        var writer = Checks.KeyWriter()
        for index in range { writer.add(scalars[index]) }
        self.range = range
        key = Self.chat[writer.key.code] ?? writer.key
        hasLetter = writer.hasLetter
        isCapitalised = Checks.KeyWriter.isCapital(scalars[range.lowerBound])
        isUpperCase = writer.count > 0 && writer.capitals == writer.count
        endsAccented = writer.endsAccented
        hasTilde = writer.hasTilde
        before = pause
    }

    private static let chat = Checks.CodeTable(phoneWords.map { (key: $0.key.code, value: $0.value) })

    /// How people shorten words on a phone.
    private static let phoneWords: KeyValuePairs<Checks.Key, Checks.Key> = [
        "q": "que", "k": "que", "xq": "porque", "pq": "porque", "xk": "porque", "porq": "porque", "xke": "porque",
        "x": "por", "d": "de", "tb": "tambien", "tbn": "tambien", "tbm": "tambien", "tmb": "tambien", "pa": "para",
        "profs": "profes", "prof": "profe", "sra": "senora", "sr": "senor", "srta": "senorita", "apods": "apoderados",
        "dq": "de", "tp": "tampoco", "nuay": "hay",
    ]
}
