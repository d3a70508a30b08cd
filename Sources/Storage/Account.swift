/// A bot's account on a channel: where webhooks come in and how answers go out.
package struct Account: Sendable, Equatable {
    /// How answers leave.
    package enum Delivery: Sendable, Equatable {
        /// In the response to the webhook.
        case inline
        /// As signed events to this address.
        case callback(url: String)
        /// Nowhere: the page reads the transcript.
        case page
        /// Through the provider's own interface.
        case provider
    }

    package var id: String
    package var organization: String
    /// `generic`, `web`, `whatsapp`, `telegram`.
    package var channel: String
    package var delivery: Delivery
    /// Signing secrets, the newest first. Never shown, never logged.
    package var secrets: [String]
    /// What the provider gave, by name: tokens and keys. Never shown, never logged.
    package var credentials: [String: String] = [:]
    /// What is no secret, by name: ids, the address of the provider's interface.
    package var settings: [String: String] = [:]
    package var locale: String
    /// Whether requests may go to private or loopback hosts.
    package var allowsPrivateHosts: Bool
    /// Characters that fit into one message, where the other side has a limit, such as a gateway to SMS.
    package var textLimit: Int?
    /// Why nothing is sent from it until somebody has put that right.
    package var halted: String?

    package init(
        id: String,
        organization: String,
        channel: String,
        delivery: Delivery,
        secrets: [String],
        locale: String,
        allowsPrivateHosts: Bool = false
    ) {
        self.id = id
        self.organization = organization
        self.channel = channel
        self.delivery = delivery
        self.secrets = secrets
        self.locale = locale
        self.allowsPrivateHosts = allowsPrivateHosts
    }

    /// Why nothing is sent from an account that was disconnected.
    package static let removed = "removed"

    package var isRemoved: Bool { halted == Self.removed }

    /// Whether what is said must be carried to the other side.
    package var usesOutbox: Bool {
        switch delivery {
        case .callback, .provider: true
        case .inline, .page: false
        }
    }
}
