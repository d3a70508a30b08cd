import Foundation

extension InboundEvent {
    /// The event as one line of JSON, for people who look for what became of a webhook.
    package var json: String {
        var object: [String: Any] = [
            "channel": channel.rawValue, "account": account, "dedupe": dedupeKey,
            "conversation": ["id": conversation.id, "kind": conversation.kind.rawValue],
        ]
        let who: [String: Any?] = [
            "id": sender.id, "aliases": sender.aliases, "name": sender.displayName, "locale": sender.locale,
        ]
        object["sender"] = who.compactMapValues { $0 }
        object["message"] = messageID
        object["reply_to"] = replyTo
        object["time"] = providerTime.map { RFC3339.text($0) }
        object.merge(content.json) { _, new in new }
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        let data = try? JSONSerialization.data(withJSONObject: object, options: options)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension Content {
    fileprivate var json: [String: Any] {
        switch self {
        case .text(let text): ["kind": "text", "text": text]
        case .choice(let id, let label): ["kind": "choice", "id": id, "label": label ?? NSNull()]
        case .media(let media): ["kind": "media", "media": media.json]
        case .location(let place):
            [
                "kind": "location", "latitude": place.latitude, "longitude": place.longitude,
                "name": place.name ?? NSNull(),
            ]
        case .reaction(let sign, let message): ["kind": "reaction", "sign": sign ?? NSNull(), "to": message]
        case .edit(let message, let text): ["kind": "edit", "of": message, "text": text]
        case .deletion(let message): ["kind": "delete", "of": message]
        case .join(let people): ["kind": "join", "people": people]
        case .leave(let people): ["kind": "leave", "people": people]
        case .status(let status):
            [
                "kind": "status", "of": status.message, "ours": status.ours ?? NSNull(), "stage": status.stage.rawValue,
                "problem": status.failure?.problem ?? NSNull(),
            ]
        case .system(let notice): ["kind": "system", "notice": notice.json]
        case .unsupported(let name): ["kind": "unsupported", "name": name]
        }
    }
}

extension Media {
    fileprivate var json: [String: Any] {
        let all: [String: Any?] = [
            "kind": kind.rawValue, "reference": reference, "caption": caption, "type": type, "size": size,
            "sha256": sha256, "voice": isVoice, "name": name,
        ]
        return all.compactMapValues { $0 }
    }
}

extension SystemNotice {
    fileprivate var json: String {
        switch self {
        case .moved(let id): "moved to \(id)"
        case .blocked: "blocked"
        case .unblocked: "unblocked"
        case .other(let name): name
        }
    }
}

extension SendResult {
    /// What is wrong, as a stable code; `nil` where nothing is.
    package var problem: String? {
        switch self {
        case .accepted, .moved: nil
        case .later(let problem, _), .unknown(let problem), .refused(let problem), .plain(let problem),
            .windowClosed(let problem), .unreachable(let problem), .halted(let problem):
            problem
        }
    }
}
