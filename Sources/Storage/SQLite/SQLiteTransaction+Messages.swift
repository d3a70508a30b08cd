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

    func message(_ row: Row) throws -> TranscriptMessage {
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
            at: row["at"],
            providerID: row["provider_id"]
        )
    }

    func append(_ message: TranscriptMessage) throws -> Int64 {
        try run(
            """
            INSERT INTO transcript (id, address, establishment, dialogue, direction, text, choices, at, provider_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                message.id, message.address, message.establishment, message.dialogue, message.direction.rawValue,
                message.text, message.choices.isEmpty ? nil : try json(message.choices), message.at,
                message.providerID,
            ]
        )
        return database.lastInsertedRowID
    }

    func message(_ id: String) throws -> TranscriptMessage? {
        try one("SELECT * FROM transcript WHERE id = ?", [id], message)
    }

    func message(address: String, providerID: String) throws -> TranscriptMessage? {
        try one("SELECT * FROM transcript WHERE address = ? AND provider_id = ?", [address, providerID], message)
    }

    func amend(_ message: TranscriptMessage) throws {
        try run(
            "UPDATE transcript SET text = ?, choices = ? WHERE id = ?",
            [message.text, message.choices.isEmpty ? nil : try json(message.choices), message.id]
        )
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
}
