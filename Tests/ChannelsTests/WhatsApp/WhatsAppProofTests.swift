import Foundation
import Testing

@testable import Channels

@Suite struct WhatsAppProofTests {
    static let body = Data(
        (#"{"object":"whatsapp_business_account","entry":[{"id":"9988","changes":[{"value":"#
            + #"{"messaging_product":"whatsapp"},"field":"messages"}]}]}"#).utf8
    )
    static let proof = "sha256=5d99c9a5c6f61552d172c1ecef4c788585c76a59e1538623a43d248dcb5fee38"

    func read(_ header: String?, body: Data = body) throws -> Intake {
        let delivery = WebhookDelivery(body: body) { $0 == "x-hub-signature-256" ? header : nil }
        return try WhatsAppSupport.channel().read(delivery, now: WhatsAppSupport.noon)
    }

    @Test func holdsForTheKnownVector() throws {
        #expect(try WhatsAppSupport.signature(Self.body) == Self.proof)
        #expect(try read(Self.proof).unreadable == 1)
    }

    @Test func nothingIsMissing() {
        #expect(throws: ChannelRefusal(.missingProof)) { try read(nil) }
        #expect(throws: ChannelRefusal(.missingProof)) { try read("") }
    }

    @Test(
        arguments: [
            "sha256=", "sha1=" + proof.dropFirst(7), String(proof.dropFirst(7)), String(proof.dropLast()), proof + "0",
            proof.replacing("5d99", with: "5d98"), proof.replacing("5d99", with: "zz99"), "sha256=ñ", "\0",
            String(repeating: "a", count: 100_000),
        ]
    )
    func aWrongOneIsRefused(header: String) {
        #expect(throws: ChannelRefusal(.wrongProof)) { try read(header) }
    }

    /// Meta may escape what we would not: the bytes count, not what they mean.
    @Test func coversTheBytesAsTheyCame() throws {
        let raw = Data(WhatsAppSupport.message(#""type":"text","text":{"body":"ñ 👋"}"#).utf8)
        let escaped = Data(WhatsAppSupport.message(#""type":"text","text":{"body":"\u00f1 \ud83d\udc4b"}"#).utf8)
        #expect(try WhatsAppSupport.read(raw).events == WhatsAppSupport.read(escaped).events)
        #expect(throws: ChannelRefusal(.wrongProof)) { try read(WhatsAppSupport.signature(raw), body: escaped) }
    }

    @Test func aSecretBeingRetiredStillHolds() throws {
        let channel = WhatsAppChannel(
            try WhatsAppSettings(
                account: "liceo",
                phoneNumberID: "1",
                accessToken: "T",
                appSecrets: ["new", "old"],
                verifyToken: "V"
            )
        )
        for secret in ["new", "old"] {
            let header = try WhatsAppSupport.signature(Data("{}".utf8), secret: secret)
            _ = try channel.read(WebhookDelivery(body: Data("{}".utf8)) { _ in header }, now: WhatsAppSupport.noon)
        }
        let header = try WhatsAppSupport.signature(Data("{}".utf8), secret: "older")
        #expect(throws: ChannelRefusal(.wrongProof)) {
            try channel.read(WebhookDelivery(body: Data("{}".utf8)) { _ in header }, now: WhatsAppSupport.noon)
        }
    }

    @Test func theProofComesBeforeTheBody() {
        #expect(throws: ChannelRefusal(.missingProof)) { try read(nil, body: Data("no".utf8)) }
    }

    @Test func theHandshakeRepeatsTheChallenge() throws {
        let channel = try WhatsAppSupport.channel()
        #expect(try channel.handshake(mode: "subscribe", token: "VERIFY", challenge: "1158201444") == "1158201444")
    }

    @Test(
        arguments: [
            ("subscribe", "VERIFI", "1"), ("subscribe", "", "1"), ("unsubscribe", "VERIFY", "1"), (nil, "VERIFY", "1"),
            ("subscribe", "VERIFY", nil), ("subscribe", "VERIFY", ""), ("subscribe", "VERIFY", "<b>\n"),
            ("subscribe", "VERIFY", String(repeating: "1", count: 257)),
        ] as [(String?, String, String?)]
    )
    func anotherHandshakeIsRefused(mode: String?, token: String, challenge: String?) throws {
        let channel = try WhatsAppSupport.channel()
        #expect(throws: ChannelRefusal(.wrongProof)) {
            try channel.handshake(mode: mode, token: token, challenge: challenge)
        }
    }

    @Test func aHandshakeWithoutATokenHasNoProof() throws {
        let channel = try WhatsAppSupport.channel()
        #expect(throws: ChannelRefusal(.missingProof)) {
            try channel.handshake(mode: "subscribe", token: nil, challenge: "1")
        }
    }

    @Test func secretsAreNeverShown() throws {
        let channel = try WhatsAppSupport.channel()
        var dumped = ""
        dump(channel, to: &dumped)
        for text in ["\(channel)", String(reflecting: channel), "\(channel.settings)", dumped] {
            for secret in ["TOKEN", "VERIFY", WhatsAppSupport.secret] { #expect(!text.contains(secret)) }
        }
    }

    @Test(
        arguments: [
            ("12a", "T", ["s"], "V", "https://x.cl", "Ver", .badPhoneNumberID),
            ("", "T", ["s"], "V", "https://x.cl", "Ver", .badPhoneNumberID),
            ("1", "T\r\nX: 1", ["s"], "V", "https://x.cl", "Ver", .badAccessToken),
            ("1", "", ["s"], "V", "https://x.cl", "Ver", .badAccessToken),
            ("1", "T", [], "V", "https://x.cl", "Ver", .badAppSecret),
            ("1", "T", ["s", ""], "V", "https://x.cl", "Ver", .badAppSecret),
            ("1", "T", ["s"], " ", "https://x.cl", "Ver", .badVerifyToken),
            ("1", "T", ["s"], "V", "graph.facebook.com", "Ver", .badBase),
            ("1", "T", ["s"], "V", "https://x.cl/?a=1", "Ver", .badBase),
            ("1", "T", ["s"], "V", "https://x.cl", "veintiuna letras aquí", .badListLabel),
        ] as [(String, String, [String], String, String, String, WhatsAppSettingsError)]
    )
    func settingsAreChecked(
        id: String,
        token: String,
        secrets: [String],
        verify: String,
        base: String,
        label: String,
        error: WhatsAppSettingsError
    ) {
        #expect(throws: error) {
            try WhatsAppSettings(
                account: "liceo",
                phoneNumberID: id,
                accessToken: token,
                appSecrets: secrets,
                verifyToken: verify,
                base: base,
                listLabel: label
            )
        }
        #expect(!error.sentence.isEmpty)
    }
}
