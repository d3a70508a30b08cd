import Dialogue
import Foundation

/// A message as `sendMessage` takes it.
struct TelegramSending: Encodable {
    /// The longest text, counted without markup. Telegram counts UTF-16 at most.
    static let limit = Capabilities.Length(4096, .utf16)

    /// What stands under a message besides buttons.
    private struct ForceReply: Encodable {
        let forced = true

        private enum CodingKeys: String, CodingKey {
            case forced = "force_reply"
        }
    }

    private struct Preview: Encodable {
        let isDisabled = true

        private enum CodingKeys: String, CodingKey {
            case isDisabled = "is_disabled"
        }
    }

    private var method: String?
    private var address: TelegramAddress
    private var text: String
    private var isPlain: Bool
    private var keyboard: TelegramKeyboard?
    private var asksForReply: Bool

    /// `method` is named only where a message is the answer to a webhook.
    init(_ message: OutboundMessage, method: String? = nil) throws(TelegramError) {
        guard let address = TelegramAddress(message.isGroup ? message.conversation : message.to) else {
            throw TelegramError(.badAddress)
        }
        guard message.text.contains(where: { !$0.isWhitespace }) else { throw TelegramError(.empty) }
        guard Self.limit.fits(message.text) else { throw TelegramError(.tooLong) }
        self.method = method
        self.address = address
        isPlain = message.isPlain
        text = message.isPlain ? message.text : Self.escaped(message.text)
        keyboard = message.choices.isEmpty ? nil : try TelegramKeyboard(message.choices, message: message.id)
        // In a group a bot hears only what answers it: the answering is offered at once. To everybody, since
        // a choice of people (`selective`) reaches only those whom the text mentions or answers.
        asksForReply = message.isGroup && message.choices.isEmpty
    }

    private enum CodingKeys: String, CodingKey {
        case method
        case chat = "chat_id"
        case topic = "message_thread_id"
        case text
        case mode = "parse_mode"
        case preview = "link_preview_options"
        case markup = "reply_markup"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(method, forKey: .method)
        try container.encode(address.chat, forKey: .chat)
        try container.encodeIfPresent(address.topic, forKey: .topic)
        try container.encode(text, forKey: .text)
        if !isPlain { try container.encode("HTML", forKey: .mode) }
        try container.encode(Preview(), forKey: .preview)
        if let keyboard {
            try container.encode(keyboard, forKey: .markup)
        } else if asksForReply {
            try container.encode(ForceReply(), forKey: .markup)
        }
    }

    /// Exactly what Telegram asks for in HTML, so that nobody's words can become markup.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

/// "Typing…", for the five seconds until an answer comes.
struct TelegramTyping: Encodable {
    var address: TelegramAddress

    private enum CodingKeys: String, CodingKey {
        case action
        case chat = "chat_id"
        case topic = "message_thread_id"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("typing", forKey: .action)
        try container.encode(address.chat, forKey: .chat)
        try container.encodeIfPresent(address.topic, forKey: .topic)
    }
}

/// The end of a button's spinner.
struct TelegramCallbackAnswer: Encodable {
    var id: String

    private enum CodingKeys: String, CodingKey {
        case id = "callback_query_id"
    }
}

/// Where webhooks are to go.
struct TelegramWebhookSetting: Encodable {
    var url: String
    var secret: String
    var connections: Int
    var updates: [String]

    private enum CodingKeys: String, CodingKey {
        case url
        case secret = "secret_token"
        case connections = "max_connections"
        case updates = "allowed_updates"
    }
}

/// A question about one file.
struct TelegramFileQuestion: Encodable {
    var id: String

    private enum CodingKeys: String, CodingKey {
        case id = "file_id"
    }
}
