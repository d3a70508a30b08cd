import ArgumentParser
import Channels
import Facilitation
import Foundation

/// `raiz channel read`: what Raíz understands of a webhook that was kept in a file.
struct ChannelRead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Muestra qué entiende Raíz de un webhook guardado en un archivo, sin recibirlo.",
        discussion:
            "No verifica la firma ni guarda nada. Cada evento es una línea JSON. Sirve para entender por qué algo no llegó."
    )

    @Argument(help: "telegram, whatsapp o generic.")
    var channel: String

    @Argument(help: "El archivo con el cuerpo, o - para la entrada.")
    var file: String

    @Option(help: "WhatsApp: el «Phone number ID» de la cuenta. Telegram: el nombre del bot.")
    var own = ""

    func run() async throws {
        let body =
            file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: file))
        guard let kind = ChannelKind(rawValue: channel), kind != .web else {
            throw Complaint(
                code: "unknown-channel",
                sentence: "No hay un canal «\(channel)». Hay telegram, whatsapp y generic."
            )
        }
        let intake =
            switch kind {
            case .telegram: try TelegramChannel.understand(body, username: own.isEmpty ? "bot" : own)
            case .whatsapp: try WhatsAppChannel.understand(body, phoneNumberID: own)
            case .generic, .web: Intake(events: [try GenericWebhook.decode(body, account: "", dedupeKey: "")])
            }
        for event in intake.events { print(event.json) }
        if intake.unreadable > 0 {
            FileHandle.standardError.write(Data("\(intake.unreadable) elementos no se entendieron.\n".utf8))
        }
    }
}
