import Dialogue
import Foundation
import Testing

@testable import Channels

/// Every call to Telegram, byte for byte, in files that other programs read too. `UPDATE_GOLDENS=1` rewrites them.
@Suite struct TelegramSentTests {
    static let calls: [(name: String, request: @Sendable (TelegramChannel) throws -> HTTPRequest)] = [
        ("text", { try send(TelegramSamples.message("Hola, Ñuñoa 🌱"), $0) }),
        ("escaped", { try send(TelegramSamples.message(#"a < b && c > d "¿sí?" *no* _no_ <b>x</b> &lt;"#), $0) }),
        ("longest", { try send(TelegramSamples.message(String(repeating: "&🌱", count: 1365)), $0) }),
        ("plain", { try send(TelegramSamples.message("a < b & c", isPlain: true), $0) }),
        ("buttons", { try send(TelegramSamples.message("¿Sigue?", choices: ["Sí", "No <b>"]), $0) }),
        ("scale", { try send(TelegramSamples.message("¿Cuánto?", choices: (1...10).map(String.init)), $0) }),
        (
            "many-buttons",
            { try send(TelegramSamples.message("¿Cuál?", choices: (1...20).map { "Causa número \($0)" }), $0) }
        ),
        ("group-question", { try send(TelegramSamples.message("¿Por qué?", group: "-1001"), $0) }),
        ("group-buttons", { try send(TelegramSamples.message("¿Sigue?", group: "-1001", choices: ["Sí"]), $0) }),
        ("topic", { try send(TelegramSamples.message("¿Por qué?", group: "-1001/3"), $0) }),
        ("set-webhook", { try $0.setWebhookRequest(url: "https://raiz.test/webhooks/telegram/liceo") }),
        ("get-me", { try $0.botRequest() }),
        ("get-file", { try $0.fileRequest("F1") }),
    ]

    private static func send(_ message: OutboundMessage, _ channel: TelegramChannel) throws -> HTTPRequest {
        try channel.request(for: message, now: TelegramSamples.noon)
    }

    @Test(arguments: calls.map(\.name))
    func sendsAsWritten(name: String) throws {
        let call = try #require(Self.calls.first { $0.name == name })
        let request = try call.request(try TelegramSamples.channel())
        let golden = TelegramSamples.folder.appending(path: "sent/\(name).txt")
        let dump = NeutralDump.request(request) + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try Data(dump.utf8).write(to: golden)
        }
        #expect(dump == (try String(contentsOf: golden, encoding: .utf8)))
    }
}
