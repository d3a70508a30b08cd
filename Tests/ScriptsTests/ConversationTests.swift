import Dialogue
import Foundation
import Scripts
import TestSupport
import Testing

/// Every conversation under `Tests/Conversations` is what its flow really says. `UPDATE_GOLDENS=1` rewrites them.
@Suite struct ConversationTests {
    static let folder = TestSupport.root.appending(path: "Tests/Conversations", directoryHint: .isDirectory)

    static let files: [String] = {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    private func played(_ file: String) throws -> (
        expected: String, text: String, rehearsal: Rehearsal, program: Program
    ) {
        let expected = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        let conversation = try #require(GoldenConversation(parsing: expected), "the header is not complete")
        let version = try #require(try TestSupport.library().flows[conversation.flow])
        let (text, rehearsal) = conversation.played(on: version.program)
        return (expected, text, rehearsal, version.program)
    }

    @Test func thereAreConversations() {
        #expect(Self.files.count >= 6)
    }

    @Test(arguments: files) func saysWhatIsWritten(_ file: String) throws {
        let (expected, text, _, _) = try played(file)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try text.write(to: Self.folder.appending(path: file), atomically: true, encoding: .utf8)
        } else {
            #expect(text == expected)
        }
    }

    @Test(arguments: files) func replaysToTheSameBytes(_ file: String) throws {
        let (_, _, rehearsal, program) = try played(file)
        #expect(Engine.replay(program, rehearsal.log) == rehearsal.state)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let state = try encoder.encode(rehearsal.state)
        let log = try JSONDecoder().decode([LogEntry].self, from: encoder.encode(rehearsal.log))
        #expect(try encoder.encode(Engine.replay(program, log)) == state)
    }

    @Test(arguments: files) func survivesStorageBetweenAnyTwoTurns(_ file: String) throws {
        let (_, _, rehearsal, program) = try played(file)
        var state = DialogueState()
        for (index, entry) in rehearsal.log.enumerated() {
            let turn = Engine.take(entry.event, program: program, state: state, at: entry.moment) {
                Array(rehearsal.log[..<index])
            }
            state = try JSONDecoder().decode(DialogueState.self, from: JSONEncoder().encode(turn.state))
            #expect(state == turn.state)
        }
        #expect(state == rehearsal.state)
    }
}

/// The conversations leave no part of a shipped flow untried.
@Suite struct CoverageTests {
    private static let flows = ((try? TestSupport.library())?.flows.keys.sorted()) ?? []

    /// The steps that any conversation reaches, whichever flow it begins with.
    private static let reached = Result {
        let library = try TestSupport.library()
        return try ConversationTests.files.reduce(into: Set<String>()) { reached, file in
            let text = try String(contentsOf: ConversationTests.folder.appending(path: file), encoding: .utf8)
            guard let conversation = GoldenConversation(parsing: text),
                let version = library.flows[conversation.flow]
            else { return }
            reached.formUnion(conversation.played(on: version.program).rehearsal.reached)
        }
    }

    @Test(arguments: flows) func everyStepIsTried(_ flow: String) throws {
        let steps = try #require(try TestSupport.library().flows[flow]).program.testableSteps
        let reached = try Self.reached.get()
        let missing = steps.filter { !reached.contains($0) }
        #expect(!steps.isEmpty)
        #expect(missing.isEmpty, "never reached: \(missing.joined(separator: ", "))")
    }

    @Test(arguments: flows) func everyModeIsTriedInEveryLanguage(_ flow: String) throws {
        let library = try TestSupport.library()
        let modes = try #require(library.flows[flow]).program.modes.map(\.rawValue)
        let wanted = modes.flatMap { mode in library.locales.map { "\(flow).\(mode).\($0)" } }
        let missing = wanted.filter { name in
            !ConversationTests.files.contains { $0.hasPrefix(name + ".") }
        }
        #expect(missing.isEmpty, "no conversation \(missing.joined(separator: ", "))")
    }

    @Test(arguments: ConversationTests.files) func isNamedAfterWhatItShows(_ file: String) throws {
        let text = try String(contentsOf: ConversationTests.folder.appending(path: file), encoding: .utf8)
        let conversation = try #require(GoldenConversation(parsing: text), "the header is not complete")
        #expect(file.hasPrefix("\(conversation.flow).\(conversation.mode.rawValue).\(conversation.locale)."))
    }
}

/// What earlier dialogues left, in the header of a conversation.
@Suite struct RememberedConversationTests {
    private static let head = """
        flow: metacognition-ladder
        locale: es-CL
        mode: solo
        today: 2026-11-21
        remember:
          task: Traer los horarios de 5° y 6°
            due: 2026-11-18
            responsible: Jefatura técnica
          task-done: Leer el acta
        remember:
          task: Otra cosa
            level: 3

        """

    @Test func theHeaderIsReadAndWrittenAlike() throws {
        let conversation = try #require(GoldenConversation(parsing: Self.head + "\nequipo: hola\n"))
        let due = try #require(CalendarDay(iso: "2026-11-18"))
        #expect(
            conversation.earlier == [
                Earlier(
                    dialogue: "1",
                    kind: "task",
                    text: "Traer los horarios de 5° y 6°",
                    fields: ["due": .day(due), "responsible": .text("Jefatura técnica")]
                ),
                Earlier(dialogue: "1", kind: "task-done", text: "Leer el acta"),
                Earlier(dialogue: "2", kind: "task", text: "Otra cosa", fields: ["level": .number(3)]),
            ]
        )
        let version = try #require(try TestSupport.library().flows[conversation.flow])
        #expect(conversation.played(on: version.program).text.hasPrefix(Self.head))
    }

    @Test func whatOneConversationRecordedTheNextOneRemembers() throws {
        var conversation = try #require(GoldenConversation(parsing: Self.head))
        conversation.remember("flow: x\n\nequipo: a\n\nrecorded: (finished)\n  task: Uno\n    due: 2026-11-18\n")
        #expect(conversation.earlier.last?.text == "Uno" && conversation.earlier.last?.dialogue == "3")
    }
}
