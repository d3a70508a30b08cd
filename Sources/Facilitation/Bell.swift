import Synchronization

/// Tells whoever listens that an address has something new. It carries no words: listeners read the store.
package final class Bell: Sendable {
    private struct Listener {
        let address: String
        let ring: AsyncStream<Int64>.Continuation
    }

    private struct State {
        var next = 0
        var listeners: [Int: Listener] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// How an address is known here before it exists: by its account and what the account calls it.
    package static func name(account: String, external: String) -> String {
        "\(account)/\(external)"
    }

    /// The sequences of an address's newest messages, as they are stored. Only the latest one waits for a slow listener.
    package func listen(to address: String) -> AsyncStream<Int64> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let key = state.withLock { state in
                state.next += 1
                state.listeners[state.next] = Listener(address: address, ring: continuation)
                return state.next
            }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: key) }
            }
        }
    }

    /// Rings for one address.
    func ring(_ address: String, _ sequence: Int64) {
        let listeners = state.withLock { $0.listeners.values.filter { $0.address == address } }
        for listener in listeners { listener.ring.yield(sequence) }
    }
}
