import ArgumentParser
import Channels
import Facilitation
import Foundation
import Storage

/// `raiz channel add`: a new account.
struct ChannelAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Conecta una cuenta.",
        discussion: """
            Ejemplos:
              raiz channel add telegram equipo-bot --username EquipoRaizBot
              raiz channel add whatsapp daem --phone-number-id 1122334455667 --number 56220000000
              raiz channel add generic pasarela --callback https://ejemplo.cl/raiz
            Se preguntan los secretos (o se leen de RAIZ_TELEGRAM_TOKEN, RAIZ_WHATSAPP_TOKEN, RAIZ_WHATSAPP_APP_SECRET y \
            RAIZ_WHATSAPP_VERIFY_TOKEN).
            """
    )

    @Argument(help: "telegram, whatsapp o generic.")
    var channel: String

    @Argument(help: "Cómo se llamará la cuenta: minúsculas, números y guiones. Es parte de la dirección del webhook.")
    var account: String

    @Option(help: "Id de la organización; si hay una sola, es esa.")
    var organization: String?

    @Option(help: "Idioma con que saluda: es-CL o en.")
    var locale = "es-CL"

    @Option(help: "Telegram: el nombre del bot, sin @.")
    var username: String?

    @Flag(help: "Telegram: responde el primer mensaje en la misma respuesta al webhook.")
    var answersInWebhook = false

    @Option(help: "WhatsApp: el «Phone number ID» de la consola de Meta.")
    var phoneNumberID: String?

    @Option(help: "WhatsApp: el número, para los enlaces de ingreso.")
    var number: String?

    @Option(help: "WhatsApp: la plantilla aprobada con que se invita a volver.")
    var template: String?

    @Option(help: "WhatsApp: el idioma de la plantilla, como lo escribe Meta.")
    var templateLanguage = "es_CL"

    @Option(help: "Genérico: adónde se envían las respuestas. Sin ella, van en la respuesta al webhook.")
    var callback: String?

    @Option(help: "Dirección de la interfaz del proveedor, si no es la suya.")
    var api: String?

    @Flag(help: "Permite enviar a direcciones privadas (para pruebas y otros sistemas de la misma red).")
    var allowPrivate = false

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        guard account.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,39}/) != nil else {
            throw Complaint(
                code: "bad-account",
                sentence: "«\(account)» no sirve como nombre de cuenta: usen minúsculas, números y guiones, hasta 40."
            )
        }
        guard let kind = ChannelKind(rawValue: channel), kind != .web else {
            throw Complaint(
                code: "unknown-channel",
                sentence: "No hay un canal «\(channel)». Hay telegram, whatsapp y generic."
            )
        }
        let taken = account
        if try await store.read({ try $0.account(taken) }) != nil {
            throw Complaint(
                code: "account-taken",
                sentence:
                    "Ya hay una cuenta «\(account)». Elijan otro nombre, o cambien sus secretos con «raiz channel rotate»."
            )
        }
        var new = Account(
            id: account,
            organization: try await house.organization(organization, in: store).id,
            channel: kind.rawValue,
            delivery: kind == .generic ? callback.map { .callback(url: $0) } ?? .inline : .provider,
            secrets: [],
            locale: locale,
            allowsPrivateHosts: allowPrivate
        )
        if let api { new.settings["api"] = api }
        var instructions: [String]
        switch kind {
        case .telegram: instructions = try telegram(&new)
        case .whatsapp: instructions = try whatsApp(&new, house)
        case .generic, .web: instructions = generic(&new, house)
        }
        _ = try new.makeChannel()
        try await store.write { [new] in try $0.save(new) }
        instructions.append("Prueben la conexión con: raiz channel test \(account)")
        print((["«\(account)» quedó guardada."] + instructions).joined(separator: "\n"))
    }

    private func telegram(_ account: inout Account) throws -> [String] {
        guard let username else {
            throw Complaint(
                code: "no-username",
                sentence: "Falta --username: el nombre del bot, como lo dio @BotFather."
            )
        }
        account.settings["username"] = username.hasPrefix("@") ? String(username.dropFirst()) : username
        if answersInWebhook { account.settings["answers"] = "webhook" }
        account.credentials["token"] = try Secret.read("Token del bot", variable: "RAIZ_TELEGRAM_TOKEN")
        var generator = SystemRandomNumberGenerator()
        account.secrets = [TelegramSecret.generate(using: &generator).revealed]
        return ["Digan a Telegram dónde escribir: raiz telegram set-webhook \(account.id)"]
    }

    private func whatsApp(_ account: inout Account, _ house: House) throws -> [String] {
        guard let phoneNumberID else {
            throw Complaint(
                code: "no-phone-number-id",
                sentence: "Falta --phone-number-id. Está en la consola de Meta: WhatsApp › Configuración de la API."
            )
        }
        account.settings["phone-number-id"] = phoneNumberID
        account.settings["number"] = number
        if let template {
            account.settings["template"] = template
            account.settings["template-language"] = templateLanguage
        }
        account.credentials["token"] = try Secret.read("Token de acceso permanente", variable: "RAIZ_WHATSAPP_TOKEN")
        account.credentials["app-secret"] = try Secret.read(
            "Clave secreta de la app",
            variable: "RAIZ_WHATSAPP_APP_SECRET"
        )
        account.credentials["verify-token"] = try Secret.read(
            "Token de verificación (inventen uno; el mismo va en la consola de Meta)",
            variable: "RAIZ_WHATSAPP_VERIFY_TOKEN"
        )
        return ["En la consola de Meta, la URL de devolución de llamada es: \(house.webhook(account))"]
    }

    private func generic(_ account: inout Account, _ house: House) -> [String] {
        var generator = SystemRandomNumberGenerator()
        let secret = WebhookSecret.generate(using: &generator)
        account.secrets = [secret.revealed]
        return [
            "El otro sistema envía a: \(house.webhook(account))",
            "y firma con este secreto, que no se vuelve a mostrar: \(secret.revealed)",
        ]
    }
}

extension House {
    /// Where a provider sends to.
    func webhook(_ account: Account) -> String {
        let base = settings.publicURL ?? "https://SU-DOMINIO"
        return "\(base)/webhooks/\(account.channel)/\(account.id)"
    }
}
