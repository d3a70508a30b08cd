import Channels
import Dialogue
import Storage

/// One transaction of the facilitation: turns of dialogues, and everything that they leave behind.
///
/// Inbound events and timers both work at a desk, so what a turn does is written in one place.
struct Desk {
    let reception: Reception
    let store: any StoreTransaction
    let moment: Moment
    /// What is said, in order.
    private(set) var said: [TranscriptMessage] = []
    /// The newest sequence of every address that has something new, by its name at the bell.
    private(set) var rings: [String: Int64] = [:]
    private(set) var hasEnqueued = false
    /// Something is to be fetched, or files are to be deleted.
    var hasAttachment = false
    /// The address to which the first message goes in the answer to its webhook, and that message.
    var takesFirst: String?
    private(set) var inResponse: TranscriptMessage?
    /// The transcript's id of what was heard.
    private(set) var heard: String?
    /// The id that what is heard gets, where something is already kept under it.
    var promised: String?

    private var accounts: [String: Account] = [:]
    private var addresses: [String: Address] = [:]

    init(reception: Reception, store: any StoreTransaction, moment: Moment) {
        self.reception = reception
        self.store = store
        self.moment = moment
    }

    func identifier() -> String {
        reception.surroundings.identifier(at: moment.milliseconds)
    }

    // MARK: Addresses in hand

    mutating func address(_ id: String) throws -> Address? {
        if let known = addresses[id] { return known }
        addresses[id] = try store.address(id)
        return addresses[id]
    }

    mutating func save(_ address: Address) throws {
        addresses[address.id] = address
        try store.save(address)
    }

    private mutating func account(_ id: String) throws -> Account? {
        if let known = accounts[id] { return known }
        accounts[id] = try store.account(id)
        return accounts[id]
    }

    /// Lets what is held for an address go: it has just spoken.
    mutating func release(_ address: Address) throws {
        try store.release(address: address.id, at: moment.milliseconds)
        hasEnqueued = true
    }

    // MARK: Transcript

    mutating func keep(
        inbound text: String,
        from address: Address,
        establishment: String?,
        dialogue: String?,
        providerID: String? = nil
    ) throws {
        let message = TranscriptMessage(
            id: promised ?? identifier(),
            address: address.id,
            establishment: establishment,
            dialogue: dialogue,
            direction: .inbound,
            text: text,
            at: moment.milliseconds,
            providerID: providerID
        )
        promised = nil
        heard = message.id
        rings[Bell.name(account: address.account, external: address.external)] = try store.append(message)
    }

    /// Says something to an address, in as many messages as its channel needs: keeps them, and puts them on their way.
    ///
    /// - Parameter isNudge: a reminder, which is not sent at night nor twice.
    mutating func say(
        _ text: String,
        choices: [Choice] = [],
        to address: Address,
        establishment: String?,
        dialogue: String? = nil,
        short: String? = nil,
        isNudge: Bool = false
    ) throws {
        guard let account = try account(address.account) else { return }
        let capabilities = account.capabilities(isGroup: address.isGroup)
        let isLong = capabilities.text.map { !$0.fits(text) } ?? false
        let rendering = Rendering(isLong ? short ?? text : text, choices, in: capabilities)
        let pressed: [Choice] = if case .words = rendering.presentation { [] } else { choices }
        for (place, piece) in rendering.texts.enumerated() {
            var message = TranscriptMessage(
                id: identifier(),
                address: address.id,
                establishment: establishment,
                dialogue: dialogue,
                direction: .outbound,
                text: piece,
                choices: place == rendering.texts.count - 1 ? pressed : [],
                at: moment.milliseconds
            )
            if capabilities.joinsMessages, try join(message, capabilities) { continue }
            message.sequence = try store.append(message)
            rings[Bell.name(account: address.account, external: address.external)] = message.sequence
            said.append(message)
            guard account.usesOutbox else { continue }
            if takesFirst == address.id, inResponse == nil, try !store.isHeld(address: address.id) {
                inResponse = message
                try store.enqueue(
                    OutboxItem(
                        message: message,
                        account: address.account,
                        external: address.external,
                        status: .sent,
                        attempts: 1,
                        dueAt: moment.milliseconds
                    )
                )
                continue
            }
            let dueAt =
                isNudge ? reception.surroundings.afterQuiet(moment.milliseconds) : moment.milliseconds
            try store.enqueue(
                OutboxItem(
                    message: message,
                    account: address.account,
                    external: address.external,
                    dueAt: dueAt,
                    isNudge: isNudge
                )
            )
            hasEnqueued = true
        }
    }

