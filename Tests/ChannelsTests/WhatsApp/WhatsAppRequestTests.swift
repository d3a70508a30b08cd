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

    /// What is written for each, byte by byte: in `Fixtures/whatsapp/sent`, by name. `UPDATE_GOLDENS=1` writes them anew.
    static let written: [(name: String, message: OutboundMessage)] = [
        ("text", message("Hola, ñandú 👋 https://raiz.cl/a")),
        ("text-to-a-user-id", message(to: "CL.777", "Hola")),
        ("buttons", message("¿Sigue?", ["Sí", "No"])),
        ("buttons-of-twenty", message("¿Cuál?", ["veinte letras justas", "👩‍🏫 la profesora", "ñ"])),
        ("list", message("¿Cuál?", ["a", "b", "c", "d"])),
        ("list-of-ten", message("¿Cuál?", (1...10).map { "la opción número \($0)" })),
        ("numbered", message("¿Cuál?", ["una etiqueta demasiado larga", "b"])),
        ("group", message("¿Sigue?", ["Sí", "No"], isGroup: true)),
        (
            "template",
            message(
                "no se envía",
                template: Template(name: "recordatorio", language: "es_CL", parameters: ["Equipo\n 3", "lunes"])
            )
        ),
        ("template-without-gaps", message("", template: Template(name: "hola", language: "es_CL"))),
    ]

    @Test(arguments: written.map(\.name))
    func isWrittenAsBefore(name: String) throws {
        let message = try #require(Self.written.first { $0.name == name }?.message)
        let golden = WhatsAppSupport.fixtures.appending(path: "sent/\(name).json")
        let body = try Self.body(message)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try Data((body + "\n").utf8).write(to: golden)
        }
        #expect(body + "\n" == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
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
