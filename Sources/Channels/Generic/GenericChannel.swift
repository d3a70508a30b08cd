import Dialogue
import Foundation

/// The generic webhook as a channel: Standard Webhooks in, signed callbacks out.
package struct GenericChannel: Channel {
    package static let capabilities = Capabilities(
        name: "Webhook",
        buttons: .init(most: 100, label: .init(200, .characters)),
        hasGroups: true
    )

    let account: String
    let signer: StandardWebhook
    /// Where callbacks go; `nil` where answers go in the response.
    let callback: String?

    package init(account: String, secrets: [WebhookSecret], callback: String?) {
        self.account = account
        signer = StandardWebhook(secrets: secrets)
        self.callback = callback
    }

    package func read(_ delivery: WebhookDelivery, now: Date) throws -> Intake {
        let proof = try signer.verify(headers: delivery.header, body: delivery.body, now: now)
        return Intake(events: [try GenericWebhook.decode(delivery.body, account: account, dedupeKey: proof.id)])
    }

    package func request(for message: OutboundMessage, now: Date) throws -> HTTPRequest {
        guard let callback else { throw NoCallback() }
        let body = try GenericWebhook.callback(message, at: now)
        var headers = try signer.headers(id: message.id, timestamp: Int64(now.timeIntervalSince1970), body: body)
        headers["content-type"] = "application/json"
        return HTTPRequest(.post, callback, headers: headers, body: body)
    }

    /// The other side knows repetitions by their id, so nothing is ever unknown: it is sent again.
    package func judge(_ result: Result<HTTPResponse, HTTPFailure>, now: Date) -> SendResult {
        switch result {
        case .failure(let failure):
            return .later(problem: failure.code.rawValue, after: nil)
        case .success(let response) where (200...299).contains(response.status):
            return .accepted(id: nil)
        case .success(let response) where response.status == 410:
            return .halted(problem: "status-410")
        case .success(let response):
            let asked = response.headers["retry-after"].flatMap { RetryAfter.wait($0, now: now) }
            let isThrottled = [429, 502, 504].contains(response.status)
            return .later(problem: "status-\(response.status)", after: asked ?? (isThrottled ? .seconds(60) : nil))
        }
    }

    /// Media of other systems is an address of theirs.
    package func fetch(_ reference: String) throws -> MediaFetch {
        .bytes(HTTPRequest(.get, reference, timeout: MediaLimits.timeout, responseLimit: MediaLimits.bytes))
    }

    /// A signed event that means nothing, to see whether the callback answers.
    package func ping(at now: Date) throws -> HTTPRequest {
        guard let callback else { throw NoCallback() }
        let body = Data(#"{"type":"ping","timestamp":"\#(RFC3339.text(now))","data":{}}"#.utf8)
        let id = "ping_\(Int64(now.timeIntervalSince1970 * 1000))"
        var headers = try signer.headers(id: id, timestamp: Int64(now.timeIntervalSince1970), body: body)
        headers["content-type"] = "application/json"
        return HTTPRequest(.post, callback, headers: headers, body: body)
    }

    /// A callback for an account that has none.
    struct NoCallback: Error {}
}
