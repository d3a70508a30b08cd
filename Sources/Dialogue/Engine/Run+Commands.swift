extension Run {
    /// What a party says: a control of whoever leads, a command that works anywhere, or an answer.
    mutating func hear(_ input: Input, from id: String) {
        guard let index = state.parties.firstIndex(where: { $0.id == id }) else { return }
        if state.parties[index].left == true {
            guard case .text(let text) = input, Command(text: text) == .resume, state.status != .finished else {
                return tell(state.parties[index], state.isOver ? "engine/already-over" : "engine/you-left")
            }
            state.parties[index].left = nil
        }
        let party = state.parties[index]
        if case .text(let text) = input, !isLabel(text, for: party) {
            // While a check waits for other words, only what cannot be such words is a control.
            if isLead(party), let control = Control(text: text),
                state.question?.held[party.id] == nil || !control.bringsWords
            {
                return perform(control, by: party)
            }
            if let correction = Correction(text: text) {
                return correct(correction, by: party)
            }
            if let spoken = CommandMessage(text: text) {
                return obey(spoken.command, argument: spoken.argument, from: party, input: input)
            }
        }
        listen(input, from: party)
    }

    private mutating func listen(_ input: Input, from party: Party) {
        if state.isOver {
            tell(party, "engine/already-over")
        } else if state.status == .paused {
            resume(for: party)
        } else if state.status == .assembling {
            tell(party, isLead(party) ? "engine/assembling" : "engine/joined-early")
        } else {
            answer(input, from: party)
        }
    }

    /// Where a question offers exactly these words, they are its answer and not a command.
    private func isLabel(_ text: String, for party: Party) -> Bool {
        guard state.status == .waiting, let ask = currentAsk else { return false }
        let options = options(of: ask)
        guard !options.isEmpty else { return false }
        let said = folded(text)
        return options.contains { folded(label(of: $0, at: ask, in: party.locale)) == said }
    }

    private mutating func obey(_ command: Command, argument: String?, from party: Party, input: Input) {
        switch command {
        case .back:
            isShared && !isLead(party) ? withdraw(party) : goBack(party)
        case .resume where state.status == .stopped:
            resume(for: party)
        case _ where state.isOver:
            tell(party, "engine/already-over")
        case .resume:
            resume(for: party)
        case _ where state.status == .paused && ![.stop, .pause, .help, .summary].contains(command):
            resume(for: party)
        case .stop:
            stop(party)
        case .pause:
            guard state.mode != .team || isLead(party) else { return tell(party, "engine/only-lead") }
            state.status = .paused
            tellAll("engine/paused")
        case .summary:
            summarize(for: party)
        case .help:
            help(party)
        case .repeatQuestion:
            question(to: party)
        case .skip:
            skip(party, reason: argument)
        case .menu:
            tell(party, "engine/menu-inside")
            question(to: party)
        case .deleteData:
            tell(party, "engine/delete-data")
            question(to: party)
        case .next, .close, .reopen, .moreTime, .who:
            // In a team these belong to whoever leads, and are nobody's answer; elsewhere they are words like any other.
            guard isShared else { return listen(input, from: party) }
            tell(party, "engine/only-lead")
        case .keep:
            // Means something only where a check waits: elsewhere, an answer like any other.
            listen(input, from: party)
        }
    }

    private mutating func goBack(_ party: Party) {
        guard let mark = state.settled.last else {
            tell(party, "engine/nothing-before")
            return question(to: party)
        }
        effects = [.rewind(before: mark)]
    }

    /// In a team, a person takes back their own last words; only whoever leads takes back what the team settled.
    private mutating func withdraw(_ party: Party) {
        if state.isOver { return tell(party, "engine/already-over") }
        // While reservations are heard, the numbers that led there stand.
        let isHearing = if case .agree = operation { state.question?.round == 1 } else { false }
        let last = given.lastIndex { $0.party == party.id && (!isHearing || $0.value != nil) }
        guard let index = last else { return misunderstood(party, "engine/nothing-of-yours") }
        state.question?.given.remove(at: index)
        state.question?.ready.removeAll { $0 == party.id }
        misunderstood(party, "engine/withdrawn")
    }

    private mutating func stop(_ party: Party) {
        if state.mode == .team, !isLead(party) {
            tell(party, "engine/you-left")
            return leave(party.id)
        }
        state.status = .stopped
        tellAll("engine/stopped")
    }

    private mutating func resume(for party: Party) {
        if state.status == .paused || state.status == .stopped {
            tell(party, "engine/resumed")
            if wake() { return }
        }
        question(to: party)
    }

    /// Goes on after a pause; true where that alone moved the dialogue, because nobody is missing any more.
    mutating func wake() -> Bool {
        guard state.question != nil || state.mode != .team else {
            state.status = .assembling
            return false
        }
        state.status = .waiting
        return closeIfDone()
    }

    private mutating func help(_ party: Party) {
        if let prompt = operation?.prompt, let help = phrase(prompt, in: party.locale)?.help {
            let text = fill(help) { name in value(name).map { plain($0, in: party.locale) } }
            effects.append(.say(Message(to: party.id, text: text, choices: [], prompt: "\(prompt)/help")))
        }
        tell(party, "engine/help")
        if isLead(party) { tell(party, "engine/help-lead") }
        question(to: party)
    }

    private mutating func skip(_ party: Party, reason: String?) {
        guard state.status == .waiting else { return resume(for: party) }
        if isShared, !isLead(party) {
            guard !isAloud else { return aside(.text(""), from: party) }
            state.question?.ready.append(party.id)
            return noted(party)
        }
        pass(party, reason: reason)
    }

    /// Passes over the open question for everyone. The options of a choice are parked.
    mutating func pass(_ party: Party, reason: String?) {
        if case .ask(let ask) = operation, !ask.optional { return misunderstood(party, "engine/cannot-skip") }
        if let reason { keep("skipped", reason, ["about": .text(operation?.answerName ?? "")]) }
        if case .choose(let choose) = operation {
            for item in state.question?.items ?? [] { park(item, from: choose.from) }
        }
        if case .merge(let merge) = operation { return close(merge) }
        settle(operation?.answerName, nil)
    }

    /// What the dialogue has recorded so far.
    private mutating func summarize(for party: Party) {
        let kinds = phrase("engine/outcome-kinds", in: party.locale)?.options ?? [:]
        let lines = spoken.enumerated().compactMap { index, outcome -> String? in
            guard outcome.fields[Self.privateField] == nil || party.facilitates == true else { return nil }
            return "\(index + 1). \(kinds[outcome.kind] ?? outcome.kind): \(outcome.text)"
        }
        if lines.isEmpty {
            tell(party, "engine/summary-empty")
        } else {
            tell(party, "engine/summary", ["lines": .text(lines.joined(separator: "\n"))])
        }
        question(to: party)
    }

    /// After going back: says so, and asks again.
    mutating func askAgain() {
        state.status = .waiting
        tellAll("engine/went-back")
        // What others had already said to this question stays said.
        put(keeping: state.question)
    }
}
