extension Run {
    /// The question at which the dialogue stands.
    var currentAsk: Ask? {
        guard program.instructions.indices.contains(state.counter),
            case .ask(let ask) = program.instructions[state.counter].operation
        else { return nil }
        return ask
    }

    /// Puts a question to everyone and waits.
    mutating func put(_ ask: Ask) {
        state.question = DialogueState.Question(asked: state.turn)
        for party in state.parties where party.left != true { question(ask, to: party) }
    }

    /// Says the open question to one party.
    mutating func question(_ ask: Ask, to party: Party) {
        let asked = state.question?.asked ?? state.turn
        let choices = options(of: ask).map {
            Choice(id: "\(asked).\($0)", label: label(of: $0, at: ask, in: party.locale))
        }
        var extra: [String: Value] = [:]
        if let chain = ask.chain { extra["chain"] = .text(lines(of: chain, in: party.locale)) }
        tell(party, ask.prompt, extra, choices: choices)
    }

    /// Says the open question once more, after an explanation.
    mutating func repeatQuestion(to party: Party) {
        guard let ask = currentAsk else { return }
        question(ask, to: party)
    }

    /// What a party said, while the dialogue waits.
    mutating func answer(_ input: Input, to ask: Ask, from party: Party) {
        switch understand(input, as: ask, from: party) {
        case .value(let value): settle(ask, value)
        case .misunderstood(let prompt, let extra):
            tell(party, prompt, extra)
            repeatQuestion(to: party)
        }
    }

    /// Keeps an answer and goes on.
    mutating func settle(_ ask: Ask, _ value: Value?) {
        state.answers[scoped(ask.name)] = value
        state.settled.append(state.turn)
        state.question = nil
        state.counter += 1
        proceed()
    }

    private enum Understood {
        case value(Value)
        case misunderstood(prompt: String, extra: [String: Value])
    }

    private func understand(_ input: Input, as ask: Ask, from party: Party) -> Understood {
        switch input {
        case .unsupported: return .misunderstood(prompt: "engine/words-please", extra: [:])
        case .choice(let id): return pressed(id, at: ask)
        case .text(let text):
            let count = text.count
            guard count <= Limits.answerCharacters else {
                let extra: [String: Value] = ["count": .number(count), "limit": .number(Limits.answerCharacters)]
                return .misunderstood(prompt: "engine/too-long", extra: extra)
            }
            return written(text, at: ask, locale: party.locale)
        }
    }

    /// A pressed button: only those of the open question count.
    private func pressed(_ id: String, at ask: Ask) -> Understood {
        guard let dot = id.firstIndex(of: "."), let asked = Int(id[..<dot]), asked == state.question?.asked else {
            return .misunderstood(prompt: "engine/old-button", extra: [:])
        }
        let option = String(id[id.index(after: dot)...])
        guard options(of: ask).contains(option) else { return .misunderstood(prompt: "engine/old-button", extra: [:]) }
        return .value(value(ofOption: option, at: ask))
    }

    private func value(ofOption option: String, at ask: Ask) -> Value {
        switch ask.answer {
        case .yesNo: .flag(option == "yes")
        case .number: Int(option).map(Value.number) ?? .option(option)
        case .text, .oneOf, .date: .option(option)
        }
    }

    /// Typed words, understood as the question asks.
    private func written(_ raw: String, at ask: Ask, locale: String) -> Understood {
        let text = tidy(raw)
        switch ask.answer {
        case .text:
            guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
                return .misunderstood(prompt: "engine/words-please", extra: [:])
            }
            return .value(.text(text))
        case .yesNo:
            if let answer = yesNo(text) { return .value(.flag(answer)) }
            return chosen(text, at: ask, locale: locale, otherwise: "engine/yes-or-no")
        case .oneOf:
            return chosen(text, at: ask, locale: locale, otherwise: "engine/choose-one")
        case .number(let from, let to):
            let extra: [String: Value] = ["from": .number(from), "to": .number(to)]
            guard let number = number(in: text), (from...to).contains(number) else {
                return .misunderstood(prompt: "engine/number-between", extra: extra)
            }
            return .value(.number(number))
        case .date:
            guard let day = day(in: text, today: moment.today) else {
                return .misunderstood(prompt: "engine/date-please", extra: [:])
            }
            return .value(.day(day))
        }
    }

    private func chosen(_ text: String, at ask: Ask, locale: String, otherwise prompt: String) -> Understood {
        let ids = options(of: ask)
        switch choose(text, among: ids.map { label(of: $0, at: ask, in: locale) }) {
        case .match(let index): return .value(value(ofOption: ids[index], at: ask))
        case .ambiguous, .none: return .misunderstood(prompt: prompt, extra: [:])
        }
    }
}

/// Words without the white space around them, and with line breaks as the only control characters.
private func tidy(_ raw: String) -> String {
    var text = raw.filter { character in
        character.isNewline || !character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
}
