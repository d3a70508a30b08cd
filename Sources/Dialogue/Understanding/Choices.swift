/// What a message chooses among labels.
public enum ChoiceMatch: Equatable, Sendable {
    /// The label at this index.
    case match(Int)
    /// It could be any of these labels; ask again, do not guess.
    case ambiguous([Int])
    /// None of them.
    case none

    fileprivate init(_ candidates: [Int]) {
        switch candidates.count {
        case 0: self = .none
        case 1: self = .match(candidates[0])
        default: self = .ambiguous(candidates)
        }
    }
}

/// Which label a whole message chooses: by the label itself, its number or letter from 1 or a, its beginning, some of its words,
/// or any of those with a slip of the finger. It never guesses between two.
public func choose(_ text: String, among labels: [String]) -> ChoiceMatch {
    guard text.utf8.count <= 4_000, !labels.isEmpty else { return .none }
    let key = folded(text)
    guard !key.isEmpty else { return .none }
    let choice = TypedChoice(said: words(of: key), labels: labels.map { words(of: $0) })

    let exact = ChoiceMatch(labels.indices.filter { folded(labels[$0]) == key })
    if exact != .none {
        return exact
    }
    guard !choice.said.isEmpty else { return .none }
    for attempt in [choice.exact, choice.position(number(in: text)), choice.words, choice.letter, choice.typos] {
        let match = ChoiceMatch(attempt())
        if match != .none {
            return match
        }
    }
    return choice.positionWithLabel()
}

private struct TypedChoice {
    let said: [String]
    let labels: [[String]]

    func exact() -> [Int] {
        // Spaces are easily missed ("nosé"), but "1 2" is not "12".
        let joined = said.joined()
        let hasDigits = joined.unicodeScalars.contains { ("0"..."9").contains($0) }
        return labels.indices.filter { labels[$0] == said || (!hasDigits && labels[$0].joined() == joined) }
    }

    /// The option at a position, and with it the labels that show the very words: "2" may be the second, or "Grupo 2".
    func position(_ number: Int?) -> () -> [Int] {
        {
            guard let number, labels.indices.contains(number - 1) else { return [] }
            return labels.indices.filter { $0 == number - 1 || Set(labels[$0]).isSuperset(of: said) }
        }
    }

    /// The labels that begin with the message, or hold all its words.
    func words() -> [Int] {
        let phrase = said.joined(separator: " ")
        let content = content
        return labels.indices.filter { index in
            let label = labels[index]
            if phrase.unicodeScalars.count >= 3 {
                let bare = label.drop(while: small.contains).joined(separator: " ")
                if label.joined(separator: " ").hasPrefix(phrase) || bare.hasPrefix(phrase) {
                    return true
                }
            }
            return !content.isEmpty && Set(label).isSuperset(of: content) && !reverses(label)
        }
    }

    /// "b", "b)", "la b", "opción b".
    func letter() -> [Int] {
        let rest = said.count == 1 ? said[...] : said.drop(while: asking.contains)
        guard rest.count == 1, let letter = rest.first, letter.utf8.count == 1, let value = letter.utf8.first,
            (97...122).contains(value), labels.indices.contains(Int(value) - 97)
        else { return [] }
        return [Int(value) - 97]
    }

    /// The labels that hold all the words of the message, slips allowed.
    func typos() -> [Int] {
        let content = content
        guard !content.isEmpty, content.count <= 12 else { return [] }
        return labels.indices.filter { index in
            !reverses(labels[index])
                && content.allSatisfy { word in labels[index].contains { Spelling.slips(word, $0) != nil } }
        }
    }

    /// "2) Convivencia", where both must mean the same option.
    func positionWithLabel() -> ChoiceMatch {
        guard said.count > 1, let first = said.first else { return .none }
        let position: Int
        if let number = NumberWords.digits(first) {
            position = number - 1
        } else if first.utf8.count == 1, let value = first.utf8.first, (97...122).contains(value) {
            position = Int(value) - 97
        } else {
            return .none
        }
        guard labels.indices.contains(position) else { return .none }
        let rest = TypedChoice(said: Array(said.dropFirst()), labels: labels)
        for attempt in [rest.exact, rest.words, rest.typos] {
            let candidates = attempt()
            if candidates.contains(position) {
                return .match(position)
            }
            if !candidates.isEmpty {
                return ChoiceMatch(([position] + candidates).sorted())
            }
        }
        return .none
    }

    /// The words that say something.
    private var content: [String] {
        said.drop { asking.contains($0) || small.contains($0) }.filter { !small.contains($0) }
    }

    /// Whether the label denies what the message does not: "recursos" is not "Sin recursos".
    private func reverses(_ label: [String]) -> Bool {
        label.contains { denials.contains($0) && !said.contains($0) }
    }
}

private let small: Set<String> = [
    "a", "al", "de", "del", "la", "el", "las", "los", "lo", "y", "o", "e", "u", "en", "un", "una", "que", "se", "es",
    "the", "of",
    "to", "and", "or", "in", "an", "is",
]
private let asking: Set<String> = [
    "opcion", "alternativa", "letra", "option", "letter", "prefiero", "elijo", "escojo", "voto", "por", "quiero",
    "marco", "la",
    "el", "the", "choose", "pick",
]
private let denials: Set<String> = [
    "no", "sin", "ni", "nunca", "nada", "ninguno", "ninguna", "not", "without", "never", "none",
]
