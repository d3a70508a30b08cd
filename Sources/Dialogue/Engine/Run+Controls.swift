extension Run {
    /// What whoever leads asks for.
    mutating func perform(_ control: Control, by party: Party) {
        if state.isOver, control != .back { return tell(party, "engine/already-over") }
        if control.words.count > Limits.answerCharacters {
            let names: [String: Value] = [
                "count": .number(control.words.count), "limit": .number(Limits.answerCharacters),
            ]
            return misunderstood(party, "engine/too-long", names)
        }
        switch control {
        case .next: next(party)
        case .back:
            guard let mark = state.settled.last else { return misunderstood(party, "engine/nothing-before") }
            effects = [.rewind(before: mark)]
        case .skip(let reason):
            guard state.status == .waiting else { return misunderstood(party, "engine/not-now") }
            pass(party, reason: reason)
        case .extend(let minutes): extend(minutes, party)
        case .add(let text): add(text, party)
        case .merge(let numbers):
            guard isBeforeVote, join(numbers) else { return misunderstood(party, "engine/not-now") }
            showItems(to: party)
        case .remove(let number): remove(number, party)
        case .tell(let text):
            for other in present { tell(other, "engine/from-lead", ["text": .text(text)]) }
        case .answer(let number, let text):
            guard state.status == .waiting, number > 0, number <= state.parties.count,
                state.parties[number - 1].left != true
            else { return tell(party, "engine/no-such-number") }
            answerFor(state.parties[number - 1], text, by: party)
        case .seat:
            guard seat(beside: party) else {
                return tell(party, "engine/full", ["count": .number(Limits.parties)])
            }
            tell(party, "engine/seated", ["count": .number(state.parties.count)])
        case .who: tellWho(party)
        }
    }

    private mutating func next(_ party: Party) {
        switch state.status {
        case .assembling: begin()
        case .paused:
            tellAll("engine/resumed")
            if wake() { return }
            for other in present { question(to: other) }
        default:
            release()
            guard operation?.answerName == nil || !given.isEmpty || state.question?.warned == true else {
                state.question?.warned = true
                return tell(party, "engine/nobody-yet")
            }
            if asksForMore() { return }
            close()
        }
    }

    private mutating func extend(_ minutes: Int, _ party: Party) {
        let more = Int64(max(1, min(minutes, 240))) * 60_000
        guard let closes = state.question?.closesAt else { return tell(party, "engine/no-time-limit") }
        state.question?.closesAt = max(closes, moment.milliseconds) + more
        tellAll("engine/more-time", ["count": .number(Int(more / 60_000))])
    }

    /// Whether the options can still be changed: they are on the table, and nobody has voted.
    private var isBeforeVote: Bool {
        guard state.status == .waiting, let question = state.question, !question.items.isEmpty else { return false }
        if case .merge = operation { return true }
        if case .choose = operation { return question.given.isEmpty && question.round == 0 }
        return false
    }

    private mutating func add(_ text: String, _ party: Party) {
        guard text.says else { return misunderstood(party, "engine/words-please") }
        if state.status == .waiting, case .gather(let gather) = operation, gather.options == nil {
            append(party, .text(text))
            return tell(party, "engine/added")
        }
        guard isBeforeVote, let items = state.question?.items else { return misunderstood(party, "engine/not-now") }
        state.question?.items.append(Item(number: (items.map(\.number).max() ?? 0) + 1, text: text))
        showItems(to: party)
    }

    private mutating func remove(_ number: Int, _ party: Party) {
        guard isBeforeVote, let items = state.question?.items, items.count > 1,
            let item = items.first(where: { $0.number == number })
        else { return misunderstood(party, "engine/not-now") }
        park(item, ["removed": .flag(true)])
        state.question?.items.removeAll { $0.number == number }
        showItems(to: party)
    }

    /// After a change of the options: a vote is put again to everyone, a merging to whoever leads.
    private mutating func showItems(to party: Party) {
        if case .choose(let choose) = operation {
            state.question?.asked = state.turn
            for other in present { question(choose, to: other) }
        } else {
            tell(party, "engine/merge-more", ["items": .text(list(state.question?.items ?? []))])
        }
    }

    private mutating func tellWho(_ party: Party) {
        let waiting = Set(missing.map(\.id))
        let lines = state.parties.enumerated().filter { $0.element.left != true }.map { index, other in
            let role = other.role ?? words("engine/somebody", in: party.locale)
            let mark =
                other.facilitates == true
                ? "🧭"
                : state.status == .assembling || state.question == nil ? "•" : waiting.contains(other.id) ? "…" : "✓"
            return "\(index + 1). \(role) \(mark)"
        }
        let names: [String: Value] = [
            "lines": .text(lines.joined(separator: "\n")), "count": .number(missing.count),
            "total": .number(answering.count),
        ]
        tell(party, "engine/who", names)
    }
}

extension Control {
    /// The words that it carries.
    var words: String {
        switch self {
        case .add(let text), .tell(let text), .answer(_, let text): text
        case .skip(let reason): reason ?? ""
        case .next, .back, .extend, .merge, .remove, .seat, .who: ""
        }
    }

    /// Whether its words could be an answer, such as `agregar: …` or `quitar 3`.
    var bringsWords: Bool {
        switch self {
        case .add, .tell, .answer, .merge, .remove: true
        case .next, .back, .skip, .extend, .seat, .who: false
        }
    }
}

extension Run {
    /// An answer for somebody without a phone: what the bot would say to them alone, it says to whoever leads.
    private mutating func answerFor(_ other: Party, _ text: String, by lead: Party) {
        let before = effects.count
        answer(.text(text), from: other)
        let isForOneself = effects[before...].allSatisfy {
            if case .say(let message) = $0 { message.to == other.id } else { false }
        }
        guard isForOneself else { return }
        for index in effects.indices.dropFirst(before) {
            guard case .say(var message) = effects[index] else { continue }
            message.to = lead.id
            effects[index] = .say(message)
        }
    }
}
