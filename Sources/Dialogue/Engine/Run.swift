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
    mutating func open(mode: Mode, parties: [Party], given: [String: Value], earlier: [Earlier]) {
        guard state.status == .new else { return }
        state.mode = mode
        state.parties = Array(parties.prefix(Limits.parties))
        state.answers = given
        let remembered = program.remembered(earlier)
        state.earlier = remembered.isEmpty ? nil : remembered
        if mode == .team {
            state.status = .assembling
            if let lead { tell(lead, "engine/assembling") }
        } else {
            begin()
        }
    }

    /// Starts with the first instruction; `elapsed` counts from here.
    mutating func begin() {
        state.status = .waiting
        state.startedAt = moment.milliseconds
        proceed()
    }

    /// Runs instructions until one of them waits or the dialogue ends.
    mutating func proceed() {
        for _ in 0..<Limits.instructionsPerTurn {
            guard program.instructions.indices.contains(state.counter) else { return finish() }
            if passesOver() { continue }
            switch program.instructions[state.counter].operation {
            case .say(let prompt, let toLead):
                state.counter += 1
                toLead == true ? tellLead(prompt) : tellAll(prompt)
            case .ask, .gather, .agree, .rate, .wait:
                return put()
            case .merge(let merge):
                guard begin(merge) else { continue }
                return put()
            case .choose(let choose):
                guard begin(choose) else { continue }
                return put()
            case .record(let record):
                state.counter += 1
                write(record)
            case .recall(let recall):
                state.counter += 1
                state.answers[scoped(recall.name)] = .items(recalled(recall))
            case .pick(let pick):
                state.counter += 1
                take(pick)
            case .suggest(let suggest):
                state.counter += 1
                state.answers[scoped(suggest.name)] = suggestion(suggest)
            case .unless(let condition, let otherwise):
                let holds = condition.holds(lookup: { value($0) }, count: { count($0) })
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
                _ = state.frames.popLast()
                state.counter += 1
            case .enterEach(let each):
                enter(each)
            case .nextItem(let first):
                nextItem(from: first)
            case .add(let add):
                state.counter += 1
                put(add)
            case .run(let flow, let first, let with):
                guard call(flow, at: first, with: with ?? [:]) else { return finish() }
            case .end:
                guard case .run(_, let back, _, _) = state.frames.popLast() else { return finish() }
                state.counter = back
            }
        }
        // Checked programs never come here: a repeat always waits or ends.
        tellAll("engine/too-long-a-turn")
        state.status = .stopped
    }

    mutating func finish() {
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
        forget(first..<state.counter)
        state.counter = first
    }

    // MARK: Names

    /// The flow whose instructions are running.
    var flow: String {
        for case .run(let flow, _, _, _) in state.frames.reversed() { return flow }
        return program.flow
    }

    /// The name under which the running flow keeps an answer.
    func scoped(_ name: String) -> String {
        let flow = flow
        return flow == program.flow ? name : "\(flow)/\(name)"
    }

    /// The outcomes of one kind, oldest first.
    func outcomes(of kind: String) -> [Outcome] {
        state.outcomes.filter { $0.kind == kind }
    }

    /// How many there are of what a name stands for: contributions, or outcomes of a kind.
    func count(_ name: String) -> Int {
        if case .items(let items) = value(name) { return items.count }
        return outcomes(of: name).count
    }

    // MARK: Outcomes

    private mutating func write(_ record: Record) {
        guard let words = value(record.text) else { return }
        if let target = target(of: record) { return write(record, words, at: target) }
        // A field may hold such words as well as the text.
        let names = [record.text] + record.fields.values
        var fields: [String: Value] = names.contains { isPrivate($0) } ? [Self.privateField: .flag(true)] : [:]
        fields.merge(given(by: record)) { $1 }
        if let flags = state.flags[scoped(record.text)], !flags.isEmpty {
            fields["flags"] = .text(flags.map(\.rawValue).joined(separator: " "))
        }
        if case .items(let items) = words {
            for item in items {
                var own = (item.fields ?? [:]).merging(fields) { $1 }
                if let role = item.role { own["role"] = .text(role) }
                if let points = item.points { own["points"] = .number(points) }
                if let merged = item.merged { own["merged"] = .text(merged.joined(separator: "\n")) }
                keep(record.kind, item.text, own)
            }
        } else {
            let votes = votes(of: record.text)
            keep(record.kind, plain(words, in: state.parties.first?.locale ?? ""), votes.merging(fields) { $1 })
        }
    }

    /// The fields that a record says: its names' values, and what is always the same.
    func given(by record: Record) -> [String: Value] {
        record.fields.compactMapValues { value($0) }.merging(record.marks ?? [:]) { $1 }
    }

    /// The field of an outcome that only who facilitates may read.
    static let privateField = "private"

    /// Whether a name stands for words that only who facilitates may read.
    func isPrivate(_ name: String) -> Bool {
        program.instructions.contains {
            if case .gather(let gather) = $0.operation {
                gather.name == name && gather.visibility == .hidden
            } else {
                false
            }
        }
    }

    /// Whether the open question is one of those.
    var isPrivate: Bool { operation?.answerName.map(isPrivate) ?? false }

    /// Keeps an option that was not taken, and the originals that were put together under it.
    mutating func park(_ item: Item, from name: String? = nil, _ fields: [String: Value] = [:]) {
        var fields = fields
        if let name { fields["from"] = .text(name) }
        if name.map(isPrivate) ?? false { fields[Self.privateField] = .flag(true) }
        if let merged = item.merged { fields["merged"] = .text(merged.joined(separator: "\n")) }
        keep("parked", item.text, fields)
    }

    /// Keeps an outcome.
    mutating func keep(_ kind: String, _ text: String, _ fields: [String: Value] = [:]) {
        let outcome = Outcome(
            number: state.outcomes.count + 1,
            kind: kind,
            text: text,
            fields: fields,
            flow: flow,
            turn: state.turn
        )
        state.outcomes.append(outcome)
        effects.append(.recorded(outcome))
    }
}

extension Operation {
    /// The name under which the answer of a question is kept.
    var answerName: String? {
        switch self {
        case .ask(let ask): ask.name
        case .gather(let gather): gather.name
        case .choose(let choose): choose.name
        case .agree(let agree): agree.name
        case .rate(let rate): rate.name
        case .recall(let recall): recall.name
        case .pick(let pick): pick.name
        case .suggest(let suggest): suggest.name
        case .say, .merge, .wait, .record, .unless, .jump, .enterRepeat, .nextRound, .leaveRepeat, .run, .end: nil
        case .enterEach, .nextItem, .add: nil
        }
    }
}
