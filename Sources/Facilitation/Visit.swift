import Channels
import Dialogue
import Scripts
import Storage

/// One inbound event inside its transaction.
struct Visit {
    var event: InboundEvent
    let account: Account
    var desk: Desk
    var address: Address
    /// What the account calls whoever speaks: answers go there, even once it is forgotten here.
    private let external: String
    /// A file that came with an anonymous question: whose it is could be seen or heard, so it is not kept.
    var keepsNoFile = false
    private var keepsFile = false

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
        let isGroup = event.conversation.kind == .group
        let external = isGroup ? event.conversation.id : event.sender.id
        let locales = desk.reception.programs.library.locales
        let locale = event.sender.locale.flatMap { wanted in
            // "es" and "es-AR" are better served by "es-CL" than by another language.
            locales.first { $0 == wanted } ?? locales.first { $0.prefix(2) == wanted.prefix(2) }
        }
        let aliases = isGroup ? [] : event.sender.aliases ?? []
        let known = try ([external] + aliases).lazy.compactMap { external in
            try desk.store.address(account: account.id, external: external)
        }.first
        let moved = try known == nil ? desk.store.address(account: account.id, former: external) : nil
        address =
            known ?? moved
            ?? Address(id: desk.identifier(), account: account.id, external: external, locale: locale ?? account.locale)
        // A provider may come to know somebody by a better id.
        if moved == nil { address.external = external }
        self.external = address.external
        address.isGroup = isGroup
    }

    /// Does what the event asks for, once.
    mutating func receive() throws -> Reception.Reply {
        if let receipt = try store.receipt(account: account.id, key: event.dedupeKey) {
            let said = try receipt.messages.compactMap { try store.message($0) }
            // The event comes again because our answer did not arrive, and so neither did what it carried.
            try desk.recall(said, inResponseTo: account.answersInWebhook ? address.id : nil)
            return try reply(dialogue: receipt.dialogue, isRepeated: true)
        }
        let before = address.dialogue
        try isNotice() ? notice() : hear()
        let dialogue = before ?? address.dialogue
        let receipt = Receipt(dialogue: dialogue, messages: desk.said.map(\.id))
        try store.save(receipt, account: account.id, key: event.dedupeKey, at: moment.milliseconds)
        return try reply(dialogue: dialogue, isRepeated: false)
    }

    /// Somebody speaks: what was held for them goes out before any answer.
    private mutating func hear() throws {
        address.heardAt = moment.milliseconds
        address.unreachable = nil
        try desk.save(address)
        try desk.release(address)
        if account.answersInWebhook { desk.takesFirst = address.id }
        if case .media(let media) = event.content { desk.promised = uploaded(media) }
        resolvePressed()
        if try isOneMoreOfAnAlbum() {
            try keepHeard()
        } else if let dialogue = address.dialogue {
            try converse(in: dialogue)
        } else {
            try keepHeard()
            try welcome()
        }
        keepsFile = try keepAttachment()
        try desk.save(address)
    }

    /// Keeps what was said outside of dialogues.
    mutating func keepHeard() throws {
        try desk.keep(
            inbound: words,
            from: address,
            establishment: try establishment()?.id,
            dialogue: nil,
            providerID: event.messageID
        )
    }

    private mutating func reply(dialogue: String?, isRepeated: Bool) throws -> Reception.Reply {
        var messages: [OutboundMessage] = []
        for message in desk.said {
            guard let recipient = try message.address == address.id ? address : desk.address(message.address),
                recipient.account == account.id
            else { continue }
            let isSpeaker = message.address == address.id
            messages.append(message.outbound(to: isSpeaker ? external : recipient.external, isGroup: recipient.isGroup))
        }
        return Reception.Reply(
            dialogue: dialogue,
            messages: messages,
            inResponse: desk.inResponse?.outbound(to: external, isGroup: address.isGroup),
            address: address.id,
            isRepeated: isRepeated,
            keepsFile: keepsFile
        )
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
            case .media(let media):
                let caption = keepsNoFile ? "" : media.caption ?? ""
                return "[\(media.kind.rawValue)] \(caption)"
            case .location(let place): return "[location] \(place.name ?? "")"
            case .reaction(let sign, _): return "[reaction] \(sign ?? "")"
            case .edit(_, let text): return "[edit] \(text)"
            case .deletion: return "[deletion]"
            case .join: return "[join]"
            case .leave: return "[leave]"
            case .status, .system: return "[system]"
            case .unsupported(let name): return "[\(name)]"
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
    func outbound(to external: String, isGroup: Bool) -> OutboundMessage {
        OutboundMessage(
            id: id,
            to: external,
            isGroup: isGroup,
            conversation: external,
            dialogue: dialogue,
            text: text,
            choices: choices
        )
    }
}
