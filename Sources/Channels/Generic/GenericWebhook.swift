import Foundation

/// The bodies of the generic webhook: what other systems send us, and what we send them.
package enum GenericWebhook {
    /// The longest id, name or label accepted, in code points.
    package static let longestLine = 200

    /// Reads a verified body. `dedupeKey` is its `webhook-id`.
    package static func decode(
        _ body: Data,
        account: String,
        dedupeKey: String
    ) throws(DecodingProblem) -> InboundEvent {
        let root = try read(body)
        guard try root.line("type", limit: longestLine) == "message.received" else {
            throw .unknownType(root.path(of: "type"))
        }
        guard let time = RFC3339.date(try root.line("timestamp", limit: longestLine)) else {
            throw .badTimestamp(root.path(of: "timestamp"))
        }
        let data = try root.object("data")
        let person = try data.object("sender")
        let sender = Sender(
            id: try person.line("id", limit: longestLine),
            displayName: try person.optionalLine("name", limit: longestLine)
        )
        return InboundEvent(
            channel: .generic,
            account: account,
            dedupeKey: dedupeKey,
            sender: sender,
            conversation: try conversation(data, sender: sender),
            content: try content(data),
            providerTime: time
        )
    }

    /// The body of our answer to their request: what there is to say at once.
    package static func reply(dialogue: String?, messages: [OutboundMessage]) throws -> Data {
        try encode(ReplyBody(dialogue: dialogue, messages: messages.map(ReplyBody.Message.init)))
    }

    /// The body of a request from us to their callback: one message that could not wait for theirs.
    package static func callback(_ message: OutboundMessage, at time: Date) throws -> Data {
        try encode(CallbackBody(message, at: time))
    }

    private static func read(_ body: Data) throws(DecodingProblem) -> BodyReader {
        guard String(validating: body, as: UTF8.self) != nil else { throw .notJSON }
        do {
            return try JSONDecoder().decode(BodyReader.self, from: body)
        } catch let problem as DecodingProblem {
            throw problem
        } catch {
            throw .notJSON
        }
    }

    private static func conversation(_ data: BodyReader, sender: Sender) throws(DecodingProblem) -> Conversation {
        guard let place = try data.optionalObject("conversation") else {
            return Conversation(id: sender.id, kind: .direct)
        }
        let id = try place.line("id", limit: longestLine)
        guard let kind = Conversation.Kind(rawValue: try place.line("kind", limit: longestLine)) else {
            throw .unknownKind(place.path(of: "kind"))
        }
        return Conversation(id: id, kind: kind)
    }

    private static func content(_ data: BodyReader) throws(DecodingProblem) -> Content {
        let text = try data.optionalText("text")
        let choice = try data.optionalObject("choice")
        let media = try data.optionalObject("media")
        if let choice {
            guard text == nil, media == nil else { throw .saidTwice }
            return .choice(
                id: try choice.line("id", limit: longestLine),
                label: try choice.optionalLine("label", limit: longestLine)
            )
        }
        if let media {
            // A kind we do not know is still a file: the dialogue asks for words instead.
            let kind = try media.optionalLine("kind", limit: longestLine).flatMap(Media.Kind.init) ?? .other
            return .media(Media(kind: kind, reference: try media.optionalText("url"), caption: text))
        }
        guard let text else { throw .nothingSaid }
        return .text(text)
    }

    private static func encode(_ body: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(body)
    }
}
