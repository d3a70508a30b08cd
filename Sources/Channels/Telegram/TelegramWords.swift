/// Makes words of what people write to a bot: `/atras@raiz_bot` is "atras", `@raiz_bot hola` is "hola".
struct TelegramWords: Sendable {
    struct Reading: Equatable {
        var text: String
        /// It names the bot, or is a command for it. In groups only that is for Raíz.
        var isAddressed: Bool
    }

    /// What somebody says who only opens the chat, or only calls the bot.
    static let greeting = "hola"

    /// The bot's name, without `@`.
    var username: String

    func read(_ text: String) -> Reading {
        var text = text[...]
        var isAddressed = false
        if text.utf8.first == UInt8(ascii: "/"), let command = command(text) {
            guard let words = command.words else { return Reading(text: String(text), isAddressed: false) }
            text = words
            isAddressed = true
        }
        if let without = withoutMentions(text) {
            text = without[...]
            isAddressed = true
        }
        guard isAddressed else { return Reading(text: String(text), isAddressed: false) }
        let words = text.trimming { $0.isWhitespace }
        return Reading(text: words.isEmpty ? Self.greeting : String(words), isAddressed: true)
    }

    // MARK: - Commands

    /// A command's words; `words` is `nil` when it is another bot's.
    private struct Command {
        var words: Substring?
    }

    /// Reads `/name` or `/name@bot` at the beginning; `nil` for a slash that begins no command.
    private func command(_ text: Substring) -> Command? {
        let afterSlash = text.dropFirst()
        let name = afterSlash.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        guard (1...32).contains(name.count) else { return nil }
        var rest = afterSlash[name.endIndex...]
        if rest.first == "@" {
            let target = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            guard !target.isEmpty else { return nil }
            guard target.lowercased() == username.lowercased() else { return Command(words: nil) }
            rest = rest[target.endIndex...]
        }
        guard rest.first.map({ $0 != "/" && $0 != "@" }) ?? true else { return nil }
        switch name.lowercased() {
        // A link opens the chat with `/start CODE`: the code is what they have to say.
        case "start", "startgroup": return Command(words: rest)
        // A command has no spaces: `/borrar_mis_datos` is how the phrase is written.
        default: return Command(words: "\(name.replacing("_", with: " "))\(rest)")
        }
    }

    // MARK: - Mentions

    /// The text without the bot's name; `nil` when it is not named.
    private func withoutMentions(_ text: Substring) -> String? {
        let name = Array("@\(username.lowercased())".utf8)
        let bytes = Array(text.utf8)
        guard name.count > 1, bytes.contains(UInt8(ascii: "@")) else { return nil }
        var kept: [UInt8] = []
        var place = 0
        var isNamed = false
        while place < bytes.count {
            guard Self.matches(name, in: bytes, at: place) else {
                kept.append(bytes[place])
                place += 1
                continue
            }
            isNamed = true
            place += name.count
            // One space goes with the name, and at the beginning also the comma of a form of address.
            if kept.isEmpty {
                while place < bytes.count, bytes[place].isMark { place += 1 }
            } else if kept.last == UInt8(ascii: " "), place < bytes.count, bytes[place] == UInt8(ascii: " ") {
                place += 1
            }
        }
        return isNamed ? String(decoding: kept, as: UTF8.self) : nil
    }

    /// Whether the bot's name stands here as a word of its own, not as part of a longer name or an address.
    private static func matches(_ name: [UInt8], in bytes: [UInt8], at place: Int) -> Bool {
        guard bytes[place] == UInt8(ascii: "@"), place + name.count <= bytes.count else { return false }
        for (offset, byte) in name.enumerated() where bytes[place + offset].lowercased != byte { return false }
        if place > 0, bytes[place - 1].isUsernameByte || bytes[place - 1] == UInt8(ascii: ".") { return false }
        let end = place + name.count
        return end == bytes.count || !bytes[end].isUsernameByte
    }
}

extension UInt8 {
    fileprivate var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self
    }

    fileprivate var isMark: Bool { " ,:;".utf8.contains(self) }
}

extension Substring {
    fileprivate func trimming(_ isOuter: (Character) -> Bool) -> Substring {
        var text = drop(while: isOuter)
        while let last = text.last, isOuter(last) { text.removeLast() }
        return text
    }
}
