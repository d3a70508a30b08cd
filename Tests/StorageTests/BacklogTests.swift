import Facilitation
import Storage
import TestSupport
import Testing

/// A long queue behind one address hides nobody else's messages.
@Suite struct BacklogTests {
    @Test(arguments: [1, 300])
    func whoIsBehindNobodyGoesAtOnce(_ backlog: Int) async throws {
        try await TestSupport.withReception { reception in
            let store = reception.store
            try await store.write { store in
                for (address, count) in [("a", backlog), ("b", backlog), ("c", 1), ("d", 1)] {
                    try store.save(Address(id: address, account: "demo", external: address, locale: "es-CL"))
                    for number in 0..<count {
                        var message = TranscriptMessage(
                            id: "\(address)\(number)",
                            address: address,
                            establishment: nil,
                            dialogue: nil,
                            direction: .outbound,
                            text: "hola",
                            at: 1
                        )
                        message.sequence = try store.append(message)
                        // The eldest of a and of b wait for their next attempt; all that follows has been due for long.
                        let isPutOff = number == 0 && ["a", "b"].contains(address)
                        let dueAt: Int64 = isPutOff ? 900 : address == "d" ? 700 : 10 + Int64(number % 9)
                        try store.enqueue(
                            OutboxItem(message: message, account: "demo", external: address, dueAt: dueAt)
                        )
                    }
                }
                if backlog > 1, var last = try store.outboxItem("c0") {
                    // The last of all in the order of what is due.
                    last.dueAt = 50
                    try store.save(last)
                }
            }
            #expect(try await store.read { try $0.due(at: 100, limit: 9).map(\.message.id) } == ["c0"])
            try await store.write { store in
                var sent = try #require(try store.outboxItem("c0"))
                sent.status = .sent
                try store.save(sent)
            }
            #expect(try await store.read { try $0.due(at: 100, limit: 9) }.isEmpty)
            #expect(try await store.read { try $0.nextDue() } == 700)
            let ids = try await store.read { try $0.due(at: 900, limit: 9).map(\.message.id) }
            #expect(ids == ["d0", "a0", "b0"])
        }
    }
}
