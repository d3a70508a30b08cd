/// What one webhook carries: an id, and one thing that happened.
struct TelegramUpdate: Decodable {
    /// Kinds of update that Raíz neither asks for nor needs. They are no mistake, and leave no trace.
    static let unneeded: Set<String> = [
        "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result", "shipping_query",
        "pre_checkout_query", "poll", "poll_answer", "chat_join_request", "chat_boost", "removed_chat_boost",
        "message_reaction_count", "business_connection", "business_message", "edited_business_message",
        "deleted_business_messages", "purchased_paid_media", "managed_bot", "guest_message", "subscription",
        "stopped_message_generation",
    ]

    /// What Raíz asks for. Reactions and members must be named, or Telegram keeps them.
    static let needed = [
        "message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction",
    ]

    var id: Int64?
    var message: TelegramMessage?
    var editedMessage: TelegramMessage?
    var callback: TelegramCallback?
    var ownMembership: TelegramMembership?
    var membership: TelegramMembership?
    var reaction: TelegramReaction?
    /// Whether it is of a kind that is known and not needed.
    var isUnneeded: Bool

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        id = fields["update_id"]
        message = fields["message"]
        editedMessage = fields["edited_message"]
        callback = fields["callback_query"]
        ownMembership = fields["my_chat_member"]
        membership = fields["chat_member"]
        reaction = fields["message_reaction"]
        isUnneeded = fields.names.contains { Self.unneeded.contains($0) }
    }
}

/// A button that was pressed. Old messages come back as a stub with date 0, or not at all.
struct TelegramCallback: Decodable {
    var id: String?
    var from: TelegramUser?
    var message: TelegramMessage?
    var data: String?

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        id = fields["id"]
        from = fields["from"]
        message = fields["message"]
        data = fields["data"]
    }
}

/// Somebody's standing in a chat, before and after.
struct TelegramMembership: Decodable {
    struct Standing: Decodable {
        var status: String
        var user: TelegramUser?
        var isMember: Bool?

        init(from decoder: any Decoder) throws {
            let fields = try TelegramFields(decoder)
            status = try fields.required("status")
            user = fields["user"]
            isMember = fields["is_member"]
        }

        /// Whether they are in the chat; somebody restricted may be in or out.
        var isIn: Bool {
            switch status {
            case "creator", "administrator", "member": true
            case "restricted": isMember == true
            default: false
            }
        }
    }

    var chat: TelegramChat
    var from: TelegramUser
    var date: Int64?
    var before: Standing?
    var after: Standing

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        chat = try fields.required("chat")
        from = try fields.required("from")
        date = fields["date"]
        before = fields["old_chat_member"]
        after = try fields.required("new_chat_member")
    }
}

/// The signs that one person has put under one message.
struct TelegramReaction: Decodable {
    struct Sign: Decodable {
        var type: String?
        var emoji: String?

        init(from decoder: any Decoder) throws {
            let fields = try TelegramFields(decoder)
            type = fields["type"]
            emoji = fields["emoji"]
        }
    }

    var chat: TelegramChat
    var message: Int64
    var user: TelegramUser?
    /// Who reacted in the name of a chat.
    var actor: TelegramChat?
    var date: Int64?
    var signs: [Sign]

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        chat = try fields.required("chat")
        message = try fields.required("message_id")
        user = fields["user"]
        actor = fields["actor_chat"]
        date = fields["date"]
        signs = fields.list("new_reaction")
    }
}