    /// Puts words under those just said to the same address, where both fit into one message.
    private mutating func join(_ message: TranscriptMessage, _ capabilities: Capabilities) throws -> Bool {
        guard let place = said.lastIndex(where: { $0.address == message.address }), said[place].choices.isEmpty,
            said[place].dialogue == message.dialogue
        else { return false }
        let text = said[place].text + "\n\n" + message.text
        let limit =
            message.choices.isEmpty ? capabilities.text : capabilities.textWithOptions ?? capabilities.text
        guard limit?.fits(text) ?? true else { return false }
        guard said[place].id != inResponse?.id else { return false }
        said[place].text = text
        said[place].choices = message.choices
        try store.amend(said[place])
        return true
    }

    /// Says again what had been said: for a repeated event.
    ///
    /// - Parameter speaker: the address whose first message went into the answer, where the account wants that.
    mutating func recall(_ messages: [TranscriptMessage], inResponseTo speaker: String?) throws {
        said = messages
        guard let first = messages.first(where: { $0.address == speaker }),
            try store.outboxItem(first.id)?.status == .sent, try store.attempts(message: first.id).isEmpty
        else { return }
        inResponse = first
    }

    // MARK: Turns

    /// The words that began a turn.
    struct Heard {
        var text: String
        var from: Address
        var providerID: String?
    }

    /// One turn of the engine, and everything it leaves behind.
    ///
    /// - Parameter heard: the words that began it, and the address they came from.
    mutating func take(
        _ event: Event,
        in dialogue: DialogueRecord,
        heard: Heard? = nil
    ) throws {
        let program = try reception.programs.program(dialogue.version, store)
        let turn = try Engine.take(event, program: program, state: dialogue.state, at: moment) {
            try store.log(dialogue: dialogue.id)
        }
        if let heard {
            let text = Self.isAnonymous(turn, after: dialogue.state, in: program) ? Self.withoutAuthor : heard.text
            try keep(
                inbound: turn.hidesPersonalData ? PersonalData.masked(text) : text,
                from: heard.from,
                establishment: dialogue.establishment,
                dialogue: dialogue.id,
                providerID: heard.providerID
            )
        }
        let before = dialogue.state
        var dialogue = dialogue
        dialogue.state = turn.state
        dialogue.updatedAt = moment.milliseconds
        try store.append(turn.entry, dialogue: dialogue.id)
        try store.save(dialogue)
        try store.replace(outcomes: turn.state.outcomes, dialogue: dialogue.id)
        try seal(dialogue, turn, after: before, in: program)
        let parties = try store.parties(dialogue: dialogue.id)
        for message in turn.messages {
            guard let party = parties.first(where: { $0.party == message.to }),
                let recipient = try address(party.address)
            else { continue }
            try say(
                message.text,
                choices: message.choices,
                to: recipient,
                establishment: dialogue.establishment,
                dialogue: dialogue.id,
                short: message.short,
                isNudge: event == .tick && turn.state.question?.asked == before.question?.asked
            )
        }
        for party in parties
        where turn.state.isOver || turn.state.parties.contains(where: { $0.id == party.party && $0.left == true }) {
            guard var gone = try address(party.address), gone.dialogue == dialogue.id else { continue }
            gone.dialogue = nil
            try save(gone)
        }
    }

    /// What stands in the transcript for an answer that must not be tied to its author.
    static let withoutAuthor = "(respuesta sin autor)"

    private static func isAnonymous(_ turn: Turn, after before: DialogueState, in program: Program) -> Bool {
        guard before.isAnonymous(in: program), turn.entry.rewinds == nil else { return false }
        return turn.state.question?.given != before.question?.given
            || turn.state.question?.held != before.question?.held
    }

    /// Once an anonymous question is settled, the log of all its rounds no longer tells who said what.
    ///
    /// Mixing hands must not change what the dialogue replays to, so that is tried before anything is written over.
    private func seal(
        _ dialogue: DialogueRecord,
        _ turn: Turn,
        after before: DialogueState,
        in program: Program
    ) throws {
        guard before.isAnonymous(in: program), turn.state.settled.count > before.settled.count,
            let question = before.question
        else { return }
        let log = try store.log(dialogue: dialogue.id)
        for first in [before.settled.last ?? 1, question.asked] {
            let entries = Engine.sealed(
                log,
                asked: first,
                settled: turn.entry.turn,
                lead: before.leadID,
                random: { Int(reception.surroundings.random() % UInt64($0)) }
            )
            let rewritten = Dictionary(uniqueKeysWithValues: entries.map { ($0.turn, $0) })
            guard Engine.replay(program, log.map { rewritten[$0.turn] ?? $0 }) == turn.state else { continue }
            return try store.rewrite(entries, dialogue: dialogue.id)
        }
    }
}

extension Turn {
    /// Whether the words of this turn are held back because of personal data.
    fileprivate var hidesPersonalData: Bool {
        state.question?.held.values.contains { $0.flags.contains(.personalData) } ?? false
    }
}
