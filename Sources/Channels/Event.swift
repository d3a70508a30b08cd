import Dialogue
import Foundation

/// The ways in and out that Raíz knows.
package enum ChannelKind: String, Sendable, Equatable, CaseIterable {
    case generic
    case web
    case whatsapp
    case telegram
}

/// One thing a person did on a channel, or the provider tells of one, in words that every channel shares.
package struct InboundEvent: Sendable, Equatable {
    package var channel: ChannelKind
    /// Our own account on that channel; opaque ids mean nothing outside it.
    package var account: String
    /// The provider's id for this event: the same on every redelivery, so one key has one effect.
    package var dedupeKey: String
    package var sender: Sender
    package var conversation: Conversation
    package var content: Content
    /// The provider's id of the message, by which later edits and deletions name it.
    package var messageID: String?
    /// The provider's id of the message that this one answers.
    package var replyTo: String?
    /// When the provider says it happened; `nil` when it does not say.
    package var providerTime: Date?

    package init(
        channel: ChannelKind,
        account: String,
        dedupeKey: String,
        sender: Sender,
        conversation: Conversation,
        content: Content,
        messageID: String? = nil,
        replyTo: String? = nil,
        providerTime: Date? = nil
    ) {
        self.channel = channel
        self.account = account
        self.dedupeKey = dedupeKey
        self.sender = sender
        self.conversation = conversation
        self.content = content
        self.messageID = messageID
        self.replyTo = replyTo
        self.providerTime = providerTime
    }
}

/// Who wrote. The id is opaque: never a phone number to be parsed or shown.
package struct Sender: Sendable, Equatable {
    package var id: String
    /// Other ids by which the provider knows the same person.
    package var aliases: [String]?
    package var displayName: String?
    /// The language the channel says they use, such as `es-CL`.
    package var locale: String?

    package init(id: String, aliases: [String]? = nil, displayName: String? = nil, locale: String? = nil) {
        self.id = id
        self.aliases = aliases
        self.displayName = displayName
        self.locale = locale
    }
}

/// Where it was written.
package struct Conversation: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable, CaseIterable {
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

/// What happened.
package enum Content: Sendable, Equatable {
    case text(String)
    /// An option was pressed; the label is what the person saw, when the channel repeats it.
    case choice(id: String, label: String?)
    case media(Media)
    case location(Location)
    /// A sign under a message of ours, by the provider's id; `nil` when it was taken away.
    case reaction(String?, to: String)
    /// An earlier message, by the provider's id, now says this.
    case edit(of: String, text: String)
    /// An earlier message, by the provider's id, was taken back.
    case deletion(of: String)
    /// People, by their ids, came into the conversation; nobody named means the bot itself.
    case join([String])
    /// People, by their ids, left the conversation; nobody named means the bot itself.
    case leave([String])
    /// What became of a message of ours.
    case status(DeliveryStatus)
    case system(SystemNotice)
    /// Something Raíz cannot read yet, by the provider's name for it.
    case unsupported(String)
}

/// A picture, a voice note, a file. Only described: nothing is fetched.
package struct Media: Sendable, Equatable {
    package enum Kind: String, Sendable, Equatable, CaseIterable {
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
    /// As the provider says it: `audio/ogg; codecs=opus`.
    package var type: String?
    /// Bytes, as the provider says.
    package var size: Int?
    /// Lower-case hexadecimal, as the provider says.
    package var sha256: String?
    /// Recorded on the spot, as opposed to a file that was passed on.
    package var isVoice: Bool?
    /// The name of a file.
    package var name: String?
    /// The same for all that were sent at once, each in an event of its own: one answer does for all of them.
    package var album: String?

    package init(
        kind: Kind,
        reference: String? = nil,
        caption: String? = nil,
        type: String? = nil,
        size: Int? = nil,
        sha256: String? = nil,
        isVoice: Bool? = nil,
        name: String? = nil,
        album: String? = nil
    ) {
        self.kind = kind
        self.reference = reference
        self.caption = caption
        self.type = type
        self.size = size
        self.sha256 = sha256
        self.isVoice = isVoice
        self.name = name
        self.album = album
    }
}

/// A place that somebody shared.
package struct Location: Sendable, Equatable {
    package var latitude: Double
    package var longitude: Double
    package var name: String?

    package init(latitude: Double, longitude: Double, name: String? = nil) {
        self.latitude = latitude
        self.longitude = longitude
        self.name = name
    }
}

/// What became of a message of ours, as the provider tells it, perhaps late and out of order.
package struct DeliveryStatus: Sendable, Equatable {
    /// How far it has come. It only ever goes up; `failed` is the end.
    package enum Stage: String, Sendable, Equatable, CaseIterable {
        case sent
        case delivered
        case read
        case failed
    }

    /// The provider's id of the message.
    package var message: String
    /// Our own id of it, where the provider repeats it.
    package var ours: String?
    package var stage: Stage
    /// Why it failed: what sending it again would meet.
    package var failure: SendResult?

    package init(message: String, ours: String? = nil, stage: Stage, failure: SendResult? = nil) {
        self.message = message
        self.ours = ours
        self.stage = stage
        self.failure = failure
    }
}

/// Something about the conversation itself.
package enum SystemNotice: Sendable, Equatable {
    /// The conversation or the person has another id from now on.
    case moved(to: String)
    /// The person does not want to hear from the bot.
    case blocked
    /// They do again.
    case unblocked
    /// Anything else, by the provider's name for it.
    case other(String)
}

/// One message on its way out. Its id goes to the provider wherever the provider can use it against duplicates.
package struct OutboundMessage: Sendable, Equatable {
    package var id: String
    /// The recipient's opaque id on the channel.
    package var to: String
    /// Whether the conversation is a group.
    package var isGroup: Bool
    /// The conversation's id on the channel; the recipient's own in a direct one.
    package var conversation: String
    /// The dialogue that speaks, `nil` when none does.
    package var dialogue: String?
    package var text: String
    /// The options offered, in order; empty when any words will do.
    package var choices: [Choice]
    /// Send it without any markup: markup was refused before.
    package var isPlain: Bool
    /// Send this template instead of the text.
    package var template: Template?

    package init(
        id: String,
        to: String,
        isGroup: Bool = false,
        conversation: String,
        dialogue: String? = nil,
        text: String,
        choices: [Choice] = [],
        isPlain: Bool = false,
        template: Template? = nil
    ) {
        self.id = id
        self.to = to
        self.isGroup = isGroup
        self.conversation = conversation
        self.dialogue = dialogue
        self.text = text
        self.choices = choices
        self.isPlain = isPlain
        self.template = template
    }
}

/// A message that the provider has approved beforehand, for people who have not written for a while.
package struct Template: Sendable, Equatable {
    package var name: String
    /// As the provider writes it: `es_CL`.
    package var language: String
    /// What stands in its gaps, in order.
    package var parameters: [String]

    package init(name: String, language: String, parameters: [String] = []) {
        self.name = name
        self.language = language
        self.parameters = parameters
    }
}
