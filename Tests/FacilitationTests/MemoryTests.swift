import Channels
import Dialogue
import Facilitation
import Foundation
import Scripts
import Storage
import TestSupport
import Testing

/// A dialogue knows what earlier ones of its establishment left, and only of its own.
@Suite struct MemoryTests {
    private static let steps = """
        flow: tasks
        modes: [solo, group, team]
        steps:
          - recall: pending
            of: task
            unless: task-done
          - say: left
            when: count(pending) > 0
          - pick: opening
            from: [sun, thanks]
          - say: hello
          - ask: task
            record: task
          - ask: done
            optional: yes
            record: task-done

        """

    private static func sources() throws -> [(path: String, text: String)] {
        var sources: [(path: String, text: String)] = [("Flows/tasks.yaml", steps)]
        for locale in ["es-CL", "en"] {
            let words = """
                title: Tareas
                summary: S
                when-to-use: W
                prompts:
                  left: "Quedó: {{pending}}"
                  hello: "Hoy: {{opening}}"
                  opening: { options: { sun: sol, thanks: gratitud } }
                  task: ¿Qué tarea queda?
                  done: ¿Qué se hizo?

                """
            sources.append(("Prompts/\(locale)/tasks.yaml", words))
            for group in ["engine", "checks", "lobby"] {
                let file = TestSupport.root.appending(path: "Prompts/\(locale)/\(group).yaml")
                sources.append(("Prompts/\(locale)/\(group).yaml", try String(contentsOf: file, encoding: .utf8)))
            }
        }
        return sources
    }

    private func played(_ body: (Reception) async throws -> Void) async throws {
        try await TestSupport.withStore { store in
            _ = try await Demo.prepare(store, surroundings: try TestSupport.surroundings(), secret: TestSupport.secret)
            try await body(
                Reception(
                    store: store,
                    programs: Programs(library: try Library(sources: try Self.sources())),
                    surroundings: try TestSupport.surroundings(),
                    bell: Bell(),
                    outbox: Knock()
                )
            )
        }
    }

    @discardableResult
    private func says(_ texts: String..., by who: String = "ana", to reception: Reception) async throws -> String {
        var said = ""
        for text in texts {
            let event = InboundEvent(
                channel: .generic,
                account: Demo.account,
                dedupeKey: UUID().uuidString,
                sender: Sender(id: who),
                conversation: Conversation(id: who, kind: .direct),
                content: .text(text)
            )
            said = try await reception.receive(event).messages.map(\.text).joined(separator: "\n")
        }
        return said
    }

    @Test func theNextDialogueKnowsWhatTheLastOneLeft() async throws {
        try await played { reception in
            try await says("UNIRME ARM234", "2", to: reception)
            #expect(try await !says("tareas", to: reception).contains("Quedó"))
            try await says("Traer los horarios", "saltar", to: reception)
            let second = try await says("menú", "tareas", to: reception)
            #expect(second.contains("Quedó: Traer los horarios"))
            #expect(second.contains("Hoy: gratitud"))
            // A colleague of the same school, with another phone.
            try await says("Leer las actas", "Traer los horarios", to: reception)
            try await says("UNIRME ARM234", "3", by: "luz", to: reception)
            let third = try await says("tareas", by: "luz", to: reception)
            #expect(third.contains("Quedó: Leer las actas"))
            #expect(third.contains("Hoy: sol"))
        }
    }

    @Test func nothingCrossesEstablishments() async throws {
        try await played { reception in
            try await says("UNIRME ARM234", "2", "tareas", "Traer los horarios", "saltar", to: reception)
            try await says("UNIRME SEM567", "2", by: "eva", to: reception)
            let begun = try await says("tareas", by: "eva", to: reception)
            #expect(!begun.contains("Quedó"))
            #expect(begun.contains("Hoy: sol"))
            let dialogues = try await reception.store.read { try $0.dialogues(establishment: "demo-jardin") }
            #expect(dialogues.count == 1 && dialogues.allSatisfy { $0.state.earlier == nil })
        }
    }

    @Test func whatWasRecalledStaysWhenTheStoredDialogueIsReplayed() async throws {
        try await played { reception in
            try await says("UNIRME ARM234", "2", "tareas", "Traer los horarios", "saltar", to: reception)
            try await says("menú", "tareas", "Leer las actas", "atrás", "Leer las pautas", to: reception)
            let (checked, differing) = try await Versions(reception: reception).differing()
            #expect(checked == 2 && differing == [])
        }
    }
}
