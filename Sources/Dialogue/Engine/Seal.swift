extension Engine {
    /// The log of an anonymous question with its authors mixed and its times made equal, once the question is settled.
    ///
    /// Everything said between asking and settling changes hands by one and the same permutation, so the dialogue still
    /// replays to the same state, and nobody can tell from the log who said what, or when.
    ///
    /// - Parameters:
    ///   - log: the whole log.
    ///   - asked: the turn in which the question was asked.
    ///   - settled: the turn in which it was settled.
    ///   - lead: whoever leads; the controls are theirs, so they keep their own lines.
    ///   - random: numbers below its argument.
    public static func sealed(
        _ log: [LogEntry],
        asked: Int,
        settled: Int,
        lead: String?,
        random: (Int) -> Int
    ) -> [LogEntry] {
        let segment = log.filter { $0.turn > asked && $0.turn <= settled && $0.rewinds == nil }
        // Who came, went, or was answered for in the meantime cannot change hands and still replay.
        var apart = Set([lead].compactMap(\.self))
        for event in segment.map(\.event) { apart.formUnion(event.ties) }
        let hasChangedHands = lead.map { segment.map(\.event).contains(.left(party: $0)) } ?? true
        let said = segment.compactMap { if case .said(let party, _) = $0.event { party } else { nil } }
        let speakers = here(log, at: asked).intersection(said).subtracting(apart).sorted()
        var mixed = speakers
        if !hasChangedHands {
            for index in mixed.indices.dropFirst().reversed() { mixed.swapAt(index, random(index + 1)) }
        }
        let hands = Dictionary(uniqueKeysWithValues: zip(speakers, mixed))
        let moment = log.first { $0.turn == asked }?.moment
        return segment.map { entry in
            guard case .said(let party, let input) = entry.event, let other = hands[party] else { return entry }
            var entry = entry
            entry.event = .said(party: other, input)
            // The day stays, for "tomorrow" depends on it; so does the time of the turn in which the next question was put.
            if let moment, entry.turn < settled { entry.moment.milliseconds = moment.milliseconds }
            return entry
        }
    }
}

extension Engine {
    /// Who had come in by a turn, and not left again.
    private static func here(_ log: [LogEntry], at turn: Int) -> Set<String> {
        var here: Set<String> = []
        for event in log.filter({ $0.turn <= turn }).map(\.event) {
            switch event {
            case .opened(_, let parties, _, _): here.formUnion(parties.map(\.id))
            case .joined(let party): here.insert(party.id)
            case .left(let id): here.remove(id)
            case .said(let id, .text(let text)) where Command(text: text) == .stop: here.remove(id)
            case .said, .control, .tick, .adopted: break
            }
        }
        return here
    }
}

extension Event {
    /// The parties to whom this event is tied by more than their answers.
    fileprivate var ties: [String] {
        switch self {
        case .joined(let party): [party.id]
        case .left(let id): [id]
        case .control(_, .answer(let number, _)): [String(number)]
        case .said(let id, .text(let text)):
            if case .answer(let number, _)? = Control(text: text) {
                [id, String(number)]
            } else {
                [.stop, .resume].contains(Command(text: text)) ? [id] : []
            }
        case .opened, .said, .control, .tick, .adopted: []
        }
    }
}

extension DialogueState {
    /// Whether what is said to the open question must not be tied to who says it.
    public func isAnonymous(in program: Program) -> Bool {
        guard status == .waiting, mode == .team, question != nil, program.instructions.indices.contains(counter) else {
            return false
        }
        let run = Run(program: program, state: self, moment: Moment(milliseconds: 0, today: .first))
        guard run.isShared, !run.isAloud else { return false }
        if case .gather(let gather) = run.operation { return gather.visibility != .signed }
        return true
    }

    /// Whether a party was told that nobody will know what of the open question's answers is theirs.
    ///
    /// Their voice or handwriting would tell, so what is not words has no place there.
    public func promisesNoAuthor(to party: String, in program: Program) -> Bool {
        guard status == .waiting, mode == .team, question != nil, program.instructions.indices.contains(counter) else {
            return false
        }
        let run = Run(program: program, state: self, moment: Moment(milliseconds: 0, today: .first))
        guard run.isShared, !run.isAloud else { return false }
        return switch run.operation {
        case .ask: false
        case .gather(let gather) where gather.visibility == .signed: parties.first { $0.id == party }?.role == nil
        default: true
        }
    }

    /// Who has the dialogue in hand, if it is a team's.
    public var leadID: String? {
        guard mode == .team else { return nil }
        let present = parties.filter { $0.left != true }
        return (present.first { $0.facilitates == true } ?? present.first)?.id
    }
}
