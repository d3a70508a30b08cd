import Channels
import Dialogue
import Storage

extension Account {
    package var kind: ChannelKind? { ChannelKind(rawValue: channel) }

    /// What its channel can carry and show; an account may be narrower.
    var capabilities: Capabilities {
        var capabilities = kind?.capabilities ?? GenericChannel.capabilities
        if let textLimit { capabilities.text = .init(textLimit, .characters) }
        return capabilities
    }

    /// When to try again what could not be sent.
    var schedule: RetrySchedule {
        kind == .generic ? .webhook : .messenger
    }

    /// Its channel, ready to verify, read, write and judge.
    ///
    /// - Throws: `FacilitationError.incompleteAccount` when a setting or credential is missing.
    package func makeChannel() throws(FacilitationError) -> any Channel {
        switch kind {
        case .generic:
            let callback: String? = if case .callback(let url) = delivery { url } else { nil }
            return GenericChannel(account: id, secrets: secrets.compactMap { WebhookSecret($0) }, callback: callback)
        case .whatsapp, .telegram, .web, nil:
            throw .unknownAccount(id)
        }
    }
}

extension ChannelKind {
    /// What every account of the channel can carry and show.
    package var capabilities: Capabilities {
        switch self {
        case .generic: GenericChannel.capabilities
        case .web: WebChat.capabilities
        case .whatsapp: WebChat.capabilities
        case .telegram: WebChat.capabilities
        }
    }
}

extension Account {
    /// How often an approved template may call a silent person back.
    private static let templateInterval: Int64 = 24 * 60 * 60 * 1000

    /// The approved template that calls somebody back, where the account has one and has not just sent it.
    func template(for address: Address, at now: Int64) -> Template? {
        guard let name = settings["template"], let language = settings["template-language"] else { return nil }
        if let last = address.templateAt, now - last < Self.templateInterval || last > address.heardAt ?? last {
            return nil
        }
        return Template(name: name, language: language)
    }
}
