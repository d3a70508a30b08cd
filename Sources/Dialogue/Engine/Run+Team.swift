/// Who takes part in the open question, and who is still missing.
extension Run {
    /// Who is here.
    var present: [Party] { state.parties.filter { $0.left != true } }

    /// Who answers: everyone but those who only facilitate.
    var answering: [Party] {
        let speakers = present.filter { $0.facilitates != true }
        return speakers.isEmpty ? present : speakers
    }

    /// Who has the dialogue in hand: the facilitator, or else whoever opened it.
    var lead: Party? { present.first { $0.facilitates == true } ?? present.first }

    /// Whether several people answer, each from their own address.
    var isShared: Bool { state.mode == .team && answering.count > 1 }

    /// Whether whoever leads answers the open question for everyone.
    var isAloud: Bool {
        switch operation {
        case .ask(let ask): ask.aloud
        case .gather(let gather): gather.aloud
        case .merge, .wait: true
        default: false
        }
    }

    func isLead(_ party: Party) -> Bool { state.mode == .team && party.id == lead?.id }

    func answers(_ party: Party) -> Bool { answering.contains { $0.id == party.id } }

    /// The operation that waits.
    var operation: Operation? {
        program.instructions.indices.contains(state.counter)
            ? bounded(program.instructions[state.counter].operation) : nil
    }

    var given: [DialogueState.Given] { state.question?.given ?? [] }

    /// Whose answer the open question still waits for.
    var missing: [Party] { answering.filter { !isDone($0) } }

    private func isDone(_ party: Party) -> Bool {
        guard let question = state.question else { return true }
        if question.ready.contains(party.id) { return true }
        let own = question.given.filter { $0.party == party.id }
        switch operation {
        case .gather(let gather):
            return gather.aloud || state.mode != .team ? false : own.count >= mostOf(gather)
        case .rate(let rate):
            return own.first?.numbers?.count == rate.items.count
        case .agree where question.round == 1:
            return !isBelow(party) || own.contains { $0.value != nil && $0.numbers == nil }
        case .merge, .wait: return false
        default: return !own.isEmpty
        }
    }

    /// Replaces what a party has given.
    mutating func give(_ party: Party, _ value: Value? = nil, numbers: [Int]? = nil, flags: [AnswerFlag] = []) {
        state.question?.given.removeAll { $0.party == party.id }
        append(party, value, numbers: numbers, flags: flags)
    }

    /// Adds to what a party has given.
    mutating func append(_ party: Party, _ value: Value? = nil, numbers: [Int]? = nil, flags: [AnswerFlag] = []) {
        state.question?.given.append(
            DialogueState.Given(party: party.id, value: value, numbers: numbers, flags: flags.isEmpty ? nil : flags)
        )
    }

    /// After a contribution: closes the question when it was the last one, or says how many are missing.
    mutating func noted(_ party: Party) {
        if closeIfDone() { return }
        tell(party, "engine/noted", ["count": .number(missing.count), "total": .number(answering.count)])
    }

    /// Closes the open question if nobody is missing any more.
    @discardableResult
    mutating func closeIfDone() -> Bool {
        guard state.status == .waiting, let question = state.question else { return false }
        guard !question.given.isEmpty else { return closeIfAllPassed() }
        var isEnough = missing.isEmpty
        if case .gather(let gather) = operation, let quorum = gather.quorum, isShared {
            isEnough = isEnough || answering.count - missing.count >= min(quorum, answering.count)
        }
        guard isEnough else { return false }
        if !asksForMore() { close() }
        return true
    }

    /// Where everyone has passed over the question: goes on if it can do without, or asks whoever leads.
    private mutating func closeIfAllPassed() -> Bool {
        guard isShared, !isAloud, missing.isEmpty else { return false }
        switch operation {
        case .gather: break
        case .ask(let ask) where ask.optional: break
        default:
            state.question?.warned = true
            if let lead { tell(lead, "engine/nobody-yet") }
            return false
        }
        close()
        return true
    }

