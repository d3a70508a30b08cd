import Channels
import Facilitation
import Foundation
import Scripts
import Storage

/// The rooms of the house, opened with the settings.
struct House {
    let settings: Settings
    let library: Library
    let surroundings: Surroundings

    init(_ settings: Settings) throws {
        self.settings = settings
        library = try Self.library(settings)
        surroundings = try Surroundings.live(timeZone: settings.timeZone)
    }

    /// The flows and words, checked against what every channel can show.
    static func library(_ settings: Settings) throws -> Library {
        try Library(folder: try home(settings), channels: ChannelKind.allCases.map(\.capabilities))
    }

    /// The folder with the flows: as set, or else beside the program.
    static func home(_ settings: Settings) throws -> URL {
        let executable = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        var folder = executable.deletingLastPathComponent()
        var candidates = [URL(filePath: settings.home, directoryHint: .isDirectory)]
        for _ in 0..<4 {
            candidates.append(folder)
            folder = folder.deletingLastPathComponent()
        }
        let found = candidates.first { FileManager.default.fileExists(atPath: $0.appending(path: "Flows").path) }
        guard let found else {
            throw Complaint(
                code: "no-flows",
                sentence:
                    "No hay una carpeta Flows en «\(settings.home)». Ejecuten desde la carpeta de Raíz o ajusten RAIZ_HOME."
            )
        }
        return found
    }

    /// Opens the database, making its folder where needed.
    func store() throws -> SQLiteStore {
        let file = URL(filePath: settings.database)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
        } catch {
            throw Complaint(
                code: "no-database-folder",
                sentence:
                    "No se puede crear la carpeta de «\(settings.database)». Revisen los permisos o ajusten RAIZ_DATABASE."
            )
        }
        return try SQLiteStore(path: settings.database)
    }

    /// Where what people send that is not words is kept: beside the database.
    var attachments: URL {
        URL(filePath: settings.database).deletingLastPathComponent().appending(path: "attachments")
    }

    /// The reception over a store.
    func reception(_ store: SQLiteStore) -> Reception {
        Reception(
            store: store,
            programs: Programs(library: library),
            surroundings: surroundings,
            bell: Bell(),
            outbox: Knock()
        )
    }
}
