/// A compiled flow: all that one dialogue needs from its first word to its last, in every language.
///
/// A program is immutable and known by its content hash, so a dialogue ends on the very words with which it began.
public struct Program: Codable, Sendable, Equatable {
    /// The id of the flow, such as `five-whys`.
    public var flow: String
    /// How a team may take part.
    public var modes: [Mode]
    /// The moment of a session it belongs to, where it belongs to one.
    public var moment: String?
    /// The phase of the cycle it belongs to, where it belongs to one.
    public var phase: String?
    /// How long it usually takes.
    public var minutes: Int?
    /// The instructions, run one after the other from the first.
    public var instructions: [Instruction]
    /// What is said, by language and prompt.
    public var phrases: [String: Phrasebook]

    /// A program.
    public init(
        flow: String,
        modes: [Mode],
        moment: String? = nil,
        phase: String? = nil,
        minutes: Int? = nil,
        instructions: [Instruction],
        phrases: [String: Phrasebook]
    ) {
        self.flow = flow
        self.modes = modes
        self.moment = moment
        self.phase = phase
        self.minutes = minutes
        self.instructions = instructions
        self.phrases = phrases
    }

    /// The name of the flow that people see.
    public func title(in locale: String) -> String {
        phrases[locale]?["\(flow)/title"]?.text.first ?? flow
    }
}

/// One instruction of a program.
public struct Instruction: Codable, Sendable, Equatable {
    /// The step of the flow it comes from, such as `five-whys/repeat whys/ask cause`: stable between versions.
    public var step: String
    /// What it does.
    public var operation: Operation

    /// An instruction.
    public init(step: String, operation: Operation) {
        self.step = step
        self.operation = operation
    }
}

/// What an instruction does. Those that wait for people are `ask` and its kin; the others run through.
public enum Operation: Codable, Sendable, Equatable {
    /// Says something to everyone, or only to whoever leads.
    case say(prompt: String, toLead: Bool? = nil)
    /// Asks and waits.
    case ask(Ask)
    /// Gathers silent contributions.
    case gather(Gather)
    /// Puts near-equal contributions together.
    case merge(Merge)
    /// Chooses among contributions.
    case choose(Choose)
    /// Sees whether everyone can support it.
    case agree(Agree)
    /// Rates statements.
    case rate(Rate)
    /// Gives time.
    case wait(Wait)
    /// Writes an outcome.
    case record(Record)
    /// Takes a list from earlier dialogues.
    case recall(Recall)
    /// Takes the next id in turn.
    case pick(Pick)
    /// Proposes other words.
    case suggest(Suggest)
    /// Goes to `otherwise` unless the condition holds.
    case unless(Expression, otherwise: Int)
    /// Goes to another instruction.
    case jump(Int)
    /// Begins the rounds of a repeat.
    case enterRepeat(Repeat)
    /// Ends a round: goes back to `first` while rounds remain.
    case nextRound(first: Int)
    /// Leaves a repeat, or the rounds of a list.
    case leaveRepeat
    /// Begins one round for each item of a list.
    case enterEach(Each)
    /// Ends a round of a list: goes back to `first` while items remain.
    case nextItem(first: Int)
    /// Puts the value of a name into a list.
    case add(Add)
    /// Runs another flow's instructions from `first`, then comes back. `with` answers names of that flow beforehand,
    /// each with the name whose value it takes.
    case run(flow: String, first: Int, with: [String: String]? = nil)
    /// Ends a flow: back to who ran it, or the end of the dialogue.
    case end
}

/// A question and how its answer is understood.
public struct Ask: Codable, Sendable, Equatable {
    /// The name under which the answer is kept.
    public var name: String
    /// What is asked.
    public var prompt: String
    /// What counts as an answer.
    public var answer: Answer
    /// Whether the dialogue can go on without it.
    public var optional: Bool
    /// Whether whoever leads answers for the team, after talking.
    public var aloud: Bool
    /// The chain that is read aloud before the question.
    public var chain: Chain?
    /// Which checks look at the answer, in their order.
    public var checks: [AnswerFlag]
    /// What the answer is, for the checks: a problem, a why, a cause, an effect.
    public var role: String?
    /// For a number, the name whose count is the upper bound. Where that leaves nothing to say, it is not asked.
    public var upTo: String?

    /// A question.
    public init(
        name: String,
        prompt: String,
        answer: Answer,
        optional: Bool = false,
        aloud: Bool = false,
        chain: Chain? = nil,
        checks: [AnswerFlag] = [],
        role: String? = nil,
        upTo: String? = nil
    ) {
        self.upTo = upTo
        self.name = name
        self.prompt = prompt
        self.answer = answer
        self.optional = optional
        self.aloud = aloud
        self.chain = chain
        self.checks = checks
        self.role = role
    }
}

/// What counts as an answer to a question.
public enum Answer: Codable, Sendable, Equatable {
    /// Any words.
    case text
    /// One of the options, by id, in this order.
    case oneOf([String])
    /// Yes or no.
    case yesNo
    /// A whole number between two bounds, both included.
    case number(from: Int, to: Int)
    /// A day of the calendar, as people say it.
    case date
}

/// A chain of outcomes that is read backwards: the last one, therefore the one before, … therefore the first.
public struct Chain: Codable, Sendable, Equatable {
    /// The kind of the outcomes that are its links.
    public var links: String
    /// The answer on which the chain rests: its last "therefore".
    public var ends: String
    /// The phrase of one link, with `{{cause}}` and `{{effect}}`.
    public var prompt: String

    /// A chain.
    public init(links: String, ends: String, prompt: String) {
        self.links = links
        self.ends = ends
        self.prompt = prompt
    }
}

/// An outcome to write: its kind and where its words and fields come from.
public struct Record: Codable, Sendable, Equatable {
    /// The outcome's kind.
    public var kind: String
    /// The name whose value becomes the words.
    public var text: String
    /// The outcome's fields, each with the name whose value it takes.
    public var fields: [String: String]
    /// Fields that are always the same: what the flow itself says of the outcome, such as its routine.
    public var marks: [String: Value]?
    /// The name that holds the place, from 1 in its chain, of the outcome before which it is put, or `last`.
    public var before: String?
    /// The name that holds the place, from 1 in its chain, of the outcome whose words it replaces, or `last` for the last
    /// one that the running flow recorded.
    public var over: String?

    /// In the place of a name, the last outcome of the kind.
    public static let last = "last"

    /// A record.
    public init(
        kind: String,
        text: String,
        fields: [String: String] = [:],
        marks: [String: Value]? = nil,
        before: String? = nil,
        over: String? = nil
    ) {
        self.marks = marks
        self.before = before
        self.over = over
        self.kind = kind
        self.text = text
        self.fields = fields
    }
}

/// A part that is said several times.
public struct Repeat: Codable, Sendable, Equatable {
    /// The name under which the number of the current round is known, from 1.
    public var name: String
    /// Rounds that happen whatever is answered.
    public var atLeast: Int
    /// Rounds after which it ends whatever is answered.
    public var atMost: Int
    /// The name whose value is `previous` in the first round.
    public var startsFrom: String?
    /// The name whose value is `previous` in the following rounds.
    public var continuesFrom: String?
    /// The first instruction after it.
    public var exit: Int

    /// A repeat.
    public init(name: String, atLeast: Int, atMost: Int, startsFrom: String?, continuesFrom: String?, exit: Int) {
        self.name = name
        self.atLeast = atLeast
        self.atMost = atMost
        self.startsFrom = startsFrom
        self.continuesFrom = continuesFrom
        self.exit = exit
    }
}
