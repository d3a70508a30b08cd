import Foundation
import Testing

@testable import Channels

@Suite struct TelegramBadInputTests {
    @Test(
        arguments: [
            "", " ", "hola", "{", #"{"update_id":1"#, "update_id=1&message=hola", "<html>", "\u{FEFF}?",
            String(repeating: "[", count: 5000), String(repeating: #"{"a":"#, count: 5000),
            String(repeating: "x", count: 1_000_000),
        ]
    )
    func noBodyAtAllIsRefused(body: String) {
        #expect(throws: ChannelRefusal(.notJSON)) { try TelegramSamples.read(Data(body.utf8)) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: ChannelRefusal(.notJSON)) { try TelegramSamples.read(Data([0x7B, 0xFF, 0xFE, 0x7D])) }
        #expect(throws: ChannelRefusal(.notJSON)) { try TelegramSamples.read(Data(repeating: 0, count: 1000)) }
    }

    @Test(
        arguments: [
            "null", "[]", "7", #""hola""#, "true", "{}", #"[{"update_id":1}]"#, #"{"update_id":1}"#,
            #"{"message":{}}"#, #"{"update_id":"1","message":{}}"#, #"{"update_id":1e300,"message":{}}"#,
            #"{"update_id":1.5,"message":{}}"#, #"{"update_id":null,"callback_query":null}"#,
            #"{"update_id":1,"message":[]}"#, #"{"update_id":1,"message":"hola"}"#,
            #"{"update_id":1,"message":{"message_id":1}}"#, #"{"update_id":1,"message":{"chat":{"id":1}}}"#,
            #"{"update_id":1,"message":{"message_id":99999999999999999999,"chat":{"id":1}}}"#,
            #"{"update_id":1,"message":{"message_id":1,"chat":{"id":"42","type":"private"}}}"#,
            #"{"update_id":1,"message":{"message_id":1,"chat":{"id":42,"type":"private"},"from":7,"text":"x"}}"#,
            #"{"update_id":1,"callback_query":{"from":{"id":"x"}}}"#,
            #"{"update_id":1,"my_chat_member":{"chat":{"id":1},"from":{"id":1}}}"#,
            #"{"update_id":1,"chat_member":{"chat":{"id":1},"from":{"id":1},"new_chat_member":{"status":"left"}}}"#,
            #"{"update_id":1,"message_reaction":{"chat":{"id":1},"message_id":1,"new_reaction":[]}}"#,
            #"{"update_id":1,"brand_new":{"chat":{"id":1}}}"#,
        ]
    )
    func jsonThatIsNoUpdateIsCounted(body: String) throws {
        #expect(try TelegramSamples.read(Data(body.utf8)) == Intake(unreadable: 1))
    }

    /// One field of a wrong type costs that field, and nothing else.
    @Test(
        arguments: [
            (#""text":"hola","date":"ayer""#, .text("hola")),
            (#""text":"hola","date":1e300"#, .text("hola")),
            (#""text":"hola","date":-9223372036854775808"#, .text("hola")),
            (#""text":"hola","date":9223372036854775807"#, .text("hola")),
            (#""text":"hola","entities":7,"reply_to_message":"x","message_thread_id":[]"#, .text("hola")),
            (#""text":7"#, .unsupported("unknown")),
            (#""text":null,"caption":7,"photo":"x""#, .unsupported("photo")),
            (
                #""photo":[7,{"file_id":"A","width":1,"height":1},{"file_id":9},{"file_id":"B","width":"x"}]"#,
                .media(Media(kind: .image, reference: "A"))
            ),
            (
                #""photo":[{"file_id":"A","width":9223372036854775807,"height":9223372036854775807}]"#,
                .media(Media(kind: .image, reference: "A"))
            ),
            (#""voice":{"file_id":7}"#, .unsupported("voice")),
            (
                #""voice":{"file_id":"V","file_size":1e99,"mime_type":3}"#,
                .media(Media(kind: .audio, reference: "V", isVoice: true))
            ),
            (#""location":{"latitude":1e400,"longitude":0}"#, .unsupported("location")),
            (#""location":{"latitude":91,"longitude":0}"#, .unsupported("location")),
            (#""location":{"latitude":"x"}"#, .unsupported("location")),
            (#""new_chat_members":[7,{"id":5},{"id":"x"}]"#, .join(["5"])),
            (#""new_chat_members":7"#, .system(.other("new_chat_members"))),
            (#""migrate_to_chat_id":"x""#, .system(.other("migrate_to_chat_id"))),
            (#""ñandú \n":1,"nuevo":1"#, .unsupported("nuevo")),
            ("", .unsupported("unknown")),
        ] as [(String, Content)]
    )
    func oneWrongFieldSpoilsNothingElse(fields: String, content: Content) throws {
        let message =
            #""message_id":1,"chat":{"id":42,"type":"private"},"from":{"id":42,"first_name":7}"#
            + (fields.isEmpty ? "" : "," + fields)
        let intake = try TelegramSamples.read(Data(#"{"update_id":1,"message":{\#(message)}}"#.utf8))
        #expect(intake.events.map(\.content) == [content])
        #expect(intake.unreadable == 0)
        #expect(intake.events.first?.sender == Sender(id: "42"))
    }

    @Test func everyButtonIsAnsweredEvenOneThatCannotBeRead() throws {
        let intake = try TelegramSamples.read(Data(#"{"update_id":1,"callback_query":{"id":"9","from":7}}"#.utf8))
        #expect(intake.events.isEmpty)
        #expect(intake.unreadable == 1)
        #expect(
            intake.courtesies.map(NeutralDump.request) == [
                #"POST https://api.test/bot1:clave/answerCallbackQuery {"callback_query_id":"9"}"#
            ]
        )
    }

    @Test func aNameIsOneShortLine() throws {
        let name = String(repeating: "a\u{301}\\n", count: 100_000)
        let body = """
            {"update_id":1,"message":{"message_id":1,"text":"x","chat":{"id":42,"type":"private"},
            "from":{"id":42,"first_name":"\(name)"}}}
            """
        let shown = try TelegramSamples.read(Data(body.utf8)).events.first?.sender.displayName
        #expect((shown?.unicodeScalars.count ?? 0) <= 200)
        #expect(shown?.contains(where: \.isNewline) == false)
    }

    // MARK: - Broken on purpose

    /// Samples with bytes changed, cut out, doubled or swapped: each is read or refused, and none is let in by chance.
    @Test(arguments: TelegramSamples.names)
    func brokenSamplesAreReadOrRefused(name: String) throws {
        let body = [UInt8](try TelegramSamples.body(name))
        var generator = SeededGenerator(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
        for _ in 0..<60 {
            var broken = body
            for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&broken, using: &generator) }
            do {
                let intake = try TelegramSamples.read(Data(broken))
                #expect(intake.events.count + intake.unreadable <= 1)
                _ = NeutralDump.text(intake)
            } catch let refusal as ChannelRefusal {
                #expect(refusal.code == .notJSON)
            }
        }
    }

    private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard bytes.count > 2 else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes[place] = "{}[]\",:0-9e.".utf8.randomElement(using: &generator) ?? 0
        case 4:
            bytes.replaceSubrange(
                place..<end,
                with: ["null", "1e999", "-1", "[]", "{}"].randomElement(using: &generator)?.utf8.map(\.self) ?? []
            )
        default: bytes.swapAt(place, end - 1)
        }
    }
}

/// The same numbers on every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
