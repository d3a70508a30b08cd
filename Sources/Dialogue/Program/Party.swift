/// How a team takes part in a dialogue.
public enum Mode: String, Codable, Sendable, CaseIterable {
    /// One person alone.
    case solo
    /// One chat or screen speaks for the team.
    case group
    /// Each person answers from their own address.
    case team
}

/// Who takes part in a dialogue: one person, or the group around one screen.
public struct Party: Codable, Sendable, Equatable {
    /// Unique within the dialogue; says nothing about the person.
    public var id: String
    /// The language in which this party is addressed, such as `es-CL`.
    public var locale: String
    /// Their role at the establishment, where they told it.
    public var role: String?
    /// Whether this party guides the dialogue rather than answers in it.
    public var facilitates: Bool?
    /// Whether they left; who left is not waited for.
    public var left: Bool?

    /// A party.
    public init(id: String, locale: String, role: String? = nil, facilitates: Bool? = nil) {
        self.id = id
        self.locale = locale
        self.role = role
        self.facilitates = facilitates
    }
}

/// When something happens, as seen from the team's own place.
public struct Moment: Codable, Sendable, Equatable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64
    /// The day it is where the team is; "mañana" is the day after it.
    public var today: CalendarDay

    /// A moment.
    public init(milliseconds: Int64, today: CalendarDay) {
        self.milliseconds = milliseconds
        self.today = today
    }
}
