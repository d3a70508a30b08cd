import Dialogue

/// Turns a flow's steps into a flat program, together with every flow that it runs.
struct Compiler {
    let flows: [String: FlowScript]
    let banks: [String: BankScript]
    private var instructions: [Instruction] = []
    private var starts: [String: Int] = [:]
    private var pending: [(flow: String, at: Int)] = []

    init(flows: [String: FlowScript], banks: [String: BankScript] = [:]) {
        self.flows = flows
        self.banks = banks
    }

    /// The instructions of a flow, and the flows they come from: itself first.
    mutating func compile(_ flow: FlowScript) -> (instructions: [Instruction], flows: [String]) {
        var order = [flow.id]
        emit(flow)
        while let call = pending.popLast() {
            if starts[call.flow] == nil, let script = flows[call.flow] {
                order.append(call.flow)
                emit(script)
            }
            if let first = starts[call.flow], case .run(_, _, let with) = instructions[call.at].operation {
                instructions[call.at].operation = .run(flow: call.flow, first: first, with: with)
            }
        }
        return (instructions, order)
    }

    private mutating func emit(_ flow: FlowScript) {
        starts[flow.id] = instructions.count
        emit(flow.steps, in: flow.id, path: flow.id, loop: nil)
        add(.end, path: "\(flow.id)/end")
    }

    @discardableResult
    private mutating func add(_ operation: Operation, path: String) -> Int {
        instructions.append(Instruction(step: path, operation: operation))
        return instructions.count - 1
    }

    private struct Loop {
        /// The repeat whose least rounds come first; the rounds of a list have none.
        var script: Repeat?
    }

    @discardableResult
    private mutating func emit(_ steps: [FlowScript.Step], in flow: String, path: String, loop: Loop?) -> [Int] {
        var exits: [Int] = []
        for step in steps {
            let place = "\(path)/\(step.label)"
            let guarded = step.when.map { add(.unless($0.condition, otherwise: 0), path: place) }
            switch step.kind {
            case .say(let name, let toLead):
                add(.say(prompt: "\(flow)/\(name.name)", toLead: toLead ? true : nil), path: place)
            case .record(let record): add(.record(record), path: place)
            case .looksUp(let lookup): add(lookup.operation(in: flow, banks: banks), path: place)
            case .run(let name):
                let with = name.with.isEmpty ? nil : name.with
                pending.append((name.name, add(.run(flow: name.name, first: 0, with: with), path: place)))
            case .ask(var ask, let record, let stop):
                ask.prompt = "\(flow)/\(ask.prompt)"
                if let chain = ask.chain { ask.chain?.prompt = "\(flow)/\(chain.prompt)" }
                add(.ask(ask), path: place)
                if let record { add(.record(record), path: place) }
                if let stop, let loop { exits.append(emitExit(ask, stop.value, loop.script, path: place)) }
            case .part(_, let steps): exits += emit(steps, in: flow, path: place, loop: loop)
            case .rounds(let script, let steps): emit(script, steps, in: flow, path: place)
            case .each(let each, let steps): emit(each, steps, in: flow, path: place)
            case .adds(let addition): add(.add(addition), path: place)
            case .asks(let team, _, let record):
                add(team.operation(in: flow), path: place)
                if let record { add(.record(record), path: place) }
            case .form(let name, let steps):
                emit(steps, in: flow, path: place, loop: nil)
                let asked = FlowScript.asked(in: steps)
                let fields = Dictionary(asked.dropFirst().map { ($0, $0) }) { first, _ in first }
                add(.record(Record(kind: name.name, text: asked.first ?? name.name, fields: fields)), path: place)
            }
            if let guarded, case .unless(let condition, _) = instructions[guarded].operation {
                instructions[guarded].operation = .unless(condition, otherwise: instructions.count)
            }
        }
        return exits
    }

    /// Leaves the repeat when an answer says so, once the least rounds are done. The jump's target is filled in later.
    private mutating func emitExit(_ ask: Ask, _ value: String, _ loop: Repeat?, path: String) -> Int {
        let wanted: Value =
            switch (ask.answer, value) {
            case (.yesNo, "yes"): .flag(true)
            case (.yesNo, _): .flag(false)
            default: .text(value)
            }
        var condition = Expression.compare(.name(ask.name), .equal, .literal(wanted))
        if let loop {
            condition = .and(condition, .compare(.name(loop.name), .atLeast, .literal(.number(loop.atLeast))))
        }
        add(.unless(condition, otherwise: instructions.count + 2), path: path)
        return add(.jump(0), path: path)
    }

    private mutating func emit(_ script: Repeat, _ steps: [FlowScript.Step], in flow: String, path: String) {
        let enter = add(.enterRepeat(script), path: path)
        let exits = emit(steps, in: flow, path: path, loop: Loop(script: script))
        add(.nextRound(first: enter + 1), path: path)
        let leave = add(.leaveRepeat, path: path)
        for exit in exits { instructions[exit].operation = .jump(leave) }
        var closed = script
        closed.exit = leave + 1
        instructions[enter].operation = .enterRepeat(closed)
    }

    private mutating func emit(_ each: Each, _ steps: [FlowScript.Step], in flow: String, path: String) {
        let enter = add(.enterEach(each), path: path)
        let exits = emit(steps, in: flow, path: path, loop: Loop())
        add(.nextItem(first: enter + 1), path: path)
        let leave = add(.leaveRepeat, path: path)
        for exit in exits { instructions[exit].operation = .jump(leave) }
        var closed = each
        if each.ids != nil { closed.prompt = "\(flow)/\(each.name)" }
        closed.exit = leave + 1
        instructions[enter].operation = .enterEach(closed)
    }
}
