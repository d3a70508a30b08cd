import ArgumentParser
import Dialogue
import Foundation
import Scripts

/// `raiz check`: reads every flow and prompts file and says what is wrong with them.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Revisa todos los flujos y textos.")

    func run() async throws {
        let settings = try await Settings.read()
        let library = try House.library(settings)
        for warning in library.warnings { print(warning.text) }
        let languages = library.locales.joined(separator: ", ")
        for (id, version) in library.flows.sorted(by: { $0.key < $1.key }) {
            print("\(id)  \(version.hash)  «\(version.program.title(in: library.locales.first ?? ""))»")
        }
        print("\(library.flows.count) flujos sin errores en \(languages); \(library.warnings.count) avisos.")
    }
}
