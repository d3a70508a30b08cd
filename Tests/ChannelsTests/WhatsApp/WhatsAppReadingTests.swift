import Foundation
import Testing

@testable import Channels

@Suite struct WhatsAppReadingTests {
    static func only(_ body: String) throws -> InboundEvent {
        let intake = try WhatsAppSupport.read(body)
        #expect(intake.events.count == 1 && intake.unreadable == 0)
        return try #require(intake.events.first)
    }

    @Test(
        arguments: [
            (#""type":"text","text":{"body":"UNIRME AB12"}"#, .text("UNIRME AB12")),
            (#""type":"text","text":{"body":"a\u0000b"}"#, .text("ab")),
            (#""type":"text","text":{}"#, .unsupported("text")),
            (#""type":"text","text":{"body":"\ud83d"}"#, .unsupported("text")),
            (#""type":"button","button":{"text":"Unirme"}"#, .text("Unirme")),
            (#""type":"interactive","interactive":{}"#, .unsupported("interactive")),
            (#""type":"interactive","interactive":{"type":"button_reply"}"#, .unsupported("button_reply")),
            (#""type":"voice","voice":{"id":"M"}"#, .media(Media(kind: .audio, reference: "M", isVoice: true))),
            (#""type":"image","image":{}"#, .media(Media(kind: .image))),
            (#""type":"location","location":{"latitude":91,"longitude":0}"#, .unsupported("location")),
            (#""type":"location","location":{"latitude":1e999,"longitude":0}"#, .unsupported("location")),
            (#""type":"reaction","reaction":{"message_id":"w","emoji":""}"#, .reaction(nil, to: "w")),
            (#""type":"reaction","reaction":{}"#, .unsupported("reaction")),
            (#""type":"edit","edit":{"original_message_id":"w"}"#, .unsupported("edit")),
            (
                #""type":"edit","edit":{"original_message_id":"w","message":{"type":"image","image":{"caption":"c"}}}"#,
                .edit(of: "w", text: "c")
            ),
            (#""type":"unsupported","unsupported":{"type":"poll_update"}"#, .unsupported("poll_update")),
            (#""type":"unsupported""#, .unsupported("unsupported")),
            (#""type":"order","order":{"catalog_id":"1"}"#, .unsupported("order")),
            (#""type":"<script>""#, .unsupported("unknown")), (#""text":{"body":"sin tipo"}"#, .unsupported("unknown")),
            (
                #""type":"system","system":{"type":"customer_changed_number","new_wa_id":"570"}"#,
                .system(.moved(to: "570"))
            ),
            (#""type":"system","system":{"type":"user_changed_number"}"#, .system(.other("user_changed_number"))),
            (#""type":"system","system":{"type":"novelty"}"#, .system(.other("novelty"))),
        ] as [(String, Content)]
    )
    func aMessageSays(fields: String, content: Content) throws {
        #expect(try Self.only(WhatsAppSupport.message(fields)).content == content)
    }

    @Test(
        arguments: [
            // What the message says of itself, the contacts, and who that is.
            (#""from":"569""#, "[]", Sender(id: "569")),
            (#""from":"569","from_user_id":"CL.1""#, "[]", Sender(id: "CL.1", aliases: ["569"])),
            (#""from_user_id":"CL.1""#, #"[{"user_id":"CL.1","wa_id":""}]"#, Sender(id: "CL.1")),
            (#""from":"569""#, #"[{"user_id":"CL.1","wa_id":"569"}]"#, Sender(id: "CL.1", aliases: ["569"])),
            (
                #""from":"569""#, #"[{"user_id":"CL.1","profile":{"username":"pauli"}}]"#,
                Sender(id: "CL.1", aliases: ["569"], displayName: "pauli")
            ),
            (#""x":0"#, #"[{"user_id":"CL.1"}]"#, Sender(id: "CL.1")),
            // Somebody else's contact is not theirs.
            (#""from":"569""#, #"[{"user_id":"CL.1","wa_id":"570"}]"#, Sender(id: "569")),
            (#""from":"569""#, #"[{"user_id":"CL.1"},{"user_id":"CL.2"}]"#, Sender(id: "569")),
            (
                #""from":"570""#,
                #"[{"user_id":"CL.1","wa_id":"569"},3,{"user_id":"CL.2","wa_id":"570","profile":{"name":"Ana"}}]"#,
                Sender(id: "CL.2", aliases: ["570"], displayName: "Ana")
            ),
            (
                #""from":"569","from_user_id":"CL.1","from_parent_user_id":"CL.ENT.5""#, "[]",
                Sender(id: "CL.1", aliases: ["569", "CL.ENT.5"])
            ),
        ]
    )
    func whoWroteIt(ids: String, contacts: String, sender: Sender) throws {
        let message = #"{\#(ids),"id":"wamid.1","type":"text","text":{"body":"hola"}}"#
        let event = try Self.only(WhatsAppSupport.body(#"{…,"contacts":\#(contacts),"messages":[\#(message)]}"#))
        #expect(event.sender == sender)
        #expect(event.conversation == Conversation(id: sender.id, kind: .direct))
    }

    @Test func aGroupIsTheConversation() throws {
        let intake = try WhatsAppSupport.read(
            WhatsAppSupport.message(#""group_id":"G1","type":"text","text":{"body":"hola"}"#)
        )
        #expect(intake.events.first?.conversation == Conversation(id: "G1", kind: .group))
        // Groups know neither read marks nor typing.
        #expect(intake.courtesies.isEmpty)
    }

    @Test(
        arguments: [
            (#""type":"text","text":{"body":"hola"}"#, 1), (#""type":"audio","audio":{"id":"M"}"#, 1),
            (#""type":"unsupported""#, 1), (#""type":"reaction","reaction":{"message_id":"w","emoji":"👍"}"#, 0),
            (#""type":"revoke","revoke":{"original_message_id":"w"}"#, 0),
            (#""type":"system","system":{"type":"user_changed_number","wa_id":"570"}"#, 0),
        ]
    )
    func whatIsSaidIsMarkedAsReadOnce(fields: String, count: Int) throws {
        let courtesies = try WhatsAppSupport.read(WhatsAppSupport.message(fields)).courtesies
        #expect(courtesies.count == count)
        for courtesy in courtesies {
            #expect(courtesy.method == .post)
            #expect(courtesy.url == "https://graph.facebook.com/v24.0/1122334455667/messages")
            #expect(courtesy.headers["authorization"] == "Bearer TOKEN")
            #expect(
                String(decoding: courtesy.body ?? Data(), as: UTF8.self)
                    == #"{"message_id":"wamid.1","messaging_product":"whatsapp","status":"read","#
                    + #""typing_indicator":{"type":"text"}}"#
            )
        }
    }

    @Test(
        arguments: [
            (#"[{"code":131047}]"#, .windowClosed(problem: "whatsapp-131047")),
            (#"[{"code":"131026"}]"#, .unreachable(problem: "whatsapp-131026")),
            (#"[7,{},{"code":131056}]"#, .later(problem: "whatsapp-131056", after: .seconds(6))),
            (#"[{"code":99999999}]"#, .refused(problem: "whatsapp-99999999")),
            (#"[{"code":1e400}]"#, .refused(problem: "whatsapp-failed")), ("[]", .refused(problem: "whatsapp-failed")),
            ("3", .refused(problem: "whatsapp-failed")),
        ] as [(String, SendResult)]
    )
    func aLateFailureIsJudgedLikeAnAnswer(errors: String, result: SendResult) throws {
        let status = #"{"id":"wamid.O","status":"failed","recipient_id":"569","errors":\#(errors)}"#
        let event = try Self.only(WhatsAppSupport.body(#"{…,"statuses":[\#(status)]}"#))
        #expect(event.content == .status(DeliveryStatus(message: "wamid.O", stage: .failed, failure: result)))
        #expect(event.dedupeKey == "status:wamid.O:failed")
    }

    @Test func aBodyForAnotherNumberIsRefused() {
        let body = WhatsAppSupport.message(#""type":"text","text":{"body":"hola"}"#)
            .replacing("1122334455667", with: "999")
        #expect(throws: ChannelRefusal(.wrongAccount)) { try WhatsAppSupport.read(body) }
    }

    @Test func newsOfTheWholeAccountIsForNobody() throws {
        let body = #"{"entry":[{"changes":[{"field":"account_update","value":{"event":"X"}}]}]}"#
        #expect(try WhatsAppSupport.read(body) == Intake())
    }

    @Test func theDigestIsTheSameHoweverItIsWritten() {
        let hexadecimal = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
        let base64 = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="
        for text in [hexadecimal, hexadecimal.uppercased(), base64, String(base64.dropLast())] {
            #expect(WhatsAppDigest.hexadecimal(text) == hexadecimal)
        }
        for text in ["", "x", "====", hexadecimal + "0", "n4bQgYhMfWWaL", String(repeating: "ñ", count: 64)] {
            #expect(WhatsAppDigest.hexadecimal(text) == nil)
        }
    }
}
