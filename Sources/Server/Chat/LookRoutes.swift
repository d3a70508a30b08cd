import Channels
import Dialogue
import Exports
import Facilitation
import Foundation
import HTTPTypes
import Hummingbird
import Planning
import Storage

/// What a team has worked out so far, and its planning matrix: `/look/{join code}`, for those who have joined.
struct LookRoutes {
    let reception: Reception

    func add(to router: Router<ServerContext>) {
        router.get("look/{code}") { request, context -> Response in
            guard let visit = try await LookVisit(request, context, reception) else {
                return Response.redirect(to: "/chat/\(try context.parameters.require("code"))", type: .temporary)
            }
            return try await page(visit).response()
        }
        router.get("look/{code}/{file}") { request, context in
            let parts = try context.parameters.require("file").split(separator: ".", maxSplits: 1)
            guard parts.first == "matrix", let format = parts.last.flatMap({ ExportFormat(rawValue: String($0)) })
            else {
                throw Problem.notFound
            }
            guard let visit = try await LookVisit(request, context, reception) else {
                throw Problem(
                    .forbidden,
                    "not-joined",
                    "La matriz es del equipo de este establecimiento.",
                    advice: "Entren primero al chat con su código, y vuelvan a descargarla."
                )
            }
            return try await download(visit, format)
        }
    }

    private func page(_ visit: LookVisit) async throws -> LookPage {
        let establishment = visit.establishment
        let locale = visit.locale
        let dialogues = try await reception.store.read { store in
            try store.dialogues(establishment: establishment.id).reversed().map { dialogue in
                let title = try store.program(version: dialogue.version)?.title(in: locale.rawValue) ?? dialogue.flow
                return (dialogue, title, try visit.attachments(of: dialogue, store))
            }
        }
        return LookPage(
            locale: locale,
            establishment: establishment.name,
            dialogues: dialogues.map { dialogue, title, attachments in
                let day = reception.surroundings.day(of: Date(timeIntervalSince1970: Double(dialogue.updatedAt) / 1000))
                return LookPage.Dialogue(
                    title: title,
                    status: LookPage.Status(dialogue.state.status),
                    lastActivity: day.localized(in: locale.rawValue),
                    attachments: attachments
                )
            },
            matrix: MatrixLinks(
                xlsx: "/look/\(establishment.joinCode)/matrix.xlsx",
                csv: "/look/\(establishment.joinCode)/matrix.csv",
                json: "/look/\(establishment.joinCode)/matrix.json"
            )
        )
    }

    private func download(_ visit: LookVisit, _ format: ExportFormat) async throws -> Response {
        let matrix = try await reception.matrix(establishment: visit.establishment.id, locale: visit.locale.rawValue)
        let locale = ExportLocale(rawValue: visit.locale.rawValue) ?? .spanish
        let data = try export(matrix ?? Matrix(), as: format, locale: locale, created: reception.surroundings.now())
        let name = "matriz-\(visit.establishment.joinCode.lowercased()).\(format.fileExtension)"
        return Response(
            status: .ok,
            headers: [
                .contentType: format.mediaType, .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data))
        )
    }
}

extension LookPage.Status {
    fileprivate init(_ status: DialogueState.Status) {
        self =
            switch status {
            case .new, .assembling, .waiting: .running
            case .paused: .paused
            case .stopped: .cancelled
            case .finished: .finished
            }
    }
}
