/// One turn under way: a working copy of the state, and what it has asked of the world so far.
struct Run {
    let program: Program
    var state: DialogueState
    let moment: Moment
    var effects: [Effect] = []

    init(program: Program, state: DialogueState, moment: Moment) {
        self.program = program
        self.state = state
        self.moment = moment
    }

    /// Begins the dialogue.
    mutating func open(mode: Mode, parties: [Party], given: [String: Value]) {
        guard state.status == .new else { return }
        state.mode = mode
        state.parties = Array(parties.prefix(Limits.parties))
        state.answers = given
        state.status = .waiting
        proceed()
    }

    /// Runs instructions until one of them waits or the dialogue ends.
    mutating func proceed() {
        for _ in 0..<Limits.instructionsPerTurn {
            guard program.instructions.indices.contains(state.counter) else { return finish() }
            switch program.instructions[state.counter].operation {
            case .say(let prompt):
                state.counter += 1
                tellAll(prompt)
            case .ask(let ask):
                return put(ask)
            case .record(let record):
                state.counter += 1
                write(record)
            case .unless(let condition, let otherwise):
                let holds = condition.holds(lookup: { value($0) }, count: { outcomes(of: $0).count })
                state.counter = holds ? state.counter + 1 : otherwise
            case .jump(let target):
                state.counter = target
            case .enterRepeat(let loop):
                state.frames.append(
                    .rounds(at: state.counter, round: 1, previous: loop.startsFrom.flatMap { value($0) })
                )
                state.counter += 1
            case .nextRound(let first):
                nextRound(from: first)
            case .leaveRepeat:
                state.frames.removeLast()
                state.counter += 1
            case .run(let flow, let first):
                guard state.frames.count < Limits.calls + 8 else { return finish() }
                state.frames.append(.run(flow: flow, back: state.counter + 1))
                state.counter = first
            case .end:
                guard case .run(_, let back) = state.frames.popLast() else { return finish() }
                state.counter = back
            }
        }
        // Checked programs never come here: a repeat always waits or ends.
        tellAll("engine/too-long-a-turn")
        state.status = .stopped
    }

    private mutating func finish() {
        state.status = .finished
        state.question = nil
    }

    private mutating func nextRound(from first: Int) {
        guard case .rounds(let at, let round, _) = state.frames.last,
            case .enterRepeat(let loop) = program.instructions[at].operation
        else { return finish() }
        guard round < loop.atMost else {
            state.counter += 1
            return
        }
        let previous = (loop.continuesFrom ?? loop.startsFrom).flatMap { value($0) }
        state.frames[state.frames.count - 1] = .rounds(at: at, round: round + 1, previous: previous)
        for case .ask(let ask) in program.instructions[first..<state.counter].map(\.operation) {
            state.answers[scoped(ask.name)] = nil
        }
        state.counter = first
    }

    // MARK: Names

    /// The flow whose instructions are running.
    var flow: String {
        for case .run(let flow, _) in state.frames.reversed() { return flow }
        return program.flow
    }

    /// The name under which the running flow keeps an answer.
    func scoped(_ name: String) -> String {
        let flow = flow
        return flow == program.flow ? name : "\(flow)/\(name)"
    }

    /// What a name stands for: a round, the previous answer, an answer of this flow or of one that runs it, an outcome.
    func value(_ name: String) -> Value? {
        for case .rounds(let at, let round, let previous) in state.frames.reversed() {
            if name == "previous", let previous { return previous }
            if case .enterRepeat(let loop) = program.instructions[at].operation, loop.name == name {
                return .number(round)
            }
        }
        for case .run(let flow, _) in state.frames.reversed() {
            if let answer = state.answers["\(flow)/\(name)"] { return answer }
        }
        if let answer = state.answers[name] { return answer }
        return state.outcomes.last { $0.kind == name && !$0.text.isEmpty }.map { .text($0.text) }
    }

    /// The outcomes of one kind, oldest first.
    func outcomes(of kind: String) -> [Outcome] {
        state.outcomes.filter { $0.kind == kind }
    }

    // MARK: Outcomes

    private mutating func write(_ record: Record) {
        guard let words = value(record.text) else { return }
        var fields: [String: Value] = [:]
        for (field, name) in record.fields { fields[field] = value(name) }
        let outcome = Outcome(
            number: state.outcomes.count + 1,
            kind: record.kind,
            text: plain(words, in: state.parties.first?.locale ?? ""),
            fields: fields,
            flow: flow,
            turn: state.turn
        )
        state.outcomes.append(outcome)
        effects.append(.recorded(outcome))
    }
}
