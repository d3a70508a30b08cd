import Channels
import Dialogue
import Scripts
import Storage

/// One inbound event inside its transaction.
struct Visit {
    let event: InboundEvent
    let reception: Reception
    let store: any StoreTransaction
    let moment: Moment
    let account: Account
    var address: Address
    /// What is said in answer, in order.
    var said: [TranscriptMessage] = []
    /// The newest sequence of every address that has something new.
    var rings: [String: Int64] = [:]
    var hasEnqueued = false

    private var accounts: [String: Account] = [:]
    private var addresses: [String: Address] = [:]

    var programs: Programs { reception.programs }

    init(_ event: InboundEvent, reception: Reception, store: any StoreTransaction, moment: Moment) throws {
        guard let account = try store.account(event.account) else {
            throw FacilitationError.unknownAccount(event.account)
        }
        self.event = event
        self.reception = reception
        self.store = store
        self.moment = moment
        self.account = account
        // A group speaks with one voice: its conversation is the address, whoever types.
        let external = event.conversation.kind == .group ? event.conversation.id : event.sender.id
        address =
            try store.address(account: account.id, external: external)
            ?? Address(
                id: reception.surroundings.identifier(at: moment.milliseconds),
                account: account.id,
                external: external,
                locale: event.sender.locale.flatMap { wanted in
                    reception.programs.library.locales.first { $0 == wanted }
                } ?? account.locale
            )
    }

    /// Does what the event asks for, once.
    mutating func receive() throws -> Reception.Reply {
        if let receipt = try store.receipt(account: account.id, key: event.dedupeKey) {
            said = try receipt.messages.compactMap { try store.message($0) }
            return try reply(dialogue: receipt.dialogue, isRepeated: true)
        }
        try store.save(address)
        let before = address.dialogue
        try keep(inbound: words)
        if let dialogue = address.dialogue {
            try converse(in: dialogue)
        } else {
            try welcome()
        }
        try store.save(address)
        let dialogue = before ?? address.dialogue
        let receipt = Receipt(dialogue: dialogue, messages: said.map(\.id))
        try store.save(receipt, account: account.id, key: event.dedupeKey, at: moment.milliseconds)
        return try reply(dialogue: dialogue, isRepeated: false)
    }

    private mutating func reply(dialogue: String?, isRepeated: Bool) throws -> Reception.Reply {
        let messages = try said.compactMap { message -> OutboundMessage? in
            guard let recipient = try recipient(message.address), recipient.account == account.id else { return nil }
            return message.outbound(to: recipient)
        }
        return Reception.Reply(dialogue: dialogue, messages: messages, address: address.id, isRepeated: isRepeated)
    }

    /// The event in words, for the transcript.
    private var words: String {
        get throws {
            switch event.content {
            case .text(let text): return text.filter { $0 != "\0" }
            case .choice(let id, let label):
                if let label { return label }
                let offered = try store.messages(address: address.id, after: 0, limit: 30).flatMap(\.choices)
                return offered.last { $0.id == id }?.label ?? id
            case .media(let media): return "[\(media.kind.rawValue)] \(media.caption ?? "")"
            case .unsupported(let name): return "[\(name)]"
            }
        }
    }

    // MARK: Transcript

    private mutating func keep(inbound text: String) throws {
        let message = TranscriptMessage(
            id: identifier(),
            address: address.id,
            establishment: try establishment()?.id,
            dialogue: address.dialogue,
            direction: .inbound,
            text: text,
            at: moment.milliseconds
        )
        rings[address.id] = try store.append(message)
    }

    /// Says something to an address: keeps it, and puts it on its way.
    mutating func say(
        _ text: String,
        choices: [Dialogue.Choice] = [],
        to recipient: Address? = nil,
        dialogue: String? = nil
    ) throws {
        let recipient = recipient ?? address
        var message = TranscriptMessage(
            id: identifier(),
            address: recipient.id,
            establishment: try establishment()?.id,
            dialogue: dialogue,
            direction: .outbound,
            text: text,
            choices: choices,
            at: moment.milliseconds
        )
        message.sequence = try store.append(message)
        rings[recipient.id] = message.sequence
        said.append(message)
        if case .callback = try account(recipient.account)?.delivery {
            try store.enqueue(
                OutboxItem(
                    message: message,
                    account: recipient.account,
                    external: recipient.external,
                    dueAt: moment.milliseconds
                )
            )
            hasEnqueued = true
        }
    }

    // MARK: Who

    func identifier() -> String {
        reception.surroundings.identifier(at: moment.milliseconds)
    }

    func participant() throws -> Participant? {
        try address.participant.flatMap { try store.participant($0) }
    }

    func establishment() throws -> Establishment? {
        try participant().flatMap { try store.establishment($0.establishment) }
    }

    /// An address that takes part; the speaker's own is the one in hand.
    mutating func recipient(_ id: String) throws -> Address? {
        if id == address.id { return address }
        if let known = addresses[id] { return known }
        addresses[id] = try store.address(id)
        return addresses[id]
    }

    private mutating func account(_ id: String) throws -> Account? {
        if id == account.id { return account }
        if let known = accounts[id] { return known }
        accounts[id] = try store.account(id)
        return accounts[id]
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
            choices: choices.map { Channels.Choice(id: $0.id, label: $0.label) }
        )
    }
}
