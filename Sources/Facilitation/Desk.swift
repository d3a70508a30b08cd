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

    // MARK: Transcript

    mutating func keep(inbound text: String, from address: Address, establishment: String?, dialogue: String?) throws {
        let message = TranscriptMessage(
            id: identifier(),
            address: address.id,
            establishment: establishment,
            dialogue: dialogue,
            direction: .inbound,
            text: text,
            at: moment.milliseconds
        )
        rings[Bell.name(account: address.account, external: address.external)] = try store.append(message)
    }

    /// Says something to an address: keeps it, and puts it on its way.
    mutating func say(
        _ text: String,
        choices: [Choice] = [],
        to address: Address,
        establishment: String?,
        dialogue: String? = nil,
        short: String? = nil
    ) throws {
        let limit = try account(address.account)?.textLimit
        let text = limit.map { text.count > $0 } == true ? short ?? text : text
        var message = TranscriptMessage(
            id: identifier(),
            address: address.id,
            establishment: establishment,
            dialogue: dialogue,
            direction: .outbound,
            text: text,
            choices: choices,
            at: moment.milliseconds
        )
        message.sequence = try store.append(message)
        rings[Bell.name(account: address.account, external: address.external)] = message.sequence
        said.append(message)
        if case .callback = try account(address.account)?.delivery {
            try store.enqueue(
                OutboxItem(
                    message: message,
                    account: address.account,
                    external: address.external,
                    dueAt: moment.milliseconds
                )
            )
            hasEnqueued = true
        }
    }

    /// Says again what had been said: for a repeated event.
    mutating func recall(_ messages: [TranscriptMessage]) {
        said = messages
    }

    // MARK: Turns

    /// One turn of the engine, and everything it leaves behind.
    ///
    /// - Parameter heard: the words that began it, and the address they came from.
    mutating func take(
        _ event: Event,
        in dialogue: DialogueRecord,
        heard: (text: String, from: Address)? = nil
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
                dialogue: dialogue.id
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
                short: message.short
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
