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
            let library = try Library(folder: try House.home(settings))
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
                let dead = try await store.read { try $0.outbox(status: .dead).count }
                report("mensajes por entregar", dead == 0 ? nil : "\(dead) mensajes no pudieron salir")
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

    private static func isFree(_ port: Int, host: String) -> Bool {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        var yes: Int32 = 1
        setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(clamping: port)).bigEndian
        address.sin_addr.s_addr = inet_addr(host)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
