import Dialogue
import Foundation

/// One bot on Telegram: private chats and groups, over the Bot API.
package struct TelegramChannel: Channel {
    package static let capabilities = Capabilities(
        name: "Telegram",
        text: TelegramSending.limit,
        // Telegram takes a hundred; past twenty a phone scrolls, and past 34 letters it hides the end of a label.
        buttons: .init(most: 20, label: .init(34, .characters)),
        hasGroups: true,
        showsTyping: true,
        // Within "30 a second", "one a second to one chat, in short bursts more" and "20 a minute to a group",
        // in any second or minute one looks at.
        accountPace: .init(every: .milliseconds(50), burst: 10),
        addressPace: .init(every: .seconds(1), burst: 3),
        groupPace: .init(every: .seconds(4), burst: 5)
    )

    /// Where the Bot API is.
    package static let standardAPI = "https://api.telegram.org"

    package let account: String
    package let token: TelegramToken
    /// The secret that webhooks bring, then the ones being retired. With none, nothing is let in.
    package let secrets: [TelegramSecret]
    /// The bot's name, without `@`.
    package let username: String
    /// The address of the Bot API, without a slash at the end.
    package let api: String

    /// `username` may come with its `@`; `api` is for a Bot API server of one's own.
    package init(
        account: String,
        token: TelegramToken,
        secrets: [TelegramSecret],
        username: String,
        api: String = standardAPI
    ) throws(TelegramError) {
        let name = username.hasPrefix("@") ? String(username.dropFirst()) : username
        guard (1...32).contains(name.utf8.count), name.utf8.allSatisfy(\.isUsernameByte) else {
            throw TelegramError(.badUsername)
        }
        self.account = account
        self.token = token
        self.secrets = secrets
        self.username = name
        self.api = api.hasSuffix("/") ? String(api.dropLast()) : api
    }

    // MARK: - In

    package func read(_ delivery: WebhookDelivery, now: Date) throws -> Intake {
        guard let offered = delivery.header("x-telegram-bot-api-secret-token") else {
            throw ChannelRefusal(.missingProof)
        }
        // All are compared, so that the time does not tell which one it was.
        guard secrets.reduce(false, { $1.matches(offered) || $0 }) else { throw ChannelRefusal(.wrongProof) }
        let update: TelegramUpdate
        do {
            update = try JSONDecoder().decode(TelegramUpdate.self, from: delivery.body)
        } catch DecodingError.dataCorrupted {
            throw ChannelRefusal(.notJSON)
        } catch {
            // JSON, but no update: nothing that Telegram would put right by sending it again.
            return Intake(unreadable: 1)
        }
        let reader = TelegramReader(account: account, bot: token.bot, words: TelegramWords(username: username))
        let events = reader.events(update)
        return Intake(
            events: events ?? [],
            unreadable: events == nil ? 1 : 0,
            courtesies: try courtesies(for: events ?? [], callback: update.callback?.id)
        )
    }

    /// Ends the spinner of every button, understood or not; shows that an answer is on its way.
    private func courtesies(for events: [InboundEvent], callback: String?) throws -> [HTTPRequest] {
        var requests: [HTTPRequest] = []
        if let callback, (1...200).contains(callback.utf8.count) {
            requests.append(try call("answerCallbackQuery", TelegramCallbackAnswer(id: callback)))
        }
        for event in events where event.content.expectsAnswer {
            guard let address = TelegramAddress(event.conversation.id) else { continue }
            requests.append(try call("sendChatAction", TelegramTyping(address: address)))
        }
        return requests
    }

    // MARK: - Out

    /// Throws a `TelegramError` for what Telegram would refuse.
    package func request(for message: OutboundMessage, now: Date) throws -> HTTPRequest {
        try call("sendMessage", TelegramSending(message))
    }

    /// The body of an answer to a webhook that says one message: it spares a request.
    ///
    /// Telegram does not tell what became of it, so the message has no id and is `accepted` at best.
    /// Throws a `TelegramError` for what Telegram would refuse.
    package func webhookReply(for message: OutboundMessage) throws -> Data {
        try Self.encode(TelegramSending(message, method: "sendMessage"))
    }

    package func judge(_ result: Result<HTTPResponse, HTTPFailure>, now: Date) -> SendResult {
        TelegramJudge.judge(result, now: now)
    }

    /// A call of the Bot API. The token is part of its address.
    func call(_ method: String, _ body: some Encodable) throws -> HTTPRequest {
        HTTPRequest(
            .post,
            "\(api)/bot\(token.revealed)/\(method)",
            headers: ["content-type": "application/json"],
            body: try Self.encode(body)
        )
    }

    private static func encode(_ body: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(body)
    }
}

extension Content {
    /// Whether somebody said something and waits.
    fileprivate var expectsAnswer: Bool {
        switch self {
        case .text, .choice, .media, .location, .unsupported: true
        default: false
        }
    }
}
