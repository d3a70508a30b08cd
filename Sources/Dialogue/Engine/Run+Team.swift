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
        program.instructions.indices.contains(state.counter) ? program.instructions[state.counter].operation : nil
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
            return gather.aloud || !isShared ? false : own.count >= gather.perPerson
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
        guard state.status == .waiting, let question = state.question, !question.given.isEmpty else { return false }
        var isEnough = missing.isEmpty
        if case .gather(let gather) = operation, let quorum = gather.quorum, isShared {
            isEnough = isEnough || answering.count - missing.count >= min(quorum, answering.count)
        }
        guard isEnough else { return false }
        close()
        return true
    }

    /// Closes the open question with what has come in.
    mutating func close() {
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
            state.flags[scoped(name)] = flags.isEmpty ? nil : flags
        }
        state.settled.append(state.turn)
        state.question = nil
        state.counter += 1
        proceed()
    }

    // MARK: Coming and going

    mutating func join(_ party: Party) {
        guard !state.isOver, state.status != .new, state.parties.count < Limits.parties else { return }
        if let index = state.parties.firstIndex(where: { $0.id == party.id }) {
            state.parties[index].left = nil
        } else {
            state.parties.append(party)
        }
        if state.status == .assembling {
            tell(party, "engine/joined-early")
            if let lead, lead.id != party.id { tell(lead, "engine/somebody-joined", ["count": .number(present.count)]) }
        } else {
            tell(party, "engine/joined-late", ["title": .text(program.title(in: party.locale))])
            question(to: party)
        }
    }

    mutating func leave(_ id: String) {
        guard let index = state.parties.firstIndex(where: { $0.id == id }) else { return }
        state.parties[index].left = true
        if present.isEmpty {
            state.status = .stopped
        } else {
            closeIfDone()
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
            if question.given.isEmpty, operation?.answerName != nil {
                if let lead { tell(lead, "engine/nobody-yet") }
            } else {
                close()
            }
        }
    }
}
