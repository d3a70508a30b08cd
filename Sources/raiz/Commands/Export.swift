import ArgumentParser
import Dialogue
import Exports
import Facilitation
import Foundation
import Planning
import Storage

/// `raiz export`: what leaves the house as a file.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Exporta lo trabajado.",
        subcommands: [ExportMatrix.self]
    )
}

/// `raiz export matrix`: an establishment's planning matrix.
struct ExportMatrix: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Exporta la matriz de planificación de un establecimiento."
    )

    @Option(help: "Id, nombre o código de ingreso del establecimiento.")
    var establishment: String

    @Option(help: "xlsx, csv, tsv o json.")
    var format = "xlsx"

    @Option(help: "Idioma de los encabezados: es-CL o en.")
    var locale = "es-CL"

    @Option(name: .shortAndLong, help: "Archivo de salida; sin él, sale por la salida estándar.")
    var output: String?

    func run() async throws {
        guard let format = ExportFormat(rawValue: format) else {
            throw Complaint(
                code: "unknown-format",
                sentence: "No hay un formato «\(format)». Hay xlsx, csv, tsv y json."
            )
        }
        guard let language = ExportLocale(rawValue: locale) else {
            throw Complaint(code: "unknown-locale", sentence: "No hay un idioma «\(locale)». Hay es-CL y en.")
        }
        let house = try House(try await Settings.read())
        guard FileManager.default.fileExists(atPath: house.settings.database) else {
            throw Complaint(
                code: "no-database",
                sentence: "No existe la base «\(house.settings.database)». Revisen RAIZ_DATABASE."
            )
        }
        let store = try house.store()
        let wanted = establishment
        let all = try await store.read { try $0.establishments() }
        guard let found = all.first(where: { [$0.id, $0.name, $0.joinCode].map(folded).contains(folded(wanted)) })
        else {
            let names = all.map { "\($0.name) (\($0.joinCode))" }.joined(separator: ", ")
            throw Complaint(
                code: "unknown-establishment",
                sentence: "No hay un establecimiento «\(wanted)». Hay: \(names)."
            )
        }
        let reception = house.reception(store)
        guard let matrix = try await reception.matrix(establishment: found.id, locale: locale) else { return }
        let data = try export(matrix, as: format, locale: language, created: house.surroundings.now())
        if let output {
            try data.write(to: URL(filePath: output), options: .atomic)
            print("\(output): \(matrix.rows.count) filas")
        } else {
            FileHandle.standardOutput.write(data)
        }
    }
}
