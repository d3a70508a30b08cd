import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// `GET /look/{join code}/attachments/{message}`: a picture, a voice note or a file, for whoever sent it and whoever leads
/// its dialogue. For everybody else there is none.
struct AttachmentRoutes {
    let reception: Reception
    /// Where files are kept.
    let folder: URL

    func add(to router: Router<ServerContext>) {
        router.get("look/{code}/attachments/{message}") { request, context in try await file(request, context) }
    }

    private func file(_ request: Request, _ context: ServerContext) async throws -> Response {
        let id = try context.parameters.require("message")
        guard let visit = try await LookVisit(request, context, reception) else { throw Problem.notFound }
        let found = try await reception.store.read { store -> Attachment? in
            guard let attachment = try store.attachment(message: id), attachment.status == .stored,
                let message = try store.message(id), try visit.mayOpen(message, store)
            else { return nil }
            return attachment
        }
        guard let found, let size = found.size, size > 0 else { throw Problem.notFound }
        let shown = MediaKinds.shown(found.type)
        var headers: HTTPFields = [
            .contentType: shown ?? "application/octet-stream",
            .contentDisposition: Self.disposition(found, isShown: shown != nil),
            .contentSecurityPolicy: "sandbox; default-src 'none'",
            .cacheControl: "no-store",
            .acceptRanges: "bytes",
        ]
        // Telephones play sound only from a server that gives it in parts.
        let part = request.headers[.range].flatMap { Self.range($0, of: size) }
        if let part { headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound)/\(size)" }
        let body = try await FileIO().loadFile(
            path: Attachments.file(id, in: folder).path,
            range: part ?? 0...(size - 1),
            context: context
        )
        return Response(status: part == nil ? .ok : .partialContent, headers: headers, body: body)
    }

    /// The one range that is asked for; `nil` for several, or none that makes sense, which get the whole file.
    static func range(_ header: String, of size: Int) -> ClosedRange<Int>? {
        guard let match = header.wholeMatch(of: /bytes=(\d*)-(\d*)/) else { return nil }
        switch (Int(match.1), Int(match.2)) {
        case (let first?, let last):
            let last = min(last ?? size - 1, size - 1)
            return first <= last ? first...last : nil
        case (nil, let suffix?): return suffix > 0 ? max(0, size - suffix)...(size - 1) : nil
        case (nil, nil): return nil
        }
    }

    private static func disposition(_ attachment: Attachment, isShown: Bool) -> String {
        let name = (attachment.name ?? "").isEmpty ? attachment.kind : attachment.name ?? attachment.kind
        return "\(isShown ? "inline" : "attachment"); filename*=UTF-8''\(name.asPathSegment)"
    }
}
