/// Outcomes that go into a chain, or in the place of one of its links.
extension Run {
    /// The field that keeps the words that others replaced.
    static let formerField = "was"

    /// The link at which a record points; `nil` where it points at none, and the outcome goes to the end.
    func target(of record: Record) -> Outcome? {
        if record.over == Record.last { return outcomesOfRun(record.kind).last }
        if record.before == Record.last { return links(of: record.kind).last }
        guard let name = record.before ?? record.over, case .number(let number) = value(name) else { return nil }
        let links = links(of: record.kind)
        return links.indices.contains(number - 1) ? links[number - 1] : nil
    }

    /// The outcomes of a kind that the running flow has recorded since it began, in whichever round.
    private func outcomesOfRun(_ kind: String) -> [Outcome] {
        var start = 0
        for case .run(_, _, let since?, _) in state.frames.reversed() {
            start = since
            break
        }
        return outcomes(of: kind).filter { $0.number > start }
    }

    /// Writes an outcome before a link, or over it: then its fields stay unless others are given.
    mutating func write(_ record: Record, _ words: Value, at target: Outcome) {
        let text = plain(words, in: state.parties.first?.locale ?? "")
        var fields: [String: Value] = isPrivate(record.text) ? [Self.privateField: .flag(true)] : [:]
        fields.merge(given(by: record)) { $1 }
        guard let index = state.outcomes.firstIndex(where: { $0.number == target.number }) else { return }
        if record.before != nil {
            keep(record.kind, text, fields)
            state.outcomes.insert(state.outcomes.removeLast(), at: index)
            for index in state.outcomes.indices { state.outcomes[index].number = index + 1 }
            effects[effects.count - 1] = .recorded(state.outcomes[index])
        } else {
            reword(target, text)
            if text != target.text { fields[Self.formerField] = .text(target.text) }
            state.outcomes[index].fields.merge(fields) { $1 }
            effects.append(.recorded(state.outcomes[index]))
        }
    }

    /// Puts other words in the place of an outcome's, and wherever those are asked about or carried on.
    mutating func reword(_ outcome: Outcome, _ text: String) {
        let (before, after) = (Value.text(outcome.text), Value.text(text))
        for index in state.outcomes.indices {
            if state.outcomes[index].number == outcome.number { state.outcomes[index].text = text }
            // The next why asks about these words: its question changes with them.
            for (name, value) in state.outcomes[index].fields where value == before && name != Self.formerField {
                state.outcomes[index].fields[name] = after
            }
        }
        for (name, value) in state.answers where value == before { state.answers[name] = after }
        for index in state.frames.indices {
            switch state.frames[index] {
            case .rounds(let at, let round, let previous) where previous == before:
                state.frames[index] = .rounds(at: at, round: round, previous: after)
            case .each(let at, let round, var items, let since):
                if case .enterEach(let each) = program.instructions[at].operation, each.ids != nil { continue }
                for place in items.indices where items[place].text == outcome.text { items[place].text = text }
                state.frames[index] = .each(at: at, round: round, items: items, since: since)
            case .rounds, .run: continue
            }
        }
    }
}
