/// The number that a whole message says: "2", "2)", "nº 2", "la dos", "el segundo", "2️⃣", "1.200"; `nil` for anything else,
/// so also for "2,5", "-2" and "2 profesoras".
public func number(in text: String) -> Int? {
    guard text.utf8.count <= longestNumberMessage, !isNegative(text) else { return nil }
    let key = folded(text)
    if let grouped = groupedThousands(key) {
        return grouped
    }
    var said = words(of: key)[...]
    if key.hasPrefix("no.") {
        said = said.dropFirst()  // "No. 2"; without the full stop it is a refusal
    }
    while let last = said.last, said.count > 1, closingWords.contains(last) {
        said = said.dropLast()
    }
    while let first = said.first, said.count > 1, openingWords.contains(first) {
        if bothWords.contains(first) {
            return nil
        }
        said = said.dropFirst()
    }
    guard let reading = NumberWords.reading(unglued(said)) else { return nil }
    let after = said.dropFirst(reading.length)
    if after.isEmpty {
        return reading.value
    }
    let isOrdinal = said.first.map { NumberWords.digits($0) == nil && NumberWords.cardinal([$0]) == nil } ?? false
    return isOrdinal && after.count == 1 && after.allSatisfy(countedWords.contains) ? reading.value : nil
}

/// The numbers that a whole message lists, in order and with repetitions: "1, 3 y 4", "1 3 4", "2,2,5", "uno y tres",
/// "la 1 y la 3"; `nil` when it says anything else, or "1 o 3".
public func numbers(in text: String) -> [Int]? {
    guard text.utf8.count <= longestNumberMessage else { return nil }
    var found: [Int] = []
    var saysBoth = false
    // Split before reading, so that "veinte, tres" is two numbers and "veinte tres" one.
    for part in text.unicodeScalars.split(whereSeparator: { ",;/&+\n\r•".unicodeScalars.contains($0) }) {
        let part = String(String.UnicodeScalarView(part))
        if let grouped = groupedThousands(folded(part)) {
            found.append(grouped)
            continue
        }
        var said = words(of: part)[...]
        saysBoth = saysBoth || said.contains(where: bothWords.contains)
        while let first = said.first {
            if let reading = NumberWords.reading(unglued(said)) {
                found.append(reading.value)
                said = said.dropFirst(reading.length)
            } else if listWords.contains(first) || openingWords.contains(first) || closingWords.contains(first) {
                said = said.dropFirst()
            } else {
                return nil
            }
        }
    }
    return found.isEmpty || (found.count == 1 && saysBoth) ? nil : found
}

private let longestNumberMessage = 2_000

/// "nº2" and "opcion2" as two words would be read.
private func unglued(_ words: ArraySlice<String>) -> ArraySlice<String> {
    guard let first = words.first else { return words }
    let head = first.prefix { !($0.isASCII && $0.isNumber) }
    guard !head.isEmpty, head.count < first.count, openingWords.contains(String(head)) else { return words }
    return [String(first[head.endIndex...])] + words.dropFirst()
}

/// A minus sign right before a digit; "- 2" is a list mark.
private func isNegative(_ text: String) -> Bool {
    let start = text.unicodeScalars.drop { $0.properties.isWhitespace }.prefix(2)
    guard let sign = start.first, let next = start.dropFirst().first else { return false }
    return ["-", "−", "–"].contains(sign) && ("0"..."9").contains(next)
}

/// "1.200" as people write thousands in Chile.
private func groupedThousands(_ key: String) -> Int? {
    guard key.utf8.count <= 11 else { return nil }
    let groups = key.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.utf8.count), first.first != "0",
        groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return NumberWords.digits(groups.joined())
}

private let openingWords: Set<String> = [
    "la", "el", "las", "los", "opcion", "opciones", "op", "alternativa", "alternativas", "numero", "numeros", "nro",
    "num",
    "n", "nº", "º", "respuesta", "pregunta", "causa", "idea", "punto", "elijo", "elegimos", "escojo", "prefiero",
    "preferimos",
    "voto", "votamos", "marco", "quiero", "por", "con", "the", "option", "options", "number", "answer", "question",
    "cause",
    "choose", "pick",
]

/// "Las dos" means both of them, not the second.
private let bothWords: Set<String> = ["las", "los"]

private let closingWords: Set<String> = [
    "ciento", "percent", "po", "porfa", "porfis", "por", "favor", "porfavor", "gracias", "please", "thanks",
]

/// What may follow an ordinal: "la segunda opción", "the second one".
private let countedWords: Set<String> = [
    "opcion", "alternativa", "respuesta", "pregunta", "causa", "idea", "option", "answer", "question", "cause", "one",
]

private let listWords: Set<String> = ["y", "e", "and", "tambien", "also"]
