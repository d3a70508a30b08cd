/// A dialogue played in memory: the smallest host of the engine, for the terminal and for golden conversations.
public struct Rehearsal: Sendable {
    /// What is played.
    public let program: Program
    /// Where it stands.
    public private(set) var state = DialogueState()
    /// What has happened.
    public private(set) var log: [LogEntry] = []

    /// A rehearsal that has not begun.
    public init(_ program: Program) {
        self.program = program
    }

    /// Takes one event and tells what the bot says.
    public mutating func take(_ event: Event, at moment: Moment) -> [Message] {
        let turn = Engine.take(event, program: program, state: state, at: moment) { log }
        state = turn.state
        log.append(turn.entry)
        return turn.messages
    }
}
