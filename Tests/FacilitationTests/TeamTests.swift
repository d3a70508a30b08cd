import Channels
import Dialogue
import Facilitation
import Foundation
import Logging
import Storage
import TestSupport
import Testing

/// A whole team on their own phones, through the reception.
@Suite struct TeamTests {
    private struct Team {
        let reception: Reception

        @discardableResult
        func says(_ who: String, _ text: String) async throws -> Reception.Reply {
            try await reception.receive(
                InboundEvent(
                    channel: .generic,
                    account: Demo.account,
                    dedupeKey: UUID().uuidString,
                    sender: Sender(id: who),
                    conversation: Conversation(id: who, kind: .direct),
                    content: .text(text)
                )
            )
        }

        func transcript(of who: String) async throws -> [TranscriptMessage] {
            try await reception.store.read { store in
                let address = try store.address(account: Demo.account, external: who)
                return try store.messages(address: address?.id ?? "", after: 0, limit: 500)
            }
        }

        /// Opens the 5 Whys from the facilitator's own chat, and brings the others in.
        func opens(_ people: String...) async throws -> String {
            for text in [
                "UNIRME ARM234", "Coordinación técnico-pedagógica", "cada quien en su teléfono",
                "los 5 porqués",
            ] {
                try await says("paz", text)
            }
            let messages = try await says("paz", "solo conduzco").messages
            let code = try #require(messages.last?.text.split(separator: " ").last.map(String.init))
            for who in people {
                try await says(who, "UNIRME \(code)")
                try await says(who, "Docente")
            }
            return code
        }

        func dialogue() async throws -> DialogueRecord {
            try await reception.store.read { store in
                try #require(try store.dialogues(establishment: "demo-escuela").first)
            }
        }
    }

    @Test func aFacilitatorRunsATeamFromTheirOwnChat() async throws {
        try await TestSupport.withReception { reception in
            let team = Team(reception: reception)
            _ = try await team.opens("ana", "luz", "eva")
            #expect(try await team.says("paz", "quiénes").messages.last?.text.contains("Docente") == true)
            try await team.says("paz", "siguiente")
            for who in ["ana", "luz", "eva"] { try await team.says(who, "La mitad de las tareas llega incompleta") }
            for who in ["ana", "luz", "eva"] { try await team.says(who, "El libro de clases de abril") }
            for who in ["ana", "eva"] { try await team.says(who, "1") }
            try await team.says("luz", "El libro de clases de abril")
            let state = try await team.dialogue().state
            #expect(state.mode == .team)
            #expect(state.outcomes.first?.text == "La mitad de las tareas llega incompleta")
            #expect(state.answers["problem-evidence"] != nil)
        }
    }

    @Test func hiddenWordsReachNobodyBeforeTheyAreRevealedAndThenWithoutAuthor() async throws {
        try await TestSupport.withReception { reception in
            let team = Team(reception: reception)
            _ = try await team.opens("ana", "luz", "eva")
            try await team.says("paz", "siguiente")
            let secret = "La pauta de corrección cambia cada mes sin aviso"
            try await team.says("ana", secret)
            for who in ["luz", "eva", "paz"] {
                #expect(try await team.transcript(of: who).allSatisfy { !$0.text.contains(secret) })
            }
            #expect(try await team.transcript(of: "ana").allSatisfy { !$0.text.contains(secret) })
            try await team.says("luz", "Las tareas se revisan recién al final del semestre")
            try await team.says("eva", "Cada curso usa su propio cuaderno de tareas")
            #expect(
                try await team.transcript(of: "luz").contains { $0.direction == .outbound && $0.text.contains(secret) }
            )
            #expect(
                try await team.transcript(of: "ana").allSatisfy {
                    $0.direction == .outbound || !$0.text.contains(secret)
                }
            )
        }
    }

    @Test func theSealedLogStillReplaysToTheSameState() async throws {
        try await TestSupport.withReception { reception in
            let team = Team(reception: reception)
            _ = try await team.opens("ana", "luz", "eva")
            try await team.says("paz", "siguiente")
            for who in ["ana", "luz", "eva"] { try await team.says(who, "La mitad de las tareas llega incompleta") }
            for who in ["ana", "luz", "eva"] { try await team.says(who, "saltar") }
            try await team.says("paz", "saltar")
            for (who, text) in [
                ("ana", "La pauta cambia cada mes"), ("luz", "Cada curso usa su propio cuaderno"),
                ("eva", "Se revisa recién al final"),
            ] {
                try await team.says(who, text)
                try await team.says(who, "listo")
            }
            let record = try await team.dialogue()
            let (log, program) = try await reception.store.read { store in
                (try store.log(dialogue: record.id), try #require(try store.program(version: record.version)))
            }
            #expect(Engine.replay(program, log) == record.state)
            let times = Set(log.suffix(6).map(\.moment.milliseconds))
            #expect(times.count == 1)
        }
    }

    @Test func aCodeOfAnotherEstablishmentDoesNotOpenTheDoor() async throws {
        try await TestSupport.withReception { reception in
            let team = Team(reception: reception)
            let code = try await team.opens("ana")
            try await team.says("eva", "UNIRME SEM567")
            try await team.says("eva", "Educadora")
            #expect(try await team.says("eva", "UNIRME \(code)").messages.first?.text.contains(code) == true)
            #expect(try await team.dialogue().state.parties.count == 2)
        }
    }

    @Test func whoLeavesIsNotWaitedForAndIsBackInTheMenu() async throws {
        try await TestSupport.withReception { reception in
            let team = Team(reception: reception)
            _ = try await team.opens("ana", "luz", "eva")
            try await team.says("paz", "siguiente")
            try await team.says("ana", "La mitad de las tareas llega incompleta")
            try await team.says("luz", "La mitad de las tareas llega incompleta")
            try await team.says("eva", "salir")
            #expect(try await team.dialogue().state.outcomes.isEmpty)
            #expect(try await team.dialogue().state.answers["problem"] != nil)
            #expect(try await team.says("eva", "menú").messages.last?.choices.isEmpty == false)
        }
    }

    @Test func timersOfSettledQuestionsDoNothing() async throws {
        try await TestSupport.withReception { reception in
            let team = Team(reception: reception)
            _ = try await team.opens("ana", "luz")
            let timers = Timers(reception: reception, logger: Logger(label: "test"))
            #expect(try await timers.lookAround() == 0)
        }
    }
}
