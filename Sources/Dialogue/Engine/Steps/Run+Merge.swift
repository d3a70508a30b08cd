/// Near-equal contributions are suggested for merging; whoever leads confirms, and the originals stay underneath.
extension Run {
    /// Prepares the merging; false where there is nothing to merge, and the dialogue goes on.
    mutating func begin(_ merge: Merge) -> Bool {
        // What only who facilitates may read is not shown to somebody else who leads.
        let isHidden = isShared && isPrivate(merge.name) && lead?.facilitates != true
        guard case .items(let items)? = value(merge.name), !isHidden, !alike(items).isEmpty else {
            state.counter += 1
            return false
        }
        state.question = DialogueState.Question(asked: state.turn)
        state.question?.items = items
        return true
    }

    mutating func question(_ merge: Merge, to party: Party) {
        guard !isShared || isLead(party) else { return tell(party, "engine/lead-groups") }
        let items = state.question?.items ?? []
        let groups = alike(items)
        guard !groups.isEmpty else {
            return tell(party, "engine/merge-more", ["items": .text(list(items))])
        }
        let lines = groups.map { group in
            "• "
                + group.compactMap { number in items.first { $0.number == number }.map { "\(number). \($0.text)" } }
                .joined(separator: "  +  ")
        }
        let choices = ["yes", "no"].map { button($0, phrase("engine/yes-no", in: party.locale)?.options[$0] ?? $0) }
        tell(party, "engine/merge", ["groups": .text(lines.joined(separator: "\n"))], choices: choices)
    }

    mutating func answer(_ said: String, to merge: Merge, from party: Party) {
        let items = state.question?.items ?? []
        if let numbers = numbers(in: said), numbers.count >= 2 {
            guard join(numbers) else { return misunderstood(party, "engine/no-such-number") }
            return question(merge, to: party)
        }
        if yesNo(said) == true {
            for group in alike(items) { join(group) }
            return close(merge)
        }
        if yesNo(said) == false || isDone(said) { return close(merge) }
        misunderstood(party, "engine/yes-or-no")
    }

    mutating func close(_ merge: Merge) {
        let items = renumbered(state.question?.items ?? [])
        if isShared {
            for party in present where !isPrivate(merge.name) || party.facilitates == true {
                tell(party, "engine/grouped", ["count": .number(items.count), "items": .text(list(items))])
            }
        }
        settle(merge.name, .items(items), flags: state.flags[scoped(merge.name)] ?? [])
    }

    /// Puts options together under the first of them; false where one of the numbers is unknown.
    @discardableResult
    mutating func join(_ numbers: [Int]) -> Bool {
        guard var items = state.question?.items else { return false }
        let numbers = numbers.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
        guard numbers.count >= 2, numbers.allSatisfy({ number in items.contains { $0.number == number } }),
            let first = items.firstIndex(where: { $0.number == numbers[0] })
        else { return false }
        for number in numbers.dropFirst() {
            guard let index = items.firstIndex(where: { $0.number == number }) else { continue }
            items[first].merged = (items[first].merged ?? []) + [items[index].text] + (items[index].merged ?? [])
        }
        items.removeAll { numbers.dropFirst().contains($0.number) }
        state.question?.items = items
        return true
    }

    func renumbered(_ items: [Item]) -> [Item] {
        items.enumerated().map { index, item in
            var item = item
            item.number = index + 1
            return item
        }
    }

    /// Whether words are an idea rather than a vote or a greeting.
    func isIdea(_ said: String) -> Bool {
        said.split(whereSeparator: \.isWhitespace).count { $0.contains(where: \.isLetter) } >= 3
    }

    /// Words that come when the gathering has closed: kept, marked, and out of the vote that is under way.
    mutating func late(_ said: String, from party: Party) {
        guard isIdea(said) else { return misunderstood(party, "engine/choose-one") }
        keep("parked", said, ["late": .flag(true)])
        tell(party, "engine/kept-late")
        question(to: party)
    }
}
