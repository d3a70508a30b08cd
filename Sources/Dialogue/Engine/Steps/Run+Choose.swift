/// A blind vote among contributions: changeable until it closes; what is not chosen is parked.
extension Run {
    /// Prepares the choice; false where there is nothing to choose between, and the dialogue goes on.
    mutating func begin(_ choose: Choose) -> Bool {
        let items = items(choose.from)
        guard !items.isEmpty, !isShared || !isPrivate(choose.from) else {
            state.answers[scoped(choose.name)] = nil
            state.counter += 1
            return false
        }
        guard items.count > choose.keep else {
            take(withoutVotes(items), choose)
            state.counter += 1
            return false
        }
        let options = withoutVotes(renumbered(items))
        state.question = DialogueState.Question(asked: state.turn)
        state.question?.items = options
        return true
    }

    /// What can be chosen now: all, or in a second round those that were level.
    private var votable: [Item] {
        guard let question = state.question else { return [] }
        return question.items.filter { question.level.isEmpty || question.level.contains($0.number) }
    }

    mutating func question(_ choose: Choose, to party: Party) {
        let items = votable
        var lines = [words(choose.prompt, in: party.locale), list(items)]
        var choices: [Choice] = []
        if picks(choose) == 1 || !isShared && choose.keep == 1 {
            if items.count <= Limits.options { choices = items.map { button(String($0.number), short($0.text)) } }
        } else if choose.method == .rank {
            lines.append(words("engine/how-to-rank", in: party.locale))
        } else {
            lines.append(words("engine/how-to-dots", in: party.locale, ["count": .number(picks(choose))]))
        }
        effects.append(
            .say(Message(to: party.id, text: lines.joined(separator: "\n"), choices: choices, prompt: choose.prompt))
        )
    }

    /// Points of one party: a group or a person alone simply points at what it takes.
    private func picks(_ choose: Choose) -> Int {
        let count = state.question?.items.count ?? 0
        guard isShared else { return choose.keep }
        guard state.question?.round == 0 else { return 1 }
        switch choose.method {
        case .single: return 1
        case .dots: return choose.dots ?? Choose.dots(forOptions: count)
        case .rank: return count
        }
    }

    private func short(_ text: String) -> String {
        text.count <= Limits.buttonCharacters ? text : text.prefix(Limits.buttonCharacters - 1) + "…"
    }

    mutating func answer(_ said: String, to choose: Choose, from party: Party) {
        let items = votable
        guard let numbers = numbers(in: said) ?? byLabel(said, items) else {
            return isShared ? late(said, from: party) : misunderstood(party, "engine/choose-one")
        }
        guard numbers.allSatisfy({ number in items.contains { $0.number == number } }) else {
            return misunderstood(party, "engine/no-such-number")
        }
        let most = picks(choose)
        let isRanking = choose.method == .rank && isShared && state.question?.round == 0
        guard numbers.count <= most, !isRanking || Set(numbers).count == numbers.count else {
            return misunderstood(party, "engine/too-many-points", ["count": .number(most)])
        }
        give(party, numbers: numbers)
        isShared ? noted(party) : close(choose)
    }

    private func byLabel(_ said: String, _ items: [Item]) -> [Int]? {
        guard case .match(let index) = Dialogue.choose(said, among: items.map(\.text)) else { return nil }
        return [items[index].number]
    }

    mutating func close(_ choose: Choose) {
        guard let question = state.question else { return }
        var items = question.items
        let votes = question.given.compactMap(\.numbers)
        guard !votes.isEmpty || question.round > 0 else {
            for item in items { park(item, from: choose.from) }
            return settle(choose.name, nil)
        }
        let isSecond = question.round > 0
        let points = tally(votes, isSecond ? .single : choose.method)
        if !isSecond {
            for index in items.indices {
                items[index].points = points[items[index].number] ?? 0
                if isShared { items[index].fields = (items[index].fields ?? [:]).merging(voters(votes.count)) { $1 } }
            }
        }
        // In a second round only those that were level compete; the others keep the place they had.
        func rank(_ item: Item) -> (Int, Int, Int) {
            (item.points ?? 0, isSecond ? points[item.number] ?? 0 : 0, -item.number)
        }
        let order = items.sorted { rank($0) > rank($1) }
        if isShared, !isSecond, order.count > choose.keep, order[choose.keep].points == order[choose.keep - 1].points,
            order[choose.keep].points != 0
        {
            let level = items.filter { $0.points == order[choose.keep].points }.map(\.number)
            putAgain(round: 1, items: items, level: level)
            tellAll("engine/tie")
            for party in present { self.question(choose, to: party) }
            return
        }
        take(order, choose)
        settle(choose.name, state.answers[scoped(choose.name)], flags: state.flags[scoped(choose.name)] ?? [])
    }

    /// Keeps the first ones as chosen, and parks the rest.
    private mutating func take(_ order: [Item], _ choose: Choose) {
        // What nobody pointed at is not chosen, even where there was room for it.
        let kept = order.prefix(choose.keep).prefix { $0.points != 0 }.count
        var chosen = Array(order.prefix(kept))
        for item in order.dropFirst(kept) {
            park(item, from: choose.from)
        }
        // Of those that are taken, the originals under them would be lost with the list they came from.
        for item in chosen {
            for original in item.merged ?? [] where folded(original) != folded(item.text) {
                park(Item(number: 0, text: original), from: choose.from, ["under": .text(item.text)])
            }
        }
        if isShared, order.count > kept {
            tellAll("engine/chosen", ["answer": .text(chosen.map(\.text).joined(separator: "»\n«"))])
        }
        if !isShared { chosen = withoutVotes(chosen) }
        let value: Value? = choose.keep == 1 ? chosen.first.map { .text($0.text) } : .items(renumbered(chosen))
        state.answers[scoped(choose.name)] = value
        state.flags[scoped(choose.name)] = state.flags[scoped(choose.from)]
        remember(choose.keep == 1 ? chosen.first : nil, as: scoped(choose.name))
    }

    // MARK: What was voted

    /// The field of an item that says how many people voted.
    static let votersField = "people"

    private func withoutVotes(_ items: [Item]) -> [Item] {
        items.map { item in
            var item = item
            item.points = nil
            item.fields?[Self.votersField] = nil
            if item.fields?.isEmpty == true { item.fields = nil }
            return item
        }
    }

    /// Keeps what is known of the one that was chosen, beyond its words.
    private mutating func remember(_ item: Item?, as name: String) {
        let isMore = item.map { $0.role != nil || $0.points != nil || $0.fields != nil } ?? false
        guard isMore || state.chosen?[name] != nil else { return }
        var chosen = state.chosen ?? [:]
        chosen[name] = isMore ? item : nil
        state.chosen = chosen.isEmpty ? nil : chosen
    }

    private func voters(_ count: Int) -> [String: Value] { [Self.votersField: .number(count)] }

    /// The points of every number: one a dot; in a ranking, more for an earlier place.
    func tally(_ votes: [[Int]], _ method: Choose.Method) -> [Int: Int] {
        var points: [Int: Int] = [:]
        let longest = state.question?.items.count ?? 0
        for vote in votes {
            for (place, number) in vote.enumerated() {
                points[number, default: 0] += method == .rank ? longest - place : 1
            }
        }
        return points
    }
}
