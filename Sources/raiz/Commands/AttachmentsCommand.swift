import ArgumentParser
import Dialogue
import Storage

/// `raiz attachments`: what people sent that is not words.
struct AttachmentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attachments",
        abstract: "Muestra los audios, imágenes y archivos recibidos, y anota lo que dicen.",
        subcommands: [AttachmentsList.self, AttachmentsTranscribe.self],
        defaultSubcommand: AttachmentsList.self
    )
}

/// `raiz attachments list`.
struct AttachmentsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lista lo recibido: mensaje, cuándo, cargo de quien lo envió, qué es, tamaño y estado."
    )

    @Option(help: "Solo de este establecimiento.")
    var establishment: String?

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        let wanted = establishment
        let lines = try await store.read { store -> [String]? in
            let homes = try store.establishments().filter { wanted == nil || $0.id == wanted }
            guard wanted == nil || !homes.isEmpty else { return nil }
            return try homes.flatMap { home in
                try store.attachments(establishment: home.id).map { attachment in
                    let message = try store.message(attachment.message)
                    let address = try message.flatMap { try store.address($0.address) }
                    let role = try address?.participant.flatMap { try store.participant($0) }?.role
                    return [
                        attachment.message, home.id, house.time(message?.at ?? 0), role ?? "sin cargo", attachment.kind,
                        attachment.size.map { "\($0) bytes" } ?? "tamaño desconocido", attachment.status.rawValue,
                        attachment.problem, attachment.transcription == nil ? nil : "transcrito",
                    ].compactMap(\.self).joined(separator: "  ")
                }
            }
        }
        guard let lines else {
            throw Complaint(
                code: "unknown-establishment",
                sentence: "No hay un establecimiento «\(wanted ?? "")»."
            )
        }
        for line in lines { print(line) }
        print(lines.isEmpty ? "No hay audios, imágenes ni archivos." : "\(lines.count) en total.")
    }
}

/// `raiz attachments transcribe`.
struct AttachmentsTranscribe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transcribe",
        abstract: "Anota lo que dice un audio o se lee en una imagen.",
        discussion: "Reemplaza lo anotado antes. RUT, correos y teléfonos quedan ocultos."
    )

    @Argument(help: "El mensaje, como lo muestra «raiz attachments list».")
    var message: String

    @Argument(help: "Lo que dice.")
    var text: [String]

    func run() async throws {
        let words = text.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty, words.count <= Limits.answerCharacters else {
            throw Complaint(
                code: "bad-transcription",
                sentence: "La transcripción debe tener entre 1 y \(Limits.answerCharacters) caracteres."
            )
        }
        let store = try House(try await Settings.read()).store()
        let id = message
        let isKept = try await store.write { store in
            guard var attachment = try store.attachment(message: id) else { return false }
            attachment.transcription = PersonalData.masked(words)
            try store.save(attachment)
            return true
        }
        guard isKept else {
            throw Complaint(
                code: "unknown-attachment",
                sentence: "El mensaje «\(message)» no trae nada que transcribir."
            )
        }
        print("Anotado.")
    }
}
