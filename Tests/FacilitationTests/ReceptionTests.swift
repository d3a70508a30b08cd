import Channels
import Dialogue
import Facilitation
import Foundation
import Planning
import Storage
import TestSupport
import Testing

/// People arriving, joining, starting, leaving: through the reception, as every channel does.
@Suite struct ReceptionTests {
    /// One person writing on the demo webhook.
    private struct Person {
        let reception: Reception
        var id = "ana-1"
        var kind = Conversation.Kind.direct

        func says(_ content: Content, key: String = UUID().uuidString) async throws -> Reception.Reply {
            try await reception.receive(
                InboundEvent(
                    channel: .generic,
                    account: Demo.account,
                    dedupeKey: key,
                    sender: Sender(id: id),
                    conversation: Conversation(id: kind == .group ? "grupo-1" : id, kind: kind),
                    content: content
                )
            )
        }

        @discardableResult
        func says(_ text: String) async throws -> [OutboundMessage] {
            try await says(.text(text)).messages
        }

        func joins() async throws {
            try await says("UNIRME ARM234")
            try await says("2")
        }
    }

    @Test func theFirstMessageIsAnsweredWithTheNoticeAndAsksForTheCode() async throws {
        try await TestSupport.withReception { reception in
            let messages = try await Person(reception: reception).says("hola")
            #expect(messages.count == 2)
            #expect(messages.first?.text.contains("borrar mis datos") == true)
            #expect(messages.last?.text.contains("UNIRME") == true)
        }
    }

    @Test(arguments: ["UNIRME ARM234", "unirme arm 234", "Unirme ARM-234", "arm234"])
    func theCodeBindsInAnyCaseAndSpacing(_ text: String) async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.says("hola")
            let messages = try await ana.says(text)
            #expect(messages.first?.text.contains("Escuela Los Aromos") == true)
            #expect(messages.last?.choices.count == 9)
        }
    }

    @Test func aGroupIsLostWhenTheBotLeavesItAndNotWhenSomebodyElseDoes() async throws {
        try await TestSupport.withReception { reception in
            let group = Person(reception: reception, kind: .group)
            try await group.says("hola")
            func problem() async throws -> String? {
                try await reception.store.read { store in
                    try store.address(account: Demo.account, external: "grupo-1")?.unreachable
                }
            }
            _ = try await group.says(.leave(["ana-2"]))
            #expect(try await problem() == nil)
            _ = try await group.says(.leave([]))
            #expect(try await problem() == "left")
        }
    }

    @Test func anUnknownCodeIsToldAndAskedAgain() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.says("hola")
            #expect(try await ana.says("UNIRME ZZZ999").first?.text.contains("ZZZ999") == true)
            #expect(try await ana.says("UNIRME ARM234").count == 2)
        }
    }

    @Test(arguments: ["12.345.678-5", "ana@escuela.cl"])
    func aRoleIsNeverAPersonalDatum(_ text: String) async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.says("UNIRME ARM234")
            try await ana.says(text)
            try await ana.says("Encargada de biblioteca CRA")
            let roles = try await reception.store.read { store in
                try store.address(account: Demo.account, external: "ana-1")?.participant.flatMap {
                    try store.participant($0)?.role
                }
            }
            #expect(roles == "Encargada de biblioteca CRA")
        }
    }

    @Test(arguments: ["1", "los 5 porques", "Los 5 porqués", "cinco porqués", "five-whys", "los 5 porqes"])
    func aFlowStartsByNumberNameOrATypoOfIt(_ text: String) async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.joins()
            let reply = try await ana.says(.text(text))
            #expect(reply.dialogue != nil)
            #expect(reply.messages.last?.text.contains("¿Qué problema") == true)
        }
    }

    @Test func theSameIdTwiceHasOneEffectAndOneAnswer() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.joins()
            try await ana.says("1")
            let replies = try await withThrowingTaskGroup(of: Reception.Reply.self) { group in
                for _ in 0..<5 {
                    group.addTask { try await ana.says(.text("Las tareas llegan incompletas"), key: "same") }
                }
                var replies: [Reception.Reply] = []
                for try await reply in group { replies.append(reply) }
                return replies
            }
            #expect(replies.count { !$0.isRepeated } == 1)
            #expect(Set(replies.map { $0.messages.map(\.id) }).count == 1)
            let log = try await reception.store.read { try $0.log(dialogue: replies[0].dialogue ?? "") }
            #expect(log.count == 2)
        }
    }

    @Test func aDialogueIsLeftAndTakenUpFromTheMenu() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.joins()
            try await ana.says("1")
            try await ana.says("Las tareas llegan incompletas desde marzo")
            try await ana.says("salir")
            let menu = try await ana.says("menú")
            #expect(menu.last?.choices.first?.label == "Retomar: Los 5 porqués")
            #expect(try await ana.says("1").last?.text.contains("¿Qué dato") == true)
        }
    }

    @Test func aGroupSpeaksWithOneVoice() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception, id: "ana-1", kind: .group)
            let luz = Person(reception: reception, id: "luz-1", kind: .group)
            try await ana.joins()
            try await luz.says("1")
            let reply = try await ana.says(.text("Las tareas llegan incompletas"))
            let dialogue = try await reception.store.read { try $0.dialogue(reply.dialogue ?? "") }
            #expect(dialogue?.state.mode == .group)
            #expect(dialogue?.state.answers["problem"] == .text("Las tareas llegan incompletas"))
        }
    }

    @Test func aStickerIsAnsweredKindlyAndLosesNothing() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.joins()
            try await ana.says("1")
            let reply = try await ana.says(.media(Media(kind: .sticker)))
            #expect(reply.messages.map(\.text).last?.contains("¿Qué problema") == true)
        }
    }

    @Test func somebodyCanBeForgotten() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.joins()
            try await ana.says("borrar mis datos")
            try await ana.says("sí")
            let known = try await reception.store.read { try $0.address(account: Demo.account, external: "ana-1") }
            #expect(known == nil)
            #expect(try await ana.says("hola").count == 2)
        }
    }

    @Test func nothingCrossesEstablishments() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.joins()
            try await ana.says("1")
            try await ana.says("Las tareas llegan incompletas")
            let school = try await reception.matrix(establishment: "demo-escuela", locale: "es-CL")
            let kindergarten = try await reception.matrix(establishment: "demo-jardin", locale: "es-CL")
            #expect(school?.rows.isEmpty == true || school?.rows.count == 1)
            #expect(kindergarten?.rows.isEmpty == true)
            let other = Person(reception: reception, id: "eva-1")
            try await other.says("UNIRME SEM567")
            let messages = try await reception.store.read { store in
                let address = try store.address(account: Demo.account, external: "eva-1")
                return try store.messages(address: address?.id ?? "", after: 0, limit: 100)
            }
            #expect(messages.allSatisfy { !$0.text.contains("tareas") && !$0.text.contains("Aromos") })
        }
    }

    @Test func anotherLanguage() async throws {
        try await TestSupport.withReception { reception in
            let ana = Person(reception: reception)
            try await ana.says("UNIRME ARM234")
            try await ana.says("2")
            try await ana.says("english")
            let reply = try await ana.says("the 5 whys")
            #expect(reply.last?.text.contains("What problem") == true)
        }
    }
}
