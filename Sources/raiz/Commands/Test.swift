import ArgumentParser
import Dialogue
import Foundation
import Scripts

/// `raiz test`: plays every conversation that is written down, and says which steps none of them reaches.
struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prueba los flujos con las conversaciones de referencia.",
        discussion:
            "Cada archivo .txt de la carpeta es una conversación; «raiz chat FLUJO --golden archivo» las escribe."
    )

    @Argument(help: "La carpeta con las conversaciones.")
    var folder = "Tests/Conversations"

    @Flag(help: "Reescribe los archivos con lo que hoy se conversa.")
    var update = false

    func run() async throws {
        let settings = try await Settings.read()
        let home = try House.home(settings)
        let library = try House.library(settings)
        let base = URL(filePath: folder, relativeTo: home)
        let names = (FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []).sorted()
        var failures = 0
        var reached: Set<String> = []
        let files = names.filter { $0.hasSuffix(".txt") }
        guard !files.isEmpty else {
            throw Complaint(code: "no-conversations", sentence: "No hay conversaciones .txt en «\(folder)».")
        }
        for name in files {
            let file = base.appending(path: name)
            let written = try String(contentsOf: file, encoding: .utf8)
            guard let conversation = GoldenConversation(parsing: written),
                let program = library.flows[conversation.flow]?.program
            else {
                print("✗ \(name): el encabezado no está completo, o nombra un flujo que no existe")
                failures += 1
                continue
            }
            let (played, rehearsal) = conversation.played(on: program)
            reached.formUnion(rehearsal.reached)
            if update {
                try played.write(to: file, atomically: true, encoding: .utf8)
            } else if played != written {
                failures += 1
                print("✗ \(name): \(Self.difference(written, played))")
            }
        }
        for (flow, version) in library.flows.sorted(by: { $0.key < $1.key }) {
            let steps = version.program.testableSteps
            let missing = steps.filter { !reached.contains($0) }
            print("\(flow): \(steps.count - missing.count) de \(steps.count) pasos")
            for step in missing { print("  sin probar: \(step)") }
        }
        print("\(files.count - failures) de \(files.count) conversaciones como están escritas.")
        if failures > 0 { throw ExitCode(1) }
    }

    /// The first line in which two texts differ.
    private static func difference(_ written: String, _ played: String) -> String {
        let one = written.split(separator: "\n", omittingEmptySubsequences: false)
        let other = played.split(separator: "\n", omittingEmptySubsequences: false)
        let index = zip(one, other).prefix { $0 == $1 }.count
        let expected = index < one.count ? one[index] : "(nada)"
        let found = index < other.count ? other[index] : "(nada)"
        return "línea \(index + 1)\n    está escrito: \(expected)\n    se conversa:  \(found)"
    }
}
