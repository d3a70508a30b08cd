import Foundation

/// What Meta says of a file that somebody sent, before it is fetched.
package struct WhatsAppFile: Sendable, Equatable {
    /// Good for about five minutes.
    package var url: String
    package var type: String?
    /// Bytes.
    package var size: Int?
    /// Lower-case hexadecimal.
    package var sha256: String?
}

/// What Meta says of the account's own number.
package struct WhatsAppNumber: Sendable, Equatable {
    /// As people dial it: `+56 2 2000 0000`.
    package var number: String
    /// The name that people see.
    package var name: String?
    /// `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    package var quality: String?
}

extension WhatsAppChannel {
    /// Asks where the bytes of a file are; `reference` is the one of `Media`. To be asked at once: ids last 7 days.
    package func fileRequest(_ reference: String) throws(WhatsAppMessageError) -> HTTPRequest {
        let isSafe: (UInt8) -> Bool = {
            $0.isDigit || $0.isLetter || [UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
        }
        guard (1...256).contains(reference.utf8.count), reference.utf8.allSatisfy(isSafe) else { throw .badReference }
        // With the number's id, Meta refuses a file that was sent to another number.
        let url = "\(settings.base)/\(reference)?phone_number_id=\(settings.phoneNumberID)"
        return HTTPRequest(.get, url, headers: authorization)
    }

    /// Reads the answer to `fileRequest`; `nil` when there is no such file, or no answer.
    package func file(_ result: Result<HTTPResponse, HTTPFailure>) -> WhatsAppFile? {
        guard let answer = Self.answer(result), let url = answer.line("url") else { return nil }
        return WhatsAppFile(
            url: url,
            type: answer.line("mime_type"),
            size: answer.integer("file_size"),
            sha256: answer.line("sha256").flatMap(WhatsAppDigest.hexadecimal)
        )
    }

    /// Fetches the bytes, `limit` of them at most. The token goes along, so only to Meta's own hosts.
    package func download(_ file: WhatsAppFile, limit: Int) throws(WhatsAppMessageError) -> HTTPRequest {
        guard let url = URL(string: file.url), isTrusted(url) else { throw .foreignHost }
        return HTTPRequest(.get, file.url, headers: authorization, timeout: .seconds(60), responseLimit: limit)
    }

    /// Asks for the account's own number: the shortest proof that id and token work together.
    package func numberRequest() -> HTTPRequest {
        let fields = "display_phone_number,verified_name,quality_rating"
        return HTTPRequest(.get, "\(settings.base)/\(settings.phoneNumberID)?fields=\(fields)", headers: authorization)
    }

    /// Reads the answer to `numberRequest`; `nil` when it is none, and then `judge` tells why.
    package func number(_ result: Result<HTTPResponse, HTTPFailure>) -> WhatsAppNumber? {
        guard let answer = Self.answer(result), let number = answer.line("display_phone_number") else { return nil }
        return WhatsAppNumber(
            number: number,
            name: answer.line("verified_name"),
            quality: answer.word("quality_rating")
        )
    }

    /// The hosts that Meta serves files from, and the one of the settings.
    private func isTrusted(_ url: URL) -> Bool {
        guard let host = url.host?.lowercased(), url.user == nil, url.password == nil else { return false }
        if let base = URL(string: settings.base), base.scheme == url.scheme, base.host?.lowercased() == host,
            base.port == url.port
        {
            return true
        }
        let meta = ["fbsbx.com", "fbcdn.net", "facebook.com", "whatsapp.net", "whatsapp.com"]
        return url.scheme == "https" && url.port == nil && meta.contains { host == $0 || host.hasSuffix(".\($0)") }
    }

    private static func answer(_ result: Result<HTTPResponse, HTTPFailure>) -> WhatsAppReader? {
        guard case .success(let response) = result, (200...299).contains(response.status) else { return nil }
        return try? JSONDecoder().decode(WhatsAppReader.self, from: response.body)
    }
}
