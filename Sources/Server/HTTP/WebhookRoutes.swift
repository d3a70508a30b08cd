import Channels
import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import NIOFoundationEssentialsCompat
import Storage

/// `POST /webhooks/generic/{account}`: Standard Webhooks in, the answers in the response or as callbacks.
struct WebhookRoutes {
    let reception: Reception
    let limiter: RateLimiter

    func add(to router: Router<ServerContext>) {
        router.post("webhooks/generic/{account}") { request, context in
            try await receive(request, account: try context.parameters.require("account"))
        }
    }

    private func receive(_ request: Request, account id: String) async throws -> Response {
        guard let account = try await reception.store.read({ try $0.account(id) }),
            account.channel == ChannelKind.generic.rawValue
        else { throw FacilitationError.unknownAccount(id) }
        let mediaType = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard mediaType?.trimmingCharacters(in: .whitespaces) == "application/json" else {
            throw Problem(
                .unsupportedMediaType,
                "not-json",
                "El cuerpo debe ser JSON.",
                advice: "Envíen el encabezado «content-type: application/json»."
            )
        }
        let body = Data(buffer: try await request.wholeBody())
        let now = reception.surroundings.now()
        let verifier = StandardWebhook(secrets: account.secrets.compactMap { WebhookSecret($0) })
        let proof = try verifier.verify(
            headers: { name in HTTPField.Name(name).flatMap { request.headers[$0] } },
            body: body,
            now: now
        )
        let event = try GenericWebhook.decode(body, account: id, dedupeKey: proof.id)
        guard limiter.allows(id, at: Int64(now.timeIntervalSince1970 * 1000)) else { throw Problem.tooMany }
        let reply = try await reception.receive(event)
        switch account.delivery {
        case .inline:
            let json = try GenericWebhook.reply(dialogue: reply.dialogue, messages: reply.messages)
            return Response(
                status: .ok,
                headers: [.contentType: "application/json; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: json))
            )
        case .callback, .page:
            return Response(status: .accepted)
        }
    }
}
