import GRDB

extension SQLiteTransaction {
    private func address(_ row: Row) -> Address {
        var address = Address(
            id: row["id"],
            account: row["account"],
            external: row["external"],
            stage: Address.Stage(rawValue: row["stage"]) ?? .new,
            locale: row["locale"],
            participant: row["participant"],
            dialogue: row["dialogue"]
        )
        address.pending = row["pending"]
        address.isGroup = row["is_group"]
        address.heardAt = row["heard_at"]
        address.unreachable = row["unreachable"]
        address.templateAt = row["template_at"]
        return address
    }

    func address(account: String, external: String) throws -> Address? {
        try one("SELECT * FROM address WHERE account = ? AND external = ?", [account, external], address)
    }

    func address(_ id: String) throws -> Address? {
        try one("SELECT * FROM address WHERE id = ?", [id], address)
    }

    func address(account: String, former: String) throws -> Address? {
        try one(
            """
            SELECT address.* FROM address JOIN former_external ON former_external.address = address.id
            WHERE former_external.account = ? AND former_external.external = ?
            """,
            [account, former],
            address
        )
    }

    func remember(former: String, of address: Address) throws {
        try run(
            """
            INSERT INTO former_external (account, external, address) VALUES (?, ?, ?)
            ON CONFLICT (account, external) DO UPDATE SET address = excluded.address
            """,
            [address.account, former, address.id]
        )
    }

    func save(_ address: Address) throws {
        try run(
            """
            INSERT INTO address (
                id, account, external, stage, locale, participant, dialogue, pending, is_group, heard_at, unreachable,
                template_at
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET external = excluded.external, stage = excluded.stage,
                locale = excluded.locale, participant = excluded.participant, dialogue = excluded.dialogue,
                pending = excluded.pending, is_group = excluded.is_group, heard_at = excluded.heard_at,
                unreachable = excluded.unreachable, template_at = excluded.template_at
            """,
            [
                address.id, address.account, address.external, address.stage.rawValue, address.locale,
                address.participant, address.dialogue, address.pending, address.isGroup, address.heardAt,
                address.unreachable, address.templateAt,
            ]
        )
    }

    func participant(_ id: String) throws -> Participant? {
        try one("SELECT * FROM participant WHERE id = ?", [id]) { row in
            Participant(
                id: row["id"],
                establishment: row["establishment"],
                role: row["role"],
                noticeVersion: row["notice_version"],
                joinedAt: row["joined_at"]
            )
        }
    }

    func save(_ participant: Participant) throws {
        try run(
            """
            INSERT INTO participant (id, establishment, role, notice_version, joined_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET role = excluded.role
            """,
            [
                participant.id, participant.establishment, participant.role, participant.noticeVersion,
                participant.joinedAt,
            ]
        )
    }

    func forget(participant id: String) throws {
        try discardAttachments(participant: id)
        // The transcript hangs on an address, and an address on what a provider calls somebody: that name goes too.
        try run(
            "DELETE FROM former_external WHERE address IN (SELECT id FROM address WHERE participant = ?)",
            [id]
        )
        try run(
            "UPDATE address SET external = 'forgotten:' || id, stage = 'new', dialogue = NULL WHERE participant = ?",
            [id]
        )
        try run("DELETE FROM participant WHERE id = ?", [id])
    }
}
