/// What an answer, a computed name or an outcome's field holds.
public enum Value: Sendable, Equatable {
    /// Words as people wrote them.
    case text(String)
    /// A whole number.
    case number(Int)
    /// Yes or no.
    case flag(Bool)
    /// The id of the option that was taken; its label depends on the reader's language.
    case option(String)
    /// A day of the calendar.
    case day(CalendarDay)
    /// Several contributions, in the order in which they are shown.
    case items([Item])
}

/// One contribution of a team, such as a proposed cause.
public struct Item: Codable, Sendable, Equatable {
    /// Its number within its step, from 1; people point at it with this.
    public var number: Int
    /// The words.
    public var text: String
    /// The role of who wrote it, only where the step is signed.
    public var role: String?
    /// The points it received, once a vote has closed.
    public var points: Int?
    /// The original words that were merged under this one.
    public var merged: [String]?
    /// Whether it came after the step had closed.
    public var late: Bool?
    /// What else is known of it, as of an outcome: whoever is responsible, the day it is due.
    public var fields: [String: Value]?

    /// A contribution.
    public init(number: Int, text: String, role: String? = nil) {
        self.number = number
        self.text = text
        self.role = role
    }
}

extension Value: Codable {
    private enum Key: String, CodingKey {
        case option
        case day
    }

    /// Text, numbers, flags and items as themselves; an option as `{"option": id}`, a day as `{"day": "2027-03-15"}`.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .number(let number):
            var container = encoder.singleValueContainer()
            try container.encode(number)
        case .flag(let flag):
            var container = encoder.singleValueContainer()
            try container.encode(flag)
        case .items(let items):
            var container = encoder.singleValueContainer()
            try container.encode(items)
        case .option(let id):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(id, forKey: .option)
        case .day(let day):
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(day, forKey: .day)
        }
    }

    /// Reads what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Key.self) {
            if let id = try keyed.decodeIfPresent(String.self, forKey: .option) {
                self = .option(id)
            } else {
                self = .day(try keyed.decode(CalendarDay.self, forKey: .day))
            }
            return
        }
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .items(try container.decode([Item].self))
        }
    }
}
