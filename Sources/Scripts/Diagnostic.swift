/// A mistake in a flow or prompts file: where it is, what it is, and what to do about it.
package struct Diagnostic: Sendable, Equatable, Codable {
    /// How grave it is.
    package enum Severity: String, Sendable, Codable {
        /// The flow cannot run.
        case error
        /// The flow runs, and would be better without it.
        case warning
    }

    /// How grave it is.
    package var severity: Severity
    /// Stable, for tools: `unknown-step`, `missing-prompt`, …
    package var code: String
    /// The file, as it was named when it was read.
    package var file: String
    /// Where in the file.
    package var position: Position
    /// What is wrong, in one sentence.
    package var message: String
    /// What to do about it, in one sentence.
    package var hint: String

    /// A diagnostic as one reads it in a terminal: `file:line:column: code: message` and the hint below it.
    package var text: String {
        let grave = severity == .error ? "error" : "aviso"
        return "\(file):\(position.line):\(position.column): \(grave) \(code): \(message)\n    → \(hint)"
    }
}

/// A place in a file, from line 1 and column 1.
package struct Position: Sendable, Equatable, Codable {
    package var line: Int
    package var column: Int

    /// The start of a file.
    package static let start = Position(line: 1, column: 1)
}

/// Flow and prompts files that cannot be used, with everything that is wrong with them.
package struct ScriptsError: Error, Sendable {
    package let diagnostics: [Diagnostic]

    /// Every mistake, one below the other.
    package var text: String { diagnostics.map(\.text).joined(separator: "\n") }
}
