/// A dialogue played in memory: the smallest host of the engine, for the terminal and for golden conversations.
public struct Rehearsal: Sendable {
    /// What is played.
    public let program: Program
    /// Where it stands.
    public private(set) var state = DialogueState()
    /// What has happened.
    public private(set) var log: [LogEntry] = []

    /// The steps that have spoken, asked or recorded.
    public private(set) var reached: Set<String> = []

    /// A rehearsal that has not begun.
    public init(_ program: Program) {
        self.program = program
    }

    /// Takes one event and tells what the bot says.
    public mutating func take(_ event: Event, at moment: Moment) -> [Message] {
        let turn = Engine.take(event, program: program, state: state, at: moment) { log }
        state = turn.state
        log.append(turn.entry)
        for instruction in program.instructions where instruction.spoke(in: turn.effects) {
            reached.insert(instruction.step)
        }
        return turn.messages
    }
}

extension Program {
    /// The flow's own steps that speak, ask or record: those that a conversation can be seen to reach. The steps of the
    /// flows that it runs are theirs.
    public var testableSteps: [String] {
        instructions.filter { $0.operation.prompt != nil || $0.operation.recordedKind != nil }.map(\.step)
            .filter { $0.hasPrefix(flow + "/") }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension Instruction {
    fileprivate func spoke(in effects: [Effect]) -> Bool {
        effects.contains { effect in
            switch effect {
            case .say(let message): operation.prompt != nil && message.prompt == operation.prompt
            case .recorded(let outcome):
                operation.recordedKind == outcome.kind && step.hasPrefix(outcome.flow + "/")
            case .rewind: false
            }
        }
    }
}

extension Operation {
    /// What it says, `nil` where the engine has the words.
    var prompt: String? {
        switch self {
        case .say(let prompt, _): prompt
        case .ask(let ask): ask.prompt
        case .gather(let gather): gather.prompt
        case .choose(let choose): choose.prompt
        case .agree(let agree): agree.prompt
        case .rate(let rate): rate.prompt
        case .wait(let wait): wait.prompt
        default: nil
        }
    }

    fileprivate var recordedKind: String? {
        if case .record(let record) = self { record.kind } else { nil }
    }
}
