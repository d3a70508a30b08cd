import Channels
import Dialogue
import Foundation
import Logging
import ServiceLifecycle
import Storage

/// Drains the outbox: in order for each address, side by side across addresses, until everything has arrived.
///
/// The truth is the store's. An attempt is written down before it is made, so a crash at any point leads to a repetition
/// under the same id and never to a loss.
package struct Delivery: Service {
    /// Messages under way at once.
    static let width = 16
    /// How long an attempt may stay unaccounted for before it is made again.
    static let lease: Int64 = 60_000

    let store: any Store
    let surroundings: Surroundings
    let client: HTTPClient
    /// For accounts whose callbacks may go to private hosts.
    let privateClient: HTTPClient
    let knock: Knock
    let logger: Logger

    package init(
        store: any Store,
        surroundings: Surroundings,
        client: HTTPClient,
        privateClient: HTTPClient,
        knock: Knock,
        logger: Logger
    ) {
        self.store = store
        self.surroundings = surroundings
        self.client = client
        self.privateClient = privateClient
        self.knock = knock
        self.logger = logger
    }

    /// Delivers until the server stops.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let count = try await deliverDue()
                    if count == 0 { await knock.wait(atMost: try await untilNextDue()) }
                } catch is CancellationError {
                    break
                } catch {
                    logger.error("delivery paused", metadata: ["error": "\(type(of: error))"])
                    await knock.wait(atMost: .seconds(5))
                }
            }
        }
        await client.shutdown()
        await privateClient.shutdown()
    }

    /// Sends what is due now, one message for each address; tells how many.
    func deliverDue() async throws -> Int {
        let now = surroundings.moment().milliseconds
        let items = try await store.write { store in
            let due = try store.due(at: now, limit: Self.width)
            for item in due {
                try store.update(
                    outbox: item.message.id,
                    status: .pending,
                    attempts: item.attempts + 1,
                    dueAt: now + Self.lease,
                    problem: item.problem
                )
            }
            return try due.compactMap { item in try store.account(item.account).map { (item, $0) } }
        }
        await withTaskGroup(of: Void.self) { group in
            for (item, account) in items { group.addTask { await deliver(item, account) } }
        }
        return items.count
    }

    private func untilNextDue() async throws -> Duration {
        let next = try await store.read { try $0.nextDue() }
        guard let next else { return .seconds(60) }
        return .milliseconds(min(max(next - surroundings.moment().milliseconds, 10), 60_000))
    }

    private func deliver(_ item: OutboxItem, _ account: Account) async {
        let (attempt, problem) = await send(item, account)
        let jitter = Double(surroundings.random() >> 11) / Double(UInt64(1) << 53)
        let now = surroundings.now()
        let milliseconds = surroundings.moment().milliseconds
        let verdict = Retry.verdict(attempt, attempts: item.attempts + 1, jitter: jitter, now: now)
        let (status, dueAt): (OutboxItem.Status, Int64) =
            switch verdict {
            case .delivered: (.sent, milliseconds)
            case .retry(let wait): (.pending, milliseconds + wait.milliseconds)
            case .stop, .dead: (.dead, milliseconds)
            }
        if status != .sent {
            logger.warning(
                "delivery failed",
                metadata: [
                    "account": "\(account.id)", "attempt": "\(item.attempts + 1)", "problem": "\(problem ?? "")",
                    "verdict": "\(status.rawValue)",
                ]
            )
        }
        do {
            try await store.write { store in
                try store.update(
                    outbox: item.message.id,
                    status: status,
                    attempts: item.attempts + 1,
                    dueAt: dueAt,
                    problem: problem
                )
            }
        } catch {
            // The lease runs out and the message goes again under the same id.
            logger.error("delivery not recorded", metadata: ["account": "\(account.id)"])
        }
    }

    private func send(_ item: OutboxItem, _ account: Account) async -> (Attempt, problem: String?) {
        guard case .callback(let url) = account.delivery else { return (.failed, "no-callback") }
        let message = OutboundMessage(
            id: item.message.id,
            to: item.external,
            conversation: item.external,
            dialogue: item.message.dialogue,
            text: item.message.text,
            choices: item.message.choices
        )
        do {
            let now = surroundings.now()
            let body = try GenericWebhook.callback(message, at: now)
            let signer = StandardWebhook(secrets: account.secrets.compactMap { WebhookSecret($0) })
            var headers = try signer.headers(id: message.id, timestamp: Int64(now.timeIntervalSince1970), body: body)
            headers["content-type"] = "application/json"
            let client = account.allowsPrivateHosts ? privateClient : client
            let response = try await client.send(HTTPRequest(.post, url, headers: headers, body: body))
            let problem = (200...299).contains(response.status) ? nil : "status-\(response.status)"
            return (Attempt(response), problem)
        } catch let failure as HTTPFailure {
            return (.failed, failure.code.rawValue)
        } catch let error as WebhookError {
            return (.failed, error.code)
        } catch {
            return (.failed, "encoding")
        }
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
