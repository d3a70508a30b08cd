import Channels
import Dialogue
import Foundation
import Storage
import TestSupport
import Testing

@testable import Facilitation

/// Events that come again, ids that are no longer good, and photos that come together.
@Suite struct RepeatTests {
    private static let account = "bot"

    private func withBot(_ body: (Reception) async throws -> Void) async throws {
        try await TestSupport.withReception { reception in
            var account = Account(
                id: Self.account,
                organization: "demo",
                channel: ChannelKind.telegram.rawValue,
                delivery: .provider,
                secrets: [],
                locale: "es-CL"
            )
            account.settings["answers"] = "webhook"
            try await reception.store.write { [account] in try $0.save(account) }
            try await body(reception)
        }
    }

    private func event(
        _ content: Content,
        key: String = UUID().uuidString,
        from: String = "42",
        kind: Conversation.Kind = .direct
    ) -> InboundEvent {
        InboundEvent(
            channel: .telegram,
            account: Self.account,
            dedupeKey: key,
            sender: Sender(id: "42"),
            conversation: Conversation(id: from, kind: kind),
            content: content
        )
    }

    @Test func whatTheLostAnswerCarriedIsInTheNextOne() async throws {
        try await withBot { reception in
            let first = try await reception.receive(event(.text("hola"), key: "1"))
            #expect(first.inResponse != nil)
            let again = try await reception.receive(event(.text("hola"), key: "1"))
            #expect(again.isRepeated)
            #expect(again.inResponse == first.inResponse)
        }
    }

    @Test func whatWentByTheOutboxIsNotInTheNextAnswer() async throws {
        try await withBot { reception in
            _ = try await reception.receive(event(.text("hola"), key: "1"))
            // The first two messages are said, one in the answer, the other is still on its way: what follows queues.
            let second = try await reception.receive(event(.text("ARM234"), key: "2"))
            #expect(second.inResponse == nil)
            let again = try await reception.receive(event(.text("ARM234"), key: "2"))
            #expect(again.inResponse == nil)
        }
    }

    @Test func anAlbumIsAnsweredOnceAndAnotherOneAgain() async throws {
        try await withBot { reception in
            func photo(_ album: String?) -> InboundEvent {
                event(.media(Media(kind: .image, reference: UUID().uuidString, album: album)))
            }
            let counts = try await [photo("7"), photo("7"), photo("7"), photo("8"), photo(nil), photo(nil)]
                .asyncMap { try await reception.receive($0).messages.isEmpty }
            #expect(counts == [false, true, true, false, false, false])
            let due = try await reception.store.read { try $0.attachments(due: .max, limit: 9).count }
            #expect(due == 6)
        }
    }

    @Test func theIDOfAGroupBeforeItGrewIsStillTheGroup() async throws {
        try await withBot { reception in
            _ = try await reception.receive(event(.text("hola"), from: "-11", kind: .group))
            let before = try await reception.store.read { try $0.address(account: Self.account, external: "-11")?.id }
            _ = try await reception.receive(event(.system(.moved(to: "-100")), from: "-11", kind: .group))
            let reply = try await reception.receive(event(.choice(id: "x", label: "Sí"), from: "-11", kind: .group))
            #expect(reply.address == before)
            #expect(reply.messages.first?.to == "-100")
            #expect(reply.messages.first?.text.contains("soy Raíz") == false)
            let old = try await reception.store.read { try $0.address(account: Self.account, external: "-11") }
            #expect(old == nil)
        }
    }

    @Test func whoWasForgottenIsNotKnownByAFormerIDEither() async throws {
        try await withBot { reception in
            for text in ["ARM234", "2"] {
                _ = try await reception.receive(event(.text(text), from: "-11", kind: .group))
            }
            _ = try await reception.receive(event(.system(.moved(to: "-100")), from: "-11", kind: .group))
            for text in ["borrar mis datos", "sí"] {
                _ = try await reception.receive(event(.text(text), from: "-100", kind: .group))
            }
            let known = try await reception.store.read { try $0.address(account: Self.account, former: "-11") }
            #expect(known == nil)
        }
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var results: [T] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
