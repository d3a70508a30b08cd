import Foundation
import GRDB

/// The store on one SQLite file: nothing to install, nothing to operate, good for a district.
package final class SQLiteStore: Store {
    private let pool: DatabasePool
    private let commits: GroupCommit

    /// Opens a database file, and makes or migrates it where needed.
    ///
    /// - Parameter path: the file. Its folder must exist and be writable.
    /// - Throws: `StoreError`.
    package init(path: String) throws(StoreError) {
        do {
            var configuration = Configuration()
            configuration.label = "raiz"
            configuration.busyMode = .timeout(5)
            configuration.maximumReaderCount = 4
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;")
            }
            pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets `synchronous = NORMAL` on the writer of a pool after `prepareDatabase` has run, which can lose the
            // last commits at a power cut. An acknowledged message must survive one, so it is set again here.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            if try pool.read(Self.migrator.hasBeenSuperseded) { throw StoreError.tooNew(path: path) }
            try Self.migrator.migrate(pool)
        } catch let error as StoreError {
            throw error
        } catch {
            throw Self.unavailable(error)
        }
        commits = GroupCommit(pool: pool)
    }

    package func write<T: Sendable>(
        _ work: @escaping @Sendable (any StoreTransaction) throws -> T
    ) async throws -> T {
        do {
            return try await commits.write { try work(SQLiteTransaction(database: $0)) }
        } catch let error as DatabaseError {
            throw Self.unavailable(error)
        }
    }

    package func read<T: Sendable>(
        _ work: @escaping @Sendable (any StoreTransaction) throws -> T
    ) async throws -> T {
        do {
            return try await pool.read { try work(SQLiteTransaction(database: $0)) }
        } catch let error as DatabaseError {
            throw Self.unavailable(error)
        }
    }

    /// What is in force on the connection that writes, by name: `journal_mode`, `synchronous`, `foreign_keys`.
    package func writerPragmas() async throws -> [String: String] {
        try await pool.writeWithoutTransaction { database in
            var values: [String: String] = [:]
            for name in ["journal_mode", "synchronous", "foreign_keys"] {
                values[name] = try String.fetchOne(database, sql: "SELECT CAST(\(name) AS TEXT) FROM pragma_\(name)")
            }
            return values
        }
    }

    /// How a query is carried out, as SQLite explains it.
    package func plan(of sql: String) async throws -> String {
        try await pool.read { database in
            try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }.joined(
                separator: "\n"
            )
        }
    }

    /// Whether the file is sound, in SQLite's own words: `ok` where it is.
    package func integrity() async throws -> String {
        try await pool.read { try String.fetchOne($0, sql: "PRAGMA quick_check") ?? "?" }
    }

    private static func unavailable(_ error: any Error) -> StoreError {
        guard let error = error as? DatabaseError else { return .unavailable(String(describing: type(of: error))) }
        return .unavailable("\(error.resultCode.rawValue) \(error.message ?? "")")
    }
}
