/// What a check can notice in an answer. A flag asks a question; it never refuses an answer and never scores a person.
public enum AnswerFlag: String, Codable, Sendable, CaseIterable {
    /// Puts the cause in the character or the will of people. Variant `name`: a person is named.
    case blame
    /// Stops at a person's slip.
    case humanError = "human-error"
    /// States a result where a cause was asked for.
    case symptom
    /// Says again the problem or an earlier answer.
    case circular
    /// States what is missing instead of what happens.
    case absence
    /// States what should be done.
    case solution
    /// Holds more than one cause.
    case several
    /// Names only what lies outside the team's decisions.
    case external
    /// Could be said of any school.
    case vague
    /// A problem that does not say whom it happens to, or where and since when. Variants `who`, `when`, `both`, `short`.
    case incomplete
    /// An objective that is no state to reach. Variants `activity`, `negative`, `same`.
    case notObjective = "not-objective"
    /// A "therefore" that does not hold. People raise it when the chain is read back; no detector does.
    case leap
    /// Holds data of a person. Variants `rut`, `email`, `phone`, `health`.
    case personalData = "personal-data"
}

/// Where an answer stands, for the checks that compare it with what came before.
public struct CheckContext: Sendable, Equatable {
    /// What was asked for.
    public enum Kind: String, Codable, Sendable {
        case problem, why, cause, effect, objective, other
    }

    /// What was asked for.
    public var kind: Kind
    /// The problem under discussion, once it is agreed.
    public var problem: String?
    /// The chain so far, nearest last, without the problem.
    public var ancestors: [String]
    /// How deep the answer stands under the problem: 1 is the first why.
    public var level: Int

    /// A context; the default is an answer with nothing before it.
    public init(kind: Kind = .other, problem: String? = nil, ancestors: [String] = [], level: Int = 1) {
        self.kind = kind
        self.problem = problem
        self.ancestors = ancestors
        self.level = level
    }
}

/// One thing that a check noticed.
public struct Finding: Equatable, Codable, Sendable {
    /// What was noticed.
    public var flag: AnswerFlag
    /// The words that raised it, exactly as the answer has them.
    public var words: [String]
    /// Which form of the flag it is, where it has several.
    public var variant: String?
    /// The earlier sentence that the answer resembles, for `circular`.
    public var related: String?

    /// A finding.
    public init(flag: AnswerFlag, words: [String], variant: String? = nil, related: String? = nil) {
        self.flag = flag
        self.words = words
        self.variant = variant
        self.related = related
    }
}
