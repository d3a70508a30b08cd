/// What a message says, in neutral words.
enum TelegramContent {
    /// Kinds of file, in the order in which they are looked for: an animation comes with its copy as a document.
    static let files: [(name: String, kind: Media.Kind)] = [
        ("animation", .video), ("voice", .audio), ("audio", .audio), ("video", .video), ("video_note", .video),
        ("document", .document), ("sticker", .sticker),
    ]

    /// Messages by which Telegram tells what happened to the chat; nobody wrote them.
    private static let services: Set<String> = [
        "new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id", "new_chat_title",
        "new_chat_photo", "delete_chat_photo", "group_chat_created", "supergroup_chat_created",
        "channel_chat_created", "message_auto_delete_timer_changed", "pinned_message", "chat_owner_left",
        "chat_owner_changed", "users_shared", "user_shared", "chat_shared", "connected_website",
        "write_access_allowed", "passport_data", "proximity_alert_triggered", "boost_added", "chat_background_set",
        "forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
        "general_forum_topic_hidden", "general_forum_topic_unhidden", "giveaway_created", "giveaway_completed",
        "video_chat_scheduled", "video_chat_started", "video_chat_ended", "video_chat_participants_invited",
        "web_app_data", "successful_payment", "refunded_payment", "checklist_tasks_done", "checklist_tasks_added",
        "poll_option_added", "poll_option_deleted", "direct_message_price_changed", "paid_message_price_changed",
        "gift", "unique_gift", "gift_upgrade_sent", "managed_bot_created", "suggested_post_approved",
        "suggested_post_approval_failed", "suggested_post_declined", "suggested_post_paid",
        "suggested_post_refunded", "community_chat_added", "community_chat_removed", "community_chat_joined",
    ]

    /// Kinds of message that people send and Raíz cannot read, most telling first.
    private static let unread = [
        "poll", "dice", "game", "story", "checklist", "live_photo", "rich_message", "paid_media", "giveaway",
        "giveaway_winners", "invoice", "photo", "location", "venue", "contact",
    ]

    /// The name of the service message that this is; `nil` when somebody wrote it.
    static func service(_ message: TelegramMessage) -> String? {
        message.names.first(where: services.contains)
    }

    /// What somebody wrote, with commands and mentions made words.
    static func written(_ message: TelegramMessage, words: TelegramWords) -> Content {
        if let text = message.text { return .text(words.read(text).text) }
        if let media = media(message, words: words) { return .media(media) }
        if let venue = message.venue {
            return .location(
                Location(latitude: venue.place.latitude, longitude: venue.place.longitude, name: venue.title)
            )
        }
        if let place = message.place {
            return .location(Location(latitude: place.latitude, longitude: place.longitude))
        }
        return .unsupported(unsupportedName(message))
    }

    private static func media(_ message: TelegramMessage, words: TelegramWords) -> Media? {
        let caption = message.caption.map { words.read($0).text }
        for (name, kind) in files {
            guard let file = message.files[name] else { continue }
            return Media(
                kind: kind,
                reference: file.id,
                caption: caption,
                type: file.type,
                size: file.size,
                isVoice: kind == .audio ? name == "voice" : nil,
                name: file.name,
                album: message.album
            )
        }
        if let widest = message.photo.max(by: { area($0) < area($1) }) {
            return Media(
                kind: .image,
                reference: widest.id,
                caption: caption,
                size: widest.size,
                album: message.album
            )
        }
        // Somebody's name and number: that it came is enough to know.
        return message.names.contains("contact") ? Media(kind: .contact) : nil
    }

    private static func area(_ file: TelegramFile) -> Double { Double(file.width) * Double(file.height) }

    private static func unsupportedName(_ message: TelegramMessage) -> String {
        if let known = unread.first(where: message.names.contains) { return known }
        return message.names.first { isContentName($0) } ?? "unknown"
    }

    /// Whether a field that is not known may be what the message is about.
    private static func isContentName(_ name: String) -> Bool {
        let around = [
            "is_", "has_", "reply_", "forward_", "sender_", "guest_", "receiver_", "caption", "show_", "message_",
            "direct_", "business_", "ephemeral_", "paid_",
        ]
        let known: Set<String> = [
            "from", "date", "chat", "external_reply", "quote", "via_bot", "edit_date", "media_group_id",
            "author_signature", "entities", "link_preview_options", "suggested_post_info", "effect_id", "text",
        ]
        return (1...40).contains(name.utf8.count) && name.utf8.allSatisfy(\.isUsernameByte)
            && !known.contains(name) && !around.contains(where: name.hasPrefix)
    }
}
