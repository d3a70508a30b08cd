import Channels
import Dialogue
import Foundation
import Storage
import TestSupport
import Testing

@testable import Facilitation

/// Answers of a provider and its reports come in any order, and reports more than once.
@Suite struct ReportTests {
    /// What happens to a message, in order.
    enum Happening: Sendable {
        case attempt
        case answer(SendResult)
        case report(DeliveryStatus.Stage, id: String, SendResult? = nil)
        case writes
    }

    private static let late = SendResult.later(problem: "131000", after: nil)
    private static let closed = SendResult.windowClosed(problem: "131047")
    private static let blocked = SendResult.unreachable(problem: "131026")

    @Test(
        arguments: [
            // A silence after the provider has said that it has it means nothing.
            ([.attempt, .report(.sent, id: "w1"), .answer(.unknown(problem: "timeout"))], .sent),
            ([.attempt, .report(.delivered, id: "w1"), .answer(late)], .delivered),
            ([.attempt, .answer(.unknown(problem: "timeout"))], .pending),
            // A failure may be reported before the answer that it was taken.
            ([.attempt, .report(.failed, id: "w1", blocked), .answer(.accepted(id: "w1"))], .waiting),
            ([.attempt, .report(.failed, id: "w1", late), .answer(.accepted(id: "w1"))], .pending),
            ([.attempt, .report(.sent, id: "w1"), .answer(.accepted(id: "w1"))], .sent),
            ([.attempt, .answer(.accepted(id: "w1")), .report(.failed, id: "w1", blocked)], .waiting),
            // A report that comes again does nothing again.
            (
                [
                    .attempt, .answer(.accepted(id: "w1")), .report(.failed, id: "w1", blocked), .writes,
                    .report(.failed, id: "w1", blocked),
                ], .pending
            ),
            // What became of an earlier attempt does not matter once a later one was taken.
            (
                [
                    .attempt, .answer(.accepted(id: "w1")), .report(.failed, id: "w1", late), .attempt,
                    .answer(.accepted(id: "w2")), .report(.failed, id: "w1", late),
                ], .sent
            ),
            (
                [
                    .attempt, .answer(.accepted(id: "w1")), .report(.failed, id: "w1", late), .attempt,
                    .report(.failed, id: "w2", blocked), .answer(.accepted(id: "w2")),
                ], .waiting
            ),
            (
                [
                    .attempt, .answer(.unknown(problem: "timeout")), .attempt, .answer(.accepted(id: "w2")),
                    .report(.failed, id: "w1", closed),
                ], .sent
            ),
        ] as [([Happening], OutboxItem.Status)]
    )
    func nothingIsLostNorSaidTwice(_ happenings: [Happening], _ expected: OutboxItem.Status) async throws {
        try await TestSupport.withReception { reception in
            let account = Account(
                id: "cuenta",
                organization: "demo",
                channel: ChannelKind.whatsapp.rawValue,
                delivery: .provider,
                secrets: [],
                locale: "es-CL"
            )
            try await reception.store.write { store in
                try store.save(account)
                var address = Address(id: "a", account: "cuenta", external: "42", locale: "es-CL")
                address.heardAt = TestSupport.moment.milliseconds
                try store.save(address)
                var message = TranscriptMessage(
                    id: "m1",
                    address: "a",
                    establishment: nil,
                    dialogue: nil,
                    direction: .outbound,
                    text: "hola",
                    at: TestSupport.moment.milliseconds
                )
                message.sequence = try store.append(message)
                try store.enqueue(OutboxItem(message: message, account: "cuenta", external: "42", dueAt: 1))
            }
            for happening in happenings { try await live(happening, account, reception) }
            let status = try await reception.store.read { try $0.outboxItem("m1")?.status }
            #expect(status == expected)
        }
    }

    private func live(_ happening: Happening, _ account: Account, _ reception: Reception) async throws {
        func event(_ content: Content, key: String) -> InboundEvent {
            InboundEvent(
                channel: .whatsapp,
                account: account.id,
                dedupeKey: key,
                sender: Sender(id: "42"),
                conversation: Conversation(id: "42", kind: .direct),
                content: content
            )
        }
        switch happening {
        case .attempt:
            try await reception.store.write { store in
                var item = try #require(try store.outboxItem("m1"))
                item.attempts += 1
                item.providerID = nil
                try store.save(item)
            }
        case .answer(let result):
            let now = TestSupport.moment.milliseconds
            try await reception.store.write {
                try Settlement(store: $0, account: account, now: now, jitter: 0).settle("m1", result)
            }
        case .report(let stage, let id, let failure):
            let status = DeliveryStatus(message: id, ours: "m1", stage: stage, failure: failure)
            _ = try await reception.receive(event(.status(status), key: "status:\(id):\(stage)"))
        case .writes:
            _ = try await reception.receive(event(.text("hola"), key: "w"))
        }
    }
}
