import ArgumentParser
import Dialogue
import Facilitation
import Foundation
import Scripts
import Storage

/// `raiz flows`: the flows, their versions, and who stands where.
struct Flows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Muestra los flujos y qué conversaciones están en cada versión y paso.",
        discussion: """
            Cambiar un archivo solo afecta a las conversaciones nuevas: las que están en curso terminan en la versión con que \
            empezaron. Con --migrate pasan a la versión de hoy en el mismo paso, salvo las que perderían respuestas. \
            Con --restart empiezan de nuevo; lo registrado queda. Con --guide escribe en una carpeta la guía de los flujos, \
            con sus dibujos y el comienzo de sus conversaciones de referencia.
            """
    )

    @Option(help: "Pasa las conversaciones de este flujo a la versión de hoy.")
    var migrate: String?

    @Option(help: "Empieza de nuevo las conversaciones de este flujo en la versión de hoy.")
    var restart: String?

    @Option(help: "Escribe la guía de los flujos en esta carpeta, como docs.")
    var guide: String?

    func run() async throws {
        if let guide { return try await Self.write(guideTo: guide) }
        let house = try House(try await Settings.read())
        let reception = house.reception(try house.store())
        let versions = Versions(reception: reception)
        if let flow = migrate ?? restart {
            guard house.library.flows[flow] != nil else {
                throw Complaint(
                    code: "unknown-flow",
                    sentence:
                        "No hay un flujo «\(flow)». Hay: \(house.library.flows.keys.sorted().joined(separator: ", "))."
                )
            }
            let fates = try await migrate == nil ? versions.restart(flow) : versions.migrate(flow)
            for (dialogue, fate) in fates { print("\(dialogue.suffix(8))  \(Self.words(for: fate))") }
            print("\(fates.count) conversaciones de «\(flow)» estaban en una versión anterior.")
            return
        }
        let standings = try await versions.standings()
        for (id, version) in house.library.flows.sorted(by: { $0.key < $1.key }) {
            print("\(id)  \(version.hash.prefix(12))  (hoy)")
            for standing in standings where standing.flow == id {
                let place = standing.isCurrent ? "" : "  versión \(standing.version.prefix(12))"
                print("  \(standing.count) en \(standing.step)\(place)")
            }
        }
        for standing in standings where house.library.flows[standing.flow] == nil {
            print("\(standing.flow)  ya no está en la carpeta: \(standing.count) en \(standing.step)")
        }
    }

    private static func write(guideTo folder: String) async throws {
        let settings = try await Settings.read()
        let home = try House.home(settings)
        let library = try House.library(settings)
        let base = URL(filePath: folder, directoryHint: .isDirectory)
        let conversations = Library.conversations(in: home.appending(path: "Tests/Conversations"))
        let pages = FlowGuide(library: library, conversations: conversations).pages
        for page in pages {
            let file = base.appending(path: page.path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(page.text.utf8).write(to: file, options: .atomic)
        }
        print("\(folder): \(library.flows.count) flujos, \(pages.count) archivos.")
    }

    private static func words(for fate: Versions.Fate) -> String {
        switch fate {
        case .migrated: "sigue en la versión de hoy"
        case .restarted: "empieza de nuevo"
        case .refused(.stepIsGone(let step)): "se queda en su versión: el paso «\(step)» ya no existe"
        case .refused(.wouldLose(let names)): "se queda en su versión: perdería \(names.joined(separator: ", "))"
        }
    }
}

/// `raiz replay`: rebuilds every stored dialogue from its log and compares.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reconstruye cada conversación desde su registro y la compara con lo guardado."
    )

    func run() async throws {
        let house = try House(try await Settings.read())
        let (checked, differing) = try await Versions(reception: house.reception(try house.store())).differing()
        for id in differing { print("✗ \(id) no se reconstruye igual") }
        print("\(checked) conversaciones revisadas, \(differing.count) distintas.")
        if !differing.isEmpty { throw ExitCode(1) }
    }
}
