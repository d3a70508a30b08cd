import Foundation

@testable import Channels

/// What was read from a webhook, as text for golden files: every field that is set, one on each line.
enum NeutralDump {
    static func text(_ intake: Intake) -> String {
        var lines = intake.events.flatMap { event($0) }
        if intake.unreadable > 0 { lines.append("unreadable: \(intake.unreadable)") }
        lines += intake.courtesies.map { request($0) }
        if lines.isEmpty { lines = ["nothing"] }
        return lines.joined(separator: "\n") + "\n"
    }

    static func request(_ request: HTTPRequest) -> String {
        let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
        return "\(request.method.rawValue) \(request.url)\(body)"
    }

    private static func event(_ event: InboundEvent) -> [String] {
        var lines = ["\(event.channel.rawValue) \(event.account), key \(event.dedupeKey)"]
        func add(_ name: String, _ value: String?) {
            if let value { lines.append("  \(name): \(value)") }
        }
        add("sender", event.sender.id)
        add("aliases", event.sender.aliases.map { $0.joined(separator: ", ") })
        add("name", event.sender.displayName.map(quoted))
        add("locale", event.sender.locale)
        add(event.conversation.kind.rawValue, event.conversation.id)
        add("message", event.messageID)
        add("reply to", event.replyTo)
        add("time", event.providerTime?.formatted(.iso8601))
        add("content", content(event.content))
        return lines
    }

    private static func content(_ content: Content) -> String {
        switch content {
        case .text(let text): "text \(quoted(text))"
        case .choice(let id, let label): "choice \(quoted(id))" + (label.map { " labelled \(quoted($0))" } ?? "")
        case .media(let media): self.media(media)
        case .location(let place):
            "location \(place.latitude) \(place.longitude)" + (place.name.map { " \(quoted($0))" } ?? "")
        case .reaction(let sign, let message): "reaction \(sign ?? "removed") to \(message)"
        case .edit(let message, let text): "edit of \(message), \(quoted(text))"
        case .deletion(let message): "deletion of \(message)"
        case .join(let ids): "join \(people(ids))"
        case .leave(let ids): "leave \(people(ids))"
        case .status(let status): self.status(status)
        case .system(let notice): "system \(self.notice(notice))"
        case .unsupported(let name): "unsupported \(name)"
        }
    }

    private static func media(_ media: Media) -> String {
        let parts: [(String, String?)] = [
            ("from", media.reference),
            ("type", media.type),
            ("bytes", media.size.map(String.init)),
            ("sha256", media.sha256),
            ("voice", media.isVoice.map { $0 ? "yes" : "no" }),
            ("name", media.name.map(quoted)),
            ("album", media.album),
            ("caption", media.caption.map(quoted)),
        ]
        return (["media \(media.kind.rawValue)"] + parts.compactMap { name, value in value.map { "\(name) \($0)" } })
            .joined(separator: ", ")
    }

    private static func status(_ status: DeliveryStatus) -> String {
        var parts = ["status \(status.stage.rawValue) of \(status.message)"]
        if let ours = status.ours { parts.append("ours \(ours)") }
        if let failure = status.failure { parts.append("\(failure)") }
        return parts.joined(separator: ", ")
    }

    private static func people(_ ids: [String]) -> String {
        ids.isEmpty ? "of the bot" : ids.joined(separator: " ")
    }

    private static func notice(_ notice: SystemNotice) -> String {
        switch notice {
        case .moved(let place): "moved to \(place)"
        case .blocked: "blocked"
        case .unblocked: "unblocked"
        case .other(let name): "other \(name)"
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"") + "\""
    }
}
