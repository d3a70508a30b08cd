import Foundation

/// What goes back in the answer to a request. `dialogue` is `null`, never absent; empty `choices` are absent.
struct ReplyBody: Encodable {
    var dialogue: String?
    var messages: [Message]

    struct Message: Encodable {
        var message: OutboundMessage

        private enum CodingKeys: CodingKey {
            case id
            case to
            case text
            case choices
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(message.id, forKey: .id)
            try container.encode(message.to, forKey: .to)
            try container.encode(message.text, forKey: .text)
            if !message.choices.isEmpty { try container.encode(message.choices, forKey: .choices) }
        }
    }

    private enum CodingKeys: CodingKey {
        case dialogue
        case messages
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(dialogue, forKey: .dialogue)
        try container.encode(messages, forKey: .messages)
    }
}

/// What goes to their callback: the same message, with the conversation and dialogue it belongs to.
struct CallbackBody: Encodable {
    private let data: Message
    private let timestamp: String
    private let type = "message.send"

    init(_ message: OutboundMessage, at time: Date) {
        data = Message(message: message)
        timestamp = RFC3339.text(time)
    }

    private struct Message: Encodable {
        var message: OutboundMessage

        private enum CodingKeys: CodingKey {
            case conversation
            case dialogue
        }

        private struct Place: Encodable {
            var id: String
        }

        func encode(to encoder: any Encoder) throws {
            try ReplyBody.Message(message: message).encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(Place(id: message.conversation), forKey: .conversation)
            try container.encode(message.dialogue, forKey: .dialogue)
        }
    }
}
