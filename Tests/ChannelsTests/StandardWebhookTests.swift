import Foundation
import Testing

@testable import Channels

@Suite struct StandardWebhookTests {
    static let text = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    static let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    static let time: Int64 = 1_614_265_330
    static let body = Data(#"{"test": 2432232314}"#.utf8)
    static let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

    let webhook: StandardWebhook

    init() throws {
        webhook = StandardWebhook(secrets: [try #require(WebhookSecret(Self.text))])
    }

    func headers(_ changes: [String: String?] = [:]) -> [String: String] {
        let headers: [String: String?] = [
            "webhook-id": Self.id, "webhook-timestamp": String(Self.time), "webhook-signature": Self.signature,
        ]
        return headers.merging(changes) { $1 }.compactMapValues { $0 }
    }

    func verify(_ changes: [String: String?] = [:], body: Data = body, age: Double = 0) throws
        -> StandardWebhook.Receipt
    {
        let headers = headers(changes)
        let now = Date(timeIntervalSince1970: Double(Self.time) + age)
        return try webhook.verify(headers: { headers[$0] }, body: body, now: now)
    }

    @Test func theStandardVector() throws {
        #expect(try webhook.sign(id: Self.id, timestamp: Self.time, body: Self.body) == Self.signature)
        #expect(try webhook.headers(id: Self.id, timestamp: Self.time, body: Self.body) == headers())
        #expect(try verify() == StandardWebhook.Receipt(id: Self.id, timestamp: Self.time))
    }

    static let longSecret =
        "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw=="

    // Signed by standardwebhooks 1.1.0 and by svix 2.9.1 (Python), which agreed on every one.
    @Test(
        arguments: [
            (
                text, "evt-1", 1_795_262_400,
                #"{"type":"message.received","data":{"text":"¿Por qué faltan niñas y niños? 🌱"}}"#,
                "v1,1VuPJOnfrWTxvavIYYMHDQPepWLeA+O1koR8EX06iKQ="
            ),
            (
                longSecret, "0199f0a2-7c3e-7d11-8a55-1b2c3d4e5f60", 1_795_262_400, "",
                "v1,T1KDlSqoM0Ry2o7PvOQxLwODHwZJE3fjaKteD7yKspM="
            ),
            (longSecret, "a", 0, "\r\n\t\u{2028} ñ", "v1,/lLaQ3bpmOg7n8qyDpKvOVas6F5/u6UybbDbq1c/ERI="),
        ] as [(String, String, Int64, String, String)]
    )
    func agreesWithOthers(secret: String, id: String, time: Int64, body: String, signature: String) throws {
        let webhook = StandardWebhook(secrets: [try #require(WebhookSecret(secret))])
        let body = Data(body.utf8)
        #expect(try webhook.sign(id: id, timestamp: time, body: body) == signature)
        let headers = try webhook.headers(id: id, timestamp: time, body: body)
        let now = Date(timeIntervalSince1970: Double(time))
        #expect(try webhook.verify(headers: { headers[$0] }, body: body, now: now).id == id)
    }

    static let wrong = "v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

    @Test(arguments: [
        "\(wrong) \(signature)", "\(signature) \(wrong)", "v1a,bm8= \(signature)", "nocomma \(signature)",
        "  \(signature)  ", "v2,x v1, \(signature)",
    ]) func oneGoodEntryIsEnough(signature: String) throws {
        #expect(try verify(["webhook-signature": signature]).id == Self.id)
    }

    @Test(
        arguments: [
            (["webhook-id": nil], .missingID),
            (["webhook-timestamp": nil], .missingTimestamp),
            (["webhook-signature": nil], .missingSignature),
            (["webhook-id": ""], .malformedID),
            (["webhook-id": "msg.1"], .malformedID),
            (["webhook-id": "msg 1"], .malformedID),
            (["webhook-id": "msg\n1"], .malformedID),
            (["webhook-id": "ñ"], .malformedID),
            (["webhook-id": String(repeating: "a", count: 201)], .malformedID),
            (["webhook-timestamp": ""], .malformedTimestamp),
            (["webhook-timestamp": "1614265330.0"], .malformedTimestamp),
            (["webhook-timestamp": "+1614265330"], .malformedTimestamp),
            (["webhook-timestamp": "-1614265330"], .malformedTimestamp),
            (["webhook-timestamp": " 1614265330"], .malformedTimestamp),
            (["webhook-timestamp": "1614265330000"], .malformedTimestamp),
            (["webhook-timestamp": "١٦١٤٢٦٥٣٣٠"], .malformedTimestamp),
            (["webhook-signature": ""], .malformedSignature),
            (["webhook-signature": "v1"], .malformedSignature),
            (["webhook-signature": "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="], .malformedSignature),
            (["webhook-signature": "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="], .malformedSignature),
            (["webhook-signature": "v1,"], .wrongSignature),
            (["webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE"], .wrongSignature),
            (["webhook-signature": "v1,ñ"], .wrongSignature),
            (["webhook-signature": wrong], .wrongSignature),
            (["webhook-id": "msg_other"], .wrongSignature),
            (["webhook-timestamp": "1614265331"], .wrongSignature),
            (["webhook-timestamp": "01614265330"], .wrongSignature),
        ] as [([String: String?], WebhookError)]
    )
    func refusesBadHeaders(changes: [String: String?], error: WebhookError) {
        #expect(throws: error) { try verify(changes) }
    }

    @Test func everyByteOfTheBodyCounts() {
        #expect(throws: WebhookError.wrongSignature) { try verify(body: Self.body + Data(" ".utf8)) }
        #expect(throws: WebhookError.wrongSignature) { try verify(body: Data()) }
    }

    @Test func theClockMayBeFiveMinutesOff() throws {
        for age in [-300.0, -299, 0, 299, 300, 300.9] { #expect(try verify(age: age).timestamp == Self.time) }
        for age in [301.0, 86400] { #expect(throws: WebhookError.tooOld) { try verify(age: age) } }
        for age in [-301.0, -86400] { #expect(throws: WebhookError.tooNew) { try verify(age: age) } }
        // A stranger learns nothing of the clock.
        #expect(throws: WebhookError.wrongSignature) { try verify(["webhook-signature": Self.wrong], age: 400) }
    }

    @Test func aSecretCanBeReplacedWithoutAGap() throws {
        let old = try #require(WebhookSecret(Self.text))
        let new = try #require(WebhookSecret(Self.longSecret))
        let both = StandardWebhook(secrets: [new, old])
        let signature = try both.sign(id: Self.id, timestamp: Self.time, body: Self.body)
        #expect(signature.split(separator: " ").count == 2)
        for secrets in [[old], [new], [new, old]] {
            let receiver = StandardWebhook(secrets: secrets)
            let headers = headers(["webhook-signature": signature])
            let now = Date(timeIntervalSince1970: Double(Self.time))
            #expect(try receiver.verify(headers: { headers[$0] }, body: Self.body, now: now).id == Self.id)
        }
        #expect(throws: WebhookError.wrongSignature) {
            let headers = headers()
            _ = try StandardWebhook(secrets: []).verify(
                headers: { headers[$0] },
                body: Self.body,
                now: Date(timeIntervalSince1970: Double(Self.time))
            )
        }
    }

    @Test(arguments: ["", "a.b", "a b"]) func refusesToSignABadId(id: String) {
        #expect(throws: WebhookError.malformedID) { try webhook.sign(id: id, timestamp: 0, body: Data()) }
    }

    @Test func missingAndFalseProofDiffer() {
        let unsigned = WebhookError.allCases.filter(\.isUnsigned)
        #expect(unsigned == [.missingID, .missingTimestamp, .missingSignature])
        #expect(Set(WebhookError.allCases.map(\.sentence)).count == WebhookError.allCases.count)
    }
}

@Suite struct WebhookSecretTests {
    @Test(arguments: [(23, false), (24, true), (25, true), (32, true), (64, true), (65, false), (0, false)])
    func keysHaveTwentyFourToSixtyFourBytes(count: Int, isFine: Bool) {
        let encoded = Data(repeating: 7, count: count).base64EncodedString()
        #expect((WebhookSecret("whsec_" + encoded) != nil) == isFine)
        let bare = encoded.prefix { $0 != "=" }
        #expect((WebhookSecret("whsec_" + bare) != nil) == isFine)
    }

    @Test(arguments: [
        "", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa*w", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa w",
    ])
    func refusesWhatIsNoSecret(text: String) {
        #expect(WebhookSecret(text) == nil)
    }

    @Test func aNewSecretReadsBackAndHidesItself() throws {
        var generator = SystemRandomNumberGenerator()
        let secret = WebhookSecret.generate(using: &generator)
        #expect(WebhookSecret(secret.revealed) == secret)
        #expect(secret != WebhookSecret.generate(using: &generator))
        #expect(!"\(secret)".contains(secret.revealed.dropFirst(6)))
        #expect(!String(reflecting: secret).contains(secret.revealed.dropFirst(6)))
    }
}
