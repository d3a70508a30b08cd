/// What earlier dialogues of the establishment left. All of it came in with the event that began this one.
extension Run {
    /// The outcomes of a kind that still stand, oldest first: the same words count once, as they were said last.
    func recalled(_ recall: Recall) -> [Item] {
        let earlier = state.earlier ?? []
        let last = earlier.last { $0.kind == recall.kind && !$0.text.isEmpty }?.dialogue
        var standing: [(words: String, outcome: Earlier)] = []
        for outcome in earlier where !outcome.text.isEmpty {
            let words = folded(outcome.text)
            if outcome.kind == recall.kind {
                standing.removeAll { $0.words == words }
                standing.append((words, outcome))
            } else if outcome.kind == recall.unless {
                standing.removeAll { $0.words == words }
            }
        }
        if let unless = recall.unless {
            let taken = Set(outcomes(of: unless).map { folded($0.text) })
            standing.removeAll { taken.contains($0.words) }
        }
        if recall.onlyLast { standing.removeAll { $0.outcome.dialogue != last } }
        return standing.suffix(recall.atMost ?? Limits.recalled).enumerated().map { index, entry in
            var item = Item(number: index + 1, text: entry.outcome.text)
            let fields = entry.outcome.fields.filter { $0.key != "flags" }
            item.fields = fields.isEmpty ? nil : fields
            return item
        }
    }

    /// Keeps the id that was used longest ago, the first of those that never were; nothing where the cell is not there.
    mutating func take(_ pick: Pick) {
        state.answers[scoped(pick.name)] = nil
        var ids = pick.ids
        var fields: [String: Value] = ["name": .text(pick.name)]
        if let bank = pick.bank {
            let cell = bank.by.map { value($0).flatMap(\.cellKey) ?? "" }.joined(separator: "/")
            ids = bank.cells[cell] ?? []
            fields["cell"] = .text("\(bank.name)/\(cell)")
        }
        var lastUse: [String: Int] = [:]
        let used = (state.earlier ?? []).filter { $0.kind == Pick.kind }.map(\.fields)
        for (place, use) in (used + outcomes(of: Pick.kind).map(\.fields)).enumerated() {
            if let id = pick.id(of: use) { lastUse[id] = place }
        }
        guard let id = ids.min(by: { lastUse[$0] ?? -1 < lastUse[$1] ?? -1 }) else { return }
        fields["id"] = .text(id)
        state.answers[scoped(pick.name)] = .option(id)
        keep(Pick.kind, "", fields)
    }

    /// What a team takes in place of what was picked for it is what it used.
    mutating func repick(_ name: String, _ value: Value?) {
        guard case .option(let id)? = value,
            let index = state.outcomes.lastIndex(where: {
                $0.kind == Pick.kind && $0.flow == flow && $0.fields["name"] == .text(name)
            }), state.outcomes[index].fields["id"] != .text(id)
        else { return }
        state.outcomes[index].fields["id"] = .text(id)
        effects.append(.recorded(state.outcomes[index]))
    }

    /// The words of an id of a bank; other ids in them stay as they are.
    func words(ofBank id: String, in locale: String) -> String? {
        for case .pick(let pick) in program.instructions.map(\.operation) where pick.everyID.contains(id) {
            guard let bank = pick.bank, let text = phrase("\(bank.name)/\(id)", in: locale)?.text.first else {
                continue
            }
            return fill(text) { name in
                switch value(name) {
                case .option(let other)? where pick.everyID.contains(other): nil
                case let value?: plain(value, in: locale, expandsBanks: false)
                case nil: nil
                }
            }
        }
        return nil
    }
}

extension Operation {
    /// The prompt that has the words of an option, where this question or list offers it.
    func promptOffering(_ id: String) -> String? {
        switch self {
        case .ask(let ask):
            if case .oneOf(let ids) = ask.answer, ids.contains(id) { ask.prompt } else { nil }
        case .gather(let gather): gather.options?.contains(id) == true ? gather.prompt : nil
        case .enterEach(let each): each.ids?.contains(id) == true ? each.prompt : nil
        case .pick(let pick): pick.ids.contains(id) ? pick.prompt : nil
        default: nil
        }
    }
}

extension Value {
    /// The answer as the key of a bank's cell.
    fileprivate var cellKey: String? {
        switch self {
        case .text(let text): text
        case .option(let id): id
        case .number(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .day, .items: nil
        }
    }
}
