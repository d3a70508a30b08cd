import Foundation

/// How the bytes of a picture, a voice note or a file are had.
package enum MediaFetch: Sendable {
    /// With one request.
    case bytes(HTTPRequest)
    /// The first request tells where they are.
    case ask(HTTPRequest, then: @Sendable (HTTPResponse) throws -> HTTPRequest)
}

/// What may be kept of what people send.
package enum MediaLimits {
    /// Bytes of one file.
    package static let bytes = 16 * 1024 * 1024
    /// How long fetching one may take.
    package static let timeout: Duration = .seconds(60)
}
