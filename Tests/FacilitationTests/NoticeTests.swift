import Channels
import Dialogue
import Foundation
import Storage
import TestSupport
import Testing

@testable import Facilitation

/// Edits, signs, moves, and people who come back after long.
@Suite struct NoticeTests {
    private struct Person {
        var reception: Reception
        var later: Int64 = 0

        @discardableResult
        func does(_ content: Content, id: String? = nil) async throws -> [OutboundMessage] {
            var surroundings = reception.surroundings
            let (now, moved) = (surroundings.now, Double(later) / 1000)
            surroundings.now = { now().addingTimeInterval(moved) }
            let then = Reception(
                store: reception.store,
                programs: reception.programs,
                surroundings: surroundings,
                bell: reception.bell,
                outbox: reception.outbox
            )
            return try await then.receive(
                InboundEvent(
                    channel: .generic,
                    account: Demo.account,
                    dedupeKey: UUID().uuidString,
                    sender: Sender(id: "ana-1", aliases: ["ana-old"]),
                    conversation: Conversation(id: "ana-1", kind: .direct),
                    content: content,
                    messageID: id
                )
            ).messages
        }

        @discardableResult
        func says(_ text: String, id: String? = nil) async throws -> [OutboundMessage] {
            try await does(.text(text), id: id)
        }

        /// Joins and stands at the evidence of the sample's 5 Whys.
        func begins() async throws {
            for text in ["UNIRME ARM234", "2", "los 5 porqués"] { try await says(text) }
            try await says("La mitad de las tareas llega incompleta", id: "p1")
            try await says("El libro de clases", id: "p2")
        }

        func outcomes() async throws -> [String] {
            try await reception.store.read { store in
                let address = try store.address(account: Demo.account, external: "ana-1")
                let dialogue = try address.flatMap { try store.latest(address: $0.id) }
                return try dialogue.map { try store.outcomes(dialogue: $0.id) }?.map(\.text) ?? []
            }
        }
    }

    @Test func anEditedAnswerTakesThePlaceOfWhatWasRecorded() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.begins()
            let said = try await ana.does(.edit(of: "p1", text: "La mitad de las tareas de lectura llega incompleta"))
            #expect(try await ana.outcomes().first == "La mitad de las tareas de lectura llega incompleta")
            #expect(said.last?.text.contains("de lectura llega incompleta") == true)
        }
    }

    @Test func anEditOfSomethingElseIsToldHowToCorrect() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.says("hola", id: "h")
            #expect(try await ana.does(.edit(of: "h", text: "holaa")).last?.text.contains("corregir") == true)
            #expect(try await ana.does(.edit(of: "nunca", text: "x")).isEmpty)
        }
    }

    @Test func signsDeletionsAndReportsSayNothing() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            for content: Content in [
                .reaction("👍", to: "x"), .deletion(of: "x"), .status(DeliveryStatus(message: "x", stage: .read)),
                .system(.blocked), .system(.unblocked), .system(.other("x")), .leave([]), .join([]),
            ] {
                let said = try await ana.does(content)
                #expect(said.isEmpty, "\(content)")
            }
        }
    }

    @Test func somebodyWithABetterIDIsStillTheSamePerson() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.begins()
            try await reception.store.write { store in
                var address = try #require(try store.address(account: Demo.account, external: "ana-1"))
                address.external = "ana-old"
                try store.save(address)
            }
            #expect(try await ana.says("atrás").last?.text.contains("¿Qué dato") == true)
        }
    }

    @Test func aMovedConversationGoesOnEvenIfTheNewOneSpokeFirst() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.begins()
            try await reception.store.write {
                try $0.save(Address(id: "n", account: Demo.account, external: "ana-2", locale: "es-CL"))
            }
            try await ana.does(.system(.moved(to: "ana-2")))
            let dialogue = try await reception.store.read {
                try $0.address(account: Demo.account, external: "ana-2")?.dialogue
            }
            #expect(dialogue != nil)
        }
    }

    @Test func wordsAfterDaysAreAskedForAndMayBeTheAnswer() async throws {
        try await TestSupport.withReception { reception in
            var ana = Person(reception: reception)
            try await ana.begins()
            ana.later = 3 * 24 * 3_600_000
            let asked = try await ana.says("Nadie revisa las tareas antes de entregarlas")
            #expect(asked.last?.choices.count == 3)
            #expect(try await ana.says("1").last?.text.contains("¿Cómo lo saben") == true)
            #expect(try await ana.says("atrás").last?.text.contains("¿Por qué") == true)
        }
    }

    @Test(arguments: [("2", "¿Por qué"), ("seguir", "¿Por qué"), ("3", "¿Qué quieren hacer?"), ("¿qué?", "Elijan una")])
    func orTheyAreAGreeting(_ answer: String, _ reply: String) async throws {
        try await TestSupport.withReception { reception in
            var ana = Person(reception: reception)
            try await ana.begins()
            let before = try await ana.outcomes()
            ana.later = 3 * 24 * 3_600_000
            try await ana.says("hola, ¿cómo están?")
            #expect(try await ana.says(answer).last?.text.contains(reply) == true)
            #expect(try await ana.outcomes() == before)
        }
    }

    @Test func aCommandAfterDaysIsObeyedAtOnce() async throws {
        try await TestSupport.withReception { reception in
            var ana = Person(reception: reception)
            try await ana.begins()
            ana.later = 3 * 24 * 3_600_000
            #expect(try await ana.says("repetir").last?.text.contains("¿Por qué") == true)
        }
    }
}
