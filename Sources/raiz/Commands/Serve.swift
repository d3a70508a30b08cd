import ArgumentParser
import Channels
import Facilitation
import Foundation
import Hummingbird
import Logging
import Scripts
import Server
import Storage

/// `raiz serve`: webhooks, web chat, delivery.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Atiende webhooks y el chat web.")

    @Flag(help: "Crea una organización de demostración si la base está vacía, y muestra cómo probarla.")
    var demo = false

    func run() async throws {
        let settings = try await Settings.read()
        let house = try House(settings)
        let level = Logger.Level(rawValue: settings.logLevel) ?? .info
        var logger = Logger(label: "raiz")
        logger.logLevel = level
        for warning in house.library.warnings { logger.warning("\(warning.text)") }
        let store = try house.store()
        var reception = house.reception(store)
        reception.publicURL =
            settings.publicURL ?? (settings.port == 0 ? nil : "http://\(settings.host):\(settings.port)")
        var welcome: String?
        if demo {
            var generator = SystemRandomNumberGenerator()
            let secret = WebhookSecret.generate(using: &generator).revealed
            let (establishments, account) = try await Demo.prepare(
                store,
                surroundings: house.surroundings,
                secret: secret
            )
            welcome = Welcome.text(establishments, account)
        }
        let client = HTTPClient()
        let privateClient = HTTPClient(guard: AddressGuard(allowsPrivateHosts: true))
        let delivery = Delivery(
            store: store,
            surroundings: house.surroundings,
            client: client,
            privateClient: privateClient,
            knock: reception.outbox,
            logger: logger
        )
        let attachments = Attachments(
            reception: reception,
            folder: house.attachments,
            client: client,
            privateClient: privateClient,
            logger: logger
        )
        let host = settings.host
        let rate = Double(settings.webhookRate)
        let application = Server.build(
            reception,
            options: .init(host: host, port: settings.port, webhookRate: (rate, rate * 3), files: house.attachments),
            services: [delivery, Timers(reception: reception, logger: logger), attachments],
            courtesies: Courtesies(client: client, privateClient: privateClient),
            logger: logger
        ) { [welcome] port in
            let base = settings.publicURL ?? "http://\(host):\(port)"
            let text = welcome?.replacingOccurrences(of: "{base}", with: base) ?? "Raíz atiende en \(base)"
            FileHandle.standardOutput.write(Data((text + "\n").utf8))
        }
        if settings.port != 0, !Doctor.isFree(settings.port, host: host) {
            throw Complaint(
                code: "port-taken",
                sentence:
                    "El puerto \(settings.port) de \(host) ya está ocupado. Usen otro, por ejemplo PORT=\(settings.port + 1)."
            )
        }
        try await application.runService()
    }
}

/// What the demo says once it serves.
enum Welcome {
    static func text(_ establishments: [Establishment], _ account: Account?) -> String {
        let chats = establishments.map { "  {base}/chat/\($0.joinCode)   \($0.name)" }.joined(separator: "\n")
        let looks = establishments.map {
            "  {base}/look/\($0.joinCode)   (desde el mismo navegador en que conversaron)"
        }
        let secret = account?.secrets.first ?? ""
        return """

            Raíz está lista. Conversen aquí:
            \(chats)
            Miren lo trabajado y descarguen la matriz aquí:
            \(looks.joined(separator: "\n"))
            Webhook genérico, cuenta «\(account?.id ?? "")», secreto \(secret):
            \(Welcome.curl(secret: secret))
            (Ctrl+C para terminar; los datos quedan guardados.)
            """
    }

    /// A line to paste into a terminal: it signs as Standard Webhooks asks, and sends.
    static func curl(secret: String) -> String {
        let key = secret.replacingOccurrences(of: "whsec_", with: "")
        return #"""
              B='{"type":"message.received","timestamp":"'$(date -u +%FT%TZ)'","data":{"sender":{"id":"ana-1"},"text":"hola"}}'; I=msg_$(date +%s%N); T=$(date +%s); S=$(printf '%s.%s.%s' "$I" "$T" "$B" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf '%s' '\#(key)' | base64 -d | od -An -vtx1 | tr -d ' \n') -binary | base64); curl -s {base}/webhooks/generic/demo -H 'content-type: application/json' -H "webhook-id: $I" -H "webhook-timestamp: $T" -H "webhook-signature: v1,$S" -d "$B"
            """#
    }
}
