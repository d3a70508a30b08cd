import ArgumentParser
import Channels
import Facilitation
import Foundation
import Storage

/// `raiz channel test`: asks the provider whether the account works, and lets a stopped one send again.
struct ChannelTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Prueba una cuenta con su proveedor. Si estaba detenida y funciona, vuelve a enviar."
    )

    @Argument(help: "La cuenta.")
    var account: String

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        var account = try await house.account(account, in: store)
        guard !account.isRemoved else {
            throw Complaint(
                code: "removed-account",
                sentence:
                    "«\(account.id)» fue desconectada. Para volver a usarla, denle secretos: raiz channel rotate \(account.id)"
            )
        }
        let client = HTTPClient(guard: AddressGuard(allowsPrivateHosts: account.allowsPrivateHosts))
        let lines: [String]
        do {
            lines = try await Self.ask(account, client, at: house.surroundings.now())
            await client.shutdown()
        } catch {
            await client.shutdown()
            throw error
        }
        print(lines.joined(separator: "\n"))
        if account.halted != nil {
            account.halted = nil
            try await store.write { [account] in try $0.save(account) }
            print("Estaba detenida; desde ahora vuelve a enviar.")
        }
    }

    private static func ask(_ account: Account, _ client: HTTPClient, at now: Date) async throws -> [String] {
        switch try account.makeChannel() {
        case let telegram as TelegramChannel: try await ask(telegram, client)
        case let whatsApp as WhatsAppChannel: try await ask(whatsApp, client)
        case let generic as GenericChannel: try await ask(generic, account, client, at: now)
        default: []
        }
    }

    private static func ask(_ telegram: TelegramChannel, _ client: HTTPClient) async throws -> [String] {
        do {
            let bot = try TelegramChannel.bot(from: try await client.send(try telegram.botRequest()))
            let hook = try TelegramChannel.webhook(from: try await client.send(try telegram.webhookRequest()))
            var lines = ["El bot es @\(bot.username) («\(bot.name)»)."]
            if bot.username.lowercased() != telegram.username.lowercased() {
                lines.append("Ojo: la cuenta dice @\(telegram.username). Los enlaces de ingreso llevarán a ese nombre.")
            }
            lines.append(
                hook.url.isEmpty
                    ? "Telegram todavía no sabe adónde escribir: raiz telegram set-webhook \(telegram.account)"
                    : "Telegram escribe a \(hook.url); \(hook.pending) mensajes esperan."
            )
            if let problem = hook.lastProblem { lines.append("Su último problema: \(problem)") }
            return lines
        } catch let problem as TelegramProblem {
            throw Complaint(code: problem.code, sentence: problem.sentence)
        }
    }

    private static func ask(_ whatsApp: WhatsAppChannel, _ client: HTTPClient) async throws -> [String] {
        let request = whatsApp.numberRequest()
        let response = try await client.send(request)
        guard let number = whatsApp.number(.success(response)) else {
            let result = whatsApp.judge(.success(response), now: Date())
            throw Complaint(
                code: "whatsapp-refused",
                sentence:
                    "WhatsApp no reconoce la cuenta (\(result.problem ?? "status-\(response.status)")). Revisen el token y el Phone number ID."
            )
        }
        return [
            "El número es \(number.number)" + (number.name.map { " («\($0)»)" } ?? "")
                + (number.quality.map { ", calidad \($0)" } ?? "") + "."
        ]
    }

    private static func ask(
        _ generic: GenericChannel,
        _ account: Account,
        _ client: HTTPClient,
        at now: Date
    ) async throws -> [String] {
        guard case .callback(let url) = account.delivery else {
            return ["Las respuestas van en la respuesta al webhook: no hay nada que probar hacia afuera."]
        }
        let response = try await client.send(try generic.ping(at: now))
        guard (200...299).contains(response.status) else {
            throw Complaint(
                code: "callback-refused",
                sentence: "\(url) contestó \(response.status). Debe contestar 2xx."
            )
        }
        return ["\(url) contestó \(response.status)."]
    }
}
