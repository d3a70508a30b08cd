import Dialogue
import Foundation
import Testing

@testable import Channels

@Suite struct WhatsAppRequestTests {
    static func message(
        to: String = "56911112222",
        _ text: String,
        _ labels: [String] = [],
        isGroup: Bool = false,
        template: Template? = nil
    ) -> OutboundMessage {
        OutboundMessage(
            id: "0193-m1",
            to: to,
            isGroup: isGroup,
            conversation: isGroup ? "Y2FwaV9ncm91cDox" : to,
            text: text,
            choices: labels.enumerated().map { Choice(id: "3.\($0.offset)", label: $0.element) },
            template: template
        )
    }

    static func body(_ message: OutboundMessage) throws -> String {
        let request = try WhatsAppSupport.channel().request(for: message, now: WhatsAppSupport.noon)
        return String(decoding: request.body ?? Data(), as: UTF8.self)
    }

    @Test func goesToTheNumberWithTheToken() throws {
        let channel = try WhatsAppSupport.channel(base: "http://127.0.0.1:8080/v24.0/")
        let request = try channel.request(for: Self.message("Hola"), now: WhatsAppSupport.noon)
        #expect(request.method == .post)
        #expect(request.url == "http://127.0.0.1:8080/v24.0/1122334455667/messages")
        #expect(request.headers == ["authorization": "Bearer TOKEN", "content-type": "application/json"])
    }

    static let opening = #"{"biz_opaque_callback_data":"0193-m1","#
    static let individual = #""messaging_product":"whatsapp","recipient_type":"individual","#

    @Test(
        arguments: [
            (
                message("Hola, ñandú 👋 https://raiz.cl/a"),
                opening + individual
                    + #""text":{"body":"Hola, ñandú 👋 https://raiz.cl/a","preview_url":false},"to":"56911112222","type":"text"}"#
            ),
            (
                message(to: "CL.777", "Hola"),
                opening + #""messaging_product":"whatsapp","recipient":"CL.777","recipient_type":"individual","#
                    + #""text":{"body":"Hola","preview_url":false},"type":"text"}"#
            ),
            (
                message("¿Sigue?", ["Sí", "No"]),
                opening
                    + #""interactive":{"action":{"buttons":[{"reply":{"id":"0193-m1.0","title":"Sí"},"type":"reply"},"#
                    + #"{"reply":{"id":"0193-m1.1","title":"No"},"type":"reply"}]},"body":{"text":"¿Sigue?"},"#
                    + #""type":"button"},"# + individual + #""to":"56911112222","type":"interactive"}"#
            ),
            (
                message("¿Cuál?", ["a", "b", "c", "d"]),
                opening + #""interactive":{"action":{"button":"Ver opciones","sections":[{"rows":["#
                    + #"{"id":"0193-m1.0","title":"a"},{"id":"0193-m1.1","title":"b"},"#
                    + #"{"id":"0193-m1.2","title":"c"},{"id":"0193-m1.3","title":"d"}]}]},"body":{"text":"¿Cuál?"},"#
                    + #""type":"list"},"# + individual + #""to":"56911112222","type":"interactive"}"#
            ),
            (
                message("¿Cuál?", ["una etiqueta demasiado larga", "b"]),
                opening + individual
                    + #""text":{"body":"¿Cuál?\n\n1) una etiqueta demasiado larga\n2) b","preview_url":false},"#
                    + #""to":"56911112222","type":"text"}"#
            ),
            (
                message("¿Sigue?", ["Sí", "No"], isGroup: true),
                opening + #""messaging_product":"whatsapp","recipient_type":"group","#
                    + #""text":{"body":"¿Sigue?\n\n1) Sí\n2) No","preview_url":false},"to":"Y2FwaV9ncm91cDox","type":"text"}"#
            ),
            (
                message(
                    "no se envía",
                    template: Template(name: "recordatorio", language: "es_CL", parameters: ["Equipo\n 3", "lunes"])
                ),
                opening + individual + #""template":{"components":[{"parameters":[{"text":"Equipo 3","type":"text"},"#
                    + #"{"text":"lunes","type":"text"}],"type":"body"}],"language":{"code":"es_CL"},"#
                    + #""name":"recordatorio"},"to":"56911112222","type":"template"}"#
            ),
            (
                message("", template: Template(name: "hola", language: "es_CL")),
                opening + individual + #""template":{"language":{"code":"es_CL"},"name":"hola"},"#
                    + #""to":"56911112222","type":"template"}"#
            ),
        ]
    )
    func isWrittenAs(message: OutboundMessage, body: String) throws {
        #expect(try Self.body(message) == body)
    }

