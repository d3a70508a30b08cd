import Dialogue

/// Where everything is kept. One protocol in the words of the project; SQLite implements it.
package protocol Store: Sendable {
    /// Runs work that reads and writes, all or nothing, durable when it returns.
    ///
    /// Work that arrives together may share one commit. The work must be quick and must not wait for anything.
    func write<T: Sendable>(_ work: @escaping @Sendable (any StoreTransaction) throws -> T) async throws -> T

    /// Runs work that only reads, on one consistent view.
    func read<T: Sendable>(_ work: @escaping @Sendable (any StoreTransaction) throws -> T) async throws -> T
}

/// What can be asked of the store inside one transaction.
package protocol StoreTransaction {
    // Who there is.
    func organizations() throws -> [Organization]
    func save(_ organization: Organization) throws
    func establishments() throws -> [Establishment]
    func establishment(_ id: String) throws -> Establishment?
    func establishment(joinCode: String) throws -> Establishment?
    func save(_ establishment: Establishment) throws
    func facilitators() throws -> [Facilitator]
    func save(_ facilitator: Facilitator) throws
    func accounts() throws -> [Account]
    func account(_ id: String) throws -> Account?
    func save(_ account: Account) throws

    // Who speaks.
    func address(account: String, external: String) throws -> Address?
    func address(_ id: String) throws -> Address?
    /// Whoever an account knew by this id before they got another one.
    func address(account: String, former: String) throws -> Address?
    /// An address was known by this id until now.
    func remember(former: String, of address: Address) throws
    func save(_ address: Address) throws
    func participant(_ id: String) throws -> Participant?
    func save(_ participant: Participant) throws
    /// Forgets who somebody was: their role, the tie between their addresses and what was said, and the pictures, voice
    /// notes and files that they sent, which show who they are.
    func forget(participant: String) throws

    // What is said.
    func receipt(account: String, key: String) throws -> Receipt?
    func save(_ receipt: Receipt, account: String, key: String, at: Int64) throws
    /// Stores a message and tells its sequence.
    func append(_ message: TranscriptMessage) throws -> Int64
    func message(_ id: String) throws -> TranscriptMessage?
    /// What an address sent under a provider's id.
    func message(address: String, providerID: String) throws -> TranscriptMessage?
    /// Writes other words and options into a message that has not left yet.
    func amend(_ message: TranscriptMessage) throws
    /// The messages of an address after a sequence, oldest first; the newest `limit` of them.
    func messages(address: String, after: Int64, limit: Int) throws -> [TranscriptMessage]
    func messages(dialogue: String) throws -> [TranscriptMessage]

    // Dialogues.
    func program(version: String) throws -> Program?
    func save(_ program: Program, version: String, at: Int64) throws
    func dialogue(_ id: String) throws -> DialogueRecord?
    /// The team's dialogue with a join code, even if it is over.
    func dialogue(joinCode: String) throws -> DialogueRecord?
    /// The dialogues that must be looked at by now, the longest due first.
    func waking(at: Int64, limit: Int) throws -> [String]
    /// When the next dialogue must be looked at.
    func nextWake() throws -> Int64?
    func dialogues(establishment: String) throws -> [DialogueRecord]
    /// The dialogues that are not over, of every establishment.
    func unfinished() throws -> [DialogueRecord]
    func save(_ dialogue: DialogueRecord) throws
    func parties(dialogue: String) throws -> [DialogueParty]
    func save(_ party: DialogueParty, dialogue: String) throws
    /// The newest unfinished dialogue in which an address took part and which it is not in now.
    func unfinished(address: String) throws -> DialogueRecord?
    /// The newest dialogue in which an address took part.
    func latest(address: String) throws -> DialogueRecord?
    func log(dialogue: String) throws -> [LogEntry]
    func append(_ entry: LogEntry, dialogue: String) throws
    /// Writes entries over those of the same turns.
    func rewrite(_ entries: [LogEntry], dialogue: String) throws
    func outcomes(dialogue: String) throws -> [Outcome]
    func replace(outcomes: [Outcome], dialogue: String) throws
    /// What the dialogues of an establishment recorded, oldest first: of each kind the newest, `limit` at most.
    ///
    /// Nothing crosses establishments, and what only the facilitator could read is not among it.
    func earlier(establishment: String, kinds: [String], limit: Int) throws -> [Earlier]

    // On the way out.
    func enqueue(_ item: OutboxItem) throws
    /// For each address, the oldest message that is due; never one whose elder is still on its way, nor one of an
    /// account that is halted.
    func due(at: Int64, limit: Int) throws -> [OutboxItem]
    /// When the next message is due.
    func nextDue() throws -> Int64?
    /// Writes where an item stands: status, attempts, due time, problem, the provider's id, markup.
    func save(_ item: OutboxItem) throws
    func outboxItem(_ message: String) throws -> OutboxItem?
    func outboxItem(account: String, providerID: String) throws -> OutboxItem?
    func outbox(status: OutboxItem.Status, limit: Int) throws -> [OutboxItem]
    /// How many messages of an account stand at each status.
    func outboxCounts(account: String) throws -> [OutboxItem.Status: Int]
    /// Whether something is still on its way to an address.
    func isHeld(address: String) throws -> Bool
    /// Lets what is held for an address go now: it has just spoken.
    func release(address: String, at: Int64) throws
    /// Holds what is on its way to an address until it speaks again.
    func hold(address: String, problem: String) throws
    /// What is on its way to an address goes to another id.
    func redirect(address: String, to external: String) throws
    func attempts(message: String) throws -> [SendAttempt]
    func save(_ attempt: SendAttempt, message: String) throws

    // Pictures, voice notes, files.
    func attachment(message: String) throws -> Attachment?
    func save(_ attachment: Attachment) throws
    func attachments(due: Int64, limit: Int) throws -> [Attachment]
    func attachments(dialogue: String) throws -> [Attachment]
    /// Everything that the people of an establishment sent, oldest first.
    func attachments(establishment: String) throws -> [Attachment]
    /// The messages whose files are no longer to be kept, because whoever sent them is forgotten.
    func discardedFiles(limit: Int) throws -> [String]
    /// Says that the file of a message is gone.
    func settleDiscarded(message: String) throws
}

/// Why the store could not do what it was asked.
package enum StoreError: Error, Sendable, Equatable {
    /// The database cannot be written or read now: a full disk, a locked or damaged file. Nothing was acknowledged.
    case unavailable(String)
    /// The file was made by a newer version of the program.
    case tooNew(path: String)

    /// Stable, for logs and tools.
    package var code: String {
        switch self {
        case .unavailable: "store-unavailable"
        case .tooNew: "store-too-new"
        }
    }

    /// What happened, for a person.
    package var sentence: String {
        switch self {
        case .unavailable(let reason):
            "No se pudo guardar o leer (\(reason)). Revisen el disco y los permisos del archivo."
        case .tooNew(let path): "\(path) es de una versión más nueva de Raíz. Actualicen el programa, o usen otra base."
        }
    }
}
