extension SQLiteStore {
    /// Providers' accounts, what became of each message, and what people send that is not words.
    static let channels = """
        CREATE TABLE new_account (
            id TEXT PRIMARY KEY,
            organization TEXT NOT NULL REFERENCES organization(id),
            channel TEXT NOT NULL,
            delivery TEXT NOT NULL CHECK (delivery IN ('inline', 'callback', 'page', 'provider')),
            callback_url TEXT,
            secrets TEXT NOT NULL,
            credentials TEXT NOT NULL DEFAULT '{}',
            settings TEXT NOT NULL DEFAULT '{}',
            locale TEXT NOT NULL,
            allows_private_hosts INTEGER NOT NULL DEFAULT 0,
            text_limit INTEGER,
            halted TEXT
        ) STRICT;
        INSERT INTO new_account (
            id, organization, channel, delivery, callback_url, secrets, locale, allows_private_hosts, text_limit
        ) SELECT id, organization, channel, delivery, callback_url, secrets, locale, allows_private_hosts, text_limit
            FROM account;
        DROP TABLE account;
        ALTER TABLE new_account RENAME TO account;

        ALTER TABLE address ADD COLUMN is_group INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE address ADD COLUMN heard_at INTEGER;
        ALTER TABLE address ADD COLUMN unreachable TEXT;
        ALTER TABLE address ADD COLUMN template_at INTEGER;

        ALTER TABLE transcript ADD COLUMN provider_id TEXT;
        CREATE INDEX transcript_by_provider_id ON transcript(address, provider_id) WHERE provider_id IS NOT NULL;

        CREATE TABLE new_outbox (
            message TEXT PRIMARY KEY REFERENCES transcript(id) ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            address TEXT NOT NULL REFERENCES address(id),
            account TEXT NOT NULL REFERENCES account(id),
            external TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('pending', 'waiting', 'sent', 'delivered', 'read', 'dead')),
            attempts INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            problem TEXT,
            provider_id TEXT,
            is_nudge INTEGER NOT NULL DEFAULT 0,
            is_plain INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;
        INSERT INTO new_outbox (message, sequence, address, account, external, status, attempts, due_at, problem)
            SELECT message, sequence, address, account, external, status, attempts, due_at, problem FROM outbox;
        DROP TABLE outbox;
        ALTER TABLE new_outbox RENAME TO outbox;
        CREATE INDEX outbox_held ON outbox(address, sequence) WHERE status IN ('pending', 'waiting');
        CREATE INDEX outbox_due ON outbox(due_at) WHERE status = 'pending';
        CREATE INDEX outbox_by_provider_id ON outbox(account, provider_id) WHERE provider_id IS NOT NULL;

        CREATE TABLE attempt (
            message TEXT NOT NULL REFERENCES outbox(message) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            result TEXT,
            PRIMARY KEY (message, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE attachment (
            message TEXT PRIMARY KEY REFERENCES transcript(id) ON DELETE CASCADE,
            account TEXT NOT NULL REFERENCES account(id),
            kind TEXT NOT NULL,
            reference TEXT NOT NULL,
            type TEXT,
            name TEXT,
            sha256 TEXT,
            size INTEGER,
            status TEXT NOT NULL CHECK (status IN ('pending', 'stored', 'failed')),
            attempts INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            problem TEXT,
            transcription TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX attachment_due ON attachment(due_at) WHERE status = 'pending';
        """

    /// What an account called a conversation before that got another id: buttons of before still name the old one.
    static let formerIDs = """
        CREATE TABLE former_external (
            account TEXT NOT NULL REFERENCES account(id),
            external TEXT NOT NULL,
            address TEXT NOT NULL REFERENCES address(id) ON DELETE CASCADE,
            PRIMARY KEY (account, external)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX former_external_by_address ON former_external(address);

        CREATE INDEX outbox_queue ON outbox(address, sequence) WHERE status = 'pending';
        """
}
