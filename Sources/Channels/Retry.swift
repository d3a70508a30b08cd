import Foundation

/// When to try again, and when to give up.
package struct RetrySchedule: Sendable, Equatable {
    /// The wait after each failed attempt; the last one serves for all that follow.
    package var waits: [Duration]
    /// How old a message may become before it is given up and kept for people to see.
    package var lifetime: Duration

    package init(waits: [Duration], lifetime: Duration) {
        self.waits = waits
        self.lifetime = lifetime
    }

    /// The schedule of Standard Webhooks: ten attempts over three days.
    package static let webhook = RetrySchedule(
        waits: [
            .seconds(5), .minutes(5), .minutes(30), .hours(2), .hours(5), .hours(10), .hours(14), .hours(20),
            .hours(24),
        ],
        lifetime: .hours(80)
    )

    /// For people's chats: 4^n seconds, as WhatsApp asks for its pair limit, then every hour for a day. What is older
    /// would only confuse.
    package static let messenger = RetrySchedule(
        waits: [
            .seconds(1), .seconds(4), .seconds(16), .seconds(64), .seconds(256), .seconds(1_024), .hours(1),
        ],
        lifetime: .hours(24)
    )

    /// No wait is longer, whatever the other side asks.
    package static let longestWait: Duration = .hours(24)

    /// The wait before the next attempt, or `nil` to give up.
    ///
    /// - Parameters:
    ///   - attempts: those made, all of them failed.
    ///   - asked: what the other side asks for; it is taken at its word.
    ///   - jitter: 0 to 1; adds up to a tenth, so that messages that failed together do not return together.
    ///   - age: of the message.
    package func wait(attempts: Int, asked: Duration?, jitter: Double, age: Duration) -> Duration? {
        let scheduled = waits[min(max(attempts, 1), waits.count) - 1]
        let fraction = jitter.isFinite ? min(max(jitter, 0), 1) : 0
        let wait = min(max(asked ?? scheduled, .zero), Self.longestWait) * (1 + fraction / 10)
        return age + wait > lifetime ? nil : wait
    }
}

/// What a `retry-after` header says.
package enum RetryAfter {
    /// The wait it asks for, in seconds or as an HTTP date, up to `RetrySchedule.longestWait`; `nil` when it cannot be
    /// read.
    package static func wait(_ header: String, now: Date) -> Duration? {
        let text = header.trimmingCharacters(in: .whitespaces)
        if !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return min(.seconds(Int64(text) ?? .max), RetrySchedule.longestWait)
        }
        guard let date = HTTPDate.date(text) else { return nil }
        return min(max(.seconds(date.timeIntervalSince(now)), .zero), RetrySchedule.longestWait)
    }
}

extension Duration {
    fileprivate static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    fileprivate static func hours(_ count: Int) -> Duration { .seconds(count * 3600) }
}
