import Foundation
import Testing

@testable import Channels

@Suite struct WhatsAppBadInputTests {
    @Test(
        arguments: [
            "", " ", "{", "hola", "{\"entry\":[", "<html>", "\0", "[1,2",
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 10_000),
            String(repeating: "x", count: 1_000_000),
        ]
    )
    func whatIsNoJSONIsRefused(body: String) {
        #expect(throws: ChannelRefusal(.notJSON)) { try WhatsAppSupport.read(body) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: ChannelRefusal(.notJSON)) { try WhatsAppSupport.read(Data([0xC3, 0x28, 0xFF, 0xFE, 0x00])) }
    }

    /// Signed, and of no use: it is counted, because what is refused comes back for a week.
    @Test(
        arguments: [
            "[]", "[{}]", "3", "null", "\"hola\"", "true", "{}", #"{"entry":null}"#, #"{"entry":{}}"#,
            #"{"entry":"x"}"#,
            #"{"entry":[1,null,"x",[],{}]}"#, #"{"entry":[{"changes":7}]}"#, #"{"entry":[{"changes":[null]}]}"#,
            #"{"entry":[{"changes":[{"field":"messages","value":[]}]}]}"#,
            #"{"entry":[{"changes":[{"field":9,"value":{"metadata":{"phone_number_id":12}}}]}]}"#,
            WhatsAppSupport.body(#"{…,"messages":{}}"#), WhatsAppSupport.body(#"{…,"messages":"x","statuses":4}"#),
            WhatsAppSupport.body(#"{…,"messages":[[],3,"x",null,{}]}"#),
            WhatsAppSupport.body(#"{…,"messages":[{"id":"","from":"1"},{"id":7,"from":"1"},{"id":"w"}]}"#),
            WhatsAppSupport.body(#"{…,"messages":[{"id":"a\nb","from":"1","type":"text","text":{"body":"x"}}]}"#),
            WhatsAppSupport.body(#"{…,"statuses":[{"id":"w"},{"id":"w","status":"sent"},{"status":"sent"}]}"#),
            WhatsAppSupport.body(#"{…,"errors":[{"code":1}]}"#),
        ]
    )
    func whatHasNoUseIsCounted(body: String) throws {
        let intake = try WhatsAppSupport.read(body)
        #expect(intake.events.isEmpty)
        #expect(intake.unreadable > 0)
    }

    /// One message among broken ones is always read.
    @Test(
        arguments: [
            "null", "[]", "{}", "\"x\"", "1e999", "-0", "99999999999999999999999999", "[[[[{}]]]]", "{\"id\":{}}",
            "{\"id\":\"wamid.2\",\"from\":\"570\",\"type\":\"image\",\"image\":{\"file_size\":1e999,\"voice\":\"x\"}}",
            "{\"id\":\"wamid.2\",\"from\":\"570\",\"type\":{\"a\":[]},\"timestamp\":-5,\"context\":8}",
            "{\"id\":\"wamid.2\",\"from\":\"570\",\"type\":\"text\",\"timestamp\":99999999999999999999}",
        ]
    )
    func oneBrokenElementSpoilsNoOther(broken: String) throws {
        let good = #"{"from":"569","id":"wamid.1","type":"text","text":{"body":"hola"}}"#
        let intake = try WhatsAppSupport.read(
            WhatsAppSupport.body(
                #"{…,"contacts":[\#(broken)],"statuses":[\#(broken)],"messages":[\#(broken),\#(good),\#(broken)]}"#
            )
        )
        #expect(intake.events.contains { $0.dedupeKey == "wamid.1" && $0.content == .text("hola") })
    }

    @Test func aVeryLongTextIsNotTakenForAMessage() throws {
        let long = String(repeating: "ñ", count: 500_000)
        let intake = try WhatsAppSupport.read(WhatsAppSupport.message(#""type":"text","text":{"body":"\#(long)"}"#))
        #expect(intake.events.first?.content == .unsupported("text"))
    }

    @Test func aThousandMessagesAreAThousandEvents() throws {
        let messages = (0..<1000).map { #"{"from":"569","id":"wamid.\#($0)","type":"text","text":{"body":"\#($0)"}}"# }
        let intake = try WhatsAppSupport.read(
            WhatsAppSupport.body(#"{…,"messages":[\#(messages.joined(separator: ","))]}"#)
        )
        #expect(intake.events.map(\.dedupeKey) == (0..<1000).map { "wamid.\($0)" })
        #expect(intake.unreadable == 0)
    }

    /// Recorded webhooks with bytes changed, cut out, doubled and swapped: read or refused, never a crash.
    @Test(arguments: 1...40)
    func changedFixturesAreReadOrRefused(seed: Int) throws {
        var generator = SeededGenerator(state: UInt64(seed))
        for name in WhatsAppFixtureTests.names {
            var bytes = [UInt8](try Data(contentsOf: WhatsAppSupport.fixtures.appending(path: name)))
            for _ in 0..<Int.random(in: 1...12, using: &generator) { mutate(&bytes, using: &generator) }
            do {
                let intake = try WhatsAppSupport.read(Data(bytes))
                for event in intake.events {
                    #expect(!event.dedupeKey.isEmpty && !event.sender.id.isEmpty && !event.conversation.id.isEmpty)
                }
                #expect(intake.courtesies.count <= intake.events.count)
            } catch let refusal as ChannelRefusal {
                #expect([.notJSON, .wrongAccount].contains(refusal.code))
            }
        }
    }

    private func mutate(_ bytes: inout [UInt8], using generator: inout some RandomNumberGenerator) {
        guard bytes.count > 8 else { return }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let length = Int.random(in: 1...min(20, bytes.count - place), using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<place + length)
        case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        case 3:
            let pieces = ["null", "{}", "[]", "\"\"", "-1", "1e999", "\\u0000", "\\ud800", "true", "}", "]", "\"", ","]
            let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            bytes.replaceSubrange(place..<place + length, with: Array(piece.utf8))
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        }
    }
}

/// Numbers that look random and are the same for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
