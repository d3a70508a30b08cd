import Foundation

/// What the Bot API answers, to any call: `ok` and a result, or what is wrong.
struct TelegramAnswer<Value: Decodable>: Decodable {
    var isOK: Bool
    var result: Value?
    var code: Int?
    var description: String?
    var retryAfter: Int64?
    var movedTo: Int64?

    private struct Parameters: Decodable {
        var retryAfter: Int64?
        var movedTo: Int64?

        init(from decoder: any Decoder) throws {
            let fields = try TelegramFields(decoder)
            retryAfter = fields["retry_after"]
            movedTo = fields["migrate_to_chat_id"]
        }
    }

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        isOK = try fields.required("ok")
        result = fields["result"]
        code = fields["error_code"]
        description = fields["description"]
        let parameters: Parameters? = fields["parameters"]
        retryAfter = parameters?.retryAfter
        movedTo = parameters?.movedTo
    }

    /// Reads an answer; `nil` when it is not Telegram's, as a proxy's page.
    static func read(_ response: HTTPResponse) -> Self? {
        try? JSONDecoder().decode(Self.self, from: response.body)
    }

    /// What is wrong in Telegram's words, without anything it quotes: that may be somebody's.
    var problem: String {
        var words = ""
        var isQuoted = false
        for letter in description ?? "" {
            if letter == "\"" { isQuoted.toggle() }
            if !isQuoted, letter != "\"" { words.append(letter.isNewline ? " " : letter) }
        }
        let label = code.map { "Telegram \($0)" } ?? "Telegram"
        return words.isEmpty ? label : "\(label): \(String(words.unicodeScalars.prefix(160)))"
    }
}

/// The message that was sent, as far as it matters.
struct TelegramSent: Decodable {
    var message: Int64
    var chat: TelegramChat

    init(from decoder: any Decoder) throws {
        let fields = try TelegramFields(decoder)
        message = try fields.required("message_id")
        chat = try fields.required("chat")
    }
}