    /// Words about which a check asked back are kept as they are when the question closes; personal data alone are not.
    mutating func release() {
        for (id, held) in (state.question?.held ?? [:]).sorted(by: { $0.key < $1.key })
        where !held.flags.contains(.personalData) {
            state.question?.held[id] = nil
            for text in lines(of: held) {
                state.question?.given.append(
                    DialogueState.Given(party: id, value: .text(text), numbers: nil, flags: held.flags)
                )
            }
        }
    }

    /// Closes the open question with what has come in.
    mutating func close() {
        release()
        switch operation {
        case .ask(let ask): close(ask)
        case .gather(let gather): close(gather)
        case .choose(let choose): close(choose)
        case .agree(let agree): close(agree)
        case .rate(let rate): close(rate)
        case .merge(let merge): close(merge)
        case .wait: settle(nil, nil)
        default: break
        }
    }

    /// Keeps an answer, if there is one, and goes on.
    mutating func settle(_ name: String?, _ value: Value?, flags: [AnswerFlag] = []) {
        if let name {
            state.answers[scoped(name)] = value
            repick(name, value)
            state.flags[scoped(name)] = flags.isEmpty ? nil : flags
        }
        state.settled.append(state.turn)
        state.question = nil
        state.counter += 1
        proceed()
    }

    // MARK: Coming and going

    mutating func join(_ party: Party) {
        guard !state.isOver, state.status != .new else { return }
        guard admit(party) else { return tell(party, "engine/full", ["count": .number(Limits.parties)]) }
        if state.status == .assembling {
            tell(party, "engine/joined-early")
            if let lead, lead.id != party.id { tell(lead, "engine/somebody-joined", ["count": .number(present.count)]) }
        } else {
            tell(party, "engine/joined-late", ["title": .text(program.title(in: party.locale))])
            question(to: party)
        }
    }

    /// Takes somebody in, or back; false where no more people fit.
    private mutating func admit(_ party: Party) -> Bool {
        if let index = state.parties.firstIndex(where: { $0.id == party.id }) {
            state.parties[index].left = nil
        } else {
            guard state.parties.count < Limits.parties else { return false }
            state.parties.append(party)
        }
        return true
    }

    mutating func leave(_ id: String) {
        guard depart(id) else { return }
        if present.isEmpty {
            state.status = .stopped
        } else {
            closeIfDone()
        }
    }

    private mutating func depart(_ id: String) -> Bool {
        guard !state.isOver, let index = state.parties.firstIndex(where: { $0.id == id }) else { return false }
        state.parties[index].left = true
        return true
    }

    /// One more person, without a phone.
    mutating func seat(beside party: Party) -> Bool {
        let id = String((state.parties.compactMap { Int($0.id) }.max() ?? 0) + 1)
        return admit(Party(id: id, locale: party.locale))
    }

    /// What stays of an event that was unmade: who came and who went. It closes nothing and says nothing.
    mutating func recall(_ event: Event) {
        switch event {
        case .joined(let party): _ = admit(party)
        case .left(let id): _ = depart(id)
        case .control(let id, .seat):
            if let party = state.parties.first(where: { $0.id == id }) { _ = seat(beside: party) }
        case .said(let id, .text(let text)):
            guard state.mode == .team, let party = state.parties.first(where: { $0.id == id }) else { return }
            switch Command(text: text) {
            case .stop: if !isLead(party) { _ = depart(id) }
            case .resume: _ = admit(party)
            default: if isLead(party) { _ = seat(beside: party) }
            }
        case .opened, .said, .control, .tick, .adopted: break
        }
    }

    /// Looks at what the time asks for.
    mutating func tick() {
        guard state.status == .waiting, let question = state.question else { return }
        if let time = question.remindsAt, time <= moment.milliseconds {
            state.question?.remindsAt = nil
            for party in missing {
                tell(party, "engine/reminder")
                self.question(to: party)
            }
        }
        if let time = question.closesAt, time <= moment.milliseconds {
            state.question?.closesAt = nil
            release()
            if given.isEmpty, operation?.answerName != nil {
                state.question?.warned = true
                if let lead { tell(lead, "engine/nobody-yet") }
            } else {
                close()
            }
        }
    }
}
