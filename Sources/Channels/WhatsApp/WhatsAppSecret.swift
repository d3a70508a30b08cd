import Crypto
import Foundation

/// A token or secret of a WhatsApp account. Its description is redacted, for logs.
package struct WhatsAppSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The secret itself, for a header or a key.
    package let revealed: String

    /// `nil` for what could not stand in a header: nothing, spaces, line breaks, other than ASCII.
    package init?(_ text: String) {
        guard (1...1024).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        revealed = text
    }

    /// Compares without telling, by the time it takes, where the first difference is: both sides are hashed first.
    func matches(_ text: String) -> Bool {
        let ours = Array(SHA256.hash(data: Data(revealed.utf8)))
        let theirs = Array(SHA256.hash(data: Data(text.utf8)))
        return zip(ours, theirs).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    package var description: String { "•••" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension WhatsAppSecret: Equatable {
    package static func == (one: WhatsAppSecret, other: WhatsAppSecret) -> Bool { one.matches(other.revealed) }
}
