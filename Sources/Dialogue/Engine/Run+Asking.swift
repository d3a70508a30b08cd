extension Run {
    /// The question at which the dialogue stands.
    var currentAsk: Ask? {
        switch operation {
        case .ask(let ask): ask
        case .gather(let gather): asking(gather)
        default: nil
        }
    }

    /// Puts the question of the current instruction to everyone, and waits.
    mutating func put(keeping before: DialogueState.Question? = nil) {
        let items = state.question?.items ?? []
        state.question = DialogueState.Question(asked: state.turn)
        state.question?.items = items
        if let before {
            state.question = before
            state.question?.asked = state.turn
        }
        let minute: Int64 = 60_000
        switch operation {
        case .gather(let gather) where isShared:
            state.question?.closesAt = gather.minutes.map { moment.milliseconds + Int64($0) * minute }
            state.question?.remindsAt = gather.remindAfter.map { moment.milliseconds + Int64($0) * minute }
        case .wait(let wait):
            state.question?.closesAt = wait.minutes.map { moment.milliseconds + Int64($0) * minute }
        default: break
        }
        for party in present { question(to: party) }
    }

    /// Puts a further round of the same question.
    mutating func putAgain(round: Int, items: [Item] = [], level: [Int] = []) {
        state.question?.asked = state.turn
        state.question?.round = round
        state.question?.given = []
        state.question?.ready = []
        state.question?.items = items
        state.question?.level = level
    }

    /// Says the open question to one party.
    mutating func question(to party: Party) {
        if state.status == .assembling {
            return tell(party, isLead(party) ? "engine/assembling" : "engine/joined-early")
        }
        guard state.question != nil else { return }
        switch operation {
        case .ask(let ask): question(ask, to: party)
        case .gather(let gather): question(gather, to: party)
        case .merge(let merge): question(merge, to: party)
        case .choose(let choose): question(choose, to: party)
        case .agree(let agree): question(agree, to: party)
        case .rate(let rate): question(rate, to: party)
        case .wait(let wait): question(wait, to: party)
        default: break
        }
    }

    /// A button of the open question.
    func button(_ option: String, _ label: String) -> Choice {
        Choice(id: "\(state.question?.asked ?? state.turn).\(option)", label: label)
    }

    /// What a party said while the dialogue waits.
    mutating func answer(_ input: Input, from party: Party) {
        if isShared, isAloud {
            guard isLead(party) else { return aside(input, from: party) }
        } else if state.mode == .team, !isAloud, !answers(party) {
            return tell(party, "engine/you-guide")
        }
        if case .unsupported = input { return misunderstood(party, "engine/words-please") }
        if case .text(let text) = input, text.utf8.count > Limits.answerCharacters, text.count > Limits.answerCharacters
        {
            let names: [String: Value] = ["count": .number(text.count), "limit": .number(Limits.answerCharacters)]
            return misunderstood(party, "engine/too-long", names)
        }
        var said = ""
        switch input {
        case .text(let text): said = tidy(text)
        case .choice(let id):
            guard let option = pressed(id) else { return misunderstood(party, "engine/old-button") }
            said = option
        case .unsupported: break
        }
        let isPressed = if case .choice = input { true } else { false }
        switch operation {
        case .ask(let ask): answer(said, isPressed, to: ask, from: party)
        case .gather(let gather):
            if let ask = asking(gather) {
                answer(said, isPressed, to: ask, from: party)
            } else {
                answer(said, to: gather, from: party)
            }
        case .merge(let merge): answer(said, to: merge, from: party)
        case .choose(let choose): answer(said, to: choose, from: party)
        case .agree(let agree): answer(said, to: agree, from: party)
        case .rate(let rate): answer(said, isPressed, to: rate, from: party)
        case .wait: close()
        default: break
        }
    }

    /// What somebody says while whoever leads answers for the team: kept if it is an idea, and never an answer.
    mutating func aside(_ input: Input, from party: Party) {
        if case .text(let text) = input, case .merge = operation, isIdea(text) { return late(tidy(text), from: party) }
        if case .ask = operation { return tell(party, "engine/lead-answers") }
        if case .gather = operation { return tell(party, "engine/lead-answers") }
        question(to: party)
    }

    /// Says why something is no answer, and asks again.
    mutating func misunderstood(_ party: Party, _ prompt: String, _ names: [String: Value] = [:]) {
        tell(party, prompt, names)
        question(to: party)
    }

    /// The option of a pressed button; only those of the open question count.
    private func pressed(_ id: String) -> String? {
        guard let dot = id.firstIndex(of: "."), let asked = Int(id[..<dot]), asked == state.question?.asked else {
            return nil
        }
        return String(id[id.index(after: dot)...])
    }

    /// Words as the checks let them pass; `nil` where the bot asked back and waits.
    ///
    /// A check asks once and twice in an answer at most, never blocks, and never judges a person; `mantener` keeps the
    /// words. Personal data alone are held until they are taken out or kept on purpose.
    mutating func examine(
        _ text: String,
        from party: Party,
        checks: [AnswerFlag],
        role: String?
    ) -> (text: String, flags: [AnswerFlag])? {
        guard !checks.isEmpty else { return (text, []) }
        let held = state.question?.held[party.id]
        if let held, Command(text: text) == .keep {
            state.question?.held[party.id] = nil
            return (held.text, held.flags)
        }
        let text = completed(text, held)
        let found = findings(in: text, checks: checks, context: checkContext(role))
        let flags = flags(of: found)
        let asked = held?.asked ?? []
        let mayAsk = asked.count { $0 != .personalData } < 2
        let next =
            found.first { $0.flag == .personalData } ?? found.first { mayAsk && !asked.contains($0.flag) }
        guard let next else {
            state.question?.held[party.id] = nil
            if let held, folded(held.text) != folded(text) { park(held) }
            return (text, flags)
        }
        state.question?.held[party.id] = DialogueState.Held(text: text, flags: flags, asked: asked + [next.flag])
        askBack(next, to: party, isFirst: held == nil)
        return nil
    }

    /// Asked only for what is missing, many write only that: a few words then stay behind the ones they complete.
    private func completed(_ text: String, _ held: DialogueState.Held?) -> String {
        guard let held, held.asked.last == .incomplete,
            text.split(whereSeparator: \.isWhitespace).count < Checks.fewestWords
        else { return text }
        let knows = !["no se", "no sabemos", "ni idea", "we do not know", "i do not know"].contains(folded(text))
        return knows ? "\(held.text) (\(text))" : held.text
    }

    private func flags(of found: [Finding]) -> [AnswerFlag] {
        found.map(\.flag).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What the checks notice in words, without asking.
    func flags(in text: String, checks: [AnswerFlag], role: String?) -> [AnswerFlag] {
        flags(of: findings(in: text, checks: checks, context: checkContext(role)))
    }

    private mutating func askBack(_ finding: Finding, to party: Party, isFirst: Bool) {
        let plain = "checks/check-\(finding.flag.rawValue)"
        let special = finding.variant.map { "\(plain)-\($0)" }
        let prompt = special.flatMap { phrase($0, in: party.locale) == nil ? nil : $0 } ?? plain
        let names: [String: Value] = [
            "words": .text(finding.words.joined(separator: "», «")), "related": .text(finding.related ?? ""),
        ]
        var text = words(prompt, in: party.locale, names)
        if isFirst || finding.flag == .personalData { text += "\n" + words("engine/keep-hint", in: party.locale) }
        effects.append(.say(Message(to: party.id, text: text, choices: [], prompt: prompt)))
    }

    /// What was said before a check's question is never lost: an idea stays an idea, a second cause is parked.
    private mutating func park(_ held: DialogueState.Held) {
        // Words with personal data were to be taken out, not kept elsewhere.
        guard !held.flags.contains(.personalData) else { return }
        if held.asked.contains(.solution) {
            keep("idea", held.text, isPrivate ? [Self.privateField: .flag(true)] : [:])
        } else if held.asked.contains(.several) {
            keep("parked", held.text, isPrivate ? [Self.privateField: .flag(true)] : [:])
        }
    }

    /// What a message held back, one contribution a line where the question takes several.
    func lines(of held: DialogueState.Held) -> [String] {
        guard case .gather(let gather) = operation, mostOf(gather) > 1 else { return [held.text] }
        return held.text.split(separator: "\n").map(String.init)
    }

    private func checkContext(_ role: String?) -> CheckContext {
        var level = 1
        for case .rounds(_, let round, _) in state.frames { level = round }
        let problem: String? = if case .text(let text) = value("problem") { text } else { nil }
        return CheckContext(
            kind: role.flatMap(CheckContext.Kind.init(rawValue:)) ?? .other,
            problem: role == "problem" ? nil : problem,
            ancestors: links(of: "why").map(\.text),
            level: level
        )
    }
}

/// Words without the white space around them, and with line breaks as the only control characters.
private func tidy(_ raw: String) -> String {
    var text = raw
    if raw.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) {
        text = raw.filter { character in
            character.isNewline || !character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
        }
    }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
}

extension String {
    /// Whether there is a word or a number in it.
    var says: Bool { contains { $0.isLetter || $0.isNumber } }
}
