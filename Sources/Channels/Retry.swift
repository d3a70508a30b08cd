import Foundation

/// What became of one attempt to deliver.
package enum Attempt: Sendable, Equatable {
    /// The other side answered. `retryAfter` is its `retry-after` header as it came.
    case answered(status: Int, retryAfter: String? = nil)
    /// No answer came; whether it was delivered may be unknown.
    case failed
}

/// What to do after an attempt.
package enum Verdict: Sendable, Equatable {
    case delivered
    case retry(after: Duration)
    /// The endpoint is gone (410): disable it and send it nothing more.
    case stop
    /// The schedule is used up: keep the message for a person to look at.
    case dead
}

/// The retry schedule of Standard Webhooks: ten attempts over three days.
package enum Retry {
    /// The wait before each attempt, the first included.
    package static let schedule: [Duration] = [
        .zero, .seconds(5), .minutes(5), .minutes(30), .hours(2), .hours(5), .hours(10), .hours(14), .hours(20),
        .hours(24),
    ]

    /// No wait is longer, whatever the other side asks.
    package static let longestWait: Duration = .hours(24)

    /// The least wait after an endpoint says that it is overloaded without saying for how long.
    package static let throttledWait: Duration = .minutes(1)

    /// The judgement of an attempt.
    ///
    /// `attempts` counts the attempts made, this one included. `jitter`, from 0 to 1, adds up to a tenth to the wait,
    /// so that messages that failed together do not return together. Every failure but 410 is retried, 401 and 404
    /// too: a secret or an address that is put right within the schedule loses nothing.
    package static func verdict(_ attempt: Attempt, attempts: Int, jitter: Double, now: Date) -> Verdict {
        switch attempt {
        case .answered(200...299, _): .delivered
        case .answered(410, _): .stop
        case .answered(let status, let retryAfter):
            next(attempts: attempts, jitter: jitter) { scheduled in
                if let asked = retryAfter.flatMap({ wait(retryAfter: $0, now: now) }) { return asked }
                return [429, 502, 504].contains(status) ? max(scheduled, throttledWait) : scheduled
            }
        case .failed:
            next(attempts: attempts, jitter: jitter) { $0 }
        }
    }

    /// The wait a `retry-after` header asks for, in seconds or as an HTTP date; `nil` when it cannot be read.
    package static func wait(retryAfter: String, now: Date) -> Duration? {
        let text = retryAfter.trimmingCharacters(in: .whitespaces)
        if !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return min(.seconds(Int64(text) ?? .max), longestWait)
        }
        guard let date = HTTPDate.date(text) else { return nil }
        return min(max(.seconds(date.timeIntervalSince(now)), .zero), longestWait)
    }

    private static func next(attempts: Int, jitter: Double, wait: (Duration) -> Duration) -> Verdict {
        let attempts = max(attempts, 1)
        guard attempts < schedule.count else { return .dead }
        let fraction = jitter.isFinite ? min(max(jitter, 0), 1) : 0
        return .retry(after: wait(schedule[attempts]) * (1 + fraction / 10))
    }
}

extension Duration {
    fileprivate static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
    fileprivate static func hours(_ count: Int) -> Duration { .seconds(count * 3600) }
}
