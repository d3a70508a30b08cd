import Dialogue
import Foundation

@testable import Channels

/// An account, its signed deliveries, and a text for what was read.
enum WhatsAppSupport {
    static let secret = "s3cr3t"
    static let noon = Date(timeIntervalSince1970: 1_795_262_400)

    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/whatsapp")

    static func channel(base: String = WhatsAppSettings.defaultBase) throws -> WhatsAppChannel {
        WhatsAppChannel(
            try WhatsAppSettings(
                account: "liceo",
                phoneNumberID: "1122334455667",
                accessToken: "TOKEN",
                appSecrets: [secret],
                verifyToken: "VERIFY",
                base: base
            )
        )
    }

    static func signature(_ body: Data, secret: String = secret) throws -> String {
        guard let secret = WhatsAppSecret(secret) else { throw WhatsAppSettingsError.badAppSecret }
        return WhatsAppSignature.sign(body, secret: secret)
    }

    static func read(_ body: Data) throws -> Intake {
        let header = try signature(body)
        let delivery = WebhookDelivery(body: body) { $0 == "x-hub-signature-256" ? header : nil }
        return try channel().read(delivery, now: noon)
    }

    static func read(_ body: String) throws -> Intake { try read(Data(body.utf8)) }

    /// A body with one `value`, in which `…` stands for the account's own metadata.
    static func body(_ value: String) -> String {
        let metadata = #""messaging_product":"whatsapp","metadata":{"phone_number_id":"1122334455667"}"#
        let whole = value.replacing("…", with: metadata)
        return
            #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":\#(whole)}]}]}"#
    }

    /// A body with one message of a person who is known by a number alone.
    static func message(_ fields: String) -> String {
        body(#"{…,"messages":[{"from":"569","id":"wamid.1","timestamp":"1780000000",\#(fields)}]}"#)
    }

    // MARK: Text

    static func describe(_ intake: Intake) -> String {
        var lines = intake.events.map { describe($0) }
        lines.append("unreadable: \(intake.unreadable)")
        for courtesy in intake.courtesies {
            lines.append("courtesy: \(courtesy.method.rawValue) \(courtesy.url)")
            lines.append("  " + String(decoding: courtesy.body ?? Data(), as: UTF8.self))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func describe(_ event: InboundEvent) -> String {
        var lines = ["event: \(event.dedupeKey)", "  account: \(event.channel.rawValue) \(event.account)"]
        lines.append("  sender: \(event.sender.id)")
        lines.append("  aliases: \(event.sender.aliases?.joined(separator: ", ") ?? "-")")
        lines.append("  name: \(event.sender.displayName ?? "-")")
        lines.append("  conversation: \(event.conversation.kind.rawValue) \(event.conversation.id)")
        lines.append("  message: \(event.messageID ?? "-")")
        lines.append("  reply to: \(event.replyTo ?? "-")")
        lines.append("  time: \(event.providerTime.map { RFC3339.text($0) } ?? "-")")
        lines.append("  content: \(describe(event.content))")
        return lines.joined(separator: "\n")
    }

    private static func describe(_ content: Content) -> String {
        switch content {
        case .text(let text): "text «\(text)»"
        case .choice(let id, let label): "choice \(id) «\(label ?? "-")»"
        case .media(let media): "media \(describe(media))"
        case .location(let place): "location \(place.latitude) \(place.longitude) «\(place.name ?? "-")»"
        case .reaction(let sign, let message): "reaction \(sign ?? "none") to \(message)"
        case .edit(let message, let text): "edit of \(message) «\(text)»"
        case .deletion(let message): "deletion of \(message)"
        case .join(let people): "join \(people.joined(separator: ", "))"
        case .leave(let people): "leave \(people.joined(separator: ", "))"
        case .status(let status):
            "status \(status.stage.rawValue) of \(status.message), ours \(status.ours ?? "-"), failure "
                + (status.failure.map { "\($0)" } ?? "-")
        case .system(let notice): "system \(notice)"
        case .unsupported(let name): "unsupported \(name)"
        }
    }

    private static func describe(_ media: Media) -> String {
        [
            media.kind.rawValue, "reference \(media.reference ?? "-")", "type \(media.type ?? "-")",
            "size \(media.size.map { "\($0)" } ?? "-")", "sha256 \(media.sha256 ?? "-")",
            "voice \(media.isVoice.map { "\($0)" } ?? "-")", "name \(media.name ?? "-")",
            "caption «\(media.caption ?? "-")»",
        ].joined(separator: ", ")
    }
}
