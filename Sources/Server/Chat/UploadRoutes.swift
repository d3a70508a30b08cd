import Channels
import Dialogue
import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import NIOFoundationEssentialsCompat
import Storage

/// `POST /chat/{code}/media`: a picture, a voice note or a document, sent from the chat's page as the raw body.
///
/// `token` is the key of the form, `name` the file's name, both in the query; the content type says what it is. The file is
/// on disk before anything is heard of it, and goes again if nothing comes of it.
struct UploadRoutes {
    let chat: ChatRoutes
    /// Where files are kept.
    let folder: URL

    func add(to router: Router<ServerContext>) {
        router.post("chat/{code}/media") { request, context in try await post(request, context) }
    }

    private func post(_ request: Request, _ context: ServerContext) async throws -> Response {
        let (visitor, _) = chat.visitor(of: request)
        let room = try await chat.room(request, context, visitor)
        guard chat.limiter.allows(visitor, at: chat.reception.surroundings.moment().milliseconds) else {
            throw Problem.tooMany
        }
        guard try await room.hasJoined() else { throw Problem.uploadNotJoined }
        guard let (kind, type) = MediaKinds.taken(request.headers[.contentType]) else { throw Problem.fileNotTaken }
        let promised = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard promised <= MediaLimits.bytes else { throw Problem.fileTooLarge }
        let token = request.uri.queryParameters["token"].map { String($0) }
        let name = request.uri.queryParameters["name"].map { String($0.prefix(200)) }
        let after = request.uri.queryParameters["after"].flatMap { Int64(String($0)) } ?? 0

        let id = chat.reception.surroundings.identifier(at: chat.reception.surroundings.moment().milliseconds)
        let media = try await receive(request.body, as: id) { try $0.finish(kind: kind, type: type, name: name) }
        do {
            let reply = try await room.receive(.media(media), token: token)
            if !reply.keepsFile { try Attachments.delete(id, in: folder) }
        } catch {
            try? Attachments.delete(id, in: folder)
            throw error
        }
        return try await room.update(after: after)
    }

    /// Writes a body to disk within its limits of size and time.
    private func receive(
        _ body: RequestBody,
        as id: String,
        then finish: @Sendable @escaping (Upload) throws -> Media
    ) async throws -> Media {
        let folder = folder
        return try await withThrowingTaskGroup(of: Media.self) { group in
            group.addTask {
                let upload = try Upload(message: id, in: folder)
                do {
                    for try await chunk in body { try upload.write(Data(buffer: chunk)) }
                    guard upload.size > 0 else { throw Problem.fileEmpty }
                    return try finish(upload)
                } catch {
                    upload.discard()
                    throw error is Upload.TooBig ? Problem.fileTooLarge : error
                }
            }
            group.addTask {
                try await Task.sleep(for: ServerLimits.uploadTime)
                throw Problem.tooSlow
            }
            defer { group.cancelAll() }
            guard let media = try await group.next() else { throw Problem.tooSlow }
            return media
        }
    }
}

extension Problem {
    static let fileTooLarge = Problem(
        .contentTooLarge,
        "file-too-large",
        "El archivo pasa de \(MediaLimits.bytes / 1024 / 1024) MB.",
        advice: "Envíen uno más corto o más liviano."
    )
    static let fileNotTaken = Problem(
        .unsupportedMediaType,
        "file-not-taken",
        "Aquí se reciben imágenes (JPEG, PNG, WebP, GIF), audios y PDF.",
        advice: "Envíenlo en uno de esos formatos, o cuéntenlo con palabras."
    )
    static let fileEmpty = Problem(.badRequest, "file-empty", "El archivo llegó vacío.", advice: "Envíenlo otra vez.")
    static let uploadNotJoined = Problem(
        .forbidden,
        "not-joined",
        "Los archivos son para quienes ya entraron a la conversación.",
        advice: "Entren primero con su código."
    )
}
