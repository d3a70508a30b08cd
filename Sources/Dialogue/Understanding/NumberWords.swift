/// Numbers as words and digits, in Spanish and English.
enum NumberWords {
    /// A value and how many words said it.
    struct Reading {
        var value: Int
        var length: Int
    }

    /// The longest number that starts at the first of these words: digits, a cardinal or an ordinal.
    static func reading(_ words: ArraySlice<String>) -> Reading? {
        guard let first = words.first else { return nil }
        if let value = digits(first) ?? ordinalDigits(first) {
            return Reading(value: value, length: 1)
        }
        if let tens = tens[first], let next = words.dropFirst().first, let unit = ordinals[next], unit < 10,
            first.hasSuffix("y")
        {
            return Reading(value: tens + unit, length: 2)  // "twenty first"
        }
        if let value = ordinals[first] {
            return Reading(value: value, length: 1)
        }
        return cardinal(words)
    }

    /// The longest cardinal that starts at the first of these words, up to 999,999.
    static func cardinal(_ words: ArraySlice<String>) -> Reading? {
        let group = words.first == "mil" ? Reading(value: 1, length: 0) : underThousand(words)
        guard let group else { return nil }
        guard ["mil", "thousand"].contains(words.dropFirst(group.length).first), group.value > 0 else { return group }
        let rest = words.dropFirst(group.length + 1)
        let last = underThousand(rest)
        return Reading(value: group.value * 1_000 + (last?.value ?? 0), length: group.length + 1 + (last?.length ?? 0))
    }

    private static func underThousand(_ words: ArraySlice<String>) -> Reading? {
        var rest = words
        var hundred: Int?
        if let first = rest.first {
            if let value = hundreds[first] {
                hundred = value
                rest = rest.dropFirst()
            } else if let value = units[first], value < 10, rest.dropFirst().first == "hundred" {
                hundred = value * 100
                rest = rest.dropFirst(2)
                if rest.first == "and", underHundred(rest.dropFirst()) != nil {
                    rest = rest.dropFirst()
                }
            }
        }
        let small = underHundred(rest)
        if words.first == "ciento", small == nil {
            return nil  // "por ciento"
        }
        guard hundred != nil || small != nil else { return nil }
        let length = words.count - rest.count + (small?.length ?? 0)
        return Reading(value: (hundred ?? 0) + (small?.value ?? 0), length: length)
    }

    private static func underHundred(_ words: ArraySlice<String>) -> Reading? {
        guard let first = words.first else { return nil }
        if let value = units[first] {
            return Reading(value: value, length: 1)
        }
        guard let ten = tens[first] else { return nil }
        let joined = words.dropFirst().first == "y"
        let after = words.dropFirst(joined ? 2 : 1)
        if let next = after.first, let unit = units[next], (1...9).contains(unit) {
            return Reading(value: ten + unit, length: joined ? 3 : 2)
        }
        return Reading(value: ten, length: 1)
    }

    /// The value of a run of at most nine ASCII digits.
    static func digits(_ word: some StringProtocol) -> Int? {
        guard (1...9).contains(word.utf8.count), word.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(word)
    }

    /// "2º", "1ra", "3rd".
    private static func ordinalDigits(_ word: String) -> Int? {
        let number = word.prefix { $0.isASCII && $0.isNumber }
        guard !number.isEmpty, ordinalEndings.contains(String(word[number.endIndex...])) else { return nil }
        return digits(number)
    }

    static let ordinalEndings: Set<String> = [
        "º", "ª", "o", "a", "er", "ero", "era", "ro", "ra", "do", "da", "to", "ta", "mo", "ma", "vo", "va", "no", "na",
        "st",
        "nd", "rd", "th",
    ]

    private static let units: [String: Int] = numbered([
        ["cero", "zero"], ["uno", "una", "un", "one"], ["dos", "two"], ["tres", "three"], ["cuatro", "four"],
        ["cinco", "five"], ["seis", "six"], ["siete", "seven"], ["ocho", "eight"], ["nueve", "nine"], ["diez", "ten"],
        ["once", "eleven"], ["doce", "twelve"], ["trece", "thirteen"], ["catorce", "fourteen"], ["quince", "fifteen"],
        ["dieciseis", "sixteen"], ["diecisiete", "seventeen"], ["dieciocho", "eighteen"], ["diecinueve", "nineteen"],
        [],
        ["veintiuno", "veintiuna", "veintiun"], ["veintidos"], ["veintitres"], ["veinticuatro"], ["veinticinco"],
        ["veintiseis"], ["veintisiete"], ["veintiocho"], ["veintinueve"],
    ])

    private static let tens: [String: Int] = numbered([
        [], [], ["veinte", "twenty"], ["treinta", "thirty"], ["cuarenta", "forty"], ["cincuenta", "fifty"],
        ["sesenta", "sixty"], ["setenta", "seventy"], ["ochenta", "eighty"], ["noventa", "ninety"],
    ]).mapValues { $0 * 10 }

    private static let hundreds: [String: Int] = numbered([
        [], ["cien", "ciento", "hundred"], ["doscientos", "doscientas"], ["trescientos", "trescientas"],
        ["cuatrocientos", "cuatrocientas"], ["quinientos", "quinientas"], ["seiscientos", "seiscientas"],
        ["setecientos", "setecientas"], ["ochocientos", "ochocientas"], ["novecientos", "novecientas"],
    ]).mapValues { $0 * 100 }

    static let ordinals: [String: Int] = numbered([
        [], ["primero", "primera", "primer", "first"], ["segundo", "segunda", "second"],
        ["tercero", "tercera", "tercer", "third"], ["cuarto", "cuarta", "fourth"], ["quinto", "quinta", "fifth"],
        ["sexto", "sexta", "sixth"], ["septimo", "septima", "setimo", "setima", "seventh"],
        ["octavo", "octava", "eighth"],
        ["noveno", "novena", "ninth"], ["decimo", "decima", "tenth"],
        ["undecimo", "undecima", "decimoprimero", "decimoprimera", "eleventh"],
        ["duodecimo", "duodecima", "decimosegundo", "decimosegunda", "twelfth"], ["thirteenth"], ["fourteenth"],
        ["fifteenth"], ["sixteenth"], ["seventeenth"], ["eighteenth"], ["nineteenth"], ["twentieth"], [], [], [], [],
        [], [],
        [], [], [], ["thirtieth"],
    ])

    private static func numbered(_ names: [[String]]) -> [String: Int] {
        var values: [String: Int] = [:]
        for (value, names) in names.enumerated() {
            for name in names {
                values[name] = value
            }
        }
        return values
    }
}
