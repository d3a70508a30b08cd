import GRDB

extension SQLiteTransaction {
    private func item(_ row: Row) throws -> OutboxItem {
        OutboxItem(
            message: try message(row),
            account: row["account"],
            external: row["external"],
            status: OutboxItem.Status(rawValue: row["status"]) ?? .dead,
            attempts: row["attempts"],
            dueAt: row["due_at"],
            problem: row["problem"],
            providerID: row["accepted_id"],
            isNudge: row["is_nudge"],
            isPlain: row["is_plain"]
        )
    }

    /// Nobody overtakes the eldest message of an address, not even in the question of what is due.
    private static let isEldest = """
        NOT EXISTS (
            SELECT 1 FROM outbox AS elder WHERE elder.status IN ('pending', 'waiting')
                AND elder.address = outbox.address AND elder.sequence < outbox.sequence
        )
        """

    private static let isRunning = "outbox.account NOT IN (SELECT id FROM account WHERE halted IS NOT NULL)"

    private static let items = """
        SELECT transcript.*, outbox.account, outbox.external, outbox.status, outbox.attempts, outbox.due_at,
            outbox.problem, outbox.provider_id AS accepted_id, outbox.is_nudge, outbox.is_plain
        FROM outbox JOIN transcript ON transcript.id = outbox.message
        """

    func enqueue(_ item: OutboxItem) throws {
        try run(
            """
            INSERT INTO outbox (
                message, sequence, address, account, external, status, attempts, due_at, problem, provider_id, is_nudge,
                is_plain
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                item.message.id, item.message.sequence, item.message.address, item.account, item.external,
                item.status.rawValue, item.attempts, item.dueAt, item.problem, item.providerID, item.isNudge,
                item.isPlain,
            ]
        )
    }

    /// The eldest pending message of every address, found from address to address: what waits behind them costs nothing.
    private static let eldest = """
        queue(address) AS (
            SELECT MIN(address) FROM outbox WHERE status = 'pending'
            UNION ALL
            SELECT (
                SELECT MIN(later.address) FROM outbox AS later
                WHERE later.status = 'pending' AND later.address > queue.address
            ) FROM queue WHERE queue.address IS NOT NULL
        ),
        eldest(message) AS (
            SELECT (
                SELECT message FROM outbox AS head WHERE head.status = 'pending' AND head.address = queue.address
                ORDER BY head.sequence LIMIT 1
            ) FROM queue WHERE queue.address IS NOT NULL
        )
        """

    /// Messages looked at before the search goes from address to address.
    private static let window = 200

    func due(at now: Int64, limit: Int) throws -> [OutboxItem] {
        // Mostly, what has been due for longest may go. Only behind a backlog is it all held by elder ones.
        let first = try all(
            """
            \(Self.items)
            WHERE outbox.message IN (
                SELECT message FROM outbox WHERE status = 'pending' AND due_at <= ? AND \(Self.isRunning)
                ORDER BY due_at, sequence LIMIT \(Self.window)
            ) AND \(Self.isEldest)
            ORDER BY outbox.due_at, outbox.sequence LIMIT ?
            """,
            [now, limit],
            item
        )
        guard first.isEmpty else { return first }
        return try all(
            """
            WITH RECURSIVE \(Self.eldest)
            \(Self.items) JOIN eldest ON eldest.message = outbox.message
            WHERE outbox.due_at <= ? AND \(Self.isRunning) AND \(Self.isEldest)
            ORDER BY outbox.due_at, outbox.sequence LIMIT ?
            """,
            [now, limit],
            item
        )
    }

    func nextDue() throws -> Int64? {
        try one(
            """
            WITH RECURSIVE \(Self.eldest)
            SELECT MIN(outbox.due_at) AS due FROM outbox JOIN eldest ON eldest.message = outbox.message
            WHERE \(Self.isRunning) AND \(Self.isEldest)
            """,
            []
        ) { $0["due"] as Int64? } ?? nil
    }

    func save(_ item: OutboxItem) throws {
        try run(
            """
            UPDATE outbox SET status = ?, external = ?, attempts = ?, due_at = ?, problem = ?, provider_id = ?, is_plain = ?
            WHERE message = ?
            """,
            [
                item.status.rawValue, item.external, item.attempts, item.dueAt, item.problem, item.providerID,
                item.isPlain, item.message.id,
            ]
        )
    }

    func outboxItem(_ message: String) throws -> OutboxItem? {
        try one("\(Self.items) WHERE outbox.message = ?", [message], item)
    }

    func outboxItem(account: String, providerID: String) throws -> OutboxItem? {
        try one("\(Self.items) WHERE outbox.account = ? AND outbox.provider_id = ?", [account, providerID], item)
    }

    func outbox(status: OutboxItem.Status, limit: Int) throws -> [OutboxItem] {
        try all(
            "\(Self.items) WHERE outbox.status = ? ORDER BY outbox.sequence DESC LIMIT ?",
            [status.rawValue, limit],
            item
        ).reversed()
    }

    func outboxCounts(account: String) throws -> [OutboxItem.Status: Int] {
        let rows = try all("SELECT status, COUNT(*) AS count FROM outbox WHERE account = ? GROUP BY status", [account])
        {
            (OutboxItem.Status(rawValue: $0["status"]), $0["count"] as Int)
        }
        return Dictionary(rows.compactMap { status, count in status.map { ($0, count) } }) { first, _ in first }
    }

    func isHeld(address: String) throws -> Bool {
        try one("SELECT 1 FROM outbox WHERE address = ? AND status IN ('pending', 'waiting') LIMIT 1", [address]) { _ in
            true
        } ?? false
    }

    func release(address: String, at now: Int64) throws {
        try run(
            """
            UPDATE outbox SET status = 'pending', due_at = ?
            WHERE address = ? AND (status = 'waiting' OR (status = 'pending' AND attempts = 0 AND due_at > ?))
            """,
            [now, address, now]
        )
    }

    func hold(address: String, problem: String) throws {
        try run(
            "UPDATE outbox SET status = 'waiting', problem = ? WHERE address = ? AND status = 'pending'",
            [problem, address]
        )
    }

    func redirect(address: String, to external: String) throws {
        try run(
            "UPDATE outbox SET external = ? WHERE address = ? AND status IN ('pending', 'waiting')",
            [external, address]
        )
    }

    func attempts(message: String) throws -> [SendAttempt] {
        try all("SELECT number, at, result FROM attempt WHERE message = ? ORDER BY number", [message]) {
            SendAttempt(number: $0["number"], at: $0["at"], result: $0["result"])
        }
    }

    func save(_ attempt: SendAttempt, message: String) throws {
        try run(
            """
            INSERT INTO attempt (message, number, at, result) VALUES (?, ?, ?, ?)
            ON CONFLICT (message, number) DO UPDATE SET result = excluded.result
            """,
            [message, attempt.number, attempt.at, attempt.result]
        )
    }
}
