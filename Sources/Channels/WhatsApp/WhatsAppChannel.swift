import Dialogue
import Foundation

/// WhatsApp through Meta's Cloud API: one business phone number.
package struct WhatsAppChannel: Channel {
    package static let capabilities = Capabilities(
        name: "WhatsApp",
        text: WhatsAppLimits.text,
        textWithOptions: WhatsAppLimits.body,
        buttons: Capabilities.Options(most: 3, label: WhatsAppLimits.buttonTitle),
        list: Capabilities.Options(most: 10, label: WhatsAppLimits.rowTitle),
        hasGroups: true,
        showsTyping: true,
        window: .seconds(24 * 60 * 60),
        joinsMessages: true,
        accountPace: Capabilities.Pace(every: .microseconds(12_500), burst: 10),
        addressPace: addressPace,
        groupPace: addressPace
    )

    /// Groups take no buttons and no lists: options stand numbered in the text.
    package static let groupCapabilities: Capabilities = {
        var capabilities = Self.capabilities
        capabilities.textWithOptions = nil
        capabilities.buttons = nil
        capabilities.list = nil
        capabilities.showsTyping = false
        return capabilities
    }()

    /// Meta allows one message in 6 s to one person, and 45 at once on credit. Twenty are ample for a lively exchange,
    /// and leave more than half of the credit to repeats that did arrive and to other programs on the same number.
    private static let addressPace = Capabilities.Pace(every: .seconds(6), burst: 20)

    package let settings: WhatsAppSettings

    package init(_ settings: WhatsAppSettings) {
        self.settings = settings
    }

    /// What it can show in a conversation of this kind.
    package static func capabilities(in kind: Conversation.Kind) -> Capabilities {
        switch kind {
        case .direct: capabilities
        case .group: groupCapabilities
        }
    }

    /// The answer to Meta's question when the webhook is set up: the challenge, alone, as plain text.
    ///
    /// The three are `hub.mode`, `hub.verify_token` and `hub.challenge` of the query.
    package func handshake(
        mode: String?,
        token: String?,
        challenge: String?
    ) throws(ChannelRefusal) -> String {
        guard let token else { throw ChannelRefusal(.missingProof) }
        guard settings.verifyToken.matches(token), mode == "subscribe", let challenge,
            (1...256).contains(challenge.utf8.count), challenge.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw ChannelRefusal(.wrongProof) }
        return challenge
    }

    package func read(_ delivery: WebhookDelivery, now: Date) throws -> Intake {
        try WhatsAppSignature.check(
            delivery.header("x-hub-signature-256"),
            body: delivery.body,
            secrets: settings.appSecrets
        )
        return try WhatsAppDelivery.read(delivery.body, self)
    }
}

/// The lengths that the Cloud API allows.
enum WhatsAppLimits {
    static let text = Capabilities.Length(4096, .characters)
    /// The text above buttons.
    static let body = Capabilities.Length(1024, .characters)
    /// The text above a list.
    static let listBody = Capabilities.Length(4096, .characters)
    static let listLabel = Capabilities.Length(20, .characters)
    static let buttonTitle = Capabilities.Length(20, .characters)
    static let rowTitle = Capabilities.Length(24, .characters)
    /// What stands in one gap of a template: its whole text may have no more.
    static let parameter = Capabilities.Length(1024, .characters)
    /// An id of ours that statuses repeat.
    static let callbackData = Capabilities.Length(512, .characters)
    /// A name or an id of theirs.
    static let id = Capabilities.Length(512, .bytes)
}
