import Dialogue
import Facilitation
import Foundation
import Scripts
import Storage
import TestSupport
import Testing

/// What every store must do, tried on SQLite.
@Suite struct StoreTests {
    private func seeded(_ body: (SQLiteStore, Address) async throws -> Void) async throws {
        try await TestSupport.withStore { store in
            _ = try await Demo.prepare(store, surroundings: try TestSupport.surroundings(), secret: TestSupport.secret)
            let address = Address(id: "a1", account: Demo.account, external: "ana-1", locale: "es-CL")
            try await store.write { try $0.save(address) }
            try await body(store, address)
        }
    }

    private func message(_ id: String, _ text: String, at: Int64 = 1) -> TranscriptMessage {
        TranscriptMessage(
            id: id,
            address: "a1",
            establishment: nil,
            dialogue: nil,
            direction: .outbound,
            text: text,
            choices: [Choice(id: "1.yes", label: "Sí")],
            at: at
        )
    }

    @Test func anAcknowledgedMessageSurvivesAPowerCut() async throws {
        try await TestSupport.withStore { store in
            let pragmas = try await store.writerPragmas()
            #expect(pragmas == ["journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"])
        }
    }

    @Test func whatIsSavedIsReadBack() async throws {
        try await seeded { store, address in
            let text = "ñandú «árbol» 👩🏽‍🏫\n=1+1"
            let sequence = try await store.write { try $0.append(self.message("m1", text)) }
            let read = try await store.read { try $0.messages(address: "a1", after: 0, limit: 10) }
            #expect(read.map(\.text) == [text])
            #expect(read.first?.sequence == sequence)
            #expect(read.first?.choices == [Choice(id: "1.yes", label: "Sí")])
            #expect(try await store.read { try $0.address(account: Demo.account, external: "ana-1") } == address)
        }
    }

    @Test func anOrganizationTellsWhomToTurnTo() async throws {
        try await seeded { store, _ in
            var organization = try #require(try await store.read { try $0.organizations() }.first)
            for contact in ["Oficina de Datos, datos@daem.example", nil, "Otra"] {
                organization.contact = contact
                try await store.write { [organization] in try $0.save(organization) }
                #expect(try await store.read { try $0.organizations() } == [organization])
            }
        }
    }

