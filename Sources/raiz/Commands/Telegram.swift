import ArgumentParser
import Channels
import Facilitation
import Foundation
import Storage

/// `raiz telegram`: what only Telegram has.
struct Telegram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lo propio de Telegram.",
        subcommands: [SetWebhook.self]
    )
}

/// `raiz telegram set-webhook`: tells Telegram where to write, and with which secret.
struct SetWebhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-webhook",
        abstract: "Dice a Telegram adónde escribir, y con qué secreto.",
        discussion: "La dirección sale de RAIZ_PUBLIC_URL. Telegram exige https en el puerto 443, 80, 88 u 8443."
    )

    @Argument(help: "La cuenta.")
    var account: String

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        let account = try await house.account(account, in: store)
        guard let telegram = try account.makeChannel() as? TelegramChannel else {
            throw Complaint(code: "not-telegram", sentence: "«\(account.id)» no es una cuenta de Telegram.")
        }
        guard house.settings.publicURL != nil else {
            throw Complaint(
                code: "no-public-url",
                sentence: "Falta RAIZ_PUBLIC_URL: la dirección https con que se llega a este servidor."
            )
        }
        let url = house.webhook(account)
        let client = HTTPClient(guard: AddressGuard(allowsPrivateHosts: account.allowsPrivateHosts))
        do {
            try TelegramChannel.confirm(try await client.send(try telegram.setWebhookRequest(url: url)))
            await client.shutdown()
        } catch let problem as TelegramProblem {
            await client.shutdown()
            throw Complaint(code: problem.code, sentence: problem.sentence)
        }
        print("Telegram escribirá a \(url).")
        print("Para entrar, las personas abren: https://t.me/\(telegram.username)?start=CÓDIGO")
    }
}
