import Foundation

/// A request on its way out.
package struct HTTPRequest: Sendable, Equatable, CustomStringConvertible {
    package enum Method: String, Sendable, Equatable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    package var method: Method
    /// Absolute, `https` (or `http` to a private host, where the client allows it).
    package var url: String
    package var headers: [String: String]
    /// `nil` sends none; a `post` or `put` without one sends an empty one.
    package var body: Data?
    /// How long to wait for a connection, the resolution of the name included.
    package var connectTimeout: Duration
    /// How long everything may take.
    package var timeout: Duration
    /// The longest body accepted in the answer, in bytes.
    package var responseLimit: Int

    package init(
        _ method: Method,
        _ url: String,
        headers: [String: String] = [:],
        body: Data? = nil,
        connectTimeout: Duration = .seconds(3),
        timeout: Duration = .seconds(15),
        responseLimit: Int = 64 * 1024
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.connectTimeout = connectTimeout
        self.timeout = timeout
        self.responseLimit = responseLimit
    }

    /// The method alone: addresses and headers carry tokens.
    package var description: String { "HTTPRequest(\(method.rawValue))" }
}

/// A complete answer, whatever its status.
package struct HTTPResponse: Sendable, Equatable {
    package var status: Int
    /// By lower-case name; the values of a repeated header are joined with commas.
    package var headers: [String: String]
    package var body: Data

    package init(status: Int, headers: [String: String] = [:], body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Why there is no answer. Names the host at most: paths and headers carry tokens.
package struct HTTPFailure: Error, Sendable, Equatable {
    package enum Code: String, Sendable, Equatable, CaseIterable {
        case badRequest = "bad-request"
        case insecure
        case privateHost = "private-host"
        case unresolved
        case unreachable
        case tls
        case timeout
        case tooLarge = "too-large"
        case broken
        case cancelled
        case closed
    }

    /// Stable, for programs.
    package var code: Code
    /// What happened, for a person.
    package var sentence: String
    /// The request may have been delivered: sending it again may do its work twice.
    package var isAmbiguous: Bool

    package init(_ code: Code, host: String? = nil, isAmbiguous: Bool = false) {
        self.code = code
        self.isAmbiguous = isAmbiguous
        let place = host.map { "«\($0)»" } ?? "el otro servidor"
        sentence =
            switch code {
            case .badRequest: "La dirección o los encabezados no son válidos; no se envió nada."
            case .insecure: "La dirección de \(place) debe empezar con https://; no se envió nada."
            case .privateHost: "\(place) es una dirección de una red privada; no se envió nada."
            case .unresolved: "No se encontró \(place). Revisen el nombre o la conexión a internet."
            case .unreachable: "No se pudo conectar con \(place)."
            case .tls: "No se pudo establecer una conexión segura con \(place). Revisen su certificado."
            case .timeout: "Se agotó el tiempo de espera con \(place)."
            case .tooLarge: "La respuesta de \(place) es demasiado grande."
            case .broken: "La conexión con \(place) se cortó o no se entendió su respuesta."
            case .cancelled: "El envío se canceló."
            case .closed: "Raíz se está deteniendo y no envía más."
            }
    }
}
