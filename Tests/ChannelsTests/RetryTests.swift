import Foundation
import Testing

@testable import Channels

@Suite struct RetryTests {
    let now = Date(timeIntervalSince1970: 1_445_412_480)  // Wed, 21 Oct 2015 07:28:00 GMT

    func wait(
        _ schedule: RetrySchedule = .webhook,
        attempts: Int = 1,
        asked: Duration? = nil,
        jitter: Double = 0,
        age: Duration = .zero
    ) -> Duration? {
        schedule.wait(attempts: attempts, asked: asked, jitter: jitter, age: age)
    }

    @Test func theScheduleOfWebhooksIsTheStandardOne() {
        let seconds = (1...9).map { wait(attempts: $0)?.components.seconds }
        #expect(seconds == [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400])
        #expect(wait(attempts: 0) == .seconds(5))
        // Ten attempts: after the tenth, nine waits have gone by.
        let age = Duration.seconds(seconds.compactMap(\.self).reduce(0, +))
        #expect(wait(attempts: 10, age: age) == nil)
        #expect(wait(attempts: 9, age: age - .seconds(86400)) != nil)
    }

    @Test func thePairLimitIsAskedAfterPowersOfFour() {
        let seconds = (1...7).map { wait(.messenger, attempts: $0)?.components.seconds }
        #expect(seconds == [1, 4, 16, 64, 256, 1024, 3600])
        #expect(wait(.messenger, attempts: 40) == .seconds(3600))
    }

    @Test func aChatMessageIsNotSentADayLater() {
        #expect(wait(.messenger, attempts: 20, age: .seconds(86400)) == nil)
        #expect(wait(.messenger, attempts: 1, asked: .seconds(86400), age: .seconds(60)) == nil)
        #expect(wait(.messenger, attempts: 1, age: .seconds(80000)) != nil)
    }

    @Test func whatTheOtherSideAsksIsKept() {
        #expect(wait(attempts: 5, asked: .seconds(7)) == .seconds(7))
        #expect(wait(attempts: 1, asked: .seconds(-3)) == .zero)
        #expect(wait(attempts: 1, asked: .seconds(9_999_999), age: .zero) == .seconds(86400))
        #expect(wait(.messenger, attempts: 1, asked: .seconds(9_999_999), age: .seconds(1)) == nil)
    }

    @Test(arguments: [(0.0, 300), (0.5, 315), (1.0, 330), (7.0, 330), (-1.0, 300), (.nan, 300)])
    func jitterAddsUpToATenth(jitter: Double, seconds: Int) {
        #expect(wait(attempts: 2, jitter: jitter) == .seconds(seconds))
    }

    @Test(
        arguments: [
            ("120", 120), (" 3 ", 3), ("0", 0), ("99999999", 86400), ("99999999999999999999999", 86400),
            ("Wed, 21 Oct 2015 07:28:30 GMT", 30), ("Wed, 21 Oct 2015 07:00:00 GMT", 0),
            ("Wed, 21 Oct 2026 07:28:00 GMT", 86400),
            ("", nil), ("-1", nil), ("1.5", nil), ("soon", nil), ("Wed, 31 Feb 2015 07:28:00 GMT", nil),
            ("Wed, 21 Oct 2015 07:28:30 GMT+1", nil), ("٣", nil),
        ] as [(String, Int?)]
    )
    func retryAfterIsReadInBothForms(header: String, seconds: Int?) {
        #expect(RetryAfter.wait(header, now: now) == seconds.map { .seconds($0) })
    }

    @Test(
        arguments: [
            (200, nil, .accepted(id: nil)), (204, nil, .accepted(id: nil)), (410, nil, .halted(problem: "status-410")),
            (500, nil, .later(problem: "status-500", after: nil)),
            (404, nil, .later(problem: "status-404", after: nil)),
            (302, nil, .later(problem: "status-302", after: nil)),
            (503, "9", .later(problem: "status-503", after: .seconds(9))),
            (429, nil, .later(problem: "status-429", after: .seconds(60))),
            (429, "7", .later(problem: "status-429", after: .seconds(7))),
        ] as [(Int, String?, SendResult)]
    )
    func aCallbacksAnswerIsJudged(status: Int, retryAfter: String?, result: SendResult) {
        let channel = GenericChannel(account: "a", secrets: [], callback: "https://example.org")
        let response = HTTPResponse(status: status, headers: retryAfter.map { ["retry-after": $0] } ?? [:])
        #expect(channel.judge(.success(response), now: now) == result)
    }

    @Test func noAnswerIsTriedAgainUnderTheSameID() {
        let channel = GenericChannel(account: "a", secrets: [], callback: "https://example.org")
        let failure = HTTPFailure(.timeout, isAmbiguous: true)
        #expect(channel.judge(.failure(failure), now: now) == .later(problem: "timeout", after: nil))
    }
}
