import Channels
import Dialogue
import Facilitation
import Foundation
import Scripts
import Storage
import TestSupport
import Testing

/// A dialogue ends on the flow version it began with; whoever publishes sees who stands where, and can move them.
@Suite struct VersionTests {
    private static func sources(_ steps: String, extra: String = "") throws -> [(path: String, text: String)] {
        var sources: [(path: String, text: String)] = [("Flows/reflect.yaml", "flow: reflect\nsteps:\n\(steps)")]
        for locale in ["es-CL", "en"] {
            let words =
                "title: Reflexión\nsummary: S\nwhen-to-use: W\nprompts:\n  one: ¿Qué pasó?\n  two: ¿Y qué?\n  three: ¿Y ahora qué?\n"
            sources.append(("Prompts/\(locale)/reflect.yaml", words + extra))
            for group in ["engine", "checks", "lobby"] {
                let file = TestSupport.root.appending(path: "Prompts/\(locale)/\(group).yaml")
                sources.append(("Prompts/\(locale)/\(group).yaml", try String(contentsOf: file, encoding: .utf8)))
            }
        }
        return sources
    }

    private static let first = "  - ask: one\n    record: reflection\n  - ask: two\n    record: reflection\n"
    private static let reworded =
        "  - ask: one\n    record: reflection\n  - ask: three\n  - ask: two\n    record: reflection\n"
    private static let without = "  - ask: three\n"

    private func reception(_ store: SQLiteStore, _ steps: String) throws -> Reception {
        Reception(
            store: store,
            programs: Programs(library: try Library(sources: try Self.sources(steps))),
            surroundings: try TestSupport.surroundings(seed: UInt64(steps.utf8.count)),
            bell: Bell(),
            outbox: Knock()
        )
    }

    @discardableResult
    private func says(_ text: String, to reception: Reception) async throws -> String {
        let event = InboundEvent(
            channel: .generic,
            account: Demo.account,
            dedupeKey: UUID().uuidString,
            sender: Sender(id: "ana"),
            conversation: Conversation(id: "ana", kind: .direct),
            content: .text(text)
        )
        return try await reception.receive(event).messages.map(\.text).joined(separator: "\n")
    }

    private func begun(_ body: (SQLiteStore) async throws -> Void) async throws {
        try await TestSupport.withStore { store in
            _ = try await Demo.prepare(store, surroundings: try TestSupport.surroundings(), secret: TestSupport.secret)
            let old = try reception(store, Self.first)
            for text in ["UNIRME ARM234", "2", "reflexión", "Fue una buena jornada"] { try await says(text, to: old) }
            try await body(store)
        }
    }

    @Test func aDialogueEndsOnTheVersionItBeganWith() async throws {
        try await begun { store in
            let new = try reception(store, Self.without)
            let standing = try #require(try await Versions(reception: new).standings().first)
            #expect(standing.step == "reflect/ask two" && standing.count == 1 && !standing.isCurrent)
            try await says("Que nos escuchamos", to: new)
            let dialogue = try await store.read { try $0.dialogues(establishment: "demo-escuela").first }
            #expect(dialogue?.state.status == .finished)
            #expect(dialogue?.state.outcomes.map(\.text) == ["Fue una buena jornada", "Que nos escuchamos"])
        }
    }

    @Test func migratingKeepsTheStepAndTheAnswers() async throws {
        try await begun { store in
            let new = try reception(store, Self.reworded)
            let fates = try await Versions(reception: new).migrate("reflect")
            #expect(fates.map(\.fate) == [.migrated])
            #expect(try await says("repetir", to: new).contains("¿Y qué?"))
            try await says("Que nos escuchamos", to: new)
            let result = try await Versions(reception: new).differing()
            #expect(result.checked == 1 && result.differing.isEmpty)
            let dialogue = try await store.read { try $0.dialogues(establishment: "demo-escuela").first }
            #expect(dialogue?.state.outcomes.map(\.text) == ["Fue una buena jornada", "Que nos escuchamos"])
        }
    }

    @Test func whatWouldBeLostIsRefused() async throws {
        try await begun { store in
            let new = try reception(store, Self.without)
            let fates = try await Versions(reception: new).migrate("reflect")
            #expect(fates.map(\.fate) == [.refused(.wouldLose(["one"]))])
            #expect(try await says("repetir", to: new).contains("¿Y qué?"))
        }
    }

    @Test func restartingBeginsAnewAndKeepsWhatWasRecorded() async throws {
        try await begun { store in
            let new = try reception(store, Self.without)
            let fates = try await Versions(reception: new).restart("reflect")
            #expect(fates.map(\.fate) == [.restarted])
            try await says("Seguir así", to: new)
            let dialogues = try await store.read { try $0.dialogues(establishment: "demo-escuela") }
            #expect(dialogues.map(\.state.status).sorted { $0.rawValue < $1.rawValue } == [.finished, .stopped])
            #expect(dialogues.flatMap(\.state.outcomes).map(\.text) == ["Fue una buena jornada"])
        }
    }
}

/// A channel with little room gets the short words of a prompt, and only where the others do not fit.
@Suite struct ShortWordsTests {
    @Test(arguments: [(nil, "larga"), (20, "corta"), (500, "larga")] as [(Int?, String)])
    func theShortWordsAreSaidWhereTheOthersDoNotFit(_ limit: Int?, _ expected: String) async throws {
        var sources: [(path: String, text: String)] = [("Flows/reflect.yaml", "flow: reflect\nsteps:\n  - ask: one\n")]
        for locale in ["es-CL", "en"] {
            let words =
                "title: Reflexión\nsummary: S\nwhen-to-use: W\nprompts:\n  one:\n    text: Una pregunta larga, que no cabe en todas partes\n    short: ¿Y una corta?\n"
            sources.append(("Prompts/\(locale)/reflect.yaml", words))
            for group in ["engine", "checks", "lobby"] {
                let file = TestSupport.root.appending(path: "Prompts/\(locale)/\(group).yaml")
                sources.append(("Prompts/\(locale)/\(group).yaml", try String(contentsOf: file, encoding: .utf8)))
            }
        }
        let library = try Library(sources: sources)
        try await TestSupport.withStore { store in
            let surroundings = try TestSupport.surroundings()
            _ = try await Demo.prepare(store, surroundings: surroundings, secret: TestSupport.secret)
            try await store.write { store in
                guard var account = try store.account(Demo.account) else { return }
                account.textLimit = limit
                try store.save(account)
            }
            let reception = Reception(
                store: store,
                programs: Programs(library: library),
                surroundings: surroundings,
                bell: Bell(),
                outbox: Knock()
            )
            var last = ""
            for text in ["UNIRME ARM234", "2", "reflexión"] {
                let event = InboundEvent(
                    channel: .generic,
                    account: Demo.account,
                    dedupeKey: UUID().uuidString,
                    sender: Sender(id: "ana"),
                    conversation: Conversation(id: "ana", kind: .direct),
                    content: .text(text)
                )
                last = try await reception.receive(event).messages.last?.text ?? ""
            }
            #expect(last.contains(expected))
        }
    }
}
