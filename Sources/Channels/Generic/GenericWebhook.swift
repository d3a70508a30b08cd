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
        let type = try root.line("type", limit: longestLine)
        guard let kind = Kind(rawValue: type) else { throw .unknownType(root.path(of: "type")) }
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
            content: try content(kind, data),
            messageID: kind == .received ? try data.optionalLine("id", limit: longestLine) ?? dedupeKey : nil,
            replyTo: try data.optionalLine("reply_to", limit: longestLine),
            providerTime: time
        )
    }

    /// What other systems tell us.
    package enum Kind: String, Sendable, CaseIterable {
        case received = "message.received"
        /// `data.id` names the earlier message, `data.text` is what it says now.
        case edited = "message.edited"
        /// `data.id` names the message that was taken back.
        case deleted = "message.deleted"
        /// `data.id` names a message of ours, `data.status` how far it has come.
        case status = "message.status"
        /// The bot came into a group.
        case joined = "conversation.joined"
        /// The bot left a group, or somebody blocked it.
        case left = "conversation.left"
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

    private static func content(_ kind: Kind, _ data: BodyReader) throws(DecodingProblem) -> Content {
        switch kind {
        case .received: return try received(data)
        case .edited:
            let id = try data.line("id", limit: longestLine)
            guard let text = try data.optionalText("text") else { throw .nothingSaid }
            return .edit(of: id, text: text)
        case .deleted: return .deletion(of: try data.line("id", limit: longestLine))
        case .joined: return .join([])
        case .left: return .leave([])
        case .status:
            let id = try data.line("id", limit: longestLine)
            guard let stage = DeliveryStatus.Stage(rawValue: try data.line("status", limit: longestLine)) else {
                throw .unknownStatus(data.path(of: "status"))
            }
            let failure: SendResult? = stage == .failed ? .refused(problem: "reported-failed") : nil
            return .status(DeliveryStatus(message: id, ours: id, stage: stage, failure: failure))
        }
    }

    private static func received(_ data: BodyReader) throws(DecodingProblem) -> Content {
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
            return .media(
                Media(
                    kind: kind,
                    reference: try media.optionalText("url"),
                    caption: text,
                    type: try media.optionalLine("type", limit: longestLine),
                    name: try media.optionalLine("name", limit: longestLine)
                )
            )
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
