import Foundation
import Testing

@testable import Channels

@Suite struct TelegramJudgeTests {
    static let stranger = "Respondió otro servidor en lugar de Telegram (HTTP"

    static func answer(_ status: Int, _ body: String, _ headers: [String: String] = [:]) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: Data(body.utf8))
    }

    static func refusal(_ status: Int, _ words: String, _ parameters: String = "") -> HTTPResponse {
        let parameters = parameters.isEmpty ? "" : #","parameters":{\#(parameters)}"#
        return answer(status, #"{"ok":false,"error_code":\#(status),"description":"\#(words)"\#(parameters)}"#)
    }

    static let answers: [(HTTPResponse, SendResult)] = [
        (
            answer(200, #"{"ok":true,"result":{"message_id":9,"chat":{"id":-1001,"type":"supergroup"},"new":{}}}"#),
            .accepted(id: "-1001:9")
        ),
        (answer(200, #"{"ok":true,"result":true}"#), .accepted(id: nil)),
        (answer(200, "<html>Portal</html>"), .unknown(problem: "\(stranger) 200).")),
        (answer(200, ""), .unknown(problem: "\(stranger) 200).")),
        (answer(302, ""), .later(problem: "\(stranger) 302).", after: nil)),
        (answer(403, "blocked by proxy"), .later(problem: "\(stranger) 403).", after: nil)),
        (answer(404, "[]"), .later(problem: "\(stranger) 404).", after: nil)),
        (answer(407, ""), .later(problem: "\(stranger) 407).", after: nil)),
        (answer(408, ""), .unknown(problem: "\(stranger) 408).")),
        (answer(429, "", ["retry-after": "3"]), .later(problem: "\(stranger) 429).", after: .seconds(3))),
        (answer(502, "<html>"), .unknown(problem: "\(stranger) 502).")),
        (
            refusal(429, "Too Many Requests: retry after 7", #""retry_after":7"#),
            .later(problem: "Telegram 429: Too Many Requests: retry after 7", after: .seconds(7))
        ),
        (refusal(429, "x", #""retry_after":0"#), .later(problem: "Telegram 429: x", after: .zero)),
        (refusal(429, "x", #""retry_after":9e99"#), .later(problem: "Telegram 429: x", after: nil)),
        (refusal(429, "x", #""retry_after":999999999"#), .later(problem: "Telegram 429: x", after: .seconds(86400))),
        (refusal(429, "x"), .later(problem: "Telegram 429: x", after: nil)),
        (
            refusal(400, "Bad Request: can't parse entities: Unsupported start tag \\\"ñandú\\\" at byte offset 3"),
            .plain(problem: "Telegram 400: Bad Request: can't parse entities: Unsupported start tag  at byte offset 3")
        ),
        (
            refusal(400, "Bad Request: message is not modified: specified new message content"), .accepted(id: nil)
        ),
        (
            refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                #""migrate_to_chat_id":-100123"#
            ),
            .moved(to: "-100123")
        ),
        (
            refusal(400, "Bad Request: chat not found"),
            .unreachable(problem: "Telegram 400: Bad Request: chat not found")
        ),
        (
            refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
            .unreachable(problem: "Telegram 400: Bad Request: not enough rights to send text messages to the chat")
        ),
        (
            refusal(400, "Bad Request: message thread not found"),
            .unreachable(problem: "Telegram 400: Bad Request: message thread not found")
        ),
        (
            refusal(400, "Bad Request: message is too long"),
            .refused(problem: "Telegram 400: Bad Request: message is too long")
        ),
        (
            refusal(400, "Bad Request: BUTTON_DATA_INVALID"),
            .refused(problem: "Telegram 400: Bad Request: BUTTON_DATA_INVALID")
        ),
        (refusal(401, "Unauthorized"), .halted(problem: "Telegram 401: Unauthorized")),
        (refusal(404, "Not Found"), .halted(problem: "Telegram 404: Not Found")),
        (
            refusal(403, "Forbidden: bot was blocked by the user"),
            .unreachable(problem: "Telegram 403: Forbidden: bot was blocked by the user")
        ),
        (
            refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
            .unreachable(problem: "Telegram 403: Forbidden: bot was kicked from the supergroup chat")
        ),
        (
            refusal(403, "Forbidden: user is deactivated"),
            .unreachable(problem: "Telegram 403: Forbidden: user is deactivated")
        ),
        (refusal(413, "Request Entity Too Large"), .refused(problem: "Telegram 413: Request Entity Too Large")),
        (refusal(500, "Internal Server Error"), .unknown(problem: "Telegram 500: Internal Server Error")),
        (refusal(504, ""), .unknown(problem: "Telegram 504")),
        (answer(400, #"{"ok":false}"#), .refused(problem: "Telegram")),
        (answer(403, #"{"ok":false,"error_code":"x","description":[1]}"#), .unreachable(problem: "Telegram")),
    ]

    @Test(arguments: answers)
    func judgesAnswers(response: HTTPResponse, result: SendResult) throws {
        #expect(try TelegramSamples.channel().judge(.success(response), now: TelegramSamples.noon) == result)
    }

    @Test(arguments: HTTPFailure.Code.allCases, [true, false])
    func judgesSilence(code: HTTPFailure.Code, isAmbiguous: Bool) throws {
        let failure = HTTPFailure(code, isAmbiguous: isAmbiguous)
        let result = try TelegramSamples.channel().judge(.failure(failure), now: TelegramSamples.noon)
        if isAmbiguous {
            #expect(result == .unknown(problem: failure.sentence))
        } else if [.badRequest, .insecure, .privateHost].contains(code) {
            #expect(result == .halted(problem: failure.sentence))
        } else {
            #expect(result == .later(problem: failure.sentence, after: nil))
        }
    }

    @Test func aProblemIsShortAndQuotesNobody() throws {
        let words = String(repeating: "x", count: 9000) + "\\n\\\"secreto\\\""
        let response = Self.refusal(400, "a \\\"secreto\\\" b\\n" + words)
        let result = try TelegramSamples.channel().judge(.success(response), now: TelegramSamples.noon)
        guard case .refused(let problem) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(problem.count < 200)
        #expect(problem.hasPrefix("Telegram 400: a  b xxx"))
    }
}
