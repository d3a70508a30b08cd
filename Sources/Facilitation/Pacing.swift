import Dialogue
import Synchronization

/// Keeps to what an account may send, in all and to one address.
///
/// After a restart every allowance is full again; where that is too much, the provider says so and its word is kept.
final class Pacing: Sendable {
    private struct Bucket {
        /// When the last of the burst will have been paid for, in milliseconds since 1970.
        var paidAt: Int64
    }

    /// Keys remembered at most; those that are full again are forgotten first.
    static let capacity = 20_000

    private let buckets = Mutex<[String: Bucket]>([:])

    /// Takes one message's place on every pace that holds for it; or tells when there will be one, and takes none.
    func reserve(_ paces: [(key: String, pace: Capabilities.Pace)], at now: Int64) -> Int64? {
        buckets.withLock { buckets in
            var wait: Int64?
            for (key, pace) in paces {
                let earliest = (buckets[key]?.paidAt ?? now) - Int64(pace.burst - 1) * pace.milliseconds
                if earliest > now { wait = max(wait ?? earliest, earliest) }
            }
            if let wait { return wait }
            if buckets.count > Self.capacity { buckets = buckets.filter { $0.value.paidAt > now } }
            for (key, pace) in paces {
                buckets[key] = Bucket(paidAt: max(buckets[key]?.paidAt ?? now, now) + pace.milliseconds)
            }
            return nil
        }
    }
}

extension Capabilities.Pace {
    fileprivate var milliseconds: Int64 { interval.milliseconds }
}

extension Duration {
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
