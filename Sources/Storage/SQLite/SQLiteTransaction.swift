import Dialogue
import Foundation
import GRDB

/// One transaction on SQLite. All SQL of the project is here and beside here.
struct SQLiteTransaction: StoreTransaction {
    let database: Database

    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func one<T>(_ sql: String, _ arguments: StatementArguments, _ make: (Row) throws -> T) throws -> T? {
        try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments).map(make)
    }

    func all<T>(_ sql: String, _ arguments: StatementArguments = [], _ make: (Row) throws -> T) throws -> [T] {
        try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map(make)
    }

    func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    func value<T: Decodable>(_ type: T.Type, _ json: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    // MARK: Who there is

    func organizations() throws -> [Organization] {
        try all("SELECT * FROM organization ORDER BY id") { row in
            Organization(id: row["id"], name: row["name"], contact: row["contact"])
        }
    }

    func save(_ organization: Organization) throws {
        try run(
            """
            INSERT INTO organization (id, name, contact) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, contact = excluded.contact
            """,
            [organization.id, organization.name, organization.contact]
        )
    }

    private func establishment(_ row: Row) -> Establishment {
        Establishment(id: row["id"], organization: row["organization"], name: row["name"], joinCode: row["join_code"])
    }

    func establishments() throws -> [Establishment] {
        try all("SELECT * FROM establishment ORDER BY name", [], establishment)
    }

    func establishment(_ id: String) throws -> Establishment? {
        try one("SELECT * FROM establishment WHERE id = ?", [id], establishment)
    }

    func establishment(joinCode: String) throws -> Establishment? {
        try one("SELECT * FROM establishment WHERE join_code = ?", [joinCode], establishment)
    }

    func save(_ establishment: Establishment) throws {
        try run(
            """
            INSERT INTO establishment (id, organization, name, join_code) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, join_code = excluded.join_code
            """,
            [establishment.id, establishment.organization, establishment.name, establishment.joinCode]
        )
    }

    func facilitators() throws -> [Facilitator] {
        try all("SELECT * FROM facilitator ORDER BY id") { row in
            let assigned = try all(
                "SELECT establishment FROM assignment WHERE facilitator = ? ORDER BY establishment",
                [row["id"] as String]
            ) { $0["establishment"] as String }
            return Facilitator(
                id: row["id"],
                organization: row["organization"],
                title: row["title"],
                establishments: assigned
            )
        }
    }

    func save(_ facilitator: Facilitator) throws {
        try run(
            """
            INSERT INTO facilitator (id, organization, title) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title
            """,
            [facilitator.id, facilitator.organization, facilitator.title]
        )
        try run("DELETE FROM assignment WHERE facilitator = ?", [facilitator.id])
        for establishment in facilitator.establishments {
            try run(
                "INSERT INTO assignment (facilitator, establishment) VALUES (?, ?)",
                [facilitator.id, establishment]
            )
        }
    }

    // MARK: Accounts

    private func account(_ row: Row) throws -> Account {
        let url: String? = row["callback_url"]
        let delivery: Account.Delivery =
            switch row["delivery"] as String {
            case "callback": .callback(url: url ?? "")
            case "page": .page
            case "provider": .provider
            default: .inline
            }
        var account = Account(
            id: row["id"],
            organization: row["organization"],
            channel: row["channel"],
            delivery: delivery,
            secrets: try value([String].self, row["secrets"]),
            locale: row["locale"],
            allowsPrivateHosts: row["allows_private_hosts"]
        )
        account.credentials = try value([String: String].self, row["credentials"])
        account.settings = try value([String: String].self, row["settings"])
        account.textLimit = row["text_limit"]
        account.halted = row["halted"]
        return account
    }

    func accounts() throws -> [Account] {
        try all("SELECT * FROM account ORDER BY id", [], account)
    }

    func account(_ id: String) throws -> Account? {
        try one("SELECT * FROM account WHERE id = ?", [id], account)
    }

    func save(_ account: Account) throws {
        let (delivery, url): (String, String?) =
            switch account.delivery {
            case .inline: ("inline", nil)
            case .page: ("page", nil)
            case .provider: ("provider", nil)
            case .callback(let url): ("callback", url)
            }
        try run(
            """
            INSERT INTO account (
                id, organization, channel, delivery, callback_url, secrets, credentials, settings, locale,
                allows_private_hosts, text_limit, halted
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET delivery = excluded.delivery, callback_url = excluded.callback_url,
                secrets = excluded.secrets, credentials = excluded.credentials, settings = excluded.settings,
                locale = excluded.locale, allows_private_hosts = excluded.allows_private_hosts,
                text_limit = excluded.text_limit, halted = excluded.halted
            """,
            [
                account.id, account.organization, account.channel, delivery, url, try json(account.secrets),
                try json(account.credentials), try json(account.settings), account.locale, account.allowsPrivateHosts,
                account.textLimit, account.halted,
            ]
        )
    }
}
