import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Storage

/// The HTTP server: webhooks, the web chat, downloads.
package enum Server {
    /// How a server is set up.
    package struct Options: Sendable {
        package var host: String
        /// 0 takes any free port.
        package var port: Int
        /// Webhooks of one account: a second, and at once.
        package var webhookRate: (perSecond: Double, burst: Double)
        /// Where what people send that is not words is kept; without it, none is taken or shown.
        package var files: URL?

        package init(
            host: String = "127.0.0.1",
            port: Int = 8080,
            webhookRate: (perSecond: Double, burst: Double) = (300, 900),
            files: URL? = nil
        ) {
            self.host = host
            self.port = port
            self.webhookRate = webhookRate
            self.files = files
        }
    }

    /// Builds the server around a reception. Tests and the command line call the same.
    ///
    /// - Parameter onRunning: told the port once the server listens.
    package static func build(
        _ reception: Reception,
        options: Options,
        services: [any Service] = [],
        courtesies: Courtesies,
        logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let configuration = ApplicationConfiguration(
            address: .hostname(options.host, port: options.port),
            serverName: "raiz",
            availableConnectionsDelegate: MaximumAvailableConnections(ServerLimits.connections)
        )
        return Application(
            router: router(reception, courtesies, options),
            server: .http1(configuration: .init(idleTimeout: .seconds(ServerLimits.idleSeconds))),
            configuration: configuration,
            services: services + [courtesies],
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? options.port) },
            logger: logger
        )
    }

    private static func router(_ reception: Reception, _ courtesies: Courtesies, _ options: Options) -> Router<
        ServerContext
    > {
        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: ErrorMiddleware())
        let (perSecond, burst) = options.webhookRate
        WebhookRoutes(
            reception: reception,
            limiter: RateLimiter(perSecond: perSecond, burst: burst),
            courtesies: courtesies
        ).add(to: router)
        let chat = ChatRoutes(
            reception: reception,
            limiter: RateLimiter(perSecond: 5, burst: 30),
            takesFiles: options.files != nil
        )
        chat.add(to: router)
        LookRoutes(reception: reception).add(to: router)
        if let files = options.files {
            UploadRoutes(chat: chat, folder: files).add(to: router)
            AttachmentRoutes(reception: reception, folder: files).add(to: router)
        }
        router.get("/") { request, _ in
            try HomePage(locale: request.pageLocale).response()
        }
        router.get("assets/{name}") { _, context in
            guard let asset = Assets.asset(named: try context.parameters.require("name")) else {
                throw Problem.notFound
            }
            return Response(
                status: .ok,
                headers: [.contentType: asset.contentType, .cacheControl: "public, max-age=31536000, immutable"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes))
            )
        }
        router.get("healthz") { _, _ in "ok\n" }
        router.get("readyz") { _, _ in
            _ = try await reception.store.read { try $0.nextDue() }
            return "ready\n"
        }
        return router
    }
}
