import Channels
import Dialogue
import Scripts
import Storage

/// One inbound event inside its transaction.
struct Visit {
    let event: InboundEvent
    let account: Account
    var desk: Desk
    var address: Address

    var store: any StoreTransaction { desk.store }
    var moment: Moment { desk.moment }
    var programs: Programs { desk.reception.programs }

    init(_ event: InboundEvent, at desk: Desk) throws {
        guard let account = try desk.store.account(event.account) else {
            throw FacilitationError.unknownAccount(event.account)
        }
        self.event = event
        self.account = account
        self.desk = desk
        // A group speaks with one voice: its conversation is the address, whoever types.
        let external = event.conversation.kind == .group ? event.conversation.id : event.sender.id
        let locale = event.sender.locale.flatMap { wanted in
            desk.reception.programs.library.locales.first { $0 == wanted }
        }
        address =
            try desk.store.address(account: account.id, external: external)
            ?? Address(id: desk.identifier(), account: account.id, external: external, locale: locale ?? account.locale)
    }

    /// Does what the event asks for, once.
    mutating func receive() throws -> Reception.Reply {
        if let receipt = try store.receipt(account: account.id, key: event.dedupeKey) {
            desk.recall(try receipt.messages.compactMap { try store.message($0) })
            return try reply(dialogue: receipt.dialogue, isRepeated: true)
        }
        try desk.save(address)
        let before = address.dialogue
        if let dialogue = address.dialogue {
            try converse(in: dialogue)
        } else {
            try desk.keep(inbound: words, from: address, establishment: try establishment()?.id, dialogue: nil)
            try welcome()
        }
        try desk.save(address)
        let dialogue = before ?? address.dialogue
        let receipt = Receipt(dialogue: dialogue, messages: desk.said.map(\.id))
        try store.save(receipt, account: account.id, key: event.dedupeKey, at: moment.milliseconds)
        return try reply(dialogue: dialogue, isRepeated: false)
    }

    private mutating func reply(dialogue: String?, isRepeated: Bool) throws -> Reception.Reply {
        var messages: [OutboundMessage] = []
        for message in desk.said {
            guard let recipient = try message.address == address.id ? address : desk.address(message.address),
                recipient.account == account.id
            else { continue }
            messages.append(message.outbound(to: recipient))
        }
        return Reception.Reply(dialogue: dialogue, messages: messages, address: address.id, isRepeated: isRepeated)
    }

    /// The event in words, for the transcript.
    var words: String {
        get throws {
            switch event.content {
            case .text(let text): return text.filter { $0 != "\0" }
            case .choice(let id, let label):
                if let label { return label }
                let offered = try store.messages(address: address.id, after: 0, limit: 30).flatMap(\.choices)
                return offered.last { $0.id == id }?.label ?? id
            case .media(let media): return "[\(media.kind.rawValue)] \(media.caption ?? "")"
            case .unsupported(let name): return "[\(name)]"
            default: return "[other]"
            }
        }
    }

    /// Says something to whoever speaks.
    mutating func say(_ text: String, choices: [Choice] = []) throws {
        try desk.say(text, choices: choices, to: address, establishment: try establishment()?.id)
    }

    func participant() throws -> Participant? {
        try address.participant.flatMap { try store.participant($0) }
    }

    func establishment() throws -> Establishment? {
        try participant().flatMap { try store.establishment($0.establishment) }
    }
}

extension TranscriptMessage {
    /// The message as a channel sends it.
    func outbound(to address: Address) -> OutboundMessage {
        OutboundMessage(
            id: id,
            to: address.external,
            conversation: address.external,
            dialogue: dialogue,
            text: text,
            choices: choices
        )
    }
}
