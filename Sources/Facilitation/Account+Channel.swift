import Channels
import Dialogue
import Storage

extension Account {
    package var kind: ChannelKind? { ChannelKind(rawValue: channel) }

    /// What its channel can carry and show in a conversation; an account may be narrower.
    func capabilities(isGroup: Bool) -> Capabilities {
        var capabilities =
            kind == .whatsapp && isGroup
            ? WhatsAppChannel.groupCapabilities : kind?.capabilities ?? GenericChannel.capabilities
        if let textLimit { capabilities.text = .init(textLimit, .characters) }
        return capabilities
    }

    /// When to try again what could not be sent.
    var schedule: RetrySchedule {
        kind == .generic ? .webhook : .messenger
    }

    /// Its channel, ready to verify, read, write and judge.
    ///
    /// - Throws: `FacilitationError` when a setting or credential is missing or not what it should be.
    package func makeChannel() throws(FacilitationError) -> any Channel {
        switch kind {
        case .generic:
            let callback: String? = if case .callback(let url) = delivery { url } else { nil }
            return GenericChannel(account: id, secrets: secrets.compactMap { WebhookSecret($0) }, callback: callback)
        case .telegram:
            guard let token = TelegramToken(try credential("token")) else {
                throw .badAccount(id, sentence: "El token no tiene la forma de los que da @BotFather.")
            }
            do throws(TelegramError) {
                return try TelegramChannel(
                    account: id,
                    token: token,
                    secrets: secrets.compactMap { TelegramSecret($0) },
                    username: settings["username"] ?? "",
                    api: settings["api"] ?? TelegramChannel.standardAPI
                )
            } catch {
                throw .badAccount(id, sentence: error.sentence)
            }
        case .whatsapp:
            do throws(WhatsAppSettingsError) {
                return WhatsAppChannel(
                    try WhatsAppSettings(
                        account: id,
                        phoneNumberID: settings["phone-number-id"] ?? "",
                        accessToken: credentials["token"] ?? "",
                        appSecrets: [credentials["app-secret"], credentials["old-app-secret"]].compactMap(\.self),
                        verifyToken: credentials["verify-token"] ?? "",
                        base: settings["api"] ?? WhatsAppSettings.defaultBase,
                        listLabel: locale.hasPrefix("es") ? "Ver opciones" : "See options"
                    )
                )
            } catch {
                throw .badAccount(id, sentence: error.sentence)
            }
        case .web, nil:
            throw .unknownAccount(id)
        }
    }

    private func credential(_ name: String) throws(FacilitationError) -> String {
        guard let value = credentials[name] else { throw .incompleteAccount(id, missing: name) }
        return value
    }

    /// A link that opens this account's chat with a code in it, where the channel has such links.
    func joinLink(_ code: String) -> String? {
        switch kind {
        case .telegram: try? (makeChannel() as? TelegramChannel)?.link(code: code)
        case .whatsapp: settings["number"].flatMap { WhatsAppLink.join(number: $0, code: code) }
        case .generic, .web, nil: nil
        }
    }

    /// Whether the first thing said to whoever writes goes into the answer to their webhook.
    package var answersInWebhook: Bool {
        kind == .telegram && settings["answers"] == "webhook"
    }
}

extension ChannelKind {
    /// What every account of the channel can carry and show.
    package var capabilities: Capabilities {
        switch self {
        case .generic: GenericChannel.capabilities
        case .web: WebChat.capabilities
        case .whatsapp: WhatsAppChannel.capabilities
        case .telegram: TelegramChannel.capabilities
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
