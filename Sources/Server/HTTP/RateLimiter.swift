import Synchronization

/// Token buckets by key: so many events a second, and so many at once after a pause.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: Int64
    }

    private let perSecond: Double
    private let burst: Double
    /// Keys remembered at most; full buckets are forgotten first.
    private let capacity: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    init(perSecond: Double, burst: Double, capacity: Int = 10_000) {
        self.perSecond = perSecond
        self.burst = burst
        self.capacity = capacity
    }

    /// Takes one event of a key, if it may come now.
    func allows(_ key: String, at milliseconds: Int64) -> Bool {
        buckets.withLock { buckets in
            if buckets.count >= capacity, buckets[key] == nil {
                buckets = buckets.filter { level(of: $0.value, at: milliseconds) < burst }
                if buckets.count >= capacity { return false }
            }
            var bucket = buckets[key] ?? Bucket(tokens: burst, at: milliseconds)
            bucket.tokens = level(of: bucket, at: milliseconds)
            bucket.at = milliseconds
            defer { buckets[key] = bucket }
            guard bucket.tokens >= 1 else { return false }
            bucket.tokens -= 1
            return true
        }
    }

    private func level(of bucket: Bucket, at milliseconds: Int64) -> Double {
        min(burst, bucket.tokens + Double(max(0, milliseconds - bucket.at)) / 1000 * perSecond)
    }
}
