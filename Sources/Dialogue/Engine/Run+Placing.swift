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
        for (name, value) in state.answers {
            if value == before { state.answers[name] = after }
            if case .items(let items) = value { state.answers[name] = .items(reworded(items, outcome.text, text)) }
        }
        let chosen = state.chosen?.mapValues { reworded($0, outcome.text, text) }
        state.chosen = chosen
        if offersWords, let items = state.question?.items {
            let reworded = reworded(items, outcome.text, text)
            state.question?.items = reworded
        }
        for index in state.frames.indices {
            switch state.frames[index] {
            case .rounds(let at, let round, let previous) where previous == before:
                state.frames[index] = .rounds(at: at, round: round, previous: after)
            case .each(let at, let round, let items, let since):
                if case .enterEach(let each) = program.instructions[at].operation, each.ids != nil { continue }
                let reworded = reworded(items, outcome.text, text)
                state.frames[index] = .each(at: at, round: round, items: reworded, since: since)
            case .rounds, .run: continue
            }
        }
    }

    /// Whether what the open question offers are people's words: those of an option are ids.
    private var offersWords: Bool {
        switch operation {
        case .choose, .merge: true
        case .ask(let ask): ask.answer == .text
        default: false
        }
    }

    /// The same words in lists: those of an item, and those of its fields.
    private func reworded(_ items: [Item], _ before: String, _ after: String) -> [Item] {
        items.map { reworded($0, before, after) }
    }

    private func reworded(_ item: Item, _ before: String, _ after: String) -> Item {
        var item = item
        if item.text == before { item.text = after }
        item.fields = item.fields?.mapValues { $0 == .text(before) ? .text(after) : $0 }
        return item
    }
}
