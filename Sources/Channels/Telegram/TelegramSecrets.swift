import Crypto
import Foundation

/// A bot's token, as BotFather gives it: `<bot's id>:<key>`. Its description is redacted, for logs.
package struct TelegramToken: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The token itself, for the person who set it up.
    package let revealed: String
    /// The bot's own id as a user: the part before the colon.
    package let bot: Int64

    /// Reads a token; `nil` when it has another shape. It becomes part of an address, so nothing else may.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...15).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(\.isDigit),
            let bot = Int64(parts[0]), bot > 0,
            (1...128).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(\.isTokenByte)
        else { return nil }
        revealed = text
        self.bot = bot
    }

    package var description: String { "\(bot):•••" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What Telegram repeats in a header of every webhook: the only proof it gives. Its description is redacted.
package struct TelegramSecret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The secret itself.
    package let revealed: String

    /// Reads a secret of 1 to 256 letters, digits, `_` and `-`; `nil` when Telegram would refuse it.
    package init?(_ text: String) {
        guard (1...256).contains(text.utf8.count), text.utf8.allSatisfy(\.isTokenByte) else { return nil }
        revealed = text
    }

    private init(bytes: [UInt8]) {
        revealed = Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// A new secret of 32 bytes. Pass a generator fit for keys.
    package static func generate(using generator: inout some RandomNumberGenerator) -> TelegramSecret {
        TelegramSecret(bytes: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Whether this is what came. Digests are compared, in constant time, so that not even the length shows.
    func matches(_ offered: String) -> Bool {
        SHA256.hash(data: Data(offered.utf8)) == SHA256.hash(data: Data(revealed.utf8))
    }

    package var description: String { "•••" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Letters, digits, `_` and `-`: what tokens, secrets and codes in links are made of.
    var isTokenByte: Bool { isUsernameByte || self == UInt8(ascii: "-") }

    /// Letters, digits and `_`: what names of bots are made of.
    var isUsernameByte: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): true
        default: isDigit
        }
    }
}
