/// How alike two contributions are, from 0 to 1: the words and the letter triples they share.
///
/// Deterministic and without any model, so every screen agrees. Nothing in common with nothing is not alike.
func resemblance(_ left: String, _ right: String) -> Double {
    let (one, other) = (folded(left), folded(right))
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    return (dice(stems(one), stems(other)) + dice(triples(one), triples(other))) / 2
}

/// Groups of contributions that look alike, by number, each group and the groups in order.
///
/// - Parameter least: how alike the least alike pair of two joined groups is on average.
func alike(_ items: [Item], least: Double = 0.55, largest: Int = 5) -> [[Int]] {
    let likeness = items.indices.map { left in
        items.indices.map { $0 > left ? resemblance(items[left].text, items[$0].text) : 0 }
    }
    var groups = items.indices.map { [$0] }
    while true {
        var best: (resemblance: Double, left: Int, right: Int)?
        for left in groups.indices {
            for right in groups.indices.dropFirst(left + 1) where groups[left].count + groups[right].count <= largest {
                let pairs = groups[left].flatMap { one in groups[right].map { likeness[min(one, $0)][max(one, $0)] } }
                let mean = pairs.reduce(0, +) / Double(pairs.count)
                if mean >= least, mean > best?.resemblance ?? 0 { best = (mean, left, right) }
            }
        }
        guard let best else { break }
        groups[best.left] += groups.remove(at: best.right)
    }
    return groups.filter { $0.count > 1 }.map { $0.map { items[$0].number }.sorted() }.sorted { $0[0] < $1[0] }
}

private func dice(_ one: Set<String>, _ other: Set<String>) -> Double {
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    return 2 * Double(one.intersection(other).count) / Double(one.count + other.count)
}

/// The words that carry meaning, cut to their first six letters, which is stem enough to meet plurals and endings.
private func stems(_ text: String) -> Set<String> {
    let idle: Set<String> = [
        "a", "al", "ante", "como", "con", "cuando", "de", "del", "desde", "e", "el", "ella", "en", "entre", "es",
        "esta", "hay",
        "la", "las", "lo", "los", "mas", "muy", "no", "nos", "o", "para", "pero", "por", "porque", "que", "se", "sin",
        "son",
        "su", "sus", "un", "una", "y", "ya", "the", "of", "to", "and", "in", "is", "are", "we", "it", "for", "not",
        "our",
    ]
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let meaning = words.filter { !idle.contains($0) }
    return Set((meaning.isEmpty ? words : meaning).map { String($0.prefix(6)) })
}

private func triples(_ text: String) -> Set<String> {
    let letters = Array(text.filter { $0.isLetter || $0.isNumber })
    guard letters.count >= 3 else { return [String(letters)] }
    return Set((0...(letters.count - 3)).map { String(letters[$0..<($0 + 3)]) })
}
