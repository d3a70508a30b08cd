import Dialogue
import Foundation

/// What the pure rooms are given from outside: the time, and ids that nobody can guess.
package struct Surroundings: Sendable {
    /// The time.
    package var now: @Sendable () -> Date
    /// Where the teams are: their "mañana" begins at their midnight.
    package var timeZone: TimeZone
    /// Random bits.
    package var random: @Sendable () -> UInt64

    package init(now: @escaping @Sendable () -> Date, timeZone: TimeZone, random: @escaping @Sendable () -> UInt64) {
        self.now = now
        self.timeZone = timeZone
        self.random = random
    }

    /// The machine's clock and random numbers.
    ///
    /// - Throws: `SurroundingsError` when the system does not know the time zone.
    package static func live(timeZone name: String) throws -> Surroundings {
        guard let timeZone = TimeZone(identifier: name) else { throw SurroundingsError.unknownTimeZone(name) }
        return Surroundings(now: { Date() }, timeZone: timeZone) {
            var generator = SystemRandomNumberGenerator()
            return generator.next()
        }
    }

    /// This moment, as the teams see it.
    package func moment() -> Moment {
        let date = now()
        return Moment(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down)), today: day(of: date))
    }

    /// The day it is for the teams.
    package func day(of date: Date) -> CalendarDay {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return CalendarDay(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1) ?? .first
    }

    /// When a message that can wait may be sent: now, or in the morning when it is night for the teams.
    func afterQuiet(_ milliseconds: Int64) -> Int64 {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        let hour = calendar.component(.hour, from: date)
        guard hour >= Self.quiet.from || hour < Self.quiet.to else { return milliseconds }
        let morning = calendar.nextDate(
            after: date,
            matching: DateComponents(hour: Self.quiet.to, minute: 0, second: 0),
            matchingPolicy: .nextTime
        )
        return morning.map { Int64($0.timeIntervalSince1970 * 1000) } ?? milliseconds
    }

    /// The hours of the night in which nobody is reminded of anything.
    package static let quiet = (from: 21, to: 8)

    /// A UUIDv7: sorts by time, and cannot be guessed.
    package func identifier(at milliseconds: Int64) -> String {
        let time = UInt64(bitPattern: milliseconds) & 0xFFFF_FFFF_FFFF
        let high = (time << 16) | 0x7000 | (random() & 0x0FFF)
        let low = (random() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Why the surroundings cannot be had.
package enum SurroundingsError: Error, Sendable, Equatable {
    case unknownTimeZone(String)

    package var code: String { "unknown-time-zone" }

    package var sentence: String {
        switch self {
        case .unknownTimeZone(let name):
            "El sistema no conoce la zona horaria «\(name)». Instalen el paquete tzdata o cambien RAIZ_TIMEZONE."
        }
    }
}
