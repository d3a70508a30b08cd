/// A typed result of a dialogue: a problem, a why, a root cause, an agreement, a reflection.
///
/// Outcomes are what stays when the conversation is over: the planning matrix is made of them.
public struct Outcome: Codable, Sendable, Equatable {
    /// Its number within the dialogue, from 1.
    public var number: Int
    /// What it is, in the words of the flow: `problem`, `why`, `root-cause`, …
    public var kind: String
    /// The words of the team. Empty where only the fields speak.
    public var text: String
    /// What else is known of it, by name: `evidence`, `control`, `question`, …
    public var fields: [String: Value]
    /// The flow that recorded it, which differs from the dialogue's where one flow runs another.
    public var flow: String
    /// The turn in which it was recorded: with the dialogue, its origin.
    public var turn: Int

    /// An outcome.
    public init(number: Int, kind: String, text: String, fields: [String: Value] = [:], flow: String, turn: Int) {
        self.number = number
        self.kind = kind
        self.text = text
        self.fields = fields
        self.flow = flow
        self.turn = turn
    }
}
