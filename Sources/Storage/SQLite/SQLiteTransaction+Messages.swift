import Dialogue
import GRDB

extension SQLiteTransaction {
    func receipt(account: String, key: String) throws -> Receipt? {
        try one("SELECT receipt FROM receipt WHERE account = ? AND key = ?", [account, key]) {
            try value(Receipt.self, $0["receipt"])
        }
    }

    func save(_ receipt: Receipt, account: String, key: String, at: Int64) throws {
        try run(
            "INSERT INTO receipt (account, key, receipt, at) VALUES (?, ?, ?, ?)",
            [account, key, try json(receipt), at]
        )
    }

    private func message(_ row: Row) throws -> TranscriptMessage {
        let choices: String? = row["choices"]
        return TranscriptMessage(
            sequence: row["sequence"],
            id: row["id"],
            address: row["address"],
            establishment: row["establishment"],
            dialogue: row["dialogue"],
            direction: TranscriptMessage.Direction(rawValue: row["direction"]) ?? .inbound,
            text: row["text"],
            choices: try choices.map { try value([Choice].self, $0) } ?? [],
            at: row["at"]
        )
    }

    func append(_ message: TranscriptMessage) throws -> Int64 {
        try run(
            """
            INSERT INTO transcript (id, address, establishment, dialogue, direction, text, choices, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                message.id, message.address, message.establishment, message.dialogue, message.direction.rawValue,
                message.text, message.choices.isEmpty ? nil : try json(message.choices), message.at,
            ]
        )
        return database.lastInsertedRowID
    }

    func message(_ id: String) throws -> TranscriptMessage? {
        try one("SELECT * FROM transcript WHERE id = ?", [id], message)
    }

    func messages(address: String, after: Int64, limit: Int) throws -> [TranscriptMessage] {
        try all(
            """
            SELECT * FROM (
                SELECT * FROM transcript WHERE address = ? AND sequence > ? ORDER BY sequence DESC LIMIT ?
            ) ORDER BY sequence
            """,
            [address, after, limit],
            message
        )
    }

    func messages(dialogue: String) throws -> [TranscriptMessage] {
        try all("SELECT * FROM transcript WHERE dialogue = ? ORDER BY sequence", [dialogue], message)
    }

    // MARK: On the way out

    private func item(_ row: Row) throws -> OutboxItem {
        OutboxItem(
            message: try message(row),
            account: row["account"],
            external: row["external"],
            status: OutboxItem.Status(rawValue: row["status"]) ?? .dead,
            attempts: row["attempts"],
            dueAt: row["due_at"],
            problem: row["problem"]
        )
    }

    /// Nobody overtakes the eldest message of an address, not even in the question of what is due.
    private static let isEldest = """
        NOT EXISTS (
            SELECT 1 FROM outbox AS elder WHERE elder.status = 'pending'
                AND elder.address = outbox.address AND elder.sequence < outbox.sequence
        )
        """

    private static let items = """
        SELECT transcript.*, outbox.account, outbox.external, outbox.status, outbox.attempts, outbox.due_at, outbox.problem
        FROM outbox JOIN transcript ON transcript.id = outbox.message
        """

    func enqueue(_ item: OutboxItem) throws {
        try run(
            """
            INSERT INTO outbox (message, sequence, address, account, external, status, attempts, due_at, problem)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                item.message.id, item.message.sequence, item.message.address, item.account, item.external,
                item.status.rawValue, item.attempts, item.dueAt, item.problem,
            ]
        )
    }

    func due(at now: Int64, limit: Int) throws -> [OutboxItem] {
        try all(
            """
            \(Self.items)
            WHERE outbox.status = 'pending' AND outbox.due_at <= ? AND \(Self.isEldest)
            ORDER BY outbox.due_at, outbox.sequence LIMIT ?
            """,
            [now, limit],
            item
        )
    }

    func nextDue() throws -> Int64? {
        try one("SELECT MIN(due_at) AS due FROM outbox WHERE status = 'pending' AND \(Self.isEldest)", []) {
            $0["due"] as Int64?
        } ?? nil
    }

    func update(
        outbox message: String,
        status: OutboxItem.Status,
        attempts: Int,
        dueAt: Int64,
        problem: String?
    ) throws {
        try run(
            "UPDATE outbox SET status = ?, attempts = ?, due_at = ?, problem = ? WHERE message = ?",
            [status.rawValue, attempts, dueAt, problem, message]
        )
    }

    func outbox(status: OutboxItem.Status) throws -> [OutboxItem] {
        try all("\(Self.items) WHERE outbox.status = ? ORDER BY outbox.sequence", [status.rawValue], item)
    }
}
