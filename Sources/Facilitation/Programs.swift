import Dialogue
import Scripts
import Storage
import Synchronization

/// The programs that dialogues run: those of today's files for new ones, those in the store for those under way.
///
/// A program never changes, so what was once read is kept. The store remains the only truth.
package final class Programs: Sendable {
    /// Today's flows and words.
    package let library: Library
    private let read = Mutex<[String: Program]>([:])

    package init(library: Library) {
        self.library = library
    }

    /// The program of a version.
    func program(_ version: String, _ store: any StoreTransaction) throws -> Program {
        if let known = read.withLock({ $0[version] }) { return known }
        guard let program = try store.program(version: version) else { throw FacilitationError.lostVersion(version) }
        read.withLock { $0[version] = program }
        return program
    }

    /// The flows that menus show: whole sessions first, then by their moment of a session, the longest first.
    package var offered: [Library.Version] { inOrder.filter(\.isOffered) }

    /// Every flow, in the same order: what is not in the menu can be asked for by name.
    var inOrder: [Library.Version] {
        let moments = ["opening", "development", "closing", "evaluation"]
        func place(_ program: Program) -> Int { program.moment.flatMap { moments.firstIndex(of: $0) } ?? -1 }
        return library.flows.values.sorted { one, other in
            let (a, b) = (one.program, other.program)
            return (place(a), -(a.minutes ?? 0), a.flow) < (place(b), -(b.minutes ?? 0), b.flow)
        }
    }

    /// What is said outside of flows, filled in.
    func words(_ prompt: String, in locale: String, _ names: [String: String] = [:]) -> String {
        fill(phrase(prompt, in: locale)?.text.first ?? "") { names[$0] }
    }

    func phrase(_ prompt: String, in locale: String) -> Phrase? {
        library.phrases[locale]?[prompt] ?? library.locales.first.flatMap { library.phrases[$0]?[prompt] }
    }
}

/// Why facilitation could not do what it was asked.
package enum FacilitationError: Error, Sendable, Equatable {
    /// A webhook or page names an account that does not exist.
    case unknownAccount(String)
    /// A dialogue stands on a version that the store has lost.
    case lostVersion(String)
    /// An account lacks a setting or a credential.
    case incompleteAccount(String, missing: String)
    /// A setting or credential of an account is not what it should be.
    case badAccount(String, sentence: String)

    /// Stable, for logs and tools.
    package var code: String {
        switch self {
        case .unknownAccount: "unknown-account"
        case .lostVersion: "lost-version"
        case .incompleteAccount: "incomplete-account"
        case .badAccount: "bad-account"
        }
    }

    /// What happened, for a person.
    package var sentence: String {
        switch self {
        case .unknownAccount(let id): "No hay una cuenta «\(id)». Revisen la dirección del webhook."
        case .lostVersion(let hash): "Falta en la base la versión \(hash) de un flujo. Restauren un respaldo."
        case .incompleteAccount(let id, let missing):
            "A la cuenta «\(id)» le falta «\(missing)». Agréguenlo con «raiz channel rotate \(id)»."
        case .badAccount(let id, let sentence): "Cuenta «\(id)»: \(sentence)"
        }
    }
}
