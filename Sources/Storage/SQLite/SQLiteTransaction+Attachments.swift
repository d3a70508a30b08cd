import GRDB

extension SQLiteTransaction {
    private func attachment(_ row: Row) -> Attachment {
        Attachment(
            message: row["message"],
            account: row["account"],
            kind: row["kind"],
            reference: row["reference"],
            type: row["type"],
            name: row["name"],
            sha256: row["sha256"],
            size: row["size"],
            status: Attachment.Status(rawValue: row["status"]) ?? .failed,
            attempts: row["attempts"],
            dueAt: row["due_at"],
            problem: row["problem"],
            transcription: row["transcription"]
        )
    }

    func attachment(message: String) throws -> Attachment? {
        try one("SELECT * FROM attachment WHERE message = ?", [message], attachment)
    }

    func save(_ attachment: Attachment) throws {
        try run(
            """
            INSERT INTO attachment (
                message, account, kind, reference, type, name, sha256, size, status, attempts, due_at, problem,
                transcription
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (message) DO UPDATE SET type = excluded.type, sha256 = excluded.sha256, size = excluded.size,
                status = excluded.status, attempts = excluded.attempts, due_at = excluded.due_at,
                problem = excluded.problem, transcription = excluded.transcription
            """,
            [
                attachment.message, attachment.account, attachment.kind, attachment.reference, attachment.type,
                attachment.name, attachment.sha256, attachment.size, attachment.status.rawValue, attachment.attempts,
                attachment.dueAt, attachment.problem, attachment.transcription,
            ]
        )
    }

    func attachments(due now: Int64, limit: Int) throws -> [Attachment] {
        try all(
            "SELECT * FROM attachment WHERE status = 'pending' AND due_at <= ? ORDER BY due_at LIMIT ?",
            [now, limit],
            attachment
        )
    }

    func attachments(dialogue: String) throws -> [Attachment] {
        try all(
            """
            SELECT attachment.* FROM transcript JOIN attachment ON attachment.message = transcript.id
            WHERE transcript.dialogue = ? ORDER BY transcript.sequence
            """,
            [dialogue],
            attachment
        )
    }

    func attachments(establishment: String) throws -> [Attachment] {
        try all(
            """
            SELECT attachment.* FROM transcript JOIN attachment ON attachment.message = transcript.id
            WHERE transcript.establishment = ? ORDER BY transcript.sequence
            """,
            [establishment],
            attachment
        )
    }

    func discardedFiles(limit: Int) throws -> [String] {
        try all("SELECT message FROM discarded_file LIMIT ?", [limit]) { $0["message"] }
    }

    func settleDiscarded(message: String) throws {
        try run("DELETE FROM discarded_file WHERE message = ?", [message])
    }

    /// Takes away what a participant sent; the files are deleted by whoever looks after them.
    func discardAttachments(participant: String) throws {
        let sent = """
            SELECT transcript.id FROM transcript JOIN address ON address.id = transcript.address
            WHERE address.participant = ?
            """
        try run(
            "INSERT OR IGNORE INTO discarded_file SELECT message FROM attachment WHERE message IN (\(sent))",
            [participant]
        )
        try run("DELETE FROM attachment WHERE message IN (\(sent))", [participant])
    }
}
