import Dialogue
import Logging
import ServiceLifecycle
import Storage

/// Looks at dialogues whose time has come: deadlines and reminders.
///
/// When a dialogue must be looked at is part of its state, so a timer never fires for a question that has passed, and a
/// restart forgets none.
package struct Timers: Service {
    let reception: Reception
    let logger: Logger

    package init(reception: Reception, logger: Logger) {
        self.reception = reception
        self.logger = logger
    }

    /// Looks until the server stops.
    package func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await lookAround() == 0 { try await Task.sleep(for: try await untilNext()) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("timers paused", metadata: ["error": "\(type(of: error))"])
                    try await Task.sleep(for: .seconds(5))
                }
            }
        }
    }

    /// Looks at every dialogue that is due; tells how many.
    package func lookAround() async throws -> Int {
        let now = reception.surroundings.moment().milliseconds
        let due = try await reception.store.read { try $0.waking(at: now, limit: 50) }
        for id in due { try await reception.tick(id) }
        return due.count
    }

    /// New deadlines may come at any moment, so it never sleeps for long.
    private func untilNext() async throws -> Duration {
        let next = try await reception.store.read { try $0.nextWake() }
        guard let next else { return .seconds(1) }
        return .milliseconds(min(max(next - reception.surroundings.moment().milliseconds, 10), 1_000))
    }
}
