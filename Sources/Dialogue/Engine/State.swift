/// Where a dialogue stands: all that the engine must remember between two turns, a few kilobytes of JSON.
public struct DialogueState: Codable, Sendable, Equatable {
    /// What the dialogue waits for, if anything.
    public enum Status: String, Codable, Sendable {
        /// Not yet opened.
        case new
        /// Waiting for an answer.
        case waiting
        /// Paused by its people; their next words wake it.
        case paused
        /// Ended by its people before its end. What was recorded stays.
        case stopped
        /// Ended.
        case finished
    }

    /// What is being asked, and what has come in so far.
    public struct Question: Codable, Sendable, Equatable {
        /// The turn in which it was asked: part of every button's id, so that an old button is known as one.
        public var asked: Int
        /// An answer that a check holds back until it is changed or kept.
        public var held: Held?
    }

    /// An answer about which the bot asked back.
    public struct Held: Codable, Sendable, Equatable {
        /// The words as they came.
        public var text: String
        /// What was found in them.
        public var findings: [Finding]
        /// The flags about which the bot has already asked.
        public var asked: [AnswerFlag]
    }

    /// A part that is under way inside the dialogue.
    public enum Frame: Codable, Sendable, Equatable {
        /// A repeat: its instruction, the current round from 1, and what the round starts from.
        case rounds(at: Int, round: Int, previous: Value?)
        /// A flow run by another, and the instruction to come back to.
        case run(flow: String, back: Int)
    }

    /// What the dialogue waits for.
    public var status: Status
    /// The number of the last event.
    public var turn: Int
    /// The instruction at which it stands.
    public var counter: Int
    /// How the team takes part.
    public var mode: Mode
    /// Who takes part.
    public var parties: [Party]
    /// What was answered, by name; the names of a flow that another runs carry its id in front.
    public var answers: [String: Value]
    /// The parts under way, the outermost first.
    public var frames: [Frame]
    /// What was recorded.
    public var outcomes: [Outcome]
    /// The question that waits for an answer.
    public var question: Question?
    /// The turns in which a question was settled: where `atrás` can go.
    public var settled: [Int]

    /// A dialogue that has not begun.
    public init() {
        status = .new
        turn = 0
        counter = 0
        mode = .solo
        parties = []
        answers = [:]
        frames = []
        outcomes = []
        question = nil
        settled = []
    }

    /// Whether nothing more can be said in it.
    public var isOver: Bool { status == .stopped || status == .finished }
}