    static func letters(_ count: Int) -> String { String(repeating: "ñ", count: count) }

    /// The longest that each kind may be, in characters and not in bytes.
    @Test(
        arguments: [
            (4096, 0, "text"), (1024, 3, "interactive"), (4096, 4, "interactive"), (1024, 10, "interactive"),
            (3900, 11, "text"),
        ]
    )
    func theLongestIsSent(length: Int, options: Int, type: String) throws {
        let body = try Self.body(Self.message(Self.letters(length), (0..<options).map { "opción \($0)" }))
        #expect(body.contains(#""type":"\#(type)""#))
        #expect(body.contains(Self.letters(length)))
    }

    @Test(arguments: [(4097, 0), (1025, 3), (4097, 4), (4097, 10), (4096, 11), (4096, 20)])
    func longerIsNeverCut(length: Int, options: Int) throws {
        let message = Self.message(Self.letters(length), (0..<options).map { "opción \($0)" })
        #expect(throws: WhatsAppMessageError.tooLong) { try Self.body(message) }
    }

    @Test(arguments: [("veinte letras justas", "button"), ("veintiuna letra justo", "list")])
    func titlesDecideBetweenButtonsAndList(label: String, type: String) throws {
        #expect(try Self.body(Self.message("¿Cuál?", [label, "b"])).contains(#""type":"\#(type)""#))
    }

    @Test(
        arguments: [
            (message(""), .empty), (message(" \n"), .empty), (message("¿Cuál?", ["", "b"]), .empty),
            (message(to: "", "Hola"), .badRecipient), (message(to: "569 1", "Hola"), .badRecipient),
            (message(to: "569\n", "Hola"), .badRecipient),
            (message(to: String(repeating: "5", count: 600), "Hola"), .badRecipient),
            (message("", template: Template(name: "", language: "es")), .badTemplate),
            (message("", template: Template(name: "a", language: "")), .badTemplate),
            (message("", template: Template(name: "a", language: "es", parameters: [" "])), .badTemplate),
            (
                message("", template: Template(name: "a", language: "es", parameters: [letters(1025)])), .badTemplate
            ),
        ] as [(OutboundMessage, WhatsAppMessageError)]
    )
    func whatCannotBeSentIsSaid(message: OutboundMessage, error: WhatsAppMessageError) {
        #expect(throws: error) { try Self.body(message) }
        #expect(!error.sentence.isEmpty)
    }

    @Test func anIDThatCannotComeBackIsNotSent() {
        var message = Self.message("Hola")
        for id in ["", String(repeating: "m", count: 513)] {
            message.id = id
            #expect(throws: WhatsAppMessageError.badID) { try Self.body(message) }
        }
    }

    @Test(
        arguments: [
            ("56911112222", .to("56911112222")), ("CL.777", .recipient("CL.777")),
            ("US.ENT.1a", .recipient("US.ENT.1a")),
            ("cl.777", .to("cl.777")), ("CLX.777", .to("CLX.777")), ("CL.", .to("CL.")), ("CL.7-7", .to("CL.7-7")),
            ("CL.ENT", .recipient("CL.ENT")), ("CL.ENT.", .to("CL.ENT.")), ("CL.7.7", .to("CL.7.7")),
            ("CL." + String(repeating: "7", count: 129), .to("CL." + String(repeating: "7", count: 129))),
        ] as [(String, WhatsAppAddress)]
    )
    func theFieldFollowsTheForm(id: String, address: WhatsAppAddress) {
        #expect(WhatsAppAddress(id) == address)
    }

    /// Whatever the renderer splits can be sent piece by piece.
    @Test(arguments: [0, 2, 5, 12], [10, 1500, 5000, 9000])
    func whatIsSplitFits(options: Int, length: Int) throws {
        let words = String(repeating: "palabra ", count: length / 8) + "fin"
        let message = Self.message(words, (0..<options).map { "opción \($0)" })
        for kind in Conversation.Kind.allCases {
            let rendering = Rendering(
                message.text,
                message.choices,
                in: WhatsAppChannel.capabilities(in: kind)
            )
            for (place, text) in rendering.texts.enumerated() {
                var piece = message
                piece.isGroup = kind == .group
                piece.text = text
                let isLast = place == rendering.texts.count - 1
                if !isLast || rendering.presentation == .words { piece.choices = [] }
                #expect(try Self.body(piece).utf8.count > 0)
            }
        }
    }
}
