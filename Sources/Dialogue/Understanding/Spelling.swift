/// How much two words may differ and still be the same word, typed on a small keyboard.
enum Spelling {
    /// How many slips lie between the words, `nil` where they are too many to be the same word: one is allowed from four
    /// letters, two from eight. Words with digits, and words that begin differently ("suficiente", "insuficiente"), never match.
    static func slips(_ left: String, _ right: String) -> Int? {
        if left == right {
            return 0
        }
        let (left, right) = (Array(left.unicodeScalars.prefix(65)), Array(right.unicodeScalars.prefix(65)))
        let shorter = min(left.count, right.count)
        let allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
        guard allowed > 0, max(left.count, right.count) <= 64, abs(left.count - right.count) <= allowed,
            beginning(left) == beginning(right), !(left + right).contains(where: { ("0"..."9").contains($0) })
        else { return nil }
        let distance = distance(left, right)
        return distance <= allowed ? distance : nil
    }

    /// The first sound: a mute h and b for v are slips that keep it.
    private static func beginning(_ word: [Unicode.Scalar]) -> Unicode.Scalar? {
        let first = word.first == "h" ? word.dropFirst().first : word.first
        return first == "v" ? "b" : first
    }

    /// Damerau–Levenshtein distance in which no part is edited twice: letters left out, added, changed, or two in swapped order.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column] + (scalar == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
