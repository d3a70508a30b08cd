extension Event {
    /// Whether it is about who is there: nobody is sent away, or called back, by going back.
    fileprivate var isPresence: Bool {
        switch self {
        case .opened, .joined, .left: true
        case .control(_, let control): control == .seat
        case .said(_, .text(let text)):
            [.stop, .resume].contains(Command(text: text)) || Control(text: text) == .seat
        case .said, .tick, .adopted: false
        }
    }
}

/// The dialogue engine: `(program, state, event, moment) -> (state, effects)`, and nothing else.
///
/// It knows no file, clock, database or random number. The same program and the same events always lead to the same
/// state, so a dialogue can be stored between any two turns, simulated, and rebuilt from its log.
public enum Engine {
    /// Takes one event: what every host of the engine calls.
    ///
    /// - Parameter log: the dialogue's event log so far; only read when somebody goes back.
    public static func take(
        _ event: Event,
        program: Program,
        state: DialogueState,
        at moment: Moment,
        log: () throws -> [LogEntry]
    ) rethrows -> Turn {
        let (next, effects) = step(program, state, event, at: moment)
        var entry = LogEntry(turn: next.turn, event: event, moment: moment)
        guard case .rewind(let mark) = effects.first else { return Turn(state: next, effects: effects, entry: entry) }
        entry.rewinds = mark
        let (rebuilt, again) = fold(program, try log() + [entry])
        return Turn(state: rebuilt, effects: again, entry: entry)
    }

    /// Rebuilds a dialogue from its log.
    public static func replay(_ program: Program, _ log: [LogEntry]) -> DialogueState {
        fold(program, log).state
    }

    /// One event, without the log: pure, and cheap. Going back answers with `rewind`, which `take` carries out.
    public static func step(
        _ program: Program,
        _ state: DialogueState,
        _ event: Event,
        at moment: Moment
    ) -> (state: DialogueState, effects: [Effect]) {
        var run = Run(program: program, state: state, moment: moment)
        run.state.turn += 1
        switch event {
        case .opened(let mode, let parties, let given, let earlier):
            run.open(mode: mode, parties: parties, given: given, earlier: earlier ?? [])
        case .said(let party, let input): run.hear(input, from: party)
        case .joined(let party): run.join(party)
        case .left(let party): run.leave(party)
        case .control(let id, let control):
            if let party = run.state.parties.first(where: { $0.id == id }), run.isLead(party) || run.state.mode != .team
            {
                run.perform(control, by: party)
            }
        case .tick: run.tick()
        case .adopted(let state):
            run.state = state
            run.state.turn = run.state.turn + 1
        }
        return (run.state, run.effects)
    }

    /// Runs a log from its start, leaving out what was unmade; the effects are those of the last entry.
    private static func fold(_ program: Program, _ log: [LogEntry]) -> (state: DialogueState, effects: [Effect]) {
        var kept: [(entry: LogEntry, isUnmade: Bool)] = []
        // What happened on an earlier version is in the state that the newer one adopted.
        let start = log.lastIndex { if case .adopted = $0.event { true } else { false } } ?? 0
        for entry in log[start...] {
            if let mark = entry.rewinds {
                kept.removeAll { $0.entry.turn >= mark && !$0.entry.event.isPresence }
                for index in kept.indices where kept[index].entry.turn >= mark { kept[index].isUnmade = true }
            }
            kept.append((entry, false))
        }
        var state = DialogueState()
        var effects: [Effect] = []
        for (entry, isUnmade) in kept {
            state.turn = entry.turn - 1
            if isUnmade {
                var run = Run(program: program, state: state, moment: entry.moment)
                run.state.turn += 1
                run.recall(entry.event)
                (state, effects) = (run.state, [])
            } else if entry.rewinds != nil {
                var run = Run(program: program, state: state, moment: entry.moment)
                run.state.turn += 1
                run.askAgain()
                (state, effects) = (run.state, run.effects)
            } else {
                (state, effects) = step(program, state, entry.event, at: entry.moment)
            }
        }
        return (state, effects)
    }
}
