/// Fist to five: 0 blocks, 5 leads. Who is below three is heard, and then everyone once more.
extension Run {
    mutating func question(_ agree: Agree, to party: Party) {
        if state.question?.round == 1 {
            tell(party, isBelow(party) ? "engine/what-would-you-need" : "engine/we-listen")
        } else {
            let text = words(agree.prompt, in: party.locale) + "\n" + words("engine/fist-to-five", in: party.locale)
            let choices = (0...5).map { button(String($0), String($0)) }
            effects.append(.say(Message(to: party.id, text: text, choices: choices, prompt: agree.prompt)))
        }
    }

    /// Whether a party's number was below the support that is needed.
    func isBelow(_ party: Party) -> Bool {
        state.question?.given.contains { $0.party == party.id && ($0.numbers?.first ?? Agree.support) < Agree.support }
            ?? false
    }

    mutating func answer(_ said: String, to agree: Agree, from party: Party) {
        if state.question?.round == 1 {
            guard isBelow(party) else { return tell(party, "engine/we-listen") }
            guard said.says else { return misunderstood(party, "engine/words-please") }
            state.question?.given.removeAll { $0.party == party.id && $0.value != nil }
            append(party, .text(said))
            return noted(party)
        }
        guard let number = number(in: said), (0...5).contains(number) else {
            return misunderstood(party, "engine/number-between", ["from": .number(0), "to": .number(5)])
        }
        give(party, numbers: [number])
        noted(party)
    }

    mutating func close(_ agree: Agree) {
        guard let question = state.question else { return }
        if question.round == 1 { return hear(question, agree) }
        let numbers = question.given.compactMap { $0.numbers?.first }.sorted(by: >)
        // Nobody's silence is agreement.
        guard !numbers.isEmpty else { return settle(agree.name, nil) }
        let isAgreed = numbers.allSatisfy { $0 >= Agree.support }
        if !isAgreed, question.round == 0 {
            state.question?.round = 1
            state.question?.asked = state.turn
            state.question?.ready = []
            for party in present { self.question(agree, to: party) }
            return
        }
        let result = isAgreed ? "agreed" : "dissent"
        keep(
            "consensus",
            "",
            [
                "about": .text(agree.name), "result": .text(result), "people": .number(numbers.count),
                "numbers": .text(numbers.map(String.init).joined(separator: " ")),
                "rounds": .number(question.round == 0 ? 1 : 2),
            ]
        )
        tellAll(isAgreed ? "engine/agreed" : "engine/dissent")
        settle(agree.name, .option(result))
    }

    /// Everyone reads what those with reservations need, without their names, and votes again.
    private mutating func hear(_ question: DialogueState.Question, _ agree: Agree) {
        let words = shuffled(question.given.compactMap { if case .text(let text) = $0.value { text } else { nil } })
        for text in words { keep("reservation", text, ["about": .text(agree.name)]) }
        putAgain(round: 2)
        if !words.isEmpty, isShared {
            tellAll("engine/reservations", ["items": .text(words.map { "• \($0)" }.joined(separator: "\n"))])
        }
        for party in present { self.question(agree, to: party) }
    }
}
