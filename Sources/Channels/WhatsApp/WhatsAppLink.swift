/// Links that open a chat with our number, with the words that join a dialogue already written.
package enum WhatsAppLink {
    /// `https://wa.me/56220000000?text=UNIRME%20AB12`; `nil` without digits to call.
    ///
    /// `number` may be written as people write it: `+56 2 2000 0000`. Whoever opens the link can still change the words.
    package static func join(number: String, code: String, word: String = "UNIRME") -> String? {
        let digits = number.utf8.filter(\.isDigit)
        // The longest number of E.164 has 15 digits; fewer than 7 are no international number.
        guard (7...15).contains(digits.count) else { return nil }
        return "https://wa.me/\(String(decoding: digits, as: UTF8.self))?text=\(escaped("\(word) \(code)"))"
    }

    /// Percent-encodes all but the unreserved characters of RFC 3986.
    private static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            if byte.isDigit || byte.isLetter || "-._~".utf8.contains(byte) {
                result.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }
}
