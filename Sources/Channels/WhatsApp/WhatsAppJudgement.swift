import Foundation

extension WhatsAppChannel {
    package func judge(_ result: Result<HTTPResponse, HTTPFailure>, now _: Date) -> SendResult {
        switch result {
        case .success(let response): Self.judge(response)
        case .failure(let failure): Self.judge(failure)
        }
    }

    /// What a problem that this channel reported says to a person.
    package static func sentence(problem: String) -> String? { WhatsAppErrors.sentence(problem: problem) }

    private static func judge(_ response: HTTPResponse) -> SendResult {
        let body = try? JSONDecoder().decode(WhatsAppReader.self, from: response.body)
        if let error = body?.object("error"), let code = error.integer("code") {
            let result = WhatsAppErrors.result(code: code, subcode: error.integer("error_subcode"))
            if WhatsAppErrors.row(code: code) == nil { return judge(status: response, "whatsapp-\(code)") }
            guard case .later(let problem, let after) = result else { return result }
            return .later(problem: problem, after: wait(response) ?? after)
        }
        guard (200...299).contains(response.status) else { return judge(status: response, "status-\(response.status)") }
        // A page of some network's own, instead of an answer of Meta's.
        guard let body else { return .unknown(problem: "not-json") }
        return .accepted(id: body.list("messages")?.lazy.compactMap { $0?.line("id") }.first)
    }

    /// Without a code that is known, the status is all there is.
    private static func judge(status response: HTTPResponse, _ problem: String) -> SendResult {
        switch response.status {
        case 429: .later(problem: problem, after: wait(response))
        case 401, 403: .halted(problem: problem)
        // The message may have been taken before it went wrong.
        case 408, 500...599, 200...299: .unknown(problem: problem)
        default: .refused(problem: problem)
        }
    }

    private static func judge(_ failure: HTTPFailure) -> SendResult {
        let problem = failure.code.rawValue
        guard !failure.isAmbiguous else { return .unknown(problem: problem) }
        return switch failure.code {
        case .badRequest: .refused(problem: problem)
        case .insecure, .privateHost: .halted(problem: problem)
        // Without a word on whether it was taken, an answer that broke off leaves it open.
        case .broken, .tooLarge: .unknown(problem: problem)
        case .unresolved, .unreachable, .tls, .timeout, .cancelled, .closed: .later(problem: problem, after: nil)
        }
    }

    /// `retry-after` in seconds; its other form, a date, is not used here.
    private static func wait(_ response: HTTPResponse) -> Duration? {
        guard let text = response.headers["retry-after"], !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else {
            return nil
        }
        return min(.seconds(Int64(text) ?? .max), RetrySchedule.longestWait)
    }
}
