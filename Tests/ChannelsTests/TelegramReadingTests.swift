import Foundation
import Testing

@testable import Channels

/// What Telegram sends is what Raíz understands. `UPDATE_GOLDENS=1` rewrites what stands beside each sample.
@Suite struct TelegramReadingTests {
    @Test(arguments: TelegramSamples.names)
    func readsAsWrittenBeside(name: String) throws {
        let dump = NeutralDump.text(try TelegramSamples.read(try TelegramSamples.body(name)))
        let golden = TelegramSamples.folder.appending(path: "\(name).txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try Data(dump.utf8).write(to: golden)
        }
        let expected = try String(contentsOf: golden, encoding: .utf8)
        #expect(dump == expected)
    }

    @Test func thereAreSamples() {
        #expect(TelegramSamples.names.count > 50)
    }

    @Test(arguments: TelegramSamples.names.filter { $0.contains("other-talk") || $0 == "group-reply-to-person" })
    func whatPeopleSayToEachOtherLeavesNoTrace(name: String) throws {
        let intake = try TelegramSamples.read(try TelegramSamples.body(name))
        #expect(intake == Intake())
    }

    @Test func bothChatsOfAMoveTellItUnderOneKey() throws {
        let keys = try ["migrate", "migrated-from"].map { name in
            let intake = try TelegramSamples.read(try TelegramSamples.body(name))
            let event = try #require(intake.events.first)
            #expect(event.conversation == Conversation(id: "-5", kind: .group))
            #expect(event.content == .system(.moved(to: "-100123")))
            return event.dedupeKey
        }
        #expect(Set(keys).count == 1)
    }

    // MARK: - Proof

    @Test func withoutASecretNothingIsRead() throws {
        #expect(throws: ChannelRefusal(.missingProof)) {
            try TelegramSamples.read(try TelegramSamples.body("text"), secret: nil)
        }
    }

    @Test(arguments: ["", "otro", "secreto-de-prueb", "secreto-de-pruebaa", "SECRETO-DE-PRUEBA", "secreto-de-prueba "])
    func anotherSecretIsRefused(secret: String) throws {
        #expect(throws: ChannelRefusal(.wrongProof)) {
            try TelegramSamples.read(try TelegramSamples.body("text"), secret: secret)
        }
    }

    @Test func theProofComesBeforeTheBody() {
        #expect(throws: ChannelRefusal(.wrongProof)) { try TelegramSamples.read(Data("?".utf8), secret: "otro") }
    }

    @Test func aSecretThatIsBeingRetiredStillHolds() throws {
        let channel = try TelegramSamples.channel(secrets: ["nuevo", "viejo"])
        for secret in ["nuevo", "viejo"] {
            let delivery = WebhookDelivery(body: try TelegramSamples.body("text")) { _ in secret }
            #expect(try channel.read(delivery, now: TelegramSamples.noon).events.count == 1)
        }
    }

    @Test func withoutSecretsNobodyComesIn() throws {
        let channel = try TelegramSamples.channel(secrets: [])
        let delivery = WebhookDelivery(body: try TelegramSamples.body("text")) { _ in "" }
        #expect(throws: ChannelRefusal(.wrongProof)) { try channel.read(delivery, now: TelegramSamples.noon) }
    }
}
