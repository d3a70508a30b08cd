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
            Con --restart empiezan de nuevo; lo registrado queda.
            """
    )

    @Option(help: "Pasa las conversaciones de este flujo a la versión de hoy.")
    var migrate: String?

    @Option(help: "Empieza de nuevo las conversaciones de este flujo en la versión de hoy.")
    var restart: String?

    func run() async throws {
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
