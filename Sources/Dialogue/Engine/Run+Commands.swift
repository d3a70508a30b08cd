extension Run {
    /// What a party says: a command that works anywhere, or an answer.
    mutating func hear(_ input: Input, from id: String) {
        guard let party = state.parties.first(where: { $0.id == id }) else { return }
        if case .text(let text) = input, let spoken = CommandMessage(text: text), !isLabel(text, for: party) {
            obey(spoken.command, argument: spoken.argument, from: party, said: text)
        } else if state.isOver {
            tell(party, "engine/already-over")
        } else if state.status == .paused {
            resume(for: party)
        } else if let ask = currentAsk {
            answer(input, to: ask, from: party)
        }
    }

    /// Where a question offers exactly these words, they are its answer and not a command.
    private func isLabel(_ text: String, for party: Party) -> Bool {
        guard state.status == .waiting, let ask = currentAsk else { return false }
        let said = folded(text)
        return options(of: ask).contains { folded(label(of: $0, at: ask, in: party.locale)) == said }
    }

    private mutating func obey(_ command: Command, argument: String?, from party: Party, said text: String) {
        switch command {
        case .back:
            guard let mark = state.settled.last else {
                tell(party, "engine/nothing-before")
                return repeatQuestion(to: party)
            }
            effects = [.rewind(before: mark)]
        case .resume where state.status == .stopped:
            state.status = .waiting
            tell(party, "engine/resumed")
            repeatQuestion(to: party)
        case _ where state.isOver:
            tell(party, "engine/already-over")
        case .resume:
            resume(for: party)
        case _ where state.status == .paused && ![.stop, .pause, .help, .summary].contains(command):
            resume(for: party)
        case .stop:
            state.status = .stopped
            tellAll("engine/stopped")
        case .pause:
            state.status = .paused
            tellAll("engine/paused")
        case .summary:
            summarize(for: party)
        case .help:
            help(party)
        case .repeatQuestion:
            repeatQuestion(to: party)
        case .skip:
            skip(party, reason: argument)
        case .menu:
            tell(party, "engine/menu-inside")
            repeatQuestion(to: party)
        case .deleteData:
            tell(party, "engine/delete-data")
            repeatQuestion(to: party)
        case .keep, .next, .close, .reopen, .moreTime, .who:
            // Words that mean something only at certain questions: here they are an answer like any other.
            guard state.status == .waiting, let ask = currentAsk else { return resume(for: party) }
            answer(.text(text), to: ask, from: party)
        }
    }

    private mutating func resume(for party: Party) {
        if state.status == .paused {
            state.status = .waiting
            tell(party, "engine/resumed")
        }
        repeatQuestion(to: party)
    }

    private mutating func help(_ party: Party) {
        if let ask = currentAsk, let help = phrase(ask.prompt, in: party.locale)?.help {
            let text = fill(help) { name in value(name).map { plain($0, in: party.locale) } }
            effects.append(.say(Message(to: party.id, text: text, choices: [], prompt: "\(ask.prompt)/help")))
        }
        tell(party, "engine/help")
        repeatQuestion(to: party)
    }

    private mutating func skip(_ party: Party, reason: String?) {
        guard state.status == .waiting, let ask = currentAsk else { return resume(for: party) }
        guard ask.optional else {
            tell(party, "engine/cannot-skip")
            return repeatQuestion(to: party)
        }
        settle(ask, nil)
    }

    /// What the dialogue has recorded so far.
    private mutating func summarize(for party: Party) {
        let lines = state.outcomes.filter { !$0.text.isEmpty }.map { outcome in
            let kind = phrase("engine/outcome-kinds", in: party.locale)?.options[outcome.kind] ?? outcome.kind
            return "• \(kind): \(outcome.text)"
        }
        if lines.isEmpty {
            tell(party, "engine/summary-empty")
        } else {
            tell(party, "engine/summary", ["lines": .text(lines.joined(separator: "\n"))])
        }
        repeatQuestion(to: party)
    }

    /// After going back: says so, and asks again.
    mutating func askAgain(after prompt: String, for event: Event) {
        state.status = .waiting
        tellAll("engine/\(prompt)")
        guard let ask = currentAsk else { return }
        state.question = DialogueState.Question(asked: state.turn)
        for party in state.parties where party.left != true { question(ask, to: party) }
    }
}
