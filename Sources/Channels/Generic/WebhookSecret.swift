import Crypto
import Foundation

/// The key of one webhook endpoint, written `whsec_` and base64. Its description is redacted, for logs.
package struct WebhookSecret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// How many bytes a key may have.
    package static let length = 24...64

    private static let prefix = "whsec_"

    let key: SymmetricKey

    /// Reads `whsec_…`, with or without base64 padding; `nil` when it is not base64 or not 24 to 64 bytes long.
    package init?(_ text: String) {
        guard text.hasPrefix(Self.prefix) else { return nil }
        var encoded = text.dropFirst(Self.prefix.count)
        while encoded.last == "=" { encoded.removeLast() }
        let padding = String(repeating: "=", count: (4 - encoded.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: encoded + padding), Self.length.contains(bytes.count) else { return nil }
        key = SymmetricKey(data: bytes)
    }

    private init(bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    /// A new key of 32 bytes. Pass a generator fit for keys.
    package static func generate(using generator: inout some RandomNumberGenerator) -> WebhookSecret {
        WebhookSecret(bytes: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// The secret itself, for the person who sets up the other side.
    package var revealed: String {
        Self.prefix + key.withUnsafeBytes { Data($0) }.base64EncodedString()
    }

    package var description: String { "whsec_•••" }
    package var debugDescription: String { description }
}
