import GRDB
import Synchronization

/// Lets work that arrives together share one commit, so that every acknowledged message is on disk at a price that a
/// single disk can pay.
///
/// Whoever arrives while nobody commits leads: it takes what waits, runs each piece in its own savepoint, commits once,
/// and hands the lead to the next in line. A piece that fails rolls back alone; a failed commit fails everybody.
actor GroupCommit {
    /// Pieces of work in one commit, at most.
    static let batch = 64

    private enum Wake {
        case lead
        case done((any Error)?)
    }

    private typealias Piece = @Sendable (Database) throws -> Void

    private let pool: DatabasePool
    private var waiting: [(piece: Piece, wake: CheckedContinuation<Wake, Never>)] = []
    private var isCommitting = false

    init(pool: DatabasePool) {
        self.pool = pool
    }

    /// Runs work in a transaction and returns once it is durable.
    func write<T: Sendable>(_ work: @escaping @Sendable (Database) throws -> T) async throws -> T {
        let result = Mutex<T?>(nil)
        try await perform { database in
            let value = try work(database)
            result.withLock { $0 = value }
        }
        guard let value = result.withLock({ $0 }) else { throw StoreError.unavailable("sin resultado") }
        return value
    }

    private func perform(_ piece: @escaping Piece) async throws {
        if isCommitting {
            let wake = await withCheckedContinuation { waiting.append((piece, $0)) }
            if case .done(let error) = wake {
                if let error { throw error }
                return
            }
        }
        isCommitting = true
        let followers = Array(waiting.prefix(Self.batch - 1))
        waiting.removeFirst(followers.count)
        let outcomes = await commit([piece] + followers.map(\.piece))
        for (follower, outcome) in zip(followers, outcomes.dropFirst()) {
            follower.wake.resume(returning: .done(outcome))
        }
        if waiting.isEmpty {
            isCommitting = false
        } else {
            waiting.removeFirst().wake.resume(returning: .lead)
        }
        if let error = outcomes.first ?? nil { throw error }
    }

    /// Commits a batch. What has begun is finished even if whoever leads is cancelled: the others count on it.
    private nonisolated func commit(_ pieces: [Piece]) async -> [(any Error)?] {
        await withCheckedContinuation { continuation in
            pool.asyncWrite { database in
                try pieces.map { piece in
                    var failure: (any Error)?
                    try database.inSavepoint {
                        do {
                            try piece(database)
                            return .commit
                        } catch {
                            failure = error
                            return .rollback
                        }
                    }
                    return failure
                }
            } completion: { _, result in
                switch result {
                case .success(let failures): continuation.resume(returning: failures)
                case .failure(let error): continuation.resume(returning: pieces.map { _ in error })
                }
            }
        }
    }
}
