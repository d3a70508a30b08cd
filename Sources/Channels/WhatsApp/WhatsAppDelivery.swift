import Foundation

/// Reads the body of one webhook: all of `entry[]`, `changes[]`, `messages[]` and `statuses[]`.
struct WhatsAppDelivery {
    private let channel: WhatsAppChannel
    private var intake = Intake()
    private var isOurs = false
    private var isForeign = false

    /// Reads a body whose signature holds.
    static func read(_ body: Data, _ channel: WhatsAppChannel) throws(ChannelRefusal) -> Intake {
        let root: WhatsAppReader
        do {
            root = try JSONDecoder().decode(WhatsAppReader.self, from: body)
        } catch DecodingError.dataCorrupted {
            throw ChannelRefusal(.notJSON)
        } catch {
            // Signed, and no object: to refuse it would only bring it back for a week.
            return Intake(unreadable: 1)
        }
        var delivery = WhatsAppDelivery(channel: channel)
        delivery.read(root)
        guard delivery.isOurs || !delivery.isForeign else { throw ChannelRefusal(.wrongAccount) }
        return delivery.intake
    }

    private init(channel: WhatsAppChannel) {
        self.channel = channel
    }

    private mutating func read(_ root: WhatsAppReader) {
        for entry in elements(root, "entry", isRequired: true) {
            for change in elements(entry, "changes", isRequired: true) { read(change: change) }
        }
    }

    private mutating func read(change: WhatsAppReader) {
        let field = change.line("field") ?? "messages"
        guard let value = change.object("value") else { return intake.unreadable += 1 }
        guard let number = value.object("metadata")?.line("phone_number_id") else {
            // What is told of the account as a whole, a template approved for instance, names no number.
            return intake.unreadable += field == "messages" ? 1 : 0
        }
        guard number == channel.settings.phoneNumberID else {
            isForeign = true
            return intake.unreadable += 1
        }
        isOurs = true
        switch field {
        case "messages":
            let people = WhatsAppPeople(value.list("contacts") ?? [])
            for message in elements(value, "messages") { add(WhatsAppMessage(message, people, account), message) }
            for status in elements(value, "statuses") {
                keep(WhatsAppStatus(status, people).flatMap { $0.event(account: account) })
            }
            intake.unreadable += value.list("errors")?.count ?? 0
        case "group_participants_update":
            for group in elements(value, "groups") where WhatsAppGroup.isChange(group) {
                keep(WhatsAppGroup.event(group, account: account))
            }
        default: break
        }
    }

    private var account: String { channel.settings.account }

    private mutating func add(_ message: WhatsAppMessage?, _ reader: WhatsAppReader) {
        guard let event = message?.event else { return intake.unreadable += 1 }
        intake.events.append(event)
        guard event.conversation.kind == .direct, event.content.isSaid, let id = event.messageID else { return }
        // Groups know neither read marks nor typing.
        if let courtesy = channel.readMark(id) { intake.courtesies.append(courtesy) }
    }

    private mutating func keep(_ event: InboundEvent?) {
        guard let event else { return intake.unreadable += 1 }
        intake.events.append(event)
    }

    /// The objects in an array; whatever else stands there is counted.
    private mutating func elements(
        _ reader: WhatsAppReader,
        _ name: String,
        isRequired: Bool = false
    ) -> [WhatsAppReader] {
        guard let list = reader.list(name) else {
            intake.unreadable += isRequired || reader.has(name) ? 1 : 0
            return []
        }
        let objects = list.compactMap(\.self)
        intake.unreadable += list.count - objects.count
        return objects
    }
}

extension Content {
    /// Whether somebody waits for an answer to it.
    fileprivate var isSaid: Bool {
        switch self {
        case .text, .choice, .media, .location, .unsupported: true
        case .reaction, .edit, .deletion, .join, .leave, .status, .system: false
        }
    }
}
