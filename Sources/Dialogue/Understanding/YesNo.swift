/// Whether a message says yes or no. The leading word decides ("sí, pero …", "no, nadie"); doubt ("no sé", "depende", "sí y no")
/// and everything else is `nil`.
public func yesNo(_ text: String) -> Bool? {
    switch YesNoReader(text).verdict(from: 0) {
    case .yes: true
    case .no: false
    case .unsure: nil
    case .none: leadingEmoji(text)
    }
}

private func leadingEmoji(_ text: String) -> Bool? {
    switch folded(text).unicodeScalars.first {
    case "👍", "👌", "✅", "✔", "☑", "💯", "🙆": true
    case "👎", "❌", "✖", "🚫", "🙅": false
    default: nil
    }
}

private enum Verdict {
    case yes, no, unsure, none
}

/// The first words of a message, and where its clauses end.
private struct YesNoReader {
    /// The words, with every run of one letter as a single letter: "siiii" is "si".
    private var said: [String] = []
    /// For each word, whether punctuation, an emoji, a new line or the end of the message follows.
    private var endsClause: [Bool] = []

    init(_ text: String) {
        for line in text.unicodeScalars.split(whereSeparator: { "\n\r".unicodeScalars.contains($0) }) {
            for piece in line.split(whereSeparator: \.properties.isWhitespace) where said.count < 24 {
                add(piece)
            }
            endClause()
        }
        while let last = said.last, said.count > 1, YesNoWords.courtesies.contains(last) {
            said.removeLast()
            endsClause.removeLast()
            endClause()
        }
    }

    private mutating func add(_ piece: Substring.UnicodeScalarView) {
        let marks = ",.;:!¡?¿()…—".unicodeScalars
        for (index, part) in piece.split(omittingEmptySubsequences: false, whereSeparator: marks.contains).enumerated()
        {
            let found = words(of: String(String.UnicodeScalarView(part)))
            if index > 0 || found.isEmpty {
                endClause()
            }
            said += found.map(YesNoWords.squeezed)
            endsClause += found.map { _ in false }
        }
    }

    private mutating func endClause() {
        if !endsClause.isEmpty {
            endsClause[endsClause.count - 1] = true
        }
    }

    func verdict(from start: Int) -> Verdict {
        guard start < said.count else { return .none }
        if YesNoWords.openers.contains(said[start]) || said[start].hasPrefix("jaj") {
            return verdict(from: start + 1)
        }
        // The longest phrase wins: "no sé" over "no", "por supuesto que" over "por supuesto".
        for length in stride(from: min(5, said.count - start), to: 0, by: -1) {
            let end = start + length
            // A phrase does not reach across a comma: "si no" is a condition, "sí, no hay problema" is a yes.
            guard !endsClause[start..<end - 1].contains(true) else { continue }
            let phrase = said[start..<end].joined(separator: " ")
            let closed = endsClause[end - 1]
            if YesNoWords.unsure.contains(phrase) || (closed && YesNoWords.unsureAlone.contains(phrase)) {
                return .unsure
            }
            if YesNoWords.opinions.contains(phrase), end < said.count, YesNoWords.firm.contains(said[end]) {
                return verdict(from: end)
            }
            if YesNoWords.no.contains(phrase) || (closed && YesNoWords.noAlone.contains(phrase)) {
                return said[end...] == ["si"] ? .unsure : .no
            }
            if YesNoWords.yes.contains(phrase) {
                return said[end...] == ["no"] ? .unsure : .yes
            }
            if YesNoWords.weakYes.contains(phrase) {
                // A weak yes gives way to what comes after it: "bueno, no", "ya, depende".
                let after = verdict(from: end)
                return after == .none && closed ? .yes : after
            }
        }
        return .none
    }
}
