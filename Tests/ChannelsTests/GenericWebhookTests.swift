import Dialogue
import Foundation
import Testing

@testable import Channels

@Suite struct GenericWebhookTests {
    static let noon = Date(timeIntervalSince1970: 1_795_262_400)

    func decode(_ body: String) throws -> InboundEvent {
        try GenericWebhook.decode(Data(body.utf8), account: "liceo", dedupeKey: "evt-1")
    }

    func message(_ data: String) -> String {
        #"{"type":"message.received","timestamp":"2026-11-21T12:00:00Z","data":\#(data)}"#
    }

    @Test func readsTheWholeShape() throws {
        let event = try decode(
            message(
                #"{"sender":{"id":"ana-1","name":"Ana Núñez 🌱"},"conversation":{"id":"sala 3","kind":"group"},"#
                    + #""text":"¿Por qué? Porque \u00f1o \ud83d\ude00 «sí»"}"#
            )
        )
        #expect(
            event
                == InboundEvent(
                    channel: .generic,
                    account: "liceo",
                    dedupeKey: "evt-1",
                    sender: Sender(id: "ana-1", displayName: "Ana Núñez 🌱"),
                    conversation: Conversation(id: "sala 3", kind: .group),
                    content: .text("¿Por qué? Porque ño 😀 «sí»"),
                    messageID: "evt-1",
                    providerTime: Self.noon
                )
        )
    }

    @Test func withoutAConversationItIsDirect() throws {
        let event = try decode(message(#"{"sender":{"id":"ana-1"},"text":"hola","conversation":null,"choice":null}"#))
        #expect(event.conversation == Conversation(id: "ana-1", kind: .direct))
        #expect(event.sender == Sender(id: "ana-1"))
        #expect(event.content == .text("hola"))
    }

    @Test(
        arguments: [
            (#""choice":{"id":"si"}"#, .choice(id: "si", label: nil)),
            (#""choice":{"id":"si","label":"Sí"}"#, .choice(id: "si", label: "Sí")),
            (
                #""media":{"kind":"audio","url":"https://a.test/1.ogg"}"#,
                .media(Media(kind: .audio, reference: "https://a.test/1.ogg"))
            ),
            (#""media":{"kind":"hologram"},"text":"miren""#, .media(Media(kind: .other, caption: "miren"))),
            (#""media":{}"#, .media(Media(kind: .other))),
            (#""text":" hola\n""#, .text(" hola\n")),
        ] as [(String, Content)]
    )
    func readsEveryContent(field: String, content: Content) throws {
        #expect(try decode(message(#"{"sender":{"id":"ana-1"},\#(field)}"#)).content == content)
    }

    static let long = String(repeating: "ñ", count: 201)
    static let sender = #""sender":{"id":"ana-1"}"#

    @Test(
        arguments: [
            ("", .notJSON, "$"), ("hola", .notJSON, "$"), (#"{"type":"#, .notJSON, "$"),
            ("[]", .wrongType, "$"), ("null", .wrongType, "$"), ("7", .wrongType, "$"),
            ("{}", .missing, "$.type"),
            (#"{"type":7}"#, .wrongType, "$.type"),
            (#"{"type":"message.sent"}"#, .unknownType, "$.type"),
            (#"{"type":"message.received"}"#, .missing, "$.timestamp"),
            (#"{"type":"message.received","timestamp":1795262400}"#, .wrongType, "$.timestamp"),
            (#"{"type":"message.received","timestamp":"ayer"}"#, .badTimestamp, "$.timestamp"),
            (#"{"type":"message.received","timestamp":"2026-11-21T12:00:00Z"}"#, .missing, "$.data"),
            (#"{"type":"message.received","timestamp":"2026-11-21T12:00:00Z","data":"x"}"#, .wrongType, "$.data"),
        ] as [(String, DecodingProblem.Code, String)]
    )
    func saysWhatIsWrongWithTheEnvelope(body: String, code: DecodingProblem.Code, path: String) throws {
        try expectProblem(body, code, path)
    }

    @Test(
        arguments: [
            (#"{"text":"hola"}"#, .missing, "$.data.sender"),
            (#"{"sender":null,"text":"hola"}"#, .missing, "$.data.sender"),
            (#"{"sender":["ana"],"text":"hola"}"#, .wrongType, "$.data.sender"),
            (#"{"sender":{},"text":"hola"}"#, .missing, "$.data.sender.id"),
            (#"{"sender":{"id":"  "},"text":"hola"}"#, .empty, "$.data.sender.id"),
            (#"{"sender":{"id":56912345678},"text":"hola"}"#, .wrongType, "$.data.sender.id"),
            (#"{"sender":{"id":"\#(long)"},"text":"hola"}"#, .tooLong, "$.data.sender.id"),
            (#"{"sender":{"id":"a\u0000b"},"text":"hola"}"#, .badCharacter, "$.data.sender.id"),
            (#"{"sender":{"id":"a\nb"},"text":"hola"}"#, .badCharacter, "$.data.sender.id"),
            (#"{"sender":{"id":"a","name":false},"text":"hola"}"#, .wrongType, "$.data.sender.name"),
            (#"{\#(sender),"conversation":"x","text":"hola"}"#, .wrongType, "$.data.conversation"),
            (#"{\#(sender),"conversation":{"kind":"group"},"text":"hola"}"#, .missing, "$.data.conversation.id"),
            (#"{\#(sender),"conversation":{"id":"x"},"text":"hola"}"#, .missing, "$.data.conversation.kind"),
            (
                #"{\#(sender),"conversation":{"id":"x","kind":"team"},"text":"hola"}"#, .unknownKind,
                "$.data.conversation.kind"
            ),
            (#"{\#(sender)}"#, .nothingSaid, "$.data"),
            (#"{\#(sender),"text":null}"#, .nothingSaid, "$.data"),
            (#"{\#(sender),"text":"hola","choice":{"id":"si"}}"#, .saidTwice, "$.data"),
            (#"{\#(sender),"media":{},"choice":{"id":"si"}}"#, .saidTwice, "$.data"),
            (#"{\#(sender),"text":""}"#, .empty, "$.data.text"),
            (#"{\#(sender),"text":["hola"]}"#, .wrongType, "$.data.text"),
            (#"{\#(sender),"text":"a\u0000b"}"#, .badCharacter, "$.data.text"),
            (#"{\#(sender),"choice":"si"}"#, .wrongType, "$.data.choice"),
            (#"{\#(sender),"choice":{}}"#, .missing, "$.data.choice.id"),
            (#"{\#(sender),"choice":{"id":"\#(long)"}}"#, .tooLong, "$.data.choice.id"),
            (#"{\#(sender),"media":"foto"}"#, .wrongType, "$.data.media"),
        ] as [(String, DecodingProblem.Code, String)]
    )
    func saysWhatIsWrongWithTheData(data: String, code: DecodingProblem.Code, path: String) throws {
        try expectProblem(message(data), code, path)
    }

    func expectProblem(_ body: String, _ code: DecodingProblem.Code, _ path: String) throws {
        let problem = try #require(throws: DecodingProblem.self) { try decode(body) }
        #expect(problem.code == code)
        #expect(problem.path == path)
        #expect(problem.sentence.hasSuffix("."))
    }

    @Test func anIdOfTwoHundredCharactersIsFine() throws {
        let id = String(repeating: "ñ", count: 200)
        #expect(try decode(message(#"{"sender":{"id":"\#(id)"},"text":"hola"}"#)).sender.id == id)
    }

    @Test func bytesThatAreNotUTF8AreRefused() throws {
        let body = Data(message(#"{"sender":{"id":"ana-1"},"text":"a~b"}"#).utf8.map { $0 == 0x7E ? 0xFF : $0 })
        let problem = try #require(throws: DecodingProblem.self) {
            try GenericWebhook.decode(body, account: "liceo", dedupeKey: "evt-1")
        }
        #expect(problem == .notJSON)
    }

    @Test func aDeepBodyIsRefusedAndNotACrash() throws {
        let deep = String(repeating: "[", count: 100_000)
        try expectProblem(message(#"{"sender":{"id":"a"},"text":"x","extra":\#(deep)}"#), .notJSON, "$")
    }

    static let question = OutboundMessage(
        id: "m-1",
        to: "ana-1",
        conversation: "sala 3",
        dialogue: "d-1",
        text: "¿Seguimos? https://a.test/b \"ñ\" 🌱",
        choices: [Choice(id: "si", label: "Sí"), Choice(id: "no", label: "No")]
    )

    @Test func repliesAreTheSameBytesEachTime() throws {
        let plain = OutboundMessage(id: "m-2", to: "ana-1", conversation: "ana-1", text: "Hola")
        #expect(
            String(
                decoding: try GenericWebhook.reply(dialogue: "d-1", messages: [Self.question, plain]),
                as: UTF8.self
            )
                == #"{"dialogue":"d-1","messages":[{"choices":[{"id":"si","label":"Sí"},{"id":"no","label":"No"}],"#
                + #""id":"m-1","text":"¿Seguimos? https://a.test/b \"ñ\" 🌱","to":"ana-1"},"#
                + #"{"id":"m-2","text":"Hola","to":"ana-1"}]}"#
        )
        #expect(
            String(decoding: try GenericWebhook.reply(dialogue: nil, messages: []), as: UTF8.self)
                == #"{"dialogue":null,"messages":[]}"#
        )
    }

    @Test func callbacksNameTheirConversation() throws {
        let time = Self.noon.addingTimeInterval(0.9)
        #expect(
            String(decoding: try GenericWebhook.callback(Self.question, at: time), as: UTF8.self)
                == #"{"data":{"choices":[{"id":"si","label":"Sí"},{"id":"no","label":"No"}],"#
                + #""conversation":{"id":"sala 3"},"dialogue":"d-1","id":"m-1","#
                + #""text":"¿Seguimos? https://a.test/b \"ñ\" 🌱","to":"ana-1"},"#
                + #""timestamp":"2026-11-21T12:00:00Z","type":"message.send"}"#
        )
    }
}

@Suite struct TimestampTests {
    @Test(
        arguments: [
            ("2026-11-21T12:00:00Z", 1_795_262_400), ("2026-11-21t12:00:00.25z", 1_795_262_400.25),
            ("2026-11-21T09:00:00-03:00", 1_795_262_400), ("2026-11-21T17:30:00+05:30", 1_795_262_400),
            ("1970-01-01T00:00:00Z", 0), ("2024-02-29T00:00:00Z", 1_709_164_800),
            ("2026-12-31T23:59:60Z", 1_798_761_600), ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("2026-02-29T00:00:00Z", nil), ("2026-11-21T24:00:00Z", nil), ("2026-13-01T00:00:00Z", nil),
            ("2026-11-21T12:00:00", nil), ("2026-11-21 12:00:00Z", nil), ("2026-11-21T12:00:00Zx", nil),
            ("2026-11-21T12:00:00+0300", nil), ("2026-11-21T12:00:00+24:00", nil), ("2026-11-21", nil),
            ("٢٠٢٦-11-21T12:00:00Z", nil), ("2026-00-10T12:00:00Z", nil), ("2026-01-00T12:00:00Z", nil), ("", nil),
        ] as [(String, Double?)]
    )
    func onlyTimesThatExist(text: String, seconds: Double?) {
        #expect(RFC3339.date(text)?.timeIntervalSince1970 == seconds)
    }
}
