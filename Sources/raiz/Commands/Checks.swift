import ArgumentParser
import Dialogue
import Foundation
import Scripts

/// `raiz checks`: what the answer checks find in sentences, one JSON line each.
struct Checks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Muestra qué encuentran los chequeos en frases.",
        discussion: "Lee una frase por línea de la entrada estándar y escribe una línea JSON por frase."
    )

    @Option(name: .customLong("as"), help: "Qué es la frase: problem, why, cause, effect, objective u other.")
    var kind = "why"

    @Option(help: "El problema del que se habla.")
    var problem: String?

    @Option(help: "Una respuesta anterior de la cadena; se puede repetir, la más cercana al final.")
    var previous: [String] = []

    @Option(help: "Nivel del porqué, desde 1; sin él, uno más que las respuestas anteriores.")
    var level: Int?

    @Option(help: "Idioma de las preguntas: es-CL o en.")
    var locale = "es-CL"

    func run() async throws {
        guard let kind = CheckContext.Kind(rawValue: kind) else {
            throw Complaint(
                code: "unknown-kind",
                sentence: "«\(kind)» no es una clase de frase: problem, why, cause, effect, objective u other."
            )
        }
        let library = try House.library(try await Settings.read())
        let context = CheckContext(
            kind: kind,
            problem: problem,
            ancestors: previous,
            level: level ?? previous.count + 1
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        while let sentence = readLine() {
            let found = findings(in: sentence, checks: AnswerFlag.allCases, context: context)
            let report = Report(
                text: sentence,
                flags: found.map { Raised($0, in: library.phrases[locale] ?? [:]) }
            )
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        }
    }

    /// One sentence and what was raised.
    struct Report: Encodable {
        var text: String
        var flags: [Raised]
    }

    /// One flag, the words that raised it, and what the bot would ask.
    struct Raised: Encodable {
        var flag: String
        var words: [String]
        var variant: String?
        var related: String?
        var reprompt: String

        init(_ finding: Finding, in phrases: Phrasebook) {
            flag = finding.flag.rawValue
            words = finding.words
            variant = finding.variant
            related = finding.related
            let plain = "checks/check-\(finding.flag.rawValue)"
            let phrase = finding.variant.flatMap { phrases["\(plain)-\($0)"] } ?? phrases[plain]
            reprompt = fill(phrase?.text.first ?? "") { name in
                switch name {
                case "words": finding.words.joined(separator: "», «")
                case "related": finding.related
                default: nil
                }
            }
        }
    }
}
