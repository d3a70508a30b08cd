/// A question. Alone, its answer settles it; in a team everyone answers, and the most frequent answer is taken.
extension Run {
    mutating func question(_ ask: Ask, to party: Party) {
        var extra: [String: Value] = [:]
        if let chain = ask.chain { extra["chain"] = .text(lines(of: chain, in: party.locale)) }
        if isVoting(ask), let items = state.question?.items {
            let text = words("engine/vote-proposals", in: party.locale) + "\n" + plain(.items(items), in: party.locale)
            let choices =
                items.count <= Limits.options ? items.map { button(String($0.number), String($0.number)) } : []
            effects.append(.say(Message(to: party.id, text: text, choices: choices, prompt: "engine/vote-proposals")))
        } else {
            let choices = open(ask).map { button($0, label(of: $0, at: ask, in: party.locale)) }
            tell(party, ask.prompt, extra, choices: choices)
        }
    }

    /// Whether proposals in words are being voted on.
    private func isVoting(_ ask: Ask) -> Bool {
        ask.answer == .text && (state.question?.round ?? 0) > 0
    }

    /// The options that can still be taken: all, or those that were level.
    private func open(_ ask: Ask) -> [String] {
        let level = state.question?.items.map(\.text) ?? []
        return options(of: ask).filter { level.isEmpty || level.contains($0) }
    }

    mutating func answer(_ said: String, _ isPressed: Bool, to ask: Ask, from party: Party) {
        if isVoting(ask) {
            let numbers = (state.question?.items ?? []).map(\.number)
            guard let number = number(in: said), numbers.contains(number) else {
                return misunderstood(party, "engine/choose-one")
            }
            give(party, numbers: [number])
            return noted(party)
        }
        var flags: [AnswerFlag] = []
        var value: Value
        switch understand(said, isPressed, as: ask, from: party) {
        case .misunderstood(let prompt, let names): return misunderstood(party, prompt, names)
        case .value(let understood): value = understood
        }
        if case .text(let text) = value {
            guard let passed = examine(text, from: party, checks: ask.checks, role: ask.role) else { return }
            (value, flags) = (.text(passed.text), passed.flags)
        }
        if isShared, !ask.aloud {
            give(party, value, flags: flags)
            noted(party)
        } else {
            settle(ask.name, value, flags: flags)
        }
    }

    /// Takes the answer that most gave; a tie gets one more round, and then the first of the level ones.
    mutating func close(_ ask: Ask) {
        guard let question = state.question else { return }
        if isVoting(ask) {
            let points = tally(question.given.compactMap(\.numbers), .single)
            let best = question.items.map { points[$0.number] ?? 0 }.max() ?? 0
            let level = question.items.filter { points[$0.number] ?? 0 == best }
            guard level.count > 1, question.round == 1 else { return decide(ask, level.first.map { .text($0.text) }) }
            putAgain(round: 2, items: level)
            tellAll("engine/tie")
            for party in present { self.question(ask, to: party) }
            return
        }
        var counted: [(value: Value, count: Int)] = []
        for value in question.given.compactMap(\.value) {
            if let index = counted.firstIndex(where: { same($0.value, value) }) {
                counted[index].count += 1
            } else {
                counted.append((value, 1))
            }
        }
        if ask.answer == .text, counted.count > 1 {
            let texts = shuffled(counted.compactMap { if case .text(let text) = $0.value { text } else { nil } })
            putAgain(round: 1, items: texts.enumerated().map { Item(number: $0.offset + 1, text: $0.element) })
            for party in present { self.question(ask, to: party) }
            return
        }
        let best = counted.map(\.count).max() ?? 0
        let level = counted.filter { $0.count == best }.map(\.value).sorted { place($0, ask) < place($1, ask) }
        if level.count > 1, question.round == 0, !options(of: ask).isEmpty {
            putAgain(round: 1, items: level.map { Item(number: 0, text: id(of: $0)) })
            tellAll("engine/tie")
            for party in present { self.question(ask, to: party) }
            return
        }
        decide(ask, level.first)
    }

    private mutating func decide(_ ask: Ask, _ value: Value?) {
        let flags = given.flatMap { $0.flags ?? [] }
        if let value {
            for party in present {
                tell(party, "engine/decided", ["answer": .text(reading(value, at: ask, in: party.locale))])
            }
        }
        // In a team, proposals in words that were not taken are parked.
        if isVoting(ask) {
            for item in state.question?.items ?? [] where .text(item.text) != value {
                keep("parked", item.text, ["from": .text(ask.name)])
            }
        }
        settle(ask.name, value, flags: flags)
    }

    private func reading(_ value: Value, at ask: Ask, in locale: String) -> String {
        if case .option(let id) = value { return label(of: id, at: ask, in: locale) }
        return plain(value, in: locale)
    }

    private func id(of value: Value) -> String {
        switch value {
        case .option(let id): id
        case .flag(let flag): flag ? "yes" : "no"
        case .number(let number): String(number)
        case .text, .day, .items: ""
        }
    }

    private func place(_ value: Value, _ ask: Ask) -> Int {
        if case .day(let day) = value { return (day.year * 100 + day.month) * 100 + day.day }
        if case .number(let number) = value { return number }
        return options(of: ask).firstIndex(of: id(of: value)) ?? 0
    }

    private func same(_ left: Value, _ right: Value) -> Bool {
        if case .text(let one) = left, case .text(let other) = right { return folded(one) == folded(other) }
        return left == right
    }

    // MARK: Understanding

    private enum Understood {
        case value(Value)
        case misunderstood(prompt: String, names: [String: Value])
    }

    private func understand(_ said: String, _ isPressed: Bool, as ask: Ask, from party: Party) -> Understood {
        if isPressed {
            guard open(ask).contains(said) else { return .misunderstood(prompt: "engine/old-button", names: [:]) }
            return .value(value(ofOption: said, at: ask))
        }
        switch ask.answer {
        case .text:
            guard said.says else { return .misunderstood(prompt: "engine/words-please", names: [:]) }
            return .value(.text(said))
        case .yesNo:
            if let answer = yesNo(said) { return .value(.flag(answer)) }
            return chosen(said, at: ask, locale: party.locale, otherwise: "engine/yes-or-no")
        case .oneOf:
            return chosen(said, at: ask, locale: party.locale, otherwise: "engine/choose-one")
        case .number(let from, let to):
            let left = open(ask)
            guard let number = number(in: said), (from...to).contains(number),
                left.isEmpty || left.contains(String(number))
            else {
                return .misunderstood(
                    prompt: "engine/number-between",
                    names: ["from": .number(from), "to": .number(to)]
                )
            }
            return .value(.number(number))
        case .date:
            guard let day = day(in: said, today: moment.today) else {
                return .misunderstood(prompt: "engine/date-please", names: [:])
            }
            return .value(.day(day))
        }
    }

    private func value(ofOption option: String, at ask: Ask) -> Value {
        switch ask.answer {
        case .yesNo: .flag(option == "yes")
        case .number: Int(option).map(Value.number) ?? .option(option)
        case .text, .oneOf, .date: .option(option)
        }
    }

    private func chosen(_ text: String, at ask: Ask, locale: String, otherwise prompt: String) -> Understood {
        let ids = open(ask)
        switch Dialogue.choose(text, among: ids.map { label(of: $0, at: ask, in: locale) }) {
        case .match(let index): return .value(value(ofOption: ids[index], at: ask))
        case .ambiguous, .none: return .misunderstood(prompt: prompt, names: [:])
        }
    }
}
