import Channels

/// Which files are taken from a browser, and which are shown in one.
enum MediaKinds {
    /// A media type without its parameters; `nil` for what is none.
    static func base(_ type: String?) -> String? {
        guard let base = type?.split(separator: ";").first?.lowercased().filter({ $0 != " " }) else { return nil }
        let parts = base.split(separator: "/", omittingEmptySubsequences: false)
        let isName = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isPlain) }
        return isName ? base : nil
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "+"):
            true
        default: false
        }
    }

    /// The type with which a browser may show or play a file; `nil` for one that it may only save.
    static func shown(_ type: String?) -> String? {
        guard let base = base(type) else { return nil }
        switch base {
        case "image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4", "application/pdf": return base
        default: return base.hasPrefix("audio/") ? base : nil
        }
    }

    /// What an uploaded file is; `nil` for one that is not taken.
    static func taken(_ type: String?) -> (kind: Media.Kind, type: String)? {
        guard let base = shown(type) else { return nil }
        if base.hasPrefix("image/") { return (.image, base) }
        if base.hasPrefix("audio/") { return (.audio, base) }
        return base == "application/pdf" ? (.document, base) : nil
    }
}
