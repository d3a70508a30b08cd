/// Which name comes closest to what was typed, as for "5 porqués", "cinco porques" or "los 5 xq": by words, with slips of the
/// finger, beginnings of words and digits for number words. `nil` when nothing is close, or two are equally close.
public func closest(_ text: String, among names: [String]) -> Int? {
    guard text.utf8.count <= 400 else { return nil }
    let said = nameWords(text)
    guard !said.isEmpty, said.count <= 12 else { return nil }
    let scores = names.map { likeness(said, nameWords($0)) }
    guard let best = scores.max(), best > 0.5 else { return nil }
    let winners = scores.indices.filter { best - scores[$0] < 0.001 }
    return winners.count == 1 ? winners[0] : nil
}

/// The share of both texts' words that the other one has too, from 0 to 1. A number alone is no likeness.
private func likeness(_ said: [String], _ name: [String]) -> Double {
    var left = name
    var shared = 0.0
    var sharesWord = false
    for word in said {
        let candidates = left.indices.map { (index: $0, likeness: likeness(word, left[$0])) }
        guard let best = candidates.max(by: { $0.likeness < $1.likeness }), best.likeness > 0 else { continue }
        shared += best.likeness
        sharesWord = sharesWord || (word.utf8.count >= 3 && NumberWords.digits(word) == nil)
        left.remove(at: best.index)
    }
    return sharesWord ? 2 * shared / Double(said.count + name.count) : 0
}

private func likeness(_ word: String, _ other: String) -> Double {
    if let slips = Spelling.slips(word, other) {
        return 1 - 0.1 * Double(slips)
    }
    let isBeginning = word.utf8.count >= 4 && other.hasPrefix(word) && NumberWords.digits(word) == nil
    return isBeginning ? 0.9 : 0
}

/// The words of a name as they are compared: no articles, "xq" as "porque", numbers in digits, no plural s.
private func nameWords(_ text: String) -> [String] {
    var kept: [String] = []
    var rest = words(of: text).prefix(40)
    while let first = rest.first {
        let next = rest.dropFirst().first ?? ""
        if first == "por", ["que", "ques"].contains(next) {
            kept.append("porque")
            rest = rest.dropFirst(2)
        } else if shortForPorque.contains(first) {
            kept.append("porque")
            rest = rest.dropFirst()
        } else if silent.contains(first) {
            rest = rest.dropFirst()
        } else if let reading = NumberWords.cardinal(rest) {
            kept.append(String(reading.value))
            rest = rest.dropFirst(reading.length)
        } else {
            kept += splitDigits(first).map(singular)
            rest = rest.dropFirst()
        }
    }
    return kept
}

/// "5porques" as "5" and "porques".
private func splitDigits(_ word: String) -> [String] {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.endIndex != word.endIndex else { return [word] }
    return [String(digits), String(word[digits.endIndex...])]
}

private func singular(_ word: String) -> String {
    word.utf8.count >= 4 && word.hasSuffix("s") && NumberWords.digits(word) == nil ? String(word.dropLast()) : word
}

private let shortForPorque: Set<String> = ["xq", "pq", "xqs", "pqs", "xk", "pk", "porq", "porqs", "xque", "xques"]

private let silent: Set<String> = [
    "el", "la", "los", "las", "un", "una", "de", "del", "al", "a", "y", "en", "lo", "quiero", "queremos", "hacer",
    "hagamos",
    "haremos", "usar", "usemos", "vamos", "con", "empezar", "empecemos", "partamos", "flujo", "the", "of", "an", "and",
    "want",
    "we", "i", "to", "do", "use", "lets", "start", "flow", "please", "porfa", "favor",
]
