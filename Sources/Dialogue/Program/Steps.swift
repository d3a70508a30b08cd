/// Silent contributions of everyone, hidden until all are revealed together.
public struct Gather: Codable, Sendable, Equatable {
    /// The name under which the contributions are kept.
    public var name: String
    /// What is asked.
    public var prompt: String
    /// Contributions of one person, at most.
    public var perPerson: Int
    /// Who will see whose words, said before anyone answers.
    public var visibility: Visibility
    /// People after whom it closes, if not all are needed.
    public var quorum: Int?
    /// Minutes after which it closes.
    public var minutes: Int?
    /// Minutes after which those who are missing are reminded, once.
    public var remindAfter: Int?
    /// Whether only who leads answers, for the team: a list made aloud.
    public var aloud: Bool
    /// Which checks look at each contribution.
    public var checks: [AnswerFlag]
    /// What a contribution is, for the checks.
    public var role: String?
    /// The options of which everyone takes one, by id, in order; without them, words.
    public var options: [String]?
    /// Whether who is alone, or a group around one screen, makes a list too.
    public var listsAlone: Bool?
    /// Contributions below which more are asked for, once.
    public var atLeast: Int?

    /// A gathering.
    public init(
        name: String,
        prompt: String,
        perPerson: Int = 1,
        visibility: Visibility = .anonymous,
        quorum: Int? = nil,
        minutes: Int? = nil,
        remindAfter: Int? = nil,
        aloud: Bool = false,
        checks: [AnswerFlag] = [],
        role: String? = nil,
        options: [String]? = nil,
        listsAlone: Bool? = nil,
        atLeast: Int? = nil
    ) {
        self.name = name
        self.prompt = prompt
        self.options = options
        self.listsAlone = listsAlone
        self.atLeast = atLeast
        self.perPerson = perPerson
        self.visibility = visibility
        self.quorum = quorum
        self.minutes = minutes
        self.remindAfter = remindAfter
        self.aloud = aloud
        self.checks = checks
        self.role = role
    }
}

/// Who sees whose words.
public enum Visibility: String, Codable, Sendable, CaseIterable {
    /// Nobody but the one who wrote them and who facilitates.
    case hidden = "private"
    /// Everyone sees the words, nobody whose they are.
    case anonymous
    /// Everyone sees the words with the role of who wrote them.
    case signed = "role"
}

/// Near-equal contributions are put together, as whoever leads confirms.
public struct Merge: Codable, Sendable, Equatable {
    /// The contributions.
    public var name: String

    /// A merging.
    public init(name: String) {
        self.name = name
    }
}

/// A choice among contributions; what is not chosen is parked, never lost.
public struct Choose: Codable, Sendable, Equatable {
    /// How preferences are given.
    public enum Method: String, Codable, Sendable, CaseIterable {
        /// So many points each, to be spread or stacked.
        case dots
        /// The options in order of preference.
        case rank
        /// One option each.
        case single
    }

    /// The name under which the chosen one is kept.
    public var name: String
    /// What is asked.
    public var prompt: String
    /// The contributions among which to choose.
    public var from: String
    /// How preferences are given.
    public var method: Method
    /// Points each; by itself, a third of the options, between two and five.
    public var dots: Int?
    /// How many are chosen.
    public var keep: Int

    /// A choice.
    public init(name: String, prompt: String, from: String, method: Method = .dots, dots: Int? = nil, keep: Int = 1) {
        self.name = name
        self.prompt = prompt
        self.from = from
        self.method = method
        self.dots = dots
        self.keep = keep
    }

    /// The sensible number of points for so many options: a third of them, between two and five, and fewer than options.
    ///
    /// The common rule of dot voting, scaled down to teams of two to six.
    public static func dots(forOptions count: Int) -> Int {
        max(1, min(max(2, min(5, (count + 2) / 3)), count - 1))
    }
}

/// Fist to five: everyone at three or more is agreement; who is below is heard, then once more.
public struct Agree: Codable, Sendable, Equatable {
    /// The name under which the result is kept: `agreed` or `dissent`.
    public var name: String
    /// What is to be agreed.
    public var prompt: String

    /// The least number that supports.
    public static let support = 3

    /// An agreement.
    public init(name: String, prompt: String) {
        self.name = name
        self.prompt = prompt
    }
}

/// Statements that everyone rates on one scale.
public struct Rate: Codable, Sendable, Equatable {
    /// The name of the rating.
    public var name: String
    /// What is asked; its options are the statements.
    public var prompt: String
    /// The statements, by id, in order.
    public var items: [String]
    /// The lowest point of the scale.
    public var from: Int
    /// The highest point of the scale.
    public var to: Int

    /// People below whom a distribution could tell who answered what.
    public static let leastForBreakdown = 5

    /// A rating.
    public init(name: String, prompt: String, items: [String], from: Int, to: Int) {
        self.name = name
        self.prompt = prompt
        self.items = items
        self.from = from
        self.to = to
    }
}

/// Time for the team: it goes on when whoever leads says so, or when the minutes are over.
public struct Wait: Codable, Sendable, Equatable {
    /// What is said.
    public var prompt: String
    /// Minutes after which it goes on by itself.
    public var minutes: Int?

    /// A wait.
    public init(prompt: String, minutes: Int? = nil) {
        self.prompt = prompt
        self.minutes = minutes
    }
}
