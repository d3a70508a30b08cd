import Dialogue
import Testing

/// One sentence of a staff room and all that the checks should notice in it, as the second why of a chain.
struct Sentence: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: Set<AnswerFlag>

    var testDescription: String { text }

    static let context = CheckContext(kind: .why, problem: "Bajos resultados en lectura en segundo básico", level: 2)

    /// Reads lines of "flag flag | sentence"; "-" is a sentence in which nothing is noticed.
    static func table(_ text: String) -> [Sentence] {
        text.split(separator: "\n").compactMap { line in
            guard let bar = line.firstIndex(of: "|") else { return nil }
            let flags = line[..<bar].split(separator: " ").filter { $0 != "-" }
            let known = flags.compactMap { AnswerFlag(rawValue: String($0)) }
            precondition(known.count == flags.count, "unknown flag in: \(line)")
            let sentence = line[line.index(after: bar)...].drop { $0 == " " }
            return Sentence(text: String(sentence), expected: Set(known))
        }
    }
}
