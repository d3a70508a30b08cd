import Hummingbird

/// What a request carries with it.
package struct ServerContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: Source) {
        coreContext = .init(source: source)
    }

    /// Bytes of a body, at most. A hundred thousand characters still get a kind answer from the bot.
    package var maxUploadSize: Int { ServerLimits.webhookBytes }
}

/// Every limit of the server, in one place.
package enum ServerLimits {
    /// Bytes of a request's body.
    package static let bodyBytes = 512 * 1024
    /// Bytes of a provider's webhook, which may carry many messages.
    package static let webhookBytes = 4 * 1024 * 1024
    /// How long a body may take to arrive.
    package static let bodyTime: Duration = .seconds(10)
    /// How long a file may take to arrive.
    package static let uploadTime: Duration = .seconds(180)
    /// How long a connection may be silent.
    package static let idleSeconds: Int64 = 60
    /// Messages of a transcript that a page shows.
    package static let pageMessages = 200
    /// How often a listening page hears that the server is still there.
    package static let heartbeat: Duration = .seconds(20)
    /// Connections at once.
    package static let connections = 2_000
}
