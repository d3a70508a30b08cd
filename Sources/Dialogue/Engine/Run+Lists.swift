/// Rounds for each item of a list, lists that grow, and flows that begin with answers.
extension Run {
    /// Begins the rounds of a list; where there is nothing in it, goes on after them.
    mutating func enter(_ each: Each) {
        let all = each.ids.map { ids in renumbered(ids.map { Item(number: 0, text: $0) }) } ?? items(each.list)
        let items = Array(all.prefix(each.most))
        guard !items.isEmpty else {
            state.counter = each.exit
            return
        }
        state.frames.append(.each(at: state.counter, round: 1, items: items, since: state.outcomes.count))
        state.counter += 1
    }

    /// The next item, or on to the end of the rounds.
    mutating func nextItem(from first: Int) {
        guard case .each(let at, let round, let items, _) = state.frames.last else { return finish() }
        guard round < items.count else {
            state.counter += 1
            return
        }
        state.frames[state.frames.count - 1] =
            .each(at: at, round: round + 1, items: items, since: state.outcomes.count)
        forget(first..<state.counter)
        state.counter = first
    }

    /// A new round begins without the answers of the one before.
    mutating func forget(_ part: Range<Int>) {
        for name in program.instructions[part].compactMap(\.operation.answerName) {
            state.answers[scoped(name)] = nil
            state.flags[scoped(name)] = nil
            askAgain(name)
        }
    }

    /// Puts the value of a name at the end of a list.
    mutating func put(_ add: Add) {
        guard let value = value(add.name) else { return }
        let new: [Item]
        switch value {
        case .items, .text: new = items(add.name)
        case .number, .flag, .option, .day:
            new = [Item(number: 1, text: plain(value, in: state.parties.first?.locale ?? ""))]
        }
        var list: [Item] = []
        if case .items(let items) = state.answers[scoped(add.list)] { list = items }
        let grown = Array((list + new).prefix(Limits.listItems))
        state.answers[scoped(add.list)] = .items(renumbered(grown))
        lengthen(add.list, by: Array(grown.dropFirst(list.count)))
    }

    /// The rounds of the list that are under way in this flow go on to what was added.
    private mutating func lengthen(_ list: String, by new: [Item]) {
        for index in state.frames.indices.reversed() {
            switch state.frames[index] {
            case .run: return
            case .rounds: continue
            case .each(let at, let round, let items, let since):
                guard case .enterEach(let each) = program.instructions[at].operation, each.list == list else {
                    continue
                }
                let longer = renumbered(Array((items + new).prefix(max(each.most, items.count))))
                state.frames[index] = .each(at: at, round: round, items: longer, since: since)
            }
        }
    }

    // MARK: Flows inside flows

    /// Begins another flow with the names that it is given; false where too many are inside each other.
    mutating func call(_ flow: String, at first: Int, with names: [String: String]) -> Bool {
        let depth = state.frames.count { if case .run = $0 { true } else { false } }
        guard depth < Limits.calls else { return false }
        let given = names.compactMapValues { value($0) }
        // Run once more, it begins as it did the first time.
        for name in state.answers.keys where name.hasPrefix("\(flow)/") { state.answers[name] = nil }
        for name in state.flags.keys where name.hasPrefix("\(flow)/") { state.flags[name] = nil }
        state.chosen = state.chosen?.filter { !$0.key.hasPrefix("\(flow)/") }
        let since = state.outcomes.count
        let known = given.isEmpty ? nil : given.keys.sorted()
        state.frames.append(.run(flow: flow, back: state.counter + 1, since: since, given: known))
        for (name, value) in given { state.answers[scoped(name)] = value }
        state.counter = first
        return true
    }

    /// Goes past a question that was answered beforehand, or that leaves nothing to say; false where it must be asked.
    mutating func passesOver() -> Bool {
        let operation = program.instructions[state.counter].operation
        guard let name = operation.answerName else { return false }
        if isGiven(name) {
            state.counter += 1
            return true
        }
        guard case .ask(let ask) = operation, let list = ask.upTo, case .number(let from, _) = ask.answer else {
            return false
        }
        let most = bound(list)
        guard most <= from else { return false }
        state.answers[scoped(name)] = most == from ? .number(most) : nil
        state.counter += 1
        return true
    }

    private func isGiven(_ name: String) -> Bool {
        for case .run(_, _, _, let given) in state.frames.reversed() {
            return given?.contains(name) == true && state.answers[scoped(name)] != nil
        }
        return false
    }

    /// From the next round on, a name that was answered beforehand is asked like any other.
    private mutating func askAgain(_ name: String) {
        for index in state.frames.indices.reversed() {
            guard case .run(let flow, let back, let since, let given?) = state.frames[index] else {
                if case .run = state.frames[index] { return }
                continue
            }
            let rest = given.filter { $0 != name }
            state.frames[index] = .run(flow: flow, back: back, since: since, given: rest.isEmpty ? nil : rest)
            return
        }
    }
}
