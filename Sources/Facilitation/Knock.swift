import Synchronization

/// Wakes one sleeper, or spares it the next sleep.
package final class Knock: Sendable {
    private struct State {
        var isKnocked = false
        var sleeper: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    /// Wakes the sleeper.
    package func knock() {
        let sleeper = state.withLock { state in
            defer { state.sleeper = nil }
            state.isKnocked = state.sleeper == nil
            return state.sleeper
        }
        sleeper?.resume()
    }

    /// Sleeps until somebody knocks, the time is over, or the task is cancelled.
    func wait(atMost duration: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await Task.sleep(for: duration) }
            group.addTask { await self.sleep() }
            await group.next()
            group.cancelAll()
        }
    }

    private func sleep() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isAwake = state.withLock { state in
                    if state.isKnocked || Task.isCancelled {
                        state.isKnocked = false
                        return true
                    }
                    state.sleeper = continuation
                    return false
                }
                if isAwake { continuation.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                defer { state.sleeper = nil }
                return state.sleeper
            }
            sleeper?.resume()
        }
    }
}
