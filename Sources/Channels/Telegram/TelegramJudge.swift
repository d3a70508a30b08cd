import Foundation

/// What an answer to `sendMessage` means.
enum TelegramJudge {
    static func judge(_ result: Result<HTTPResponse, HTTPFailure>, now: Date) -> SendResult {
        switch result {
        case .success(let response): judge(response, now: now)
        case .failure(let failure): judge(failure)
        }
    }

    private static func judge(_ failure: HTTPFailure) -> SendResult {
        let problem = failure.sentence
        if failure.isAmbiguous { return .unknown(problem: problem) }
        switch failure.code {
        // The address of the Bot API is wrong, and will be for every message.
        case .badRequest, .insecure, .privateHost: return .halted(problem: problem)
        default: return .later(problem: problem, after: nil)
        }
    }

    private static func judge(_ response: HTTPResponse, now: Date) -> SendResult {
        guard let answer = TelegramAnswer<TelegramSent>.read(response) else { return stranger(response, now: now) }
        if answer.isOK {
            return .accepted(id: answer.result.map { TelegramReader.id($0.chat.id, $0.message) })
        }
        let problem = answer.problem
        switch answer.code ?? response.status {
        case 400: return badRequest(answer)
        case 401, 404: return .halted(problem: problem)
        case 403: return .unreachable(problem: problem)
        case 429: return .later(problem: problem, after: wait(answer.retryAfter) ?? wait(response, now: now))
        case 408, 500...: return .unknown(problem: problem)
        default: return .refused(problem: problem)
        }
    }

    private static func badRequest(_ answer: TelegramAnswer<TelegramSent>) -> SendResult {
        if let chat = answer.movedTo { return .moved(to: String(chat)) }
        let words = (answer.description ?? "").lowercased()
        if words.contains("message is not modified") { return .accepted(id: nil) }
        if words.contains("can't parse entities") { return .plain(problem: answer.problem) }
        // There is nobody there, or nobody who may be written to.
        let gone = [
            "chat not found", "user not found", "peer_id_invalid", "not enough rights to send",
            "have no rights to send",
            "chat_write_forbidden", "chat_restricted", "group chat was deactivated", "message thread not found",
            "topic_closed", "topic_deleted",
        ]
        if gone.contains(where: words.contains) { return .unreachable(problem: answer.problem) }
        return .refused(problem: answer.problem)
    }

    /// An answer that is not Telegram's: a proxy's, or a page that asks to log in to the network. It says nothing
    /// about the person or the account.
    private static func stranger(_ response: HTTPResponse, now: Date) -> SendResult {
        let problem = "Respondió otro servidor en lugar de Telegram (HTTP \(response.status))."
        switch response.status {
        // Something in between may have passed the message on before it failed.
        case 200...299, 408, 500...: return .unknown(problem: problem)
        default: return .later(problem: problem, after: wait(response, now: now))
        }
    }

    private static func wait(_ seconds: Int64?) -> Duration? {
        seconds.flatMap { $0 >= 0 ? min(.seconds($0), RetrySchedule.longestWait) : nil }
    }

    private static func wait(_ response: HTTPResponse, now: Date) -> Duration? {
        response.headers["retry-after"].flatMap { RetryAfter.wait($0, now: now) }
    }
}
