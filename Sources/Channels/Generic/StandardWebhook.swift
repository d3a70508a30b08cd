import Crypto
import Foundation

/// Standard Webhooks 1.0.0 with symmetric keys (`v1`): signs what goes out, verifies what comes in.
package struct StandardWebhook: Sendable, Equatable {
    /// How far the other side's clock may be from ours, in seconds, either way.
    package static let tolerance: Int64 = 300

    /// The longest id accepted, in bytes.
    package static let longestID = 200

    /// What a verified request says about itself.
    package struct Receipt: Sendable, Equatable {
        /// The event's id, the same on every redelivery.
        package var id: String
        /// When this attempt was signed, in Unix seconds.
        package var timestamp: Int64
    }

    /// The current secret, then the ones being retired. With none, nothing verifies.
    package var secrets: [WebhookSecret]

    package init(secrets: [WebhookSecret]) {
        self.secrets = secrets
    }

    /// The value of `webhook-signature`: one `v1` entry for each secret, so that either side can rotate first.
    package func sign(id: String, timestamp: Int64, body: Data) throws(WebhookError) -> String {
        guard Self.isValid(id: id) else { throw .malformedID }
        return signatures(id: id, timestamp: String(timestamp), body: body).map { "v1,\($0)" }.joined(separator: " ")
    }

    /// The three headers of a signed request.
    package func headers(id: String, timestamp: Int64, body: Data) throws(WebhookError) -> [String: String] {
        [
            "webhook-id": id,
            "webhook-timestamp": String(timestamp),
            "webhook-signature": try sign(id: id, timestamp: timestamp, body: body),
        ]
    }

    /// Checks the raw bytes of a request. `headers` looks a header up by its lower-case name.
    package func verify(
        headers: (String) -> String?,
        body: Data,
        now: Date
    ) throws(WebhookError) -> Receipt {
        guard let id = headers("webhook-id") else { throw .missingID }
        guard let timestamp = headers("webhook-timestamp") else { throw .missingTimestamp }
        guard let signature = headers("webhook-signature") else { throw .missingSignature }
        guard Self.isValid(id: id) else { throw .malformedID }
        let seconds = try Self.seconds(timestamp)

        // The signature first: a clock hint is for those who hold the secret.
        let offered = signature.split(separator: " ").compactMap(Self.versionOne)
        guard !offered.isEmpty else { throw .malformedSignature }
        let expected = signatures(id: id, timestamp: timestamp, body: body)
        var matches = false
        for entry in offered {
            for one in expected where Self.isEqual(entry.utf8, one.utf8) { matches = true }
        }
        guard matches else { throw .wrongSignature }

        let age = Int64(now.timeIntervalSince1970.rounded(.down)) - seconds
        if age > Self.tolerance { throw .tooOld }
        if age < -Self.tolerance { throw .tooNew }
        return Receipt(id: id, timestamp: seconds)
    }

    private func signatures(id: String, timestamp: String, body: Data) -> [String] {
        secrets.map { secret in
            var mac = HMAC<SHA256>(key: secret.key)
            mac.update(data: Data("\(id).\(timestamp).".utf8))
            mac.update(data: body)
            return Data(mac.finalize()).base64EncodedString()
        }
    }

    /// A dot would let one signature stand for two readings; the rest must be fit for a header.
    private static func isValid(id: String) -> Bool {
        (1...longestID).contains(id.utf8.count)
            && id.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ".") }
    }

    private static func seconds(_ text: String) throws(WebhookError) -> Int64 {
        guard (1...12).contains(text.utf8.count),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let seconds = Int64(text)
        else { throw .malformedTimestamp }
        return seconds
    }

    private static func versionOne(_ entry: Substring) -> Substring? {
        guard let comma = entry.firstIndex(of: ","), entry[..<comma] == "v1" else { return nil }
        return entry[entry.index(after: comma)...]
    }

    /// Takes the same time wherever the first difference is.
    private static func isEqual(_ one: Substring.UTF8View, _ other: String.UTF8View) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
