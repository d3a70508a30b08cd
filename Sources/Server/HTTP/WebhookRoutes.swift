import Channels
import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import NIOFoundationEssentialsCompat
import Storage

/// `POST /webhooks/{channel}/{account}`: what providers and other systems send, verified on its raw bytes.
///
/// The answer is 2xx once every event is on disk, and for whatever is valid but means nothing to us; 401 or 403 only for
/// a bad proof; 503 only when it could not be stored. Providers repeat what they are refused, for days.
struct WebhookRoutes {
    let reception: Reception
    let limiter: RateLimiter
    let courtesies: Courtesies

    func add(to router: Router<ServerContext>) {
        router.post("webhooks/{channel}/{account}") { request, context in
            let account = try await account(context)
            return account.kind == .generic ? try await generic(request, account) : try await receive(request, account)
        }
        router.get("webhooks/{channel}/{account}") { request, context in
            try await handshake(request, try await account(context))
        }
    }

    private func account(_ context: ServerContext) async throws -> Account {
        let id = try context.parameters.require("account")
        guard let account = try await reception.store.read({ try $0.account(id) }),
            account.channel == (try context.parameters.require("channel")), account.channel != ChannelKind.web.rawValue
        else { throw FacilitationError.unknownAccount(id) }
        guard !account.isRemoved else { throw Problem.gone }
        return account
    }

    private func delivery(_ request: Request) async throws -> WebhookDelivery {
        let headers = request.headers
        return WebhookDelivery(
            body: Data(buffer: try await request.wholeBody(upTo: ServerLimits.webhookBytes)),
            header: { name in HTTPField.Name(name).flatMap { headers[$0] } }
        )
    }

    // MARK: Providers

    private func receive(_ request: Request, _ account: Account) async throws -> Response {
        let channel = try account.makeChannel()
        let intake = try channel.read(try await delivery(request), now: reception.surroundings.now())
        var spoken: OutboundMessage?
        for event in intake.events { spoken = try await reception.receive(event).inResponse ?? spoken }
        courtesies.make(intake.courtesies, for: account)
        guard let spoken, let telegram = channel as? TelegramChannel else { return Response(status: .ok) }
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try telegram.webhookReply(for: spoken)))
        )
    }

    /// WhatsApp asks once whether it has come to the right place.
    private func handshake(_ request: Request, _ account: Account) async throws -> Response {
        guard let whatsApp = try account.makeChannel() as? WhatsAppChannel else { throw Problem.notFound }
        func parameter(_ name: Substring) -> String? { request.uri.queryParameters[name].map { String($0) } }
        let challenge = try whatsApp.handshake(
            mode: parameter("hub.mode"),
            token: parameter("hub.verify_token"),
            challenge: parameter("hub.challenge")
        )
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: challenge))
        )
    }

    // MARK: Other systems

    private func generic(_ request: Request, _ account: Account) async throws -> Response {
        let mediaType = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard mediaType?.trimmingCharacters(in: .whitespaces) == "application/json" else {
            throw Problem(
                .unsupportedMediaType,
                "not-json",
                "El cuerpo debe ser JSON.",
                advice: "Envíen el encabezado «content-type: application/json»."
            )
        }
        let headers = request.headers
        let delivery = WebhookDelivery(
            body: Data(buffer: try await request.wholeBody()),
            header: { name in HTTPField.Name(name).flatMap { headers[$0] } }
        )
        let now = reception.surroundings.now()
        let intake = try account.makeChannel().read(delivery, now: now)
        guard limiter.allows(account.id, at: Int64(now.timeIntervalSince1970 * 1000)) else { throw Problem.tooMany }
        var reply: Reception.Reply?
        for event in intake.events { reply = try await reception.receive(event) }
        guard case .inline = account.delivery else { return Response(status: .accepted) }
        let json = try GenericWebhook.reply(dialogue: reply?.dialogue, messages: reply?.messages ?? [])
        return Response(
            status: .ok,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json))
        )
    }
}
