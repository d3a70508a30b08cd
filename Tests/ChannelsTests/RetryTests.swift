import Foundation
import Testing

@testable import Channels

@Suite struct RetryTests {
    let now = Date(timeIntervalSince1970: 1_445_412_480)  // Wed, 21 Oct 2015 07:28:00 GMT

    func verdict(_ status: Int, _ retryAfter: String? = nil, attempts: Int = 1, jitter: Double = 0) -> Verdict {
        Retry.verdict(
            .answered(status: status, retryAfter: retryAfter),
            attempts: attempts,
            jitter: jitter,
            now: now
        )
    }

    @Test func theScheduleIsTheStandardOne() {
        #expect(
            Retry.schedule.map(\.components.seconds)
                == [0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]
        )
        for attempts in 1...9 {
            #expect(verdict(500, attempts: attempts) == .retry(after: Retry.schedule[attempts]))
        }
        #expect(verdict(500, attempts: 10) == .dead)
        #expect(verdict(500, attempts: 11) == .dead)
        #expect(verdict(500, attempts: 0) == .retry(after: .seconds(5)))
    }

    @Test(arguments: [200, 201, 202, 204, 299]) func twoHundredsAreDelivered(status: Int) {
        #expect(verdict(status, attempts: 10) == .delivered)
    }

    @Test(arguments: [100, 301, 302, 304, 308, 400, 401, 403, 404, 408, 409, 422, 500, 501, 503])
    func otherAnswersAreRetried(status: Int) {
        #expect(verdict(status) == .retry(after: .seconds(5)))
    }

    @Test func goneStops() {
        #expect(verdict(410) == .stop)
        #expect(verdict(410, attempts: 10) == .stop)
    }

    @Test(arguments: [429, 502, 504]) func overloadedEndpointsGetAMinute(status: Int) {
        #expect(verdict(status) == .retry(after: .seconds(60)))
        #expect(verdict(status, attempts: 2) == .retry(after: .seconds(300)))
        #expect(verdict(status, "7") == .retry(after: .seconds(7)))
    }

    @Test func noAnswerIsRetried() {
        #expect(Retry.verdict(.failed, attempts: 3, jitter: 0, now: now) == .retry(after: .seconds(1800)))
        #expect(Retry.verdict(.failed, attempts: 10, jitter: 0, now: now) == .dead)
    }

    @Test(arguments: [(0.0, 300), (0.5, 315), (1.0, 330), (7.0, 330), (-1.0, 300), (.nan, 300)])
    func jitterAddsUpToATenth(jitter: Double, seconds: Int) {
        #expect(verdict(500, attempts: 2, jitter: jitter) == .retry(after: .seconds(seconds)))
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
        #expect(Retry.wait(retryAfter: header, now: now) == seconds.map { .seconds($0) })
        #expect(verdict(503, header) == .retry(after: .seconds(seconds ?? 5)))
    }

    @Test func anAnswerCarriesItsRetryAfter() {
        let response = HTTPResponse(status: 429, headers: ["retry-after": "9"])
        #expect(Attempt(response) == .answered(status: 429, retryAfter: "9"))
    }
}
