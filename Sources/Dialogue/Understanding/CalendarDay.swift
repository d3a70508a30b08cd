/// A day of the Gregorian calendar, without a time or a time zone, from the year 1 to 9999. Stored as "2027-03-15".
public struct CalendarDay: Comparable, Hashable, Sendable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// A day, `nil` if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.lastDay(ofMonth: month, year: year)
        else { return nil }
        self.init(valid: year, month, day)
    }

    private init(valid year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day written "2027-03-15", `nil` for any other form.
    public init?(iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = NumberWords.digits(parts[0]),
            let month = NumberWords.digits(parts[1]), let day = NumberWords.digits(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// "2027-03-15".
    public var iso: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// The day of the week, from 1 for Monday to 7 for Sunday.
    public var weekday: Int {
        (number + 2) % 7 + 1
    }

    /// The day so many days later, or earlier if negative; held at the first and last day there is.
    public func adding(days: Int) -> CalendarDay {
        let (sum, overflow) = number.addingReportingOverflow(days)
        if overflow {
            return days < 0 ? Self.first : Self.last
        }
        return CalendarDay(number: sum)
    }

    /// The same day so many months later, or the last day of that month where it is shorter; held like `adding(days:)`.
    public func adding(months: Int) -> CalendarDay {
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, sum >= 12 else { return months < 0 ? Self.first : Self.last }
        guard sum < 10_000 * 12 else { return Self.last }
        let (year, month) = (sum / 12, sum % 12 + 1)
        return CalendarDay(valid: year, month, min(day, Self.lastDay(ofMonth: month, year: year)))
    }

    /// The last day of this day's month.
    public var lastOfMonth: CalendarDay {
        CalendarDay(valid: year, month, Self.lastDay(ofMonth: month, year: year))
    }

    /// How many days a month has; `month` from 1 to 12.
    public static func lastDay(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Earlier days first.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The first day there is.
    public static let first = CalendarDay(valid: 1, 1, 1)
    private static let last = CalendarDay(valid: 9999, 12, 31)

    /// Days since 1 March of the year 0, which puts the leap day at the end of a year.
    private var number: Int {
        let shifted = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (months * 153 + 2) / 5 + day - 1
    }

    private init(number: Int) {
        guard number > Self.first.number else {
            self = Self.first
            return
        }
        guard number < Self.last.number else {
            self = Self.last
            return
        }
        let era = number / 146_097
        let inEra = number % 146_097
        let yearInEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / 146_096) / 365
        let inYear = inEra - (365 * yearInEra + yearInEra / 4 - yearInEra / 100)
        let months = (5 * inYear + 2) / 153
        let month = months < 10 ? months + 3 : months - 9
        let year = era * 400 + yearInEra + (month <= 2 ? 1 : 0)
        self.init(valid: year, month, inYear - (153 * months + 2) / 5 + 1)
    }
}

extension CalendarDay: Codable {
    /// Reads "2027-03-15".
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = CalendarDay(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "Not a day like 2027-03-15: \(text)"
            )
        }
        self = day
    }

    /// Writes "2027-03-15".
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
