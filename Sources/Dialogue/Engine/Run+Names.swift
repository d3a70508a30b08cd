/// What names stand for.
extension Run {
    /// What a name stands for: one of the engine's own, a round, an item, an answer of this flow or of one that runs it,
    /// an outcome. A name with a dot, such as `task.due`, is a field of what the part before the dot stands for.
    ///
    /// A question that the running flow has not asked yet has no value, whatever others call by the same name.
    func value(_ name: String) -> Value? {
        if let known = builtIn(name) { return known }
        if let dot = name.firstIndex(of: ".") {
            return field(String(name[name.index(after: dot)...]), of: String(name[..<dot]))
        }
        for frame in state.frames.reversed() {
            switch frame {
            case .rounds(let at, let round, let previous):
                if name == "previous", let previous { return previous }
                if case .enterRepeat(let loop) = program.instructions[at].operation, loop.name == name {
                    return .number(round)
                }
            case .each(let at, let round, let items, _):
                guard case .enterEach(let each) = program.instructions[at].operation else { continue }
                let text = items[round - 1].text
                if each.name == name { return each.ids == nil ? .text(text) : .option(text) }
                if each.numberName == name { return .number(round) }
            case .run(let flow, _, _, _):
                if let answer = state.answers["\(flow)/\(name)"] { return answer }
                if asks(flow, name) { return nil }
            }
        }
        if let answer = state.answers[name] { return answer }
        if asks(program.flow, name) { return nil }
        return state.outcomes.last { $0.kind == name && !$0.text.isEmpty }.map { .text($0.text) }
    }

    /// Where the answer of that name is kept: in the running flow, or in one that runs it.
    func key(of name: String) -> String? {
        let flows = state.frames.reversed().compactMap { if case .run(let flow, _, _, _) = $0 { flow } else { nil } }
        let keys = flows.map { $0 == program.flow ? name : "\($0)/\(name)" } + [name]
        return keys.first { state.answers[$0] != nil }
    }

    private func builtIn(_ name: String) -> Value? {
        switch name {
        case "people": .number(state.mode == .team ? answering.count : 1)
        case "mode": .option(state.mode.rawValue)
        case "inside": .flag(flow != program.flow)
        case "elapsed": state.startedAt.map { .number(Int(max(0, moment.milliseconds - $0) / 60_000)) }
        default: nil
        }
    }

    /// Whether a flow has a question, or a list, of this name.
    private func asks(_ flow: String, _ name: String) -> Bool {
        program.instructions.contains {
            $0.operation.answerName == name && $0.step.hasPrefix(flow) && $0.step.dropFirst(flow.count).first == "/"
        }
    }

    /// A field of the item of a round, of a list's only item, of a chosen item, or of the last outcome of a kind.
    private func field(_ field: String, of name: String) -> Value? {
        if let item = item(name) {
            switch field {
            case "role": return item.role.map(Value.text)
            case "points": return item.points.map(Value.number)
            default: return item.fields?[field]
            }
        }
        return state.outcomes.last { $0.kind == name && !$0.text.isEmpty }?.fields[field]
    }

    /// How many points the team gave to what it chose under a name, and how many people did.
    func votes(of name: String) -> [String: Value] {
        guard case .text = value(name), let item = item(name), let points = item.points else { return [:] }
        let people = item.fields?[Self.votersField].map { [Self.votersField: $0] } ?? [:]
        return people.merging(["points": .number(points)]) { $1 }
    }

    /// The item for which a name stands.
    private func item(_ name: String) -> Item? {
        for case .each(let at, let round, let items, _) in state.frames.reversed() {
            if case .enterEach(let each) = program.instructions[at].operation, each.name == name {
                return items[round - 1]
            }
        }
        switch value(name) {
        case .items(let items): return items.count == 1 ? items[0] : nil
        case .text(let text):
            return key(of: name).flatMap { state.chosen?[$0] }.flatMap { $0.text == text ? $0 : nil }
        default: return nil
        }
    }

    /// What a name stands for as a list: its items, or its words as the only one.
    func items(_ name: String) -> [Item] {
        switch value(name) {
        case .items(let items): items
        case .text(let text): [item(name) ?? Item(number: 1, text: text)]
        default: []
        }
    }

    // MARK: Chains

    /// The outcomes of one kind in the chain that is being made: those since the innermost round of a list, or flow that
    /// another runs, began. So every branch reads its own.
    func links(of kind: String) -> [Outcome] {
        let start = chainStart
        return outcomes(of: kind).filter { $0.number > start }
    }

    private var chainStart: Int {
        for frame in state.frames.reversed() {
            switch frame {
            case .each(_, _, _, let since), .run(_, _, let since?, _): return since
            case .rounds, .run: continue
            }
        }
        return 0
    }

    /// A question for a number up to a count, with that count in the place of its upper bound.
    func bounded(_ operation: Operation) -> Operation {
        guard case .ask(var ask) = operation, let name = ask.upTo, case .number(let from, _) = ask.answer else {
            return operation
        }
        ask.answer = .number(from: from, to: bound(name))
        return .ask(ask)
    }

    /// How many there are to point at by number.
    func bound(_ name: String) -> Int {
        if case .items(let items) = value(name) { return items.count }
        return links(of: name).count
    }
}
