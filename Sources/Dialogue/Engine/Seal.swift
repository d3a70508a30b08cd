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
        _ log: [LogEntry], asked: Int, settled: Int, lead: String?, random: (Int) -> Int
    ) -> [LogEntry] {
        let segment = log.filter { $0.turn > asked && $0.turn <= settled && $0.rewinds == nil }
        var speakers: [String] = []
        for case .said(let party, _) in segment.map(\.event) where party != lead && !speakers.contains(party) {
            speakers.append(party)
        }
        speakers.sort()
        var mixed = speakers
        for index in mixed.indices.dropFirst().reversed() { mixed.swapAt(index, random(index + 1)) }
        let hands = Dictionary(uniqueKeysWithValues: zip(speakers, mixed))
        let moment = log.first { $0.turn == asked }?.moment
        return segment.map { entry in
            guard case .said(let party, let input) = entry.event, let other = hands[party] else { return entry }
            var entry = entry
            entry.event = .said(party: other, input)
            if let moment { entry.moment = moment }
            return entry
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

    /// Who has the dialogue in hand, if it is a team's.
    public var leadID: String? {
        guard mode == .team else { return nil }
        let present = parties.filter { $0.left != true }
        return (present.first { $0.facilitates == true } ?? present.first)?.id
    }
}
