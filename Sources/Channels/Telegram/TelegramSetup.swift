import Foundation

/// What Telegram said of a call that sets something up, or asks for something.
package struct TelegramProblem: Error, Sendable, Equatable {
    /// Stable, for programs: `telegram-401`, or `telegram-no-answer` when it was not Telegram that answered.
    package var code: String
    /// What is wrong and what to do.
    package var sentence: String

    static let stranger = TelegramProblem(
        code: "telegram-no-answer",
        sentence: "Respondió otro servidor en lugar de Telegram. Revisen la conexión y el proxy de la red."
    )

    init(code: String, sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    init(_ code: Int, _ problem: String) {
        self.code = "telegram-\(code)"
        sentence =
            switch code {
            case 401, 404: "Telegram no reconoce el token. Cópienlo otra vez desde BotFather."
            case 429: "Telegram pide esperar un momento antes de intentarlo de nuevo."
            default: "Telegram no lo aceptó. \(problem)"
            }
    }
}

/// The bot, as Telegram knows it.
package struct TelegramBot: Sendable, Equatable, Decodable {
    package var id: Int64
    package var name: String
    package var username: String
    /// Whether it may be added to groups at all.
    package var joinsGroups: Bool
    /// Whether it gets everything that is said in a group. Raíz does not need it, and leaves out what is not for it.
    package var readsWholeGroups: Bool

    package init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        id = try fields.required("id")
        username = try fields.required("username")
        name = fields["first_name"] ?? username
        joinsGroups = fields["can_join_groups"] ?? true
        readsWholeGroups = fields["can_read_all_group_messages"] ?? false
    }
}

/// Where webhooks go now, and how that is going.
package struct TelegramWebhookState: Sendable, Equatable, Decodable {
    /// Empty when there is none.
    package var url: String
    /// How many updates wait.
    package var pending: Int
    /// What went wrong last, in Telegram's words.
    package var lastProblem: String?
    package var lastProblemTime: Date?
    package var updates: [String]

    package init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        url = try fields.required("url")
        pending = fields["pending_update_count"] ?? 0
        lastProblem = fields["last_error_message"]
        lastProblemTime = TelegramReader.time(fields["last_error_date"])
        updates = fields.list("allowed_updates")
    }
}

extension TelegramChannel {
    /// The largest file a bot may fetch, in bytes.
    package static let largestFile = 20 * 1024 * 1024

    // MARK: - The bot

    /// Asks who the bot is; `bot(from:)` reads the answer.
    package func botRequest() throws -> HTTPRequest { try call("getMe", [String: String]()) }

    package static func bot(from response: HTTPResponse) throws(TelegramProblem) -> TelegramBot {
        try value(response)
    }

    // MARK: - The webhook

    /// Tells Telegram to send webhooks to `url`, with the first secret, at most `connections` (1 to 100) at once.
    package func setWebhookRequest(url: String, connections: Int = 40) throws -> HTTPRequest {
        try call(
            "setWebhook",
            TelegramWebhookSetting(
                url: url,
                secret: secrets.first?.revealed ?? "",
                connections: min(max(connections, 1), 100),
                updates: TelegramUpdate.needed
            )
        )
    }

    /// Tells Telegram to keep its webhooks.
    package func removeWebhookRequest() throws -> HTTPRequest { try call("deleteWebhook", [String: String]()) }

    /// Reads the answer to setting or removing a webhook.
    package static func confirm(_ response: HTTPResponse) throws(TelegramProblem) {
        let isDone: Bool = try value(response)
        guard isDone else { throw .stranger }
    }

    /// Asks where webhooks go; `webhook(from:)` reads the answer.
    package func webhookRequest() throws -> HTTPRequest { try call("getWebhookInfo", [String: String]()) }

    package static func webhook(from response: HTTPResponse) throws(TelegramProblem) -> TelegramWebhookState {
        try value(response)
    }

    // MARK: - Files

    /// Asks for the place of a file by its `Media.reference`; `downloadRequest(from:)` makes the next request.
    package func fileRequest(_ reference: String) throws -> HTTPRequest {
        guard (1...500).contains(reference.utf8.count) else { throw TelegramError(.badFile) }
        return try call("getFile", TelegramFileQuestion(id: reference))
    }

    /// The request that fetches a file, good for an hour. Throws a `TelegramProblem`, or a `TelegramError` for a
    /// place that is none.
    package func downloadRequest(from response: HTTPResponse) throws -> HTTPRequest {
        struct Place: Decodable {
            var path: String?

            init(from decoder: any Decoder) throws {
                path = try TelegramFields(decoder)["file_path"]
            }
        }
        let place: Place = try Self.value(response)
        guard let path = place.path, (1...500).contains(path.utf8.count), !path.hasPrefix("/"),
            path.utf8.allSatisfy({ $0.isTokenByte || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }),
            !path.split(separator: "/").contains("..")
        else { throw TelegramError(.badFile) }
        return HTTPRequest(
            .get,
            "\(api)/file/bot\(token.revealed)/\(path)",
            timeout: .seconds(60),
            responseLimit: Self.largestFile
        )
    }

    // MARK: - Links

    /// A link that opens a chat with the bot and says the code. Throws a `TelegramError` for what a link cannot carry.
    package func link(code: String) throws(TelegramError) -> String {
        "https://t.me/\(username)?start=\(try Self.carried(code))"
    }

    /// A link that adds the bot to a group of one's choice and says the code there.
    package func groupLink(code: String) throws(TelegramError) -> String {
        "https://t.me/\(username)?startgroup=\(try Self.carried(code))"
    }

    private static func carried(_ code: String) throws(TelegramError) -> String {
        guard (1...64).contains(code.utf8.count), code.utf8.allSatisfy(\.isTokenByte) else {
            throw TelegramError(.badCode)
        }
        return code
    }

    private static func value<Value: Decodable>(_ response: HTTPResponse) throws(TelegramProblem) -> Value {
        guard let answer = TelegramAnswer<Value>.read(response) else { throw .stranger }
        if answer.isOK {
            guard let value = answer.result else { throw .stranger }
            return value
        }
        throw TelegramProblem(answer.code ?? response.status, answer.problem)
    }
}
