/// Statements on one scale. Only the distribution is kept, and not even that where few people answered.
extension Run {
    mutating func question(_ rate: Rate, to party: Party) {
        let done = given.first { $0.party == party.id }?.numbers?.count ?? 0
        let statements = phrase(rate.prompt, in: party.locale)?.options ?? [:]
        var lines = done == 0 ? [words(rate.prompt, in: party.locale)] : []
        if done == 0, isShared, answering.count < Rate.leastForBreakdown {
            lines.append(words("engine/few-people", in: party.locale))
        }
        guard done < rate.items.count else { return }
        lines.append("\(done + 1)/\(rate.items.count) «\(statements[rate.items[done]] ?? rate.items[done])»")
        let choices = (rate.from...rate.to).map { button("\(done).\($0)", String($0)) }
        effects.append(
            .say(Message(to: party.id, text: lines.joined(separator: "\n"), choices: choices, prompt: rate.prompt))
        )
    }

    mutating func answer(_ said: String, _ isPressed: Bool, to rate: Rate, from party: Party) {
        let own = given.first { $0.party == party.id }?.numbers ?? []
        let left = rate.items.count - own.count
        guard left > 0 else { return tell(party, "engine/already-answered") }
        var said = said
        if isPressed {
            // A button belongs to its statement: pressed again, it does not rate the next one.
            guard said.hasPrefix("\(own.count).") else { return misunderstood(party, "engine/old-button") }
            said = String(said.drop { $0 != "." }.dropFirst())
        }
        guard let numbers = numbers(in: said), !numbers.isEmpty, numbers.count <= left,
            numbers.allSatisfy({ (rate.from...rate.to).contains($0) })
        else {
            return misunderstood(party, "engine/number-between", ["from": .number(rate.from), "to": .number(rate.to)])
        }
        give(party, numbers: own + numbers)
        if own.count + numbers.count < rate.items.count {
            question(rate, to: party)
        } else {
            noted(party)
        }
    }

    mutating func close(_ rate: Rate) {
        let answers = given.compactMap(\.numbers)
        guard !answers.isEmpty else { return settle(rate.name, nil) }
        for (index, item) in rate.items.enumerated() {
            let points = answers.compactMap { $0.indices.contains(index) ? $0[index] : nil }
            var fields: [String: Value] = [
                "item": .text(item), "people": .number(points.count), "sum": .number(points.reduce(0, +)),
            ]
            if points.count >= Rate.leastForBreakdown || !isShared {
                let counts = (rate.from...rate.to).map { point in "\(point):\(points.count { $0 == point })" }
                fields["distribution"] = .text(counts.joined(separator: " "))
            }
            keep("rating", "", fields)
        }
        settle(rate.name, .number(answers.count))
    }
}
