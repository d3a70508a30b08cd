/// Where a dialogue stands: all that the engine must remember between two turns, a few kilobytes of JSON.
public struct DialogueState: Codable, Sendable, Equatable {
    /// What the dialogue waits for, if anything.
    public enum Status: String, Codable, Sendable {
        /// Not yet opened.
        case new
        /// Opened; people are coming in until whoever leads begins.
        case assembling
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
        /// What came in, in order. Nobody but the engine sees it before it is revealed.
        public var given: [Given] = []
        /// Who has said that they are done.
        public var ready: [String] = []
        /// Answers that a check holds back, by party, until they are changed or kept.
        public var held: [String: Held] = [:]
        /// How far it has come: 0 at first, then further rounds of the same question.
        public var round = 0
        /// What is voted on.
        public var items: [Item] = []
        /// In a second round, the numbers of the items that were level; empty while all can be chosen.
        public var level: [Int] = []
        /// When it closes by itself, in milliseconds.
        public var closesAt: Int64?
        /// When those who are missing are reminded, in milliseconds.
        public var remindsAt: Int64?
        /// Whether whoever leads was told that nobody has answered; closing it once more then closes it all the same.
        public var warned: Bool?

        init(asked: Int) {
            self.asked = asked
        }
    }

    /// One contribution to a question.
    public struct Given: Codable, Sendable, Equatable {
        /// Whose it is. Gone once the question is settled.
        public var party: String
        /// What was answered; for a vote, nothing.
        public var value: Value?
        /// For a vote, the numbers of the items, with repetitions or in order; for ratings, the points.
        public var numbers: [Int]?
        /// What the checks found, and the party kept.
        public var flags: [AnswerFlag]?
    }

    /// An answer about which the bot asked back.
    public struct Held: Codable, Sendable, Equatable {
        /// The words as they came.
        public var text: String
        /// What was found in them.
        public var flags: [AnswerFlag]
        /// The flags about which the bot has already asked.
        public var asked: [AnswerFlag]
    }

    /// A part that is under way inside the dialogue.
    public enum Frame: Codable, Sendable, Equatable {
        /// A repeat: its instruction, the current round from 1, and what the round starts from.
        case rounds(at: Int, round: Int, previous: Value?)
        /// The rounds of a list: its instruction, the current round from 1, the items as they were at its beginning,
        /// and how many outcomes there were when the round began.
        case each(at: Int, round: Int, items: [Item], since: Int)
        /// A flow run by another, the instruction to come back to, how many outcomes there were when it began, and the
        /// names that were answered beforehand and have not been asked since.
        case run(flow: String, back: Int, since: Int? = nil, given: [String]? = nil)
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
    /// What the team chose with all that is known of it, where more than the words is, by the name of the answer.
    public var chosen: [String: Item]?
    /// The parts under way, the outermost first.
    public var frames: [Frame]
    /// What the checks found in answers that were kept, by name.
    public var flags: [String: [AnswerFlag]]
    /// What was recorded.
    public var outcomes: [Outcome]
    /// The question that waits for an answer.
    public var question: Question?
    /// The turns in which a question was settled: where `atrás` can go.
    public var settled: [Int]
    /// When it began: alone and around one screen with its opening, in a team when whoever leads said so.
    public var startedAt: Int64?
    /// What earlier dialogues of the establishment left, oldest first, where this one looks at it.
    public var earlier: [Earlier]?

    /// A dialogue that has not begun.
    public init() {
        status = .new
        turn = 0
        counter = 0
        mode = .solo
        parties = []
        answers = [:]
        frames = []
        flags = [:]
        outcomes = []
        question = nil
        settled = []
    }

    /// When it must be looked at even if nobody says anything, in milliseconds.
    public var wakesAt: Int64? {
        guard status == .waiting, let question else { return nil }
        return [question.closesAt, question.remindsAt].compactMap(\.self).min()
    }

    /// Whether nothing more can be said in it.
    public var isOver: Bool { status == .stopped || status == .finished }
}
