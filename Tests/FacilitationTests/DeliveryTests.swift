import Channels
import Dialogue
import Foundation
import Storage
import TestSupport
import Testing

@testable import Facilitation

/// What becomes of a message once it was tried: at once, or when the provider reports it.
@Suite struct SettlementTests {
    private func settled(
        _ result: SendResult,
        channel: ChannelKind = .telegram,
        isNudge: Bool = false,
        isPlain: Bool = false,
        age: Int64 = 0,
        then check: @Sendable @escaping (any StoreTransaction, OutboxItem) throws -> Void
    ) async throws {
        try await TestSupport.withStore { store in
            _ = try await Demo.prepare(store, surroundings: try TestSupport.surroundings(), secret: TestSupport.secret)
            try await store.write { store in
                let account = Account(
                    id: "cuenta",
                    organization: "demo",
                    channel: channel.rawValue,
                    delivery: .provider,
                    secrets: [],
                    locale: "es-CL"
                )
                try store.save(account)
                try store.save(Address(id: "a", account: "cuenta", external: "42", locale: "es-CL"))
                for number in 1...2 {
                    var message = TranscriptMessage(
                        id: "m\(number)",
                        address: "a",
                        establishment: nil,
                        dialogue: nil,
                        direction: .outbound,
                        text: "hola",
                        at: 1_000_000_000 - age
                    )
                    message.sequence = try store.append(message)
                    let item = OutboxItem(
                        message: message,
                        account: "cuenta",
                        external: "42",
                        attempts: 2 - number,
                        dueAt: 1,
                        isNudge: isNudge,
                        isPlain: isPlain
                    )
                    try store.enqueue(item)
                }
                let settlement = Settlement(store: store, account: account, now: 1_000_000_000, jitter: 0)
                try settlement.settle("m1", result)
                try check(store, try #require(try store.outboxItem("m1")))
            }
        }
    }

    @Test func acceptedIsSentUnderTheProvidersID() async throws {
        try await settled(.accepted(id: "42:7")) { store, item in
            #expect(item.status == .sent)
            #expect(item.providerID == "42:7")
            let ids = try store.due(at: 1_000_000_000, limit: 9).map { $0.message.id }
            #expect(ids == ["m2"])
        }
    }

    @Test func laterWaitsAsLongAsIsAskedAndHoldsWhatFollows() async throws {
        try await settled(.later(problem: "429", after: .seconds(7))) { store, item in
            #expect(item.status == .pending)
            #expect(item.dueAt == 1_000_007_000)
            let found1 = try store.due(at: 1_000_006_999, limit: 9)
            #expect(found1.isEmpty)
        }
    }

    @Test func whatIsADayOldIsGivenUpAndKept() async throws {
        try await settled(.later(problem: "500", after: nil), age: 25 * 3_600_000) { store, item in
            #expect(item.status == .dead)
            let ids = try store.outbox(status: .dead, limit: 9).map { $0.message.id }
            #expect(ids == ["m1"])
        }
    }

    @Test func aReminderWithAnUnknownFateIsNotSaidTwiceAndAQuestionIs() async throws {
        try await settled(.unknown(problem: "timeout"), isNudge: true) { _, item in #expect(item.status == .dead) }
        try await settled(.unknown(problem: "timeout")) { _, item in #expect(item.status == .pending) }
    }

    @Test func aProviderThatReportsIsGivenAMinuteBeforeADoubtfulMessageGoesAgain() async throws {
        try await settled(.unknown(problem: "timeout"), channel: .whatsapp) { store, item in
            #expect(item.dueAt == 1_000_060_000)
            let account = try #require(try store.account("cuenta"))
            let settlement = Settlement(store: store, account: account, now: 1_000_001_000, jitter: 0)
            try settlement.report(DeliveryStatus(message: "wamid.1", ours: "m1", stage: .sent), key: "k")
            let found2 = try store.outboxItem("m1")
            #expect(found2?.status == .sent)
            let found3 = try store.outboxItem("m1")
            #expect(found3?.providerID == "wamid.1")
        }
    }

    @Test func markupThatIsRefusedGoesPlainOnce() async throws {
        try await settled(.plain(problem: "entities")) { _, item in
            #expect(item.isPlain)
            #expect(item.status == .pending)
        }
        try await settled(.plain(problem: "entities"), isPlain: true) { _, item in #expect(item.status == .dead) }
    }

    @Test func whoBlockedTheBotIsLeftAloneUntilTheyWrite() async throws {
        try await settled(.unreachable(problem: "403")) { store, _ in
            let ids = try store.outbox(status: .waiting, limit: 9).map { $0.message.id }
            #expect(ids == ["m1", "m2"])
            let found4 = try store.address("a")
            #expect(found4?.unreachable == "403")
            try store.release(address: "a", at: 5)
            let due = try store.due(at: 5, limit: 9).map { $0.message.id }
            #expect(due == ["m1"])
        }
    }

    @Test func aMovedConversationGetsEverythingAtItsNewID() async throws {
        try await settled(.moved(to: "-100")) { store, item in
            #expect(item.external == "-100")
            #expect(item.status == .pending)
            let found5 = try store.outboxItem("m2")
            #expect(found5?.external == "-100")
            let found6 = try store.address("a")
            #expect(found6?.external == "-100")
        }
    }

    @Test func aBadTokenStopsTheAccountAndLosesNothing() async throws {
        try await settled(.halted(problem: "190")) { store, item in
            #expect(item.status == .pending)
            let found7 = try store.account("cuenta")
            #expect(found7?.halted == "190")
            let due = try store.due(at: .max, limit: 9)
            #expect(due.isEmpty)
        }
    }

    @Test func reportsNeverTakeAMessageBack() async throws {
        try await settled(.accepted(id: "w1"), channel: .whatsapp) { store, _ in
            let account = try #require(try store.account("cuenta"))
            let settlement = Settlement(store: store, account: account, now: 1, jitter: 0)
            for stage in [DeliveryStatus.Stage.read, .delivered, .sent] {
                try settlement.report(DeliveryStatus(message: "w1", stage: stage), key: "k")
            }
            let found8 = try store.outboxItem("m1")
            #expect(found8?.status == .read)
        }
    }

    @Test func aClosedWindowReportedLaterBringsTheMessageBack() async throws {
        try await settled(.accepted(id: "w1"), channel: .whatsapp) { store, _ in
            let account = try #require(try store.account("cuenta"))
            let settlement = Settlement(store: store, account: account, now: 9, jitter: 0)
            let failure = SendResult.windowClosed(problem: "131047")
            try settlement.report(DeliveryStatus(message: "w1", stage: .failed, failure: failure), key: "k")
            let found9 = try store.outboxItem("m1")
            #expect(found9?.status == .pending)
            let found10 = try store.address("a")
            #expect(found10?.heardAt == nil)
        }
    }

    @Test func anotherAccountsReportChangesNothing() async throws {
        try await settled(.later(problem: "x", after: nil)) { store, _ in
            var other = try #require(try store.account("cuenta"))
            other.id = "otra"
            try store.save(other)
            try Settlement(store: store, account: other, now: 1, jitter: 0)
                .report(DeliveryStatus(message: "x", ours: "m1", stage: .read), key: "k")
            let found11 = try store.outboxItem("m1")
            #expect(found11?.status == .pending)
        }
    }
}

@Suite struct PacingTests {
    @Test func aBurstAndThenOneAtATime() {
        let pacing = Pacing()
        let pace = [("ana", Capabilities.Pace(every: .seconds(6), burst: 3))]
        for _ in 1...3 { #expect(pacing.reserve(pace, at: 1_000) == nil) }
        #expect(pacing.reserve(pace, at: 1_000) == 7_000)
        #expect(pacing.reserve(pace, at: 6_999) == 7_000)
        #expect(pacing.reserve(pace, at: 7_000) == nil)
        #expect(pacing.reserve(pace, at: 7_000) == 13_000)
        // After a long silence there is a burst again, and no more than that.
        for _ in 1...3 { #expect(pacing.reserve(pace, at: 900_000) == nil) }
        #expect(pacing.reserve(pace, at: 900_000) != nil)
    }

    @Test func aRefusalTakesNoPlaceAnywhere() {
        let pacing = Pacing()
        let slow = ("ana", Capabilities.Pace(every: .seconds(60), burst: 1))
        let account = ("cuenta", Capabilities.Pace(every: .seconds(1), burst: 2))
        #expect(pacing.reserve([account, slow], at: 0) == nil)
        for _ in 1...5 { #expect(pacing.reserve([account, slow], at: 0) == 60_000) }
        #expect(pacing.reserve([account], at: 0) == nil)
        #expect(pacing.reserve([account], at: 0) == 1_000)
    }
}

@Suite struct QuietHoursTests {
    /// Wall-clock times in Santiago, with the offset that holds on that day.
    @Test(
        arguments: [
            ("2026-11-21T10:00:00-03:00", "2026-11-21T10:00:00-03:00"),
            ("2026-11-21T20:59:59-03:00", "2026-11-21T20:59:59-03:00"),
            ("2026-11-21T21:00:00-03:00", "2026-11-22T08:00:00-03:00"),
            ("2026-11-21T03:00:00-03:00", "2026-11-21T08:00:00-03:00"),
            ("2026-11-21T08:00:00-03:00", "2026-11-21T08:00:00-03:00"),
            // Clocks go back in the night to 5 April 2026, and forward in the night to 6 September 2026.
            ("2026-04-04T22:00:00-03:00", "2026-04-05T08:00:00-04:00"),
            ("2026-09-05T22:00:00-04:00", "2026-09-06T08:00:00-03:00"),
        ]
    )
    func aReminderWaitsForTheMorning(at: String, until: String) throws {
        let read = { (text: String) throws -> Int64 in
            Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970) * 1000
        }
        let (evening, morning) = (try read(at), try read(until))
        let surroundings = try TestSupport.surroundings()
        #expect(surroundings.afterQuiet(evening) == morning)
    }
}

@Suite struct KnockTests {
    @Test func aKnockBeforeTheSleepSparesIt() async {
        let knock = Knock()
        knock.knock()
        await knock.wait(atMost: .seconds(3_600))
    }

    @Test func aSleeperIsWokenAgainAndAgain() async {
        let knock = Knock()
        for _ in 1...3 {
            await knock.wait(atMost: .milliseconds(1))
            async let sleep: Void = knock.wait(atMost: .seconds(3_600))
            knock.knock()
            await sleep
        }
    }
}
