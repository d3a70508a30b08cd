import Crypto
import Foundation

/// Meta's proof: `sha256=` and the HMAC-SHA256 of the raw bytes under the app's secret, in hexadecimal.
///
/// It carries no time. What protects against a replay is that one wamid has one effect.
enum WhatsAppSignature {
    static let prefix = "sha256="

    /// Throws when there is no proof, or none of the secrets made it.
    static func check(_ header: String?, body: Data, secrets: [WhatsAppSecret]) throws(ChannelRefusal) {
        guard let header, !header.isEmpty else { throw ChannelRefusal(.missingProof) }
        guard header.hasPrefix(prefix), let code = bytes(header.utf8.dropFirst(prefix.utf8.count)) else {
            throw ChannelRefusal(.wrongProof)
        }
        var isGenuine = false
        for secret in secrets {
            let key = SymmetricKey(data: Data(secret.revealed.utf8))
            // Compares in constant time.
            if HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: body, using: key) { isGenuine = true }
        }
        guard isGenuine else { throw ChannelRefusal(.wrongProof) }
    }

    /// What Meta would send for a body.
    static func sign(_ body: Data, secret: WhatsAppSecret) -> String {
        let key = SymmetricKey(data: Data(secret.revealed.utf8))
        return prefix + Data(HMAC<SHA256>.authenticationCode(for: body, using: key)).hexadecimal
    }

    /// 32 bytes from 64 hexadecimal digits.
    private static func bytes(_ digits: Substring.UTF8View) -> Data? {
        guard digits.count == 64 else { return nil }
        var data = Data(capacity: 32)
        var high: UInt8?
        for digit in digits {
            guard let value = Character(UnicodeScalar(digit)).hexDigitValue else { return nil }
            if let first = high {
                data.append(first << 4 | UInt8(value))
                high = nil
            } else {
                high = UInt8(value)
            }
        }
        return data
    }
}

extension Data {
    /// Lower-case hexadecimal.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef")
        return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
