/// Why a dialogue cannot go on with another version of its flow.
public enum MigrationRefusal: Error, Equatable, Sendable {
    /// The step at which it stands, or a part that is under way, is not in the other version.
    case stepIsGone(String)
    /// These answers have no place in the other version.
    case wouldLose([String])
}

extension Engine {
    /// The state of a dialogue as it stands on another version of its flow: at the same step, with the same answers.
    ///
    /// Steps are known by their names, so moving, adding or rewording steps is fine; nothing that was answered is lost.
    public static func migrated(
        _ state: DialogueState,
        from old: Program,
        to new: Program
    ) throws(MigrationRefusal) -> DialogueState {
        let known = Place.names.union(
            new.instructions.flatMap { [$0.operation.answerName, $0.operation.listName].compactMap(\.self) }
        )
        let lost = state.answers.keys.filter { name in
            let plain = name.split(separator: "/").last.map(String.init) ?? name
            return !known.contains(plain)
        }
        guard lost.isEmpty else { throw .wouldLose(lost.sorted()) }
        var state = state
        state.counter = try place(of: state.counter, from: old, to: new)
        var frames: [DialogueState.Frame] = []
        for frame in state.frames {
            switch frame {
            case .rounds(let at, let round, let previous):
                frames.append(.rounds(at: try place(of: at, from: old, to: new), round: round, previous: previous))
            case .each(let at, let round, let items, let since):
                let at = try place(of: at, from: old, to: new)
                frames.append(.each(at: at, round: round, items: items, since: since))
            case .run(let flow, let back, let since, let given):
                let back = try place(of: back - 1, from: old, to: new) + 1
                frames.append(.run(flow: flow, back: back, since: since, given: given))
            }
        }
        state.frames = frames
        // The way back ends here: before this point the log speaks of another version.
        state.settled = []
        return state
    }

    private static func place(of counter: Int, from old: Program, to new: Program) throws(MigrationRefusal) -> Int {
        guard old.instructions.indices.contains(counter) else { throw .stepIsGone("") }
        let instruction = old.instructions[counter]
        let place = new.instructions.firstIndex { other in
            other.step == instruction.step && other.operation.kind == instruction.operation.kind
        }
        guard let place else { throw .stepIsGone(instruction.step) }
        return place
    }
}

extension Operation {
    /// The name of the list that it adds to.
    fileprivate var listName: String? {
        if case .add(let add) = self { add.list } else { nil }
    }

    /// The name of the case, without what it holds.
    fileprivate var kind: String {
        switch self {
        case .say: "say"
        case .ask: "ask"
        case .gather: "gather"
        case .merge: "group"
        case .choose: "choose"
        case .agree: "agree"
        case .rate: "rate"
        case .wait: "wait"
        case .record: "record"
        case .recall: "recall"
        case .pick: "pick"
        case .suggest: "suggest"
        case .unless: "unless"
        case .jump: "jump"
        case .enterRepeat: "repeat"
        case .nextRound: "next"
        case .leaveRepeat: "leave"
        case .enterEach: "for-each"
        case .nextItem: "next-item"
        case .add: "add"
        case .run: "run"
        case .end: "end"
        }
    }
}
