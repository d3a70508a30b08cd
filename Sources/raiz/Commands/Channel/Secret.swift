import Foundation

/// Secrets as they come in: from the environment, from a person who types unseen, or from a pipe. Never as an argument,
/// where the shell's history and the list of processes would show them.
enum Secret {
    /// Reads one.
    ///
    /// - Parameters:
    ///   - name: what it is, for the person.
    ///   - variable: where the environment may hold it.
    static func read(_ name: String, variable: String, isOptional: Bool = false) throws -> String? {
        if let value = ProcessInfo.processInfo.environment[variable], !value.isEmpty { return value }
        let typed: String?
        if isatty(STDIN_FILENO) == 1 {
            typed = getpass("\(name): ").map { String(cString: $0) }
        } else {
            typed = readLine(strippingNewline: true)
        }
        let value = typed?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard value.isEmpty else { return value }
        guard !isOptional else { return nil }
        throw Complaint(
            code: "no-secret",
            sentence: "Falta \(name). Escríbanlo cuando se pregunte, o pónganlo en \(variable)."
        )
    }
}
