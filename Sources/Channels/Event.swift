import Foundation

/// The ways in and out that Raíz knows.
package enum ChannelKind: String, Sendable, Equatable, Codable, CaseIterable {
    case generic
    case web
    case whatsapp
    case telegram
}

/// One thing a person did on a channel, in words that every channel shares.
package struct InboundEvent: Sendable, Equatable, Codable {
    package var channel: ChannelKind
    /// Our own account on that channel; opaque ids mean nothing outside it.
    package var account: String
    /// The provider's id for this event: the same on every redelivery, so one key has one effect.
    package var dedupeKey: String
    package var sender: Sender
    package var conversation: Conversation
    package var content: Content
    /// When the provider says it happened; `nil` when it does not say.
    package var providerTime: Date?

    package init(
        channel: ChannelKind,
        account: String,
        dedupeKey: String,
        sender: Sender,
        conversation: Conversation,
        content: Content,
        providerTime: Date? = nil
    ) {
        self.channel = channel
        self.account = account
        self.dedupeKey = dedupeKey
        self.sender = sender
        self.conversation = conversation
        self.content = content
        self.providerTime = providerTime
    }
}

/// Who wrote. The id is opaque: never a phone number to be parsed or shown.
package struct Sender: Sendable, Equatable, Codable {
    package var id: String
    package var displayName: String?
    /// The language the channel says they use, such as `es-CL`.
    package var locale: String?

    package init(id: String, displayName: String? = nil, locale: String? = nil) {
        self.id = id
        self.displayName = displayName
        self.locale = locale
    }
}

/// Where it was written.
package struct Conversation: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Equatable, Codable, CaseIterable {
        case direct
        case group
    }

    package var id: String
    package var kind: Kind

    package init(id: String, kind: Kind) {
        self.id = id
        self.kind = kind
    }
}

/// What was sent.
package enum Content: Sendable, Equatable {
    case text(String)
    /// An option was pressed; the label is what the person saw, when the channel repeats it.
    case choice(id: String, label: String?)
    case media(Media)
    /// Something Raíz cannot read yet, by the provider's name for it.
    case unsupported(String)
}

/// A picture, a voice note, a file. Only described: nothing is fetched.
package struct Media: Sendable, Equatable, Codable {
    package enum Kind: String, Sendable, Equatable, Codable, CaseIterable {
        case image
        case audio
        case video
        case document
        case sticker
        case location
        case contact
        case other
    }

    package var kind: Kind
    /// The provider's address or id of the bytes.
    package var reference: String?
    /// What the person wrote under it.
    package var caption: String?

    package init(kind: Kind, reference: String? = nil, caption: String? = nil) {
        self.kind = kind
        self.reference = reference
        self.caption = caption
    }
}

/// One message on its way out. Its id goes to the provider wherever the provider can use it against duplicates.
package struct OutboundMessage: Sendable, Equatable, Codable {
    package var id: String
    /// The recipient's opaque id on the channel.
    package var to: String
    /// The conversation's id on the channel; the recipient's own in a direct one.
    package var conversation: String
    /// The dialogue that speaks, `nil` when none does.
    package var dialogue: String?
    package var text: String
    /// The options offered, in order; empty when any words will do.
    package var choices: [Choice]

    package init(
        id: String,
        to: String,
        conversation: String,
        dialogue: String? = nil,
        text: String,
        choices: [Choice] = []
    ) {
        self.id = id
        self.to = to
        self.conversation = conversation
        self.dialogue = dialogue
        self.text = text
        self.choices = choices
    }
}

/// An option a person can press.
package struct Choice: Sendable, Equatable, Codable {
    package var id: String
    package var label: String

    package init(id: String, label: String) {
        self.id = id
        self.label = label
    }
}

extension Content: Codable {
    private enum CodingKeys: String, CodingKey {
        case text
        case choice
        case media
        case unsupported
    }

    private struct Pressed: Codable {
        var id: String
        var label: String?
    }

    /// One key says which: `{"text": "hola"}`, `{"choice": {"id": "si"}}`, `{"media": {…}}`, `{"unsupported": "poll"}`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let text = try container.decodeIfPresent(String.self, forKey: .text) {
            self = .text(text)
        } else if let pressed = try container.decodeIfPresent(Pressed.self, forKey: .choice) {
            self = .choice(id: pressed.id, label: pressed.label)
        } else if let media = try container.decodeIfPresent(Media.self, forKey: .media) {
            self = .media(media)
        } else {
            self = .unsupported(try container.decode(String.self, forKey: .unsupported))
        }
    }

    /// The mirror of `init(from:)`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .text(let text): try container.encode(text, forKey: .text)
        case .choice(let id, let label): try container.encode(Pressed(id: id, label: label), forKey: .choice)
        case .media(let media): try container.encode(media, forKey: .media)
        case .unsupported(let name): try container.encode(name, forKey: .unsupported)
        }
    }
}
