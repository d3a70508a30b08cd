import Foundation

/// Times as webhook bodies write them. Strict, where Foundation takes February 30 and trailing words.
enum RFC3339 {
    static func date(_ text: String) -> Date? {
        // "T" and "Z" may be lower case, the offset is required, a fraction may have any length.
        let shape = /(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d{1,18})?(?:[Zz]|([+-])(\d\d):(\d\d))/
            .asciiOnlyDigits()
        guard let match = text.wholeMatch(of: shape) else { return nil }
        let parts = match.output
        guard
            let moment = UTC.seconds(
                year: Int(parts.1),
                month: Int(parts.2),
                day: Int(parts.3),
                hour: Int(parts.4),
                minute: Int(parts.5),
                second: Int(parts.6)
            )
        else { return nil }
        let fraction = parts.7.flatMap { Double("0\($0)") } ?? 0
        let hours = parts.9.flatMap { Int($0) } ?? 0
        let minutes = parts.10.flatMap { Int($0) } ?? 0
        guard hours < 24, minutes < 60 else { return nil }
        let offset = (hours * 60 + minutes) * (parts.8 == "-" ? -60 : 60)
        return Date(timeIntervalSince1970: Double(moment - offset) + fraction)
    }

    /// Whole seconds in UTC: `2026-11-21T12:00:00Z`.
    static func text(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}

/// The one form of HTTP date that senders may still write: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func date(_ text: String) -> Date? {
        let shape = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT/
            .asciiOnlyDigits()
        guard let match = text.wholeMatch(of: shape) else { return nil }
        let parts = match.output
        guard let month = months.firstIndex(of: String(parts.2)) else { return nil }
        return UTC.seconds(
            year: Int(parts.3),
            month: month + 1,
            day: Int(parts.1),
            hour: Int(parts.4),
            minute: Int(parts.5),
            second: Int(parts.6)
        ).map { Date(timeIntervalSince1970: Double($0)) }
    }
}

private enum UTC {
    /// Unix seconds of a Gregorian moment; `nil` when there is no such moment. A leap second counts as the next one.
    static func seconds(year: Int?, month: Int?, day: Int?, hour: Int?, minute: Int?, second: Int?) -> Int? {
        guard let year, let month, let day, let hour, let minute, let second,
            (1...12).contains(month), (1...days(in: month, of: year)).contains(day),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        let before = (1..<month).reduce(0) { $0 + days(in: $1, of: year) }
        let past = year - 1
        let sinceYearOne = past * 365 + past / 4 - past / 100 + past / 400 + before + day - 1
        return ((sinceYearOne - 719_162) * 24 + hour) * 3600 + minute * 60 + second
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
