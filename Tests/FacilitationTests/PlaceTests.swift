import Channels
import Dialogue
import Facilitation
import Foundation
import Planning
import Scripts
import Storage
import TestSupport
import Testing

/// A dialogue knows where it takes place, as it was when it began, and its matrix says options in their words.
@Suite struct PlaceTests {
    private static func sources() throws -> [(path: String, text: String)] {
        let steps = """
            flow: notice
            modes: [solo, group]
            steps:
              - say: who
              - say: whom
                when: answered(contact)
              - ask: doubt
                record: doubt
              - say: again
              - ask: capacity
                answer: { one-of: [trust, leadership] }
              - record: action
                text: doubt
                with: { capacity: capacity }

            """
        var sources: [(path: String, text: String)] = [("Flows/notice.yaml", steps)]
        for locale in ["es-CL", "en"] {
            let words = """
                title: Aviso
                summary: S
                when-to-use: W
                prompts:
                  who: "Responde {{organization}} por {{establishment}}."
                  whom: "Acudan a {{contact}}."
                  doubt: ¿Qué duda queda?
                  again: "Gracias, {{establishment}}."
                  capacity:
                    text: ¿Cuál capacidad?
                    options: { trust: Confianza relacional, leadership: Liderazgo }

                """
            sources.append(("Prompts/\(locale)/notice.yaml", words))
            for group in ["engine", "checks", "lobby"] {
                let file = TestSupport.root.appending(path: "Prompts/\(locale)/\(group).yaml")
                sources.append(("Prompts/\(locale)/\(group).yaml", try String(contentsOf: file, encoding: .utf8)))
            }
        }
        return sources
    }

    private func played(_ contact: String?, _ body: (Reception) async throws -> Void) async throws {
        try await TestSupport.withStore { store in
            _ = try await Demo.prepare(store, surroundings: try TestSupport.surroundings(), secret: TestSupport.secret)
            try await rename("DAEM del Valle", contact, in: store)
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

    private func rename(_ name: String, _ contact: String?, in store: any Store) async throws {
        try await store.write { try $0.save(Organization(id: "demo", name: name, contact: contact)) }
    }

    private func says(_ texts: String..., to reception: Reception) async throws -> String {
        var said = ""
        for text in texts {
            let event = InboundEvent(
                channel: .generic,
                account: Demo.account,
                dedupeKey: UUID().uuidString,
                sender: Sender(id: "ana"),
                conversation: Conversation(id: "ana", kind: .direct),
                content: .text(text)
            )
            said = try await reception.receive(event).messages.map(\.text).joined(separator: "\n")
        }
        return said
    }

    @Test(arguments: ["Oficina de Datos, datos@daem.example", nil])
    func theNamesAreSaidAndTheContactWhereThereIsOne(_ contact: String?) async throws {
        try await played(contact) { reception in
            let said = try await says("UNIRME ARM234", "2", "aviso", to: reception)
            #expect(said.contains("Responde DAEM del Valle por Escuela Los Aromos."))
            #expect(said.contains("Acudan a Oficina de Datos") == (contact != nil))
        }
    }

    @Test func aStoredDialogueReplaysAfterANameHasChanged() async throws {
        try await played("Oficina de Datos") { reception in
            _ = try await says("UNIRME ARM234", "2", "aviso", "Una duda", "1", to: reception)
            try await rename("SLEP del Valle", nil, in: reception.store)
            _ = try await says("menú", "aviso", "Otra duda", "atrás", "La misma duda", "2", to: reception)
            let (checked, differing) = try await Versions(reception: reception).differing()
            #expect(checked == 2 && differing == [])
            let dialogues = try await reception.store.read { try $0.dialogues(establishment: "demo-escuela") }
            let names = dialogues.compactMap { $0.state.answers["organization"] }
            #expect(names.contains(.text("DAEM del Valle")) && names.contains(.text("SLEP del Valle")))
            #expect(dialogues.count { $0.state.answers["contact"] != nil } == 1)
        }
    }

    @Test func theMatrixReadsAnOptionInItsOwnWords() async throws {
        try await played(nil) { reception in
            _ = try await says("UNIRME ARM234", "2", "aviso", "Una duda", "1", to: reception)
            let matrix = try #require(try await reception.matrix(establishment: "demo-escuela", locale: "es-CL"))
            #expect(matrix.rows.map { $0[.capacity] } == [.text("Confianza relacional")])
        }
    }

    @Test func aDialogueMovesToANewerVersionWithThem() throws {
        let program = try #require(try Library(sources: try Self.sources()).flows["notice"]).program
        var rehearsal = Rehearsal(program)
        let given = Place(organization: "DAEM", establishment: "Escuela", contact: "Oficina").given
        let party = Party(id: "1", locale: "es-CL")
        _ = rehearsal.take(.opened(mode: .solo, parties: [party], given: given), at: TestSupport.moment)
        #expect(try Engine.migrated(rehearsal.state, from: program, to: program).answers == given)
    }
}
