import Dialogue
import Foundation
import Testing

@testable import Channels

@Suite struct TelegramSendingTests {
    static let preview = #""link_preview_options":{"is_disabled":true}"#
    static let token = "018f3a7e-0000-7000-8000-000000000001"

    func body(_ message: OutboundMessage) throws -> String {
        let request = try TelegramSamples.channel().request(for: message, now: TelegramSamples.noon)
        #expect(request.method == .post)
        #expect(request.url == "https://api.test/bot1:clave/sendMessage")
        #expect(request.headers == ["content-type": "application/json"])
        return String(decoding: try #require(request.body), as: UTF8.self)
    }

    // MARK: - Exact bytes

    @Test func aTextToOnePerson() throws {
        #expect(
            try body(TelegramSamples.message("Hola, Ñuñoa 🌱"))
                == #"{"chat_id":42,\#(Self.preview),"parse_mode":"HTML","text":"Hola, Ñuñoa 🌱"}"#
        )
    }

    @Test func onlyThreeLettersAreEscaped() throws {
        #expect(
            try body(TelegramSamples.message(#"a < b && c > d "¿sí?" *no* _no_ [x](y) &lt;"#))
                == #"{"chat_id":42,\#(Self.preview),"parse_mode":"HTML","#
                + #""text":"a &lt; b &amp;&amp; c &gt; d \"¿sí?\" *no* _no_ [x](y) &amp;lt;"}"#
        )
    }

    @Test func plainGoesWithoutMarkup() throws {
        #expect(
            try body(TelegramSamples.message("a < b & c", isPlain: true))
                == #"{"chat_id":42,\#(Self.preview),"text":"a < b & c"}"#
        )
    }

    @Test func buttonsCarryTokens() throws {
        #expect(
            try body(TelegramSamples.message("¿Sigue?", choices: ["Sí", "No <b>"]))
                == #"{"chat_id":42,\#(Self.preview),"parse_mode":"HTML","reply_markup":{"inline_keyboard":[["#
                + #"{"callback_data":"\#(Self.token).0","text":"Sí"},{"callback_data":"\#(Self.token).1","text":"No <b>"}"#
                + #"]]},"text":"¿Sigue?"}"#
        )
    }

    @Test func aQuestionToAGroupOffersToAnswer() throws {
        #expect(
            try body(TelegramSamples.message("¿Por qué?", group: "-1001"))
                == #"{"chat_id":-1001,\#(Self.preview),"parse_mode":"HTML","reply_markup":{"force_reply":true},"#
                + #""text":"¿Por qué?"}"#
        )
    }

    @Test func aTopicOfAForumIsAnsweredThere() throws {
        #expect(
            try body(TelegramSamples.message("¿Cuál?", group: "-1001/3", choices: ["a"]))
                == #"{"chat_id":-1001,\#(Self.preview),"message_thread_id":3,"parse_mode":"HTML","#
                + #""reply_markup":{"inline_keyboard":[[{"callback_data":"\#(Self.token).0","text":"a"}]]},"text":"¿Cuál?"}"#
        )
    }

    @Test func anAnswerToAWebhookNamesItsMethod() throws {
        let reply = try TelegramSamples.channel().webhookReply(for: TelegramSamples.message())
        #expect(
            String(decoding: reply, as: UTF8.self)
                == #"{"chat_id":42,\#(Self.preview),"method":"sendMessage","parse_mode":"HTML","text":"hola"}"#
        )
    }

    // MARK: - Limits

    @Test(
        arguments: [
            (String(repeating: "a", count: 4096), nil), (String(repeating: "a", count: 4097), .tooLong),
            // Counted before escaping, in UTF-16: a seedling takes two.
            (String(repeating: "&", count: 4096), nil), (String(repeating: "🌱", count: 2048), nil),
            (String(repeating: "🌱", count: 2048) + "a", .tooLong),
            ("", .empty), (" \n\t", .empty),
        ] as [(String, TelegramError.Code?)]
    )
    func whatDoesNotFitIsNeverSent(text: String, problem: TelegramError.Code?) throws {
        try expect(TelegramSamples.message(text), problem)
    }

    @Test(
        arguments: [
            ("42", nil), ("-1001", nil), ("9007199254740991", nil), ("", .badAddress), ("ana", .badAddress),
            ("@canal", .badAddress), ("0", .badAddress), ("42/", .badAddress), ("-1001/0", .badAddress),
            ("-1001/x", .badAddress), ("1/2/3", .badAddress), ("99999999999999999999", .badAddress),
        ] as [(String, TelegramError.Code?)]
    )
    func onlyChatsAreWrittenTo(address: String, problem: TelegramError.Code?) throws {
        try expect(TelegramSamples.message(to: address), problem)
        try expect(TelegramSamples.message(to: "42", group: address), problem)
    }

    @Test func buttonsHaveLimits() throws {
        let many = (0..<100).map(String.init)
        try expect(TelegramSamples.message(choices: many), nil)
        try expect(TelegramSamples.message(choices: many + ["más"]), .tooManyChoices)
        try expect(TelegramSamples.message(choices: ["a", " "]), .badChoice)
        // The whole token, with its dot and place, must fit into 64 bytes.
        try expect(TelegramSamples.message(id: String(repeating: "ñ", count: 31), choices: ["a"]), nil)
        try expect(TelegramSamples.message(id: String(repeating: "ñ", count: 31) + "a", choices: ["a"]), .badChoice)
    }

    func expect(_ message: OutboundMessage, _ problem: TelegramError.Code?) throws {
        let channel = try TelegramSamples.channel()
        if let problem {
            #expect(throws: TelegramError(problem)) { try channel.request(for: message, now: TelegramSamples.noon) }
            #expect(throws: TelegramError(problem)) { try channel.webhookReply(for: message) }
        } else {
            #expect(throws: Never.self) { try channel.request(for: message, now: TelegramSamples.noon) }
        }
    }

    @Test func whatIsRenderedForTelegramFits() throws {
        let long = String(repeating: "Una frase con ñ y 🌱. ", count: 900)
        let labels = [["Sí", "No"], (0..<20).map { "opción \($0)" }, [String(repeating: "x", count: 60), "y"]]
        for labels in labels {
            let choices = labels.enumerated().map { Choice(id: "\($0.offset)", label: $0.element) }
            let rendering = Rendering(long, choices, in: TelegramChannel.capabilities)
            var shown: [Choice] = []
            if case .buttons(let buttons) = rendering.presentation { shown = buttons }
            for text in rendering.texts {
                var message = TelegramSamples.message(text)
                if text == rendering.texts.last { message.choices = shown }
                try expect(message, nil)
            }
        }
    }
}
