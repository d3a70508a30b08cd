/// Everyone takes one of the options, and only how many took each is ever shown. Alone, it is a question like any other.
extension Run {
    /// A gathering of options as the question that it is for each person.
    func asking(_ gather: Gather) -> Ask? {
        gather.options.map { Ask(name: gather.name, prompt: gather.prompt, answer: .oneOf($0)) }
    }

    mutating func question(_ ask: Ask, of gather: Gather, to party: Party) {
        let choices = options(of: ask).map { button($0, label(of: $0, at: ask, in: party.locale)) }
        guard isShared else { return tell(party, ask.prompt, choices: choices) }
        let seen = gather.visibility == .hidden ? "engine/visible-private" : "engine/visible-counted"
        let text = words(ask.prompt, in: party.locale) + "\n" + words(seen, in: party.locale)
        effects.append(.say(Message(to: party.id, text: text, choices: choices, prompt: ask.prompt)))
    }

    mutating func close(_ ask: Ask, of gather: Gather) {
        let taken = given.compactMap { if case .option(let id) = $0.value { id } else { nil } }
        guard isShared || taken.count > 1 else {
            return settle(ask.name, taken.first.map(Value.option))
        }
        guard !taken.isEmpty else {
            tellAll("engine/nobody-wrote")
            return settle(ask.name, .items([]))
        }
        let counts = options(of: ask).map { id in (id: id, count: taken.count { $0 == id }) }
        for party in present {
            if gather.visibility == .hidden, party.facilitates != true {
                tell(party, "engine/received", ["count": .number(taken.count)])
            } else {
                let lines = counts.map { "\(label(of: $0.id, at: ask, in: party.locale)): \($0.count)" }
                let names: [String: Value] = [
                    "count": .number(taken.count), "items": .text(lines.joined(separator: "\n")),
                ]
                tell(party, "engine/counted", names)
            }
        }
        let locale = state.parties.first?.locale ?? ""
        let items = counts.filter { $0.count > 0 }.enumerated().map { index, entry in
            var item = Item(number: index + 1, text: label(of: entry.id, at: ask, in: locale))
            item.fields = ["count": .number(entry.count), "option": .option(entry.id)]
            return item
        }
        settle(ask.name, .items(items))
    }
}
