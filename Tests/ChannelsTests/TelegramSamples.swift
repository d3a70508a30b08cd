import Dialogue
import Foundation
import Testing

@testable import Channels

/// The bot that the samples were written to.
enum TelegramSamples {
    static let noon = Date(timeIntervalSince1970: 1_795_262_400)
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/telegram")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static func body(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: "\(name).json"))
    }

    static func channel(secrets: [String] = ["secreto-de-prueba"], api: String = "https://api.test") throws
        -> TelegramChannel
    {
        try TelegramChannel(
            account: "liceo",
            token: try #require(TelegramToken("1:clave")),
            secrets: try secrets.map { try #require(TelegramSecret($0)) },
            username: "@edubot_test_bot",
            api: api
        )
    }

    static func read(_ body: Data, secret: String? = "secreto-de-prueba") throws -> Intake {
        let delivery = WebhookDelivery(body: body) { $0 == "x-telegram-bot-api-secret-token" ? secret : nil }
        return try channel().read(delivery, now: noon)
    }

    static func message(
        _ text: String = "hola",
        id: String = "018f3a7e-0000-7000-8000-000000000001",
        to: String = "42",
        group: String? = nil,
        choices: [String] = [],
        isPlain: Bool = false
    ) -> OutboundMessage {
        OutboundMessage(
            id: id,
            to: to,
            isGroup: group != nil,
            conversation: group ?? to,
            text: text,
            choices: choices.enumerated().map { Choice(id: "\($0.offset)", label: $0.element) },
            isPlain: isPlain
        )
    }
}
