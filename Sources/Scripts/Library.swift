import Crypto
import Dialogue
import Foundation

/// The flows that can be started, compiled and checked, and the words of every room that speaks.
package struct Library: Sendable {
    /// A program and the hash of its content, by which a dialogue stays with it.
    package struct Version: Sendable {
        package let hash: String
        package let program: Program
        /// Whether menus show it; what other flows run as a part of theirs can still be asked for by name.
        package let isOffered: Bool

        package init(hash: String, program: Program, isOffered: Bool = true) {
            self.hash = hash
            self.program = program
            self.isOffered = isOffered
        }
    }

    /// The flows, by id.
    package let flows: [String: Version]
    /// Every phrase by language and `group/name`, for what is said outside of flows.
    package let phrases: [String: Phrasebook]
    /// The languages, the first one first.
    package let locales: [String]
    /// The flows as their files say them, for what is drawn.
    let scripts: [String: FlowScript]
    /// What could be better.
    package let warnings: [Diagnostic]

    /// The groups of prompts that belong to every program.
    private static let shared = ["engine", "checks"]

    /// Reads `Flows/*.yaml` and `Prompts/<locale>/*.yaml` below a folder.
    ///
    /// - Parameter channels: what each channel can show, to warn of options that do not fit on it.
    /// - Throws: `ScriptsError` with every mistake of every file.
    package init(folder: URL, channels: [Capabilities]) throws {
        try self.init(sources: Self.sources(in: folder), channels: channels)
    }

    /// The files below a folder: their paths below it and their texts.
    package static func sources(in folder: URL) -> [(path: String, text: String)] {
        var sources: [(path: String, text: String)] = []
        for name in ["Flows", "Prompts"] {
            let base = folder.appending(path: name, directoryHint: .isDirectory).resolvingSymlinksInPath()
            let files = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
            for file in files.sorted() where file.hasSuffix(".yaml") {
                guard let data = FileManager.default.contents(atPath: base.appending(path: file).path) else { continue }
                sources.append(("\(name)/\(file)", String(decoding: data, as: UTF8.self)))
            }
        }
        return sources
    }

    /// The reference conversations in a folder: the files' names and their texts.
    package static func conversations(in folder: URL) -> [(file: String, text: String)] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            FileManager.default.contents(atPath: folder.appending(path: name).path).map {
                (name, String(decoding: $0, as: UTF8.self))
            }
        }
    }

    /// Compiles and checks the texts of files, named as below the folder that holds them.
    ///
    /// - Throws: `ScriptsError` with every mistake of every file.
    package init(sources: [(path: String, text: String)], channels: [Capabilities] = []) throws {
        var diagnostics: [Diagnostic] = []
        var flows: [String: FlowScript] = [:]
        var prompts: [PromptsScript] = []
        var banks: [String: BankScript] = [:]
        for (path, text) in sources {
            var file = YAMLFile(name: path)
            let parts = path.split(separator: "/")
            let group = parts.last.map { String($0.dropLast(".yaml".count)) } ?? ""
            if parts.first == "Prompts", parts.count == 3 {
                if let script = file.prompts(from: text, locale: String(parts[1]), group: group) {
                    prompts.append(script)
                }
            } else if parts.starts(with: ["Flows", "banks"]) {
                if let bank = file.bank(from: text) {
                    if bank.id != group {
                        file.report(
                            "wrong-file",
                            bank.at,
                            "El banco «\(bank.id)» está en \(path).",
                            "Nombren el archivo \(bank.id).yaml, o el banco \(group)."
                        )
                    }
                    banks[bank.id] = bank
                }
            } else if let flow = file.flow(from: text) {
                if flow.id != group {
                    file.report(
                        "wrong-file",
                        flow.at,
                        "El flujo «\(flow.id)» está en \(path).",
                        "Nombren el archivo \(flow.id).yaml, o el flujo \(group)."
                    )
                }
                flows[flow.id] = flow
            }
            diagnostics += file.diagnostics
        }
        if flows.isEmpty, diagnostics.isEmpty {
            diagnostics.append(
                Diagnostic(
                    severity: .error,
                    code: "no-flows",
                    file: "Flows",
                    position: .start,
                    message: "No hay ningún flujo.",
                    hint: "Pongan al menos un archivo .yaml en la carpeta Flows."
                )
            )
        }
        let found = Set(prompts.map(\.locale))
        locales = ["es-CL", "en"].filter(found.contains) + found.subtracting(["es-CL", "en"]).sorted()
        if diagnostics.allSatisfy({ $0.severity == .warning }) {
            var checker = Checker(flows: flows, prompts: prompts, locales: locales, banks: banks, channels: channels)
            checker.check()
            diagnostics += checker.diagnostics
        }
        if diagnostics.contains(where: { $0.severity == .error }) { throw ScriptsError(diagnostics: diagnostics) }

        var phrases: [String: Phrasebook] = [:]
        for script in prompts {
            for (name, entry) in script.phrases {
                phrases[script.locale, default: [:]]["\(script.group)/\(name)"] = entry.phrase
            }
        }
        self.phrases = phrases
        self.flows = try flows.mapValues { try Self.version(of: $0, among: flows, banks, phrases) }
        scripts = flows
        warnings = diagnostics
    }

    private static func version(
        of flow: FlowScript,
        among flows: [String: FlowScript],
        _ banks: [String: BankScript],
        _ phrases: [String: Phrasebook]
    ) throws -> Version {
        var compiler = Compiler(flows: flows, banks: banks)
        let (instructions, parts) = compiler.compile(flow)
        let groups = Set(parts + shared).union(parts.flatMap { flows[$0]?.banks ?? [] })
        let program = Program(
            flow: flow.id,
            modes: flow.modes,
            moment: flow.moment,
            phase: flow.phase,
            minutes: flow.minutes,
            instructions: instructions,
            // When to use a flow is for whoever chooses it: saying it better is no new version of the flow.
            phrases: phrases.mapValues { book in
                book.filter { entry in
                    !entry.key.hasSuffix("/when-to-use")
                        && entry.key.firstIndex(of: "/").map { groups.contains(String(entry.key[..<$0])) } ?? false
                }
            }
        )
        return Version(hash: try contentHash(of: program), program: program, isOffered: flow.isOffered)
    }

    /// The hash of what a program is: equal programs, equal hashes.
    package static func contentHash(of program: Program) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return SHA256.hash(data: try encoder.encode(program)).prefix(16).map { String(format: "%02x", $0) }.joined()
    }
}
