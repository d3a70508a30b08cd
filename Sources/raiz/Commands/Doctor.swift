import ArgumentParser
import Dialogue
import Facilitation
import Foundation
import Scripts
import Storage

/// `raiz doctor`: says what is wrong with a set-up, and what to do.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Revisa la instalación y dice qué falta.")

    func run() async throws {
        let settings = try await Settings.read()
        print("Ajustes (ambiente, y después \(Settings.file)):")
        for entry in settings.entries { print("  \(entry.variable) = \(entry.value)   \(entry.meaning)") }
        print("Revisión:")
        var isSound = true
        func report(_ name: String, _ problem: String?) {
            print(problem.map { "  ✗ \(name): \($0)" } ?? "  ✓ \(name)")
            if problem != nil { isSound = false }
        }
        report(
            "zona horaria",
            TimeZone(identifier: settings.timeZone) == nil ? "el sistema no la conoce; instalen tzdata" : nil
        )
        do {
            let library = try House.library(settings)
            report("flujos y textos (\(library.flows.count))", nil)
        } catch let error as ScriptsError {
            report("flujos y textos", "\n\(error.text)")
        } catch let error as any Explained {
            report("flujos y textos", error.sentence)
        }
        if FileManager.default.fileExists(atPath: settings.database) {
            do {
                let store = try SQLiteStore(path: settings.database)
                let pragmas = try await store.writerPragmas()
                let expected = ["journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"]
                report("base de datos durable", pragmas == expected ? nil : "ajustes inesperados: \(pragmas)")
                let integrity = try await store.integrity()
                report("base de datos sana", integrity == "ok" ? nil : integrity)
                let (dead, halted) = try await store.read { store in
                    let accounts = try store.accounts()
                    let dead = try accounts.reduce(0) { try $0 + (store.outboxCounts(account: $1.id)[.dead] ?? 0) }
                    return (dead, accounts.filter { $0.halted != nil }.map(\.id))
                }
                report("mensajes por entregar", dead == 0 ? nil : "\(dead) no pudieron salir; vean «raiz outbox»")
                let names = halted.joined(separator: ", ")
                report("cuentas que envían", halted.isEmpty ? nil : "detenidas: \(names); vean «raiz channel list»")
            } catch let error as StoreError {
                report("base de datos", error.sentence)
            }
        } else {
            let folder = URL(filePath: settings.database).deletingLastPathComponent().path
            let canWrite =
                FileManager.default.isWritableFile(atPath: folder) || !FileManager.default.fileExists(atPath: folder)
            report("base de datos (se creará al partir)", canWrite ? nil : "no se puede escribir en \(folder)")
        }
        let port = settings.port
        report("puerto \(port)", Doctor.isFree(port, host: settings.host) ? nil : "ya está ocupado; cambien PORT")
        guard isSound else { throw ExitCode(1) }
        print("Todo en orden.")
    }

    /// Whether nobody listens on a port, at every address that a host name stands for.
    static func isFree(_ port: Int, host: String) -> Bool {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0 else { return false }
        defer { freeaddrinfo(found) }
        var next = found
        while let info = next?.pointee {
            let handle = socket(info.ai_family, info.ai_socktype, info.ai_protocol)
            guard handle >= 0 else { return false }
            defer { close(handle) }
            var yes: Int32 = 1
            setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
            guard bind(handle, info.ai_addr, info.ai_addrlen) == 0 else { return false }
            next = info.ai_next
        }
        return true
    }
}
