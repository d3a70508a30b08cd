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
        /// The word as lists know it: lower case, no accents, `ñ` as `n`, chat spelling written out.
        var key: String
        /// The key as a number, and its first two letters as another.
        var code: UInt64
        var start: UInt64
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
        var spelled: [UInt8] = []
        while index < scalars.count, words.count < mostWords {
            guard isLetter(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, isLetter(scalars[index]) || isInclusiveSign(at: index, in: scalars) {
                index += 1
            }
            let gap = scalars[gapStart..<start]
            let isSpace = gap.count == 1 && gap.first == " "
            let word = Word(
                start..<index,
                of: scalars,
                spelling: &spelled,
                before: words.isEmpty ? .sentence : isSpace ? .none : pause(in: gap, after: words.last)
            )
            // "profesores/as", "apoderado(a)": the ending is the same person again.
            let isEnding = start - gapStart == 1 && (gap.first == "/" || gap.first == "(")
            if !(isEnding && ["a", "o", "s", "as", "os", "es", "ra", "ras"].contains(word.key) && !words.isEmpty) {
                words.append(word)
            }
            gapStart = index
        }
        return words
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": return true
            default: return false
            }
        }
        // "5º básico": the sign of an ordinal is no letter here.
        if scalar == "º" || scalar == "ª" { return false }
        if scalar.latin != nil { return true }
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

    private static func pause(in gap: ArraySlice<Unicode.Scalar>, after word: Word?) -> Break {
        var pause = Break.none
        for (index, scalar) in zip(gap.indices, gap) {
            let next = index + 1 < gap.endIndex ? gap[index + 1] : nil
            let found: Break
            switch scalar {
            case "\n", "\r", "\u{2028}", "!", "?", "…", "•": found = .sentence
            case ".":
                // Between digits or letters a point is part of a number or an abbreviation.
                let isAbbreviation = word.map { abbreviations.contains($0.key) } ?? false
                found = next == nil || isAbbreviation ? .none : .sentence
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

    private static let abbreviations: Set<String> = [
        "sr", "sra", "srta", "prof", "profe", "dr", "dra", "ed", "ing", "lic", "depto", "esc", "mat", "leng", "n",
        "nro",
        "ej", "aprox", "hrs", "min", "av", "art",
    ]
}

extension Checks.Word {
    /// - Parameter spelled: room to write the key in, the same for all words of a text.
    init(
        _ range: Range<Int>,
        of scalars: [Unicode.Scalar],
        spelling spelled: inout [UInt8],
        before pause: Checks.Break
    ) {
        spelled.removeAll(keepingCapacity: true)
        var hasTilde = false
        var endsAccented = false
        var capitals = 0
        var letters = 0
        var repeated = 0
        var last: Unicode.Scalar?
        for index in range {
            let scalar = scalars[index]
            if let (lower, isUpperCase) = scalar.latin {
                letters += 1
                capitals += isUpperCase ? 1 : 0
                let base = Self.base(of: lower)
                endsAccented = base != lower && lower != "ñ"
                hasTilde = hasTilde || lower == "ñ"
                add(base)
                continue
            }
            if scalar.properties.generalCategory == .nonspacingMark {
                endsAccented = scalar == "\u{301}"
                hasTilde = hasTilde || scalar == "\u{303}"
                continue
            }
            letters += 1
            capitals += scalar.properties.isUppercase ? 1 : 0
            endsAccented = false
            for lower in scalar.properties.lowercaseMapping.unicodeScalars where !lower.isCombining {
                let base = Self.base(of: lower)
                endsAccented = base.value != lower.value && lower != "ñ"
                hasTilde = hasTilde || lower == "ñ"
                add(base)
            }
        }
        func add(_ base: Unicode.Scalar) {
            // "nooo" is "no", but "leen" and "carrera" keep their pairs.
            repeated = last == base && !("0"..."9").contains(base) ? repeated + 1 : 0
            if repeated == 2 { spelled.removeLast(UTF8.width(base)) }
            if repeated < 2, base.isASCII {
                spelled.append(UInt8(truncatingIfNeeded: base.value))
            } else if repeated < 2 {
                spelled.append(contentsOf: Array(String(base).utf8))
            }
            last = base
        }
        let plain = String(decoding: spelled, as: UTF8.self)
        let code = Checks.code(spelled)
        self.range = range
        self.key = Self.chatCodes.contains(code) ? Self.chat[plain] ?? plain : plain
        self.code = self.key == plain ? code : Checks.code(self.key)
        self.start = Checks.start(of: self.key.utf8)
        let first = scalars[range.lowerBound]
        self.isCapitalised = first.latin?.isUpperCase ?? first.properties.isUppercase
        self.isUpperCase = letters > 0 && capitals == letters
        self.endsAccented = endsAccented
        self.hasTilde = hasTilde
        self.before = pause
    }

    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "á", "à", "â", "ä", "ã", "å": "a"
        case "é", "è", "ê", "ë": "e"
        case "í", "ì", "î", "ï": "i"
        case "ó", "ò", "ô", "ö", "õ", "@": "o"
        case "ú", "ù", "û", "ü": "u"
        case "ñ": "n"
        case "ç": "c"
        default: scalar
        }
    }

    /// How people shorten words on a phone.
    private static let chat: [String: String] = [
        "q": "que", "k": "que", "xq": "porque", "pq": "porque", "xk": "porque", "porq": "porque", "xke": "porque",
        "x": "por", "d": "de", "tb": "tambien", "tbn": "tambien", "tbm": "tambien", "tmb": "tambien", "pa": "para",
        "profs": "profes", "prof": "profe", "sra": "senora", "sr": "senor", "srta": "senorita", "apods": "apoderados",
        "dq": "de", "tp": "tampoco", "nuay": "hay",
    ]
    private static let chatCodes = Checks.Codes(chat.keys.map { Checks.code($0) })
}

extension Unicode.Scalar {
    /// A letter, digit or sign of everyday Spanish in lower case, and whether it is a capital; `nil` for any other.
    fileprivate var latin: (lower: Unicode.Scalar, isUpperCase: Bool)? {
        switch value {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: Unicode.Scalar(value + 32).map { ($0, true) }
        case 0x21...0x7F, 0xDF...0xF6, 0xF8...0xFF: (self, false)
        default: nil
        }
    }

    fileprivate var isCombining: Bool { properties.generalCategory == .nonspacingMark }
}
