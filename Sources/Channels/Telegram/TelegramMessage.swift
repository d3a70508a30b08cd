/// A chat: with one person, a group, or a channel.
struct TelegramChat: Decodable {
    enum Kind {
        case direct
        case group
        /// Posts for whoever reads along. Raíz takes no part in those.
        case channel
    }

    var id: Int64
    var kind: Kind
    var title: String?

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        id = try fields.required("id")
        title = fields["title"]
        let type: String? = fields["type"]
        // What is of no known type is treated as a group: there, less is read.
        kind =
            switch type {
            case "private": .direct
            case "channel": .channel
            default: .group
            }
    }
}

/// A person, or a bot.
struct TelegramUser: Decodable {
    var id: Int64
    var isBot: Bool
    var firstName: String?
    var lastName: String?
    var language: String?

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        id = try fields.required("id")
        isBot = fields["is_bot"] ?? false
        firstName = fields["first_name"]
        lastName = fields["last_name"]
        language = fields["language_code"]
    }
}

/// Any file: a photo's size, a voice note, a document, a sticker.
struct TelegramFile: Decodable {
    var id: String
    var type: String?
    var size: Int?
    var name: String?
    var width: Int
    var height: Int

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        id = try fields.required("file_id")
        type = fields["mime_type"]
        size = fields["file_size"]
        name = fields["file_name"]
        width = fields["width"] ?? 0
        height = fields["height"] ?? 0
    }
}

/// A message, as far as Raíz reads one.
struct TelegramMessage: Decodable {
    /// The message that this one answers.
    struct Answered: Decodable {
        var id: Int64
        var from: TelegramUser?
        /// In a forum every message "answers" the one that opened its topic.
        var isTopicOpening: Bool

        init(from decoder: any Decoder) throws {
            let fields = try TelegramFields(decoder)
            id = try fields.required("message_id")
            from = fields["from"]
            isTopicOpening = fields.has("forum_topic_created")
        }
    }

    struct Place: Decodable {
        var latitude: Double
        var longitude: Double

        init(from decoder: any Decoder) throws {
            let fields = try TelegramFields(decoder)
            latitude = try fields.required("latitude")
            longitude = try fields.required("longitude")
            guard (-90...90).contains(latitude), (-180...180).contains(longitude) else {
                throw TelegramFields.Missing()
            }
        }
    }

    struct Venue: Decodable {
        var place: Place
        var title: String?

        init(from decoder: any Decoder) throws {
            let fields = try TelegramFields(decoder)
            place = try fields.required("location")
            title = fields["title"]
        }
    }

    /// The buttons under it: labels by what they carry.
    struct Markup: Decodable {
        struct Button: Decodable {
            var text: String?
            var data: String?

            init(from decoder: any Decoder) throws {
                let fields = try TelegramFields(decoder)
                text = fields["text"]
                data = fields["callback_data"]
            }
        }

        var rows: [[Button]]

        init(from decoder: any Decoder) throws {
            rows = try TelegramFields(decoder).list("inline_keyboard")
        }
    }

    var id: Int64
    var date: Int64?
    var editDate: Int64?
    var chat: TelegramChat
    var from: TelegramUser?
    /// In whose name it was written: the group itself, for an anonymous administrator.
    var senderChat: TelegramChat?
    var signature: String?
    /// The topic of a forum.
    var topic: Int64?
    var isAutomaticForward: Bool
    var answered: Answered?
    var text: String?
    var caption: String?
    var album: String?
    var photo: [TelegramFile]
    var files: [String: TelegramFile]
    var place: Place?
    var venue: Venue?
    var newMembers: [TelegramUser]
    var leftMember: TelegramUser?
    var migratesTo: Int64?
    var migratedFrom: Int64?
    var markup: Markup?
    /// The names of all its fields, by which unknown kinds of message are known.
    var names: [String]

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        id = try fields.required("message_id")
        chat = try fields.required("chat")
        date = fields["date"]
        editDate = fields["edit_date"]
        from = fields["from"]
        senderChat = fields["sender_chat"]
        signature = fields["author_signature"]
        topic = fields["is_topic_message"] == true ? fields["message_thread_id"] : nil
        isAutomaticForward = fields["is_automatic_forward"] ?? false
        answered = fields["reply_to_message"]
        text = fields["text"]
        caption = fields["caption"]
        album = fields["media_group_id"]
        photo = fields.list("photo")
        files = [:]
        for (name, _) in TelegramContent.files { files[name] = fields[name] }
        place = fields["location"]
        venue = fields["venue"]
        newMembers = fields.list("new_chat_members")
        leftMember = fields["left_chat_member"]
        migratesTo = fields["migrate_to_chat_id"]
        migratedFrom = fields["migrate_from_chat_id"]
        markup = fields["reply_markup"]
        names = fields.names
    }
}
