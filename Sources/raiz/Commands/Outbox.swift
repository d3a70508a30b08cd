import ArgumentParser
import Dialogue
import Facilitation
import Foundation
import Storage

/// `raiz outbox`: what is on its way out, what waits, and what was given up.
struct Outbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Muestra lo que está por salir o no pudo salir, y lo envía otra vez.",
        subcommands: [OutboxList.self, OutboxShow.self, OutboxSend.self],
        defaultSubcommand: OutboxList.self
    )
}

/// `raiz outbox list`.
struct OutboxList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lista mensajes por su estado, sin mostrar palabras de nadie."
    )

    @Option(help: "pending, waiting, sent, delivered, read o dead.")
    var status = "dead"

    @Option(help: "Cuántos, los más nuevos.")
    var limit = 50

    func run() async throws {
        guard let status = OutboxItem.Status(rawValue: status) else {
            let known = OutboxItem.Status.allCases.map(\.rawValue).joined(separator: ", ")
            throw Complaint(code: "unknown-status", sentence: "No hay un estado «\(status)». Hay: \(known).")
        }
        let house = try House(try await Settings.read())
        let store = try house.store()
        let limit = limit
        let items = try await store.read { try $0.outbox(status: status, limit: limit) }
        for item in items {
            let problem = item.problem.map { "  \($0)" } ?? ""
            print(
                "\(item.message.id)  \(item.account)  \(house.time(item.message.at))  \(item.attempts) intentos\(problem)"
            )
        }
        print(
            items.isEmpty ? "Nada con estado «\(status.rawValue)»." : "\(items.count) con estado «\(status.rawValue)»."
        )
    }
}

/// `raiz outbox show`.
struct OutboxShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Muestra los intentos de un mensaje."
    )

    @Argument(help: "El mensaje, como lo muestra «raiz outbox list».")
    var message: String

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        let id = message
        let found = try await store.read { store in
            try store.outboxItem(id).map { ($0, try store.attempts(message: id)) }
        }
        guard let (item, attempts) = found else {
            throw Complaint(code: "unknown-message", sentence: "No hay un mensaje «\(message)» de salida.")
        }
        print("\(item.account)  \(item.status.rawValue)" + (item.providerID.map { "  \($0)" } ?? ""))
        for attempt in attempts {
            print("  intento \(attempt.number)  \(house.time(attempt.at))  \(attempt.result ?? "sin saber qué pasó")")
        }
        if item.status == .pending { print("  próximo intento: \(house.time(item.dueAt))") }
    }
}

/// `raiz outbox send`.
struct OutboxSend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Vuelve a poner en camino mensajes que no pudieron salir.",
        discussion: "Nombren los mensajes, o usen --account para todos los de una cuenta."
    )

    @Argument(help: "Los mensajes.")
    var messages: [String] = []

    @Option(help: "Todos los que no pudieron salir de esta cuenta.")
    var account: String?

    func run() async throws {
        let house = try House(try await Settings.read())
        let store = try house.store()
        let now = house.surroundings.moment().milliseconds
        let (messages, account) = (messages, account)
        let count = try await store.write { store in
            let named = try messages.compactMap { try store.outboxItem($0) }
            let all =
                try account == nil ? [] : store.outbox(status: .dead, limit: 100_000).filter { $0.account == account }
            let items = (named + all).filter { $0.status == .dead || $0.status == .waiting }
            for var item in items {
                item.status = .pending
                item.dueAt = now
                item.problem = nil
                try store.save(item)
            }
            return items.count
        }
        print(
            "\(count) mensajes vuelven a salir" + (count == 0 ? "." : "; el servidor los toma en menos de un minuto.")
        )
    }
}

extension House {
    /// A moment as the teams' clock shows it.
    func time(_ milliseconds: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        return date.formatted(Date.ISO8601FormatStyle(timeZone: surroundings.timeZone).dateTimeSeparator(.space))
    }
}
