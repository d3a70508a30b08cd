import GRDB

extension SQLiteStore {
    /// The shape of the database, step by step. A step that has shipped is never edited.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1-foundation") { database in
            try database.execute(sql: foundation)
        }
        migrator.registerMigration("2-memory") { database in
            try database.execute(sql: memory)
        }
        migrator.registerMigration("3-channels") { database in
            try database.execute(sql: channels)
        }
        migrator.registerMigration("4-former-ids") { database in
            try database.execute(sql: formerIDs)
        }
        migrator.registerMigration("5-discarded-files") { database in
            try database.execute(sql: discardedFiles)
        }
        migrator.registerMigration("6-contact") { database in
            try database.execute(sql: contact)
        }
        return migrator
    }

    /// Earlier outcomes are looked up by kind, dialogue after dialogue.
    private static let memory = "CREATE INDEX outcome_by_kind ON outcome(dialogue, kind)"

    /// Whom an organization's people turn to with their rights.
    private static let contact = "ALTER TABLE organization ADD COLUMN contact TEXT"

    /// Files still on disk of attachments that are forgotten.
    private static let discardedFiles = """
        CREATE TABLE discarded_file (
            message TEXT PRIMARY KEY
        ) STRICT, WITHOUT ROWID;
        """

    private static let foundation = """
        CREATE TABLE organization (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL
        ) STRICT;

        CREATE TABLE establishment (
            id TEXT PRIMARY KEY,
            organization TEXT NOT NULL REFERENCES organization(id),
            name TEXT NOT NULL,
            join_code TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE facilitator (
            id TEXT PRIMARY KEY,
            organization TEXT NOT NULL REFERENCES organization(id),
            title TEXT NOT NULL
        ) STRICT;

        CREATE TABLE assignment (
            facilitator TEXT NOT NULL REFERENCES facilitator(id) ON DELETE CASCADE,
            establishment TEXT NOT NULL REFERENCES establishment(id) ON DELETE CASCADE,
            PRIMARY KEY (facilitator, establishment)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE account (
            id TEXT PRIMARY KEY,
            organization TEXT NOT NULL REFERENCES organization(id),
            channel TEXT NOT NULL,
            delivery TEXT NOT NULL CHECK (delivery IN ('inline', 'callback', 'page')),
            callback_url TEXT,
            secrets TEXT NOT NULL,
            locale TEXT NOT NULL,
            allows_private_hosts INTEGER NOT NULL DEFAULT 0,
            text_limit INTEGER
        ) STRICT;

        CREATE TABLE participant (
            id TEXT PRIMARY KEY,
            establishment TEXT NOT NULL REFERENCES establishment(id),
            role TEXT,
            notice_version TEXT NOT NULL,
            joined_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE flow_version (
            hash TEXT PRIMARY KEY,
            flow TEXT NOT NULL,
            program TEXT NOT NULL,
            first_used_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE dialogue (
            id TEXT PRIMARY KEY,
            establishment TEXT NOT NULL REFERENCES establishment(id),
            flow TEXT NOT NULL,
            version TEXT NOT NULL REFERENCES flow_version(hash),
            status TEXT NOT NULL,
            state TEXT NOT NULL,
            join_code TEXT UNIQUE,
            wakes_at INTEGER,
            started_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX dialogue_by_establishment ON dialogue(establishment, started_at);
        CREATE INDEX dialogue_waking ON dialogue(wakes_at) WHERE wakes_at IS NOT NULL;
        CREATE INDEX dialogue_by_version ON dialogue(version);

        CREATE TABLE address (
            id TEXT PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account(id),
            external TEXT NOT NULL,
            stage TEXT NOT NULL,
            locale TEXT NOT NULL,
            participant TEXT REFERENCES participant(id) ON DELETE SET NULL,
            dialogue TEXT REFERENCES dialogue(id) ON DELETE SET NULL,
            pending TEXT,
            UNIQUE (account, external)
        ) STRICT;
        CREATE INDEX address_by_participant ON address(participant);

        CREATE TABLE party (
            dialogue TEXT NOT NULL REFERENCES dialogue(id) ON DELETE CASCADE,
            party TEXT NOT NULL,
            address TEXT NOT NULL REFERENCES address(id),
            PRIMARY KEY (dialogue, party)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX party_by_address ON party(address);

        CREATE TABLE log (
            dialogue TEXT NOT NULL REFERENCES dialogue(id) ON DELETE CASCADE,
            turn INTEGER NOT NULL,
            entry TEXT NOT NULL,
            PRIMARY KEY (dialogue, turn)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE outcome (
            dialogue TEXT NOT NULL REFERENCES dialogue(id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            fields TEXT NOT NULL,
            flow TEXT NOT NULL,
            turn INTEGER NOT NULL,
            PRIMARY KEY (dialogue, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE transcript (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            address TEXT NOT NULL REFERENCES address(id),
            establishment TEXT REFERENCES establishment(id),
            dialogue TEXT REFERENCES dialogue(id) ON DELETE SET NULL,
            direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
            text TEXT NOT NULL,
            choices TEXT,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX transcript_by_address ON transcript(address, sequence);
        CREATE INDEX transcript_by_dialogue ON transcript(dialogue, sequence);

        CREATE TABLE receipt (
            account TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            receipt TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (account, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE outbox (
            message TEXT PRIMARY KEY REFERENCES transcript(id) ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            address TEXT NOT NULL REFERENCES address(id),
            account TEXT NOT NULL REFERENCES account(id),
            external TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('pending', 'sent', 'dead')),
            attempts INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            problem TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX outbox_pending ON outbox(address, sequence) WHERE status = 'pending';
        CREATE INDEX outbox_due ON outbox(due_at) WHERE status = 'pending';
        """
}
