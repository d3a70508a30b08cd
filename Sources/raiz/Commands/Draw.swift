import ArgumentParser
import Dialogue
import Foundation
import Scripts

/// `raiz draw FLOW`: a flow as a picture for the wall or for paper.
struct Draw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Dibuja un flujo.",
        discussion: "El dibujo es un SVG: se abre en cualquier navegador, se proyecta y se imprime en A4."
    )

    @Argument(help: "El flujo, por su id o su nombre: five-whys, «los 5 porqués».")
    var flow: String

    @Option(help: "Idioma: es-CL o en.")
    var locale = "es-CL"

    @Option(name: .shortAndLong, help: "Archivo de salida; sin él, sale por la salida estándar.")
    var output: String?

    func run() async throws {
        let settings = try await Settings.read()
        let library = try House.library(settings)
        let id = try library.program(named: flow, locale: locale).flow
        guard let picture = library.diagram(of: id, locale: locale) else { return }
        guard let output else { return FileHandle.standardOutput.write(Data(picture.utf8)) }
        try Data(picture.utf8).write(to: URL(filePath: output), options: .atomic)
        print("\(output): «\(library.phrases[locale]?["\(id)/title"]?.text.first ?? id)»")
    }
}
