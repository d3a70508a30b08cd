import Foundation

/// One element of `messages[]`.
struct WhatsAppMessage {
    private(set) var event: InboundEvent

    /// `nil` without an id, which keeps it from having two effects, or without anybody who sent it.
    init?(_ message: WhatsAppReader, _ people: WhatsAppPeople, _ account: String) {
        let type = message.word("type") ?? "unknown"
        let system = type == "system" ? message.object("system") : nil
        // A system message names the former ids, some of them only inside.
        let former = system?.line("previous_user_id")
        guard let id = message.line("id"),
            let sender = people.sender(
                userID: message.line("from_user_id") ?? former,
                number: message.line("from") ?? system?.line("customer"),
                parentID: message.line("from_parent_user_id")
            )
        else { return nil }
        let conversation =
            message.line("group_id").map { Conversation(id: $0, kind: .group) }
            ?? Conversation(id: sender.id, kind: .direct)
        event = InboundEvent(
            channel: .whatsapp,
            account: account,
            dedupeKey: id,
            sender: sender,
            conversation: conversation,
            content: Self.content(message, type) ?? .unsupported(type),
            messageID: id,
            replyTo: message.object("context")?.line("id"),
            providerTime: message.moment("timestamp")
        )
    }

    /// `nil` for what Raíz cannot read yet, and for what lacks what its type promises.
    private static func content(_ message: WhatsAppReader, _ type: String) -> Content? {
        // Somebody's cards: that they came is all that is kept.
        if type == "contacts", message.has(type) { return .media(Media(kind: .contact)) }
        guard let part = message.object(type) else { return nil }
        switch type {
        case "text": return part.text("body").map { .text($0) }
        case "button":
            // The answer to a template. Without a payload only its words are left.
            guard let payload = part.line("payload") else { return part.text("text").map { .text($0) } }
            return .choice(id: payload, label: part.text("text"))
        case "interactive": return interactive(part)
        case "image": return .media(media(part, .image))
        case "audio": return .media(media(part, .audio, isVoice: part.flag("voice")))
        case "voice": return .media(media(part, .audio, isVoice: true))
        case "video": return .media(media(part, .video))
        case "document": return .media(media(part, .document))
        case "sticker": return .media(media(part, .sticker))
        case "location": return location(part)
        case "reaction":
            let emoji = part.line("emoji")
            return part.line("message_id").map { .reaction(emoji, to: $0) }
        case "edit": return edit(part)
        case "revoke": return part.line("original_message_id").map { .deletion(of: $0) }
        case "system": return notice(part)
        case "unsupported": return part.word("type").map { .unsupported($0) }
        default: return nil
        }
    }

    private static func interactive(_ part: WhatsAppReader) -> Content? {
        let type = part.word("type") ?? "interactive"
        switch type {
        case "button_reply", "list_reply":
            guard let reply = part.object(type) else { return .unsupported(type) }
            let label = reply.text("title")
            guard let id = reply.line("id") else { return label.map { .text($0) } ?? .unsupported(type) }
            return .choice(id: id, label: label)
        // Forms (`nfm_reply`) among them: Raíz sends none, so the answer belongs to no question of ours.
        default: return .unsupported(type)
        }
    }

    private static func media(_ part: WhatsAppReader, _ kind: Media.Kind, isVoice: Bool? = nil) -> Media {
        Media(
            kind: kind,
            reference: part.line("id"),
            caption: part.text("caption"),
            type: part.line("mime_type"),
            size: part.integer("file_size"),
            sha256: part.line("sha256").flatMap(WhatsAppDigest.hexadecimal),
            isVoice: isVoice,
            name: part.line("filename")
        )
    }

    private static func location(_ part: WhatsAppReader) -> Content? {
        guard let latitude = part.number("latitude"), let longitude = part.number("longitude"),
            (-90...90).contains(latitude), (-180...180).contains(longitude)
        else { return nil }
        return .location(Location(latitude: latitude, longitude: longitude, name: part.line("name")))
    }

    private static func edit(_ part: WhatsAppReader) -> Content? {
        guard let original = part.line("original_message_id"), let message = part.object("message"),
            let type = message.word("type"), let words = message.object(type),
            let text = words.text(type == "text" ? "body" : "caption")
        else { return nil }
        return .edit(of: original, text: text)
    }

    private static func notice(_ part: WhatsAppReader) -> Content {
        let type = part.word("type") ?? "system"
        switch type {
        case "user_changed_number", "customer_changed_number", "user_changed_user_id":
            let target = part.line("user_id") ?? part.line("wa_id") ?? part.line("new_wa_id")
            return .system(target.map { .moved(to: $0) } ?? .other(type))
        default: return .system(.other(type))
        }
    }
}

/// The digest of a file: base64 in webhooks, hexadecimal in the answers of the API.
enum WhatsAppDigest {
    /// Lower-case hexadecimal; `nil` for what is no SHA-256.
    static func hexadecimal(_ text: String) -> String? {
        if text.utf8.count == 64, text.utf8.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) {
            return text.lowercased()
        }
        var text = text
        while text.last == "=" { text.removeLast() }
        guard let data = Data(base64Encoded: text + "="), data.count == 32 else { return nil }
        return data.hexadecimal
    }
}
