import Dialogue
import GRDB

extension SQLiteTransaction {
    func program(version: String) throws -> Program? {
        try one("SELECT program FROM flow_version WHERE hash = ?", [version]) { try value(Program.self, $0["program"]) }
    }

    func save(_ program: Program, version: String, at: Int64) throws {
        try run(
            "INSERT INTO flow_version (hash, flow, program, first_used_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [version, program.flow, try json(program), at]
        )
    }

    private func dialogue(_ row: Row) throws -> DialogueRecord {
        DialogueRecord(
            id: row["id"],
            establishment: row["establishment"],
            flow: row["flow"],
            version: row["version"],
            state: try DialogueState(encoded: Array((row["state"] as String).utf8)),
            joinCode: row["join_code"],
            startedAt: row["started_at"],
            updatedAt: row["updated_at"]
        )
    }

    func dialogue(_ id: String) throws -> DialogueRecord? {
        try one("SELECT * FROM dialogue WHERE id = ?", [id], dialogue)
    }

    func dialogue(joinCode: String) throws -> DialogueRecord? {
        try one("SELECT * FROM dialogue WHERE join_code = ?", [joinCode], dialogue)
    }

    func waking(at now: Int64, limit: Int) throws -> [String] {
        try all("SELECT id FROM dialogue WHERE wakes_at <= ? ORDER BY wakes_at LIMIT ?", [now, limit]) { $0["id"] }
    }

    func nextWake() throws -> Int64? {
        try one("SELECT MIN(wakes_at) AS wakes FROM dialogue WHERE wakes_at IS NOT NULL", []) { $0["wakes"] as Int64? }
            ?? nil
    }

    func dialogues(establishment: String) throws -> [DialogueRecord] {
        try all("SELECT * FROM dialogue WHERE establishment = ? ORDER BY started_at, id", [establishment], dialogue)
    }

    func unfinished() throws -> [DialogueRecord] {
        try all(
            "SELECT * FROM dialogue WHERE status NOT IN ('finished', 'stopped') ORDER BY started_at, id",
            [],
            dialogue
        )
    }

    func save(_ dialogue: DialogueRecord) throws {
        try run(
            """
            INSERT INTO dialogue (
                id, establishment, flow, version, status, state, join_code, wakes_at, started_at, updated_at
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, state = excluded.state, version = excluded.version,
                wakes_at = excluded.wakes_at, updated_at = excluded.updated_at
            """,
            [
                dialogue.id, dialogue.establishment, dialogue.flow, dialogue.version, dialogue.state.status.rawValue,
                String(decoding: dialogue.state.encoded(), as: UTF8.self), dialogue.joinCode, dialogue.state.wakesAt,
                dialogue.startedAt,
                dialogue.updatedAt,
            ]
        )
    }

    func parties(dialogue: String) throws -> [DialogueParty] {
        try all("SELECT party, address FROM party WHERE dialogue = ? ORDER BY party", [dialogue]) {
            DialogueParty(party: $0["party"], address: $0["address"])
        }
    }

    func save(_ party: DialogueParty, dialogue: String) throws {
        try run(
            """
            INSERT INTO party (dialogue, party, address) VALUES (?, ?, ?)
            ON CONFLICT (dialogue, party) DO UPDATE SET address = excluded.address
            """,
            [dialogue, party.party, party.address]
        )
    }

    private static let taken =
        "SELECT dialogue.* FROM party JOIN dialogue ON dialogue.id = party.dialogue WHERE party.address = ?"

    func unfinished(address: String) throws -> DialogueRecord? {
        try one(
            "\(Self.taken) AND dialogue.status <> 'finished' ORDER BY dialogue.updated_at DESC, dialogue.id DESC LIMIT 1",
            [address],
            dialogue
        )
    }

    func latest(address: String) throws -> DialogueRecord? {
        try one("\(Self.taken) ORDER BY dialogue.updated_at DESC, dialogue.id DESC LIMIT 1", [address], dialogue)
    }

    func log(dialogue: String) throws -> [LogEntry] {
        try all("SELECT entry FROM log WHERE dialogue = ? ORDER BY turn", [dialogue]) {
            try value(LogEntry.self, $0["entry"])
        }
    }

    func append(_ entry: LogEntry, dialogue: String) throws {
        try run("INSERT INTO log (dialogue, turn, entry) VALUES (?, ?, ?)", [dialogue, entry.turn, try json(entry)])
    }

    func rewrite(_ entries: [LogEntry], dialogue: String) throws {
        for entry in entries {
            try run(
                "UPDATE log SET entry = ? WHERE dialogue = ? AND turn = ?",
                [try json(entry), dialogue, entry.turn]
            )
        }
    }

    func outcomes(dialogue: String) throws -> [Outcome] {
        try all("SELECT * FROM outcome WHERE dialogue = ? ORDER BY number", [dialogue]) { row in
            Outcome(
                number: row["number"],
                kind: row["kind"],
                text: row["text"],
                fields: try value([String: Value].self, row["fields"]),
                flow: row["flow"],
                turn: row["turn"]
            )
        }
    }

    func replace(outcomes: [Outcome], dialogue: String) throws {
        let kept = try self.outcomes(dialogue: dialogue)
        guard kept != outcomes else { return }
        let same = zip(kept, outcomes).prefix { $0 == $1 }.count
        try run("DELETE FROM outcome WHERE dialogue = ? AND number > ?", [dialogue, same])
        for outcome in outcomes.dropFirst(same) {
            try run(
                "INSERT INTO outcome (dialogue, number, kind, text, fields, flow, turn) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    dialogue, outcome.number, outcome.kind, outcome.text, try json(outcome.fields), outcome.flow,
                    outcome.turn,
                ]
            )
        }
    }
}