    @Test func aFailedPieceLeavesNothingAndHurtsNobody() async throws {
        struct Refused: Error {}
        try await seeded { store, _ in
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<200 {
                    group.addTask {
                        _ = try? await store.write { store in
                            _ = try store.append(self.message("m\(index)", "\(index)"))
                            if index % 3 == 0 { throw Refused() }
                        }
                    }
                }
            }
            let texts = try await store.read { try $0.messages(address: "a1", after: 0, limit: 1000).map(\.text) }
            #expect(Set(texts) == Set((0..<200).filter { $0 % 3 != 0 }.map(String.init)))
        }
    }

    @Test func whoeverIsCancelledHurtsNobody() async throws {
        try await seeded { store, _ in
            let tasks = (0..<100).map { index in
                Task { try await store.write { _ = try $0.append(self.message("m\(index)", "\(index)")) } }
            }
            for index in stride(from: 0, to: 100, by: 3) { tasks[index].cancel() }
            for (index, task) in tasks.enumerated() where index % 3 != 0 { try await task.value }
            let texts = try await store.read { try $0.messages(address: "a1", after: 0, limit: 1000).map(\.text) }
            #expect(Set(texts).isSuperset(of: (0..<100).filter { $0 % 3 != 0 }.map(String.init)))
        }
    }

    @Test func theSameKeyIsRefusedTwice() async throws {
        try await seeded { store, _ in
            let receipt = Receipt(dialogue: nil, messages: ["m1"])
            try await store.write { try $0.save(receipt, account: Demo.account, key: "k", at: 1) }
            await #expect(throws: StoreError.self) {
                try await store.write { try $0.save(receipt, account: Demo.account, key: "k", at: 2) }
            }
            #expect(try await store.read { try $0.receipt(account: Demo.account, key: "k") } == receipt)
        }
    }

    @Test func theOutboxKeepsTheOrderOfAnAddress() async throws {
        try await seeded { store, _ in
            try await store.write { store in
                for index in 1...3 {
                    var message = self.message("m\(index)", "\(index)")
                    message.sequence = try store.append(message)
                    try store.enqueue(
                        OutboxItem(message: message, account: Demo.account, external: "ana-1", dueAt: Int64(10 - index))
                    )
                }
            }
            let first = try await store.read { try $0.due(at: 100, limit: 10) }
            #expect(first.map(\.message.text) == ["1"])
            // The eldest waits for its next attempt: nobody overtakes it.
            try await put("m1", in: store) {
                $0.attempts = 1
                $0.dueAt = 500
                $0.problem = "x"
            }
            #expect(try await store.read { try $0.due(at: 100, limit: 10) }.isEmpty)
            #expect(try await store.read { try $0.nextDue() } == 500)
            // Held until the person writes: it still holds the others back.
            try await put("m1", in: store) { $0.status = .waiting }
            #expect(try await store.read { try $0.due(at: 1_000, limit: 10) }.isEmpty)
            try await put("m1", in: store) {
                $0.status = .sent
                $0.providerID = "wamid.1"
            }
            #expect(try await store.read { try $0.due(at: 100, limit: 10) }.map(\.message.text) == ["2"])
            #expect(try await store.read { try $0.nextDue() } == 8)
            let found = try await store.read { try $0.outboxItem(account: Demo.account, providerID: "wamid.1") }
            #expect(found?.message.id == "m1")
        }
    }

    private func put(_ id: String, in store: SQLiteStore, _ change: @Sendable @escaping (inout OutboxItem) -> Void)
        async throws
    {
        try await store.write { store in
            var item = try #require(try store.outboxItem(id))
            change(&item)
            try store.save(item)
        }
    }

    @Test func whatIsHeldGoesOnceThePersonWrites() async throws {
        try await seeded { store, address in
            try await store.write { store in
                for index in 1...3 {
                    var message = self.message("m\(index)", "\(index)")
                    message.sequence = try store.append(message)
                    try store.enqueue(
                        OutboxItem(message: message, account: Demo.account, external: "ana-1", dueAt: 9_000)
                    )
                }
                try store.hold(address: "a1", problem: "blocked")
            }
            #expect(try await store.read { try $0.outbox(status: .waiting, limit: 9) }.count == 3)
            #expect(try await store.read { try $0.nextDue() } == nil)
            try await store.write { try $0.release(address: "a1", at: 70) }
            #expect(try await store.read { try $0.due(at: 70, limit: 9) }.map(\.message.id) == ["m1"])
            #expect(try await store.read { try $0.outboxCounts(account: Demo.account) } == [.pending: 3])
        }
    }

    @Test func aHaltedAccountSendsNothing() async throws {
        try await seeded { store, _ in
            try await store.write { store in
                var message = self.message("m1", "1")
                message.sequence = try store.append(message)
                try store.enqueue(OutboxItem(message: message, account: Demo.account, external: "ana-1", dueAt: 1))
                var account = try #require(try store.account(Demo.account))
                account.halted = "190"
                account.credentials = ["token": "x"]
                account.settings = ["api": "http://127.0.0.1"]
                try store.save(account)
                #expect(try store.account(Demo.account) == account)
            }
            #expect(try await store.read { try $0.due(at: 9, limit: 9) }.isEmpty)
            #expect(try await store.read { try $0.nextDue() } == nil)
        }
    }

    @Test func anAttemptIsWrittenDownBeforeAndAfter() async throws {
        try await seeded { store, _ in
            try await store.write { store in
                var message = self.message("m1", "1")
                message.sequence = try store.append(message)
                try store.enqueue(OutboxItem(message: message, account: Demo.account, external: "ana-1", dueAt: 1))
                try store.save(SendAttempt(number: 1, at: 5), message: "m1")
                #expect(try store.attempts(message: "m1") == [SendAttempt(number: 1, at: 5)])
                try store.save(SendAttempt(number: 1, at: 5, result: "timeout"), message: "m1")
                #expect(try store.attempts(message: "m1").map(\.result) == ["timeout"])
            }
        }
    }

    @Test func outcomesAreReplacedWhereTheyDiffer() async throws {
        try await seeded { store, _ in
            let program = try #require(try TestSupport.library().flows["five-whys"])
            let dialogue = DialogueRecord(
                id: "d1",
                establishment: "demo-escuela",
                flow: "five-whys",
                version: program.hash,
                state: DialogueState(),
                startedAt: 1,
                updatedAt: 1
            )
            @Sendable func outcome(_ number: Int, _ text: String) -> Outcome {
                Outcome(
                    number: number,
                    kind: "why",
                    text: text,
                    fields: ["evidence": .option("fact")],
                    flow: "five-whys",
                    turn: number
                )
            }
            try await store.write { store in
                try store.save(program.program, version: program.hash, at: 1)
                try store.save(dialogue)
                try store.replace(outcomes: [outcome(1, "a"), outcome(2, "b"), outcome(3, "c")], dialogue: "d1")
                try store.replace(outcomes: [outcome(1, "a"), outcome(2, "B")], dialogue: "d1")
            }
            #expect(try await store.read { try $0.outcomes(dialogue: "d1") } == [outcome(1, "a"), outcome(2, "B")])
            #expect(try await store.read { try $0.program(version: program.hash) } == program.program)
        }
    }

    @Test(arguments: [
        (
            "SELECT * FROM transcript WHERE address = 'a' AND sequence > 5 ORDER BY sequence DESC LIMIT 9",
            "transcript_by_address"
        ),
        ("SELECT * FROM dialogue WHERE establishment = 'e' ORDER BY started_at, id", "dialogue_by_establishment"),
        ("SELECT * FROM address WHERE account = 'a' AND external = 'e'", "sqlite_autoindex_address_2"),
        ("SELECT MIN(due_at) AS due FROM outbox WHERE status = 'pending'", "outbox_due"),
        (
            "SELECT 1 FROM outbox AS elder WHERE elder.status IN ('pending', 'waiting') AND elder.address = 'a' AND elder.sequence < 9",
            "outbox_held"
        ),
        ("SELECT * FROM outbox WHERE account = 'a' AND provider_id = 'p'", "outbox_by_provider_id"),
        ("SELECT * FROM transcript WHERE address = 'a' AND provider_id = 'p'", "transcript_by_provider_id"),
        ("SELECT * FROM attachment WHERE status = 'pending' AND due_at <= 9 ORDER BY due_at", "attachment_due"),
    ])
    func theQueriesOfEveryMessageUseTheirIndex(_ sql: String, _ index: String) async throws {
        try await TestSupport.withStore { store in
            let plan = try await store.plan(of: sql)
            #expect(plan.contains(index), "\(plan)")
            #expect(!plan.contains("SCAN outbox\n"))
        }
    }
}
