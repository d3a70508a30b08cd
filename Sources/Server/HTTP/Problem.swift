import Channels
import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// An error as RFC 9457 tells it to programs, and a page tells it to people.
package struct Problem: Error, Sendable, Equatable {
    package var status: HTTPResponse.Status
    /// Stable, for programs.
    package var code: String
    /// What happened.
    package var sentence: String
    /// What to do about it, where the sentence does not say.
    package var advice: String?
    /// Where in the body, as a JSON path.
    package var path: String?

    package init(
        _ status: HTTPResponse.Status,
        _ code: String,
        _ sentence: String,
        advice: String? = nil,
        path: String? = nil
    ) {
        self.status = status
        self.code = code
        self.sentence = sentence
        self.advice = advice
        self.path = path
    }

    /// Whatever was thrown, as a problem. Nothing of our insides shows.
    package init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as WebhookError:
            self.init(error.isUnsigned ? .unauthorized : .forbidden, error.code, error.sentence)
        case let error as ChannelRefusal:
            switch error.code {
            case .missingProof: self.init(.unauthorized, error.code.rawValue, error.sentence)
            case .wrongProof, .wrongAccount: self.init(.forbidden, error.code.rawValue, error.sentence)
            case .notJSON: self.init(.badRequest, error.code.rawValue, error.sentence)
            }
        case let error as DecodingProblem:
            self.init(.badRequest, error.code.rawValue, error.sentence, path: error.path)
        case let error as FacilitationError:
            switch error {
            case .unknownAccount: self.init(.notFound, error.code, error.sentence)
            case .lostVersion, .incompleteAccount, .badAccount:
                self.init(.internalServerError, error.code, error.sentence)
            }
        case let error as StoreError:
            self.init(
                .serviceUnavailable,
                error.code,
                "En este momento no podemos guardar. No se perdió nada: envíen otra vez en un rato."
            )
        case is NIOTooManyBytesError: self = .tooLarge
        case let error as any HTTPResponseError where error.status == .notFound: self = .notFound
        case let error as any HTTPResponseError:
            self.init(error.status, "http-\(error.status.code)", "La solicitud no se pudo atender.")
        default:
            self.init(
                .internalServerError,
                "internal",
                "Algo falló de nuestro lado. Ya quedó registrado; intenten otra vez."
            )
        }
    }

    static let tooLarge = Problem(
        .contentTooLarge,
        "too-large",
        "El cuerpo pasa de \(ServerLimits.bodyBytes / 1024) KiB.",
        advice: "Envíen mensajes más cortos."
    )
    static let notFound = Problem(
        .notFound,
        "not-found",
        "Aquí no hay nada.",
        advice: "Revisen la dirección, o partan desde el inicio."
    )
    static let gone = Problem(
        .gone,
        "gone",
        "Esta cuenta se desconectó.",
        advice: "Quiten este webhook del otro lado."
    )
    static let tooSlow = Problem(
        .requestTimeout,
        "too-slow",
        "El cuerpo tardó demasiado en llegar.",
        advice: "Envíenlo otra vez."
    )
    static let tooMany = Problem(
        .tooManyRequests,
        "too-many",
        "Llegaron demasiados mensajes seguidos.",
        advice: "Esperen un momento y sigan."
    )

    /// The seconds after which to come back, where coming back helps.
    private var retryAfter: String? {
        status == .tooManyRequests || status == .serviceUnavailable ? "5" : nil
    }

    /// The problem as a document.
    var document: Response {
        var members = [
            "type": "about:blank", "title": status.reasonPhrase, "code": code,
            "detail": [sentence, advice].compactMap(\.self).joined(separator: " "),
        ]
        members["path"] = path
        var headers: HTTPFields = [.contentType: "application/problem+json; charset=utf-8"]
        headers[.retryAfter] = retryAfter
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(ProblemBody(status: status.code, members: members))) ?? Data("{}".utf8)
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// The problem as a page.
    func page(in locale: PageLocale) -> Response {
        let page = ErrorPage(
            locale: locale,
            status: status.code,
            title: PageWord.title(of: status, in: locale),
            sentence: sentence,
            advice: advice ?? PageWord.advice(of: status, in: locale)
        )
        guard let html = try? page.html() else { return document }
        var headers = HTTPFields.page
        headers[.retryAfter] = retryAfter
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}

private struct ProblemBody: Encodable {
    var status: Int
    var members: [String: String]

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(status, forKey: Key(stringValue: "status"))
        for (name, value) in members { try container.encode(value, forKey: Key(stringValue: name)) }
    }

    struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension PageWord {
    /// The heading of an error page.
    static func title(of status: HTTPResponse.Status, in locale: PageLocale) -> String {
        switch (status.code, locale) {
        case (404, .spanish): "No lo encontramos"
        case (404, .english): "We did not find it"
        case (429, .spanish): "Vamos más lento"
        case (429, .english): "Let's slow down"
        case (500..., .spanish): "Algo no resultó"
        case (500..., .english): "Something did not work"
        case (_, .spanish): "No se pudo"
        case (_, .english): "That was not possible"
        }
    }

    /// What to do on an error page, where the problem itself does not say.
    static func advice(of status: HTTPResponse.Status, in locale: PageLocale) -> String {
        switch locale {
        case .spanish: "Vuelvan atrás e intenten otra vez. Lo que ya enviaron está guardado."
        case .english: "Go back and try again. What you already sent is kept."
        }
    }
}

extension HTTPFields {
    /// The headers of every page.
    static var page: HTTPFields {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
        headers[.contentSecurityPolicy] = ServerHeaders.contentSecurityPolicy
        headers[ServerHeaders.referrerPolicy] = "same-origin"
        return headers
    }
}

enum ServerHeaders {
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    static let referrerPolicy = HTTPField.Name.referrerPolicyName
}

extension HTTPField.Name {
    fileprivate static var referrerPolicyName: HTTPField.Name {
        HTTPField.Name("Referrer-Policy") ?? .contentSecurityPolicy
    }
}
