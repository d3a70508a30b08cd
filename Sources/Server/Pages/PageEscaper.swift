import Mustache

/// Escapes text for HTML byte by byte.
///
/// The built-in escaper of the template engine walks characters, and a quote followed by a combining accent is one
/// character that it does not know: the quote gets through and closes the attribute. Bytes have no such corner.
struct PageEscaper: MustacheContentType {
    /// Its own name, so that a template read before registration fails instead of falling back to the built-in one.
    static let name = "PAGE"

    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): escaped.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): escaped.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): escaped.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): escaped.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): escaped.append(contentsOf: "&#39;".utf8)
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
