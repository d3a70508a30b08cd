/// Other words for something that was recorded: `corregir 2: nuevas palabras`, by the numbers of `resumen`.
struct Correction: Equatable {
    let number: Int
    let text: String

    init?(text raw: String) {
        guard raw.utf8.contains(UInt8(ascii: ":")), let colon = raw.firstIndex(of: ":") else { return nil }
        let words = folded(String(raw[..<colon])).split(separator: " ").map(String.init)
        let rest = raw[raw.index(after: colon)...].drop(while: \.isWhitespace)
        guard words.count == 2, ["corregir", "corrige", "correct"].contains(words[0]), let number = Int(words[1]),
            !rest.isEmpty
        else { return nil }
        self.number = number
        text = String(rest)
    }
}

extension DialogueState {
    /// The outcomes that have words, as `resumen` numbers them.
    var spoken: [Outcome] { outcomes.filter { !$0.text.isEmpty } }

    /// The number under which `resumen` shows words that were recorded just as they were said; the latest, if several.
    public func numberInSummary(of words: String) -> Int? {
        spoken.lastIndex { $0.text == words }.map { $0 + 1 }
    }
}

extension Run {
    var spoken: [Outcome] { state.spoken }

    /// Puts other words in the place of recorded ones, and of the answers they came from.
    ///
    /// Nothing else moves: the dialogue goes on where it stands, and the words before stay in the log.
    mutating func correct(_ correction: Correction, by party: Party) {
        guard !isShared || isLead(party) else { return tell(party, "engine/only-lead") }
        guard spoken.indices.contains(correction.number - 1), correction.text.count <= Limits.answerCharacters else {
            return tell(party, "engine/no-such-number")
        }
        let outcome = spoken[correction.number - 1]
        reword(outcome, correction.text)
        if let corrected = state.outcomes.first(where: { $0.number == outcome.number }) {
            effects.append(.recorded(corrected))
        }
        tell(party, "engine/corrected")
        if state.status == .waiting { question(to: party) }
    }
}
