import ArgumentParser
import Channels
import Facilitation
import Foundation
import Storage

/// `raiz channel`: the accounts through which people are reached.
struct ChannelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "channel",
        abstract: "Conecta y revisa cuentas de WhatsApp, Telegram y webhooks.",
        discussion: """
            Los secretos se leen del ambiente o se preguntan sin mostrarlos; nunca van en la línea de comandos, y nunca se \
            muestran ni se registran. Paso a paso: docs/channels.
            """,
        subcommands: [
            ChannelAdd.self, ChannelList.self, ChannelTest.self, ChannelRotate.self, ChannelRemove.self,
            ChannelRead.self,
        ]
    )
}

extension House {
    /// An account by its id.
    func account(_ id: String, in store: SQLiteStore) async throws -> Account {
        if let account = try await store.read({ try $0.account(id) }) { return account }
        let known = try await store.read { try $0.accounts().map(\.id) }
        throw Complaint(
            code: "unknown-account",
            sentence: known.isEmpty
                ? "Todavía no hay cuentas. Conecten una con «raiz channel add»."
                : "No hay una cuenta «\(id)». Hay: \(known.joined(separator: ", "))."
        )
    }
}

/// `raiz channel list`: every account, how it is, and what is on its way.
struct ChannelList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Muestra las cuentas, si envían, y cuánto está por salir."
    )

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        let lines = try await store.read { store in
            try store.accounts().map { account in
                let counts = try store.outboxCounts(account: account.id)
                func count(_ status: OutboxItem.Status, _ word: String) -> String? {
                    counts[status].map { "\($0) \(word)" }
                }
                let waiting = [
                    count(.pending, "por salir"), count(.waiting, "esperando que escriban"),
                    count(.dead, "sin entregar"),
                ].compactMap(\.self)
                let state = account.halted.map { "DETENIDA (\($0)): corrijan y usen «raiz channel test \(account.id)»" }
                return "\(account.id)  \(account.channel)  \(account.organization)  \(state ?? "lista")"
                    + (waiting.isEmpty ? "" : "  · " + waiting.joined(separator: ", "))
            }
        }
        print(lines.isEmpty ? "Todavía no hay cuentas." : lines.joined(separator: "\n"))
    }
}

/// `raiz channel remove`: forgets an account's secrets; what was said stays.
struct ChannelRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Desconecta una cuenta y borra sus secretos. Lo conversado queda."
    )

    @Argument(help: "La cuenta.")
    var account: String

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        var account = try await house.account(account, in: store)
        account.secrets = []
        account.credentials = [:]
        account.halted = Account.removed
        try await store.write { [account] in try $0.save(account) }
        print("«\(account.id)» quedó desconectada: ya no recibe ni envía. Sus secretos se borraron.")
        if account.channel == ChannelKind.telegram.rawValue {
            print("Si el bot no se usará más, revóquenlo también en @BotFather con /revoke.")
        }
    }
}
