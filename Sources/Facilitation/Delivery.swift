import Channels
import Dialogue
import Foundation
import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// Drains the outbox: in order for each address, side by side across addresses, until everything has arrived.
///
/// The truth is the store's. An attempt is written down before it is made, so a crash at any point leads to a repetition
/// under the same id and never to a loss.
package struct Delivery: Service {
    /// Messages under way at once.
    static let width = 32
    /// How long what is under way may take once the server stops. An attempt that is cut off may have to be repeated.
    static let farewell: Duration = .seconds(5)
    /// How long an attempt may stay unaccounted for before it is made again.
    static let lease: Int64 = 60_000

    let store: any Store
    let surroundings: Surroundings
    let client: HTTPClient
    /// For accounts whose requests may go to private hosts.
    let privateClient: HTTPClient
    let knock: Knock
    let logger: Logger
    private let pacing = Pacing()

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
        let underWay = UnderWay()
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                while !Task.isCancelled {
                    do {
                        let orders = try await claim(Self.width - underWay.count)
                        for order in orders {
                            underWay.add(1)
                            group.addTask {
                                await finish { await deliver(order) }
                                underWay.add(-1)
                                knock.knock()
                            }
                        }
                        if orders.isEmpty {
                            let isFull = underWay.count >= Self.width
                            await knock.wait(atMost: isFull ? .seconds(60) : try await untilNextDue())
                        }
                    } catch is CancellationError {
                        break
                    } catch {
                        logger.error("delivery paused", metadata: ["error": "\(type(of: error))"])
                        await knock.wait(atMost: .seconds(5))
                    }
                }
            }
        }
        await client.shutdown()
        await privateClient.shutdown()
    }

    /// Does what has begun, also when the server stops meanwhile.
    private func finish(_ work: @escaping @Sendable () async -> Void) async {
        let task = Task(operation: work)
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            Task {
                try? await Task.sleep(for: Self.farewell)
                task.cancel()
            }
        }
    }

    /// How many messages are being sent.
    private final class UnderWay: Sendable {
        private let number = Mutex(0)
        var count: Int { number.withLock { $0 } }
        func add(_ change: Int) { number.withLock { $0 += change } }
    }

    /// A message that is to be sent now, and by whom to whom.
    struct Order: Sendable {
        var item: OutboxItem
        var account: Account
        var address: Address
        /// Sent in its place, because only templates may be sent now.
        var template: Template?
    }

    /// Takes what is due now, one message for each address, and writes the attempts down.
    private func claim(_ limit: Int) async throws -> [Order] {
        guard limit > 0 else { return [] }
        let now = surroundings.moment().milliseconds
        // Looked for beside the writer: behind a long backlog this takes its time, and whoever writes to us waits for
        // the writer.
        let candidates = try await store.read { try $0.due(at: now, limit: limit).map(\.message.id) }
        guard !candidates.isEmpty else { return [] }
        return try await store.write { [pacing] store in
            var orders: [Order] = []
            for candidate in candidates {
                guard let item = try store.outboxItem(candidate), item.status == .pending, item.dueAt <= now,
                    let account = try store.account(item.account), account.halted == nil,
                    let address = try store.address(item.message.address)
                else { continue }
                if let order = try Self.order(item, account, address, pacing, at: now, in: store) {
                    orders.append(order)
                }
            }
            return orders
        }
    }

    private func untilNextDue() async throws -> Duration {
        let next = try await store.read { try $0.nextDue() }
        guard let next else { return .seconds(60) }
        return .milliseconds(min(max(next - surroundings.moment().milliseconds, 10), 60_000))
    }

    private func deliver(_ order: Order) async {
        let result = await send(order)
        let jitter = Double(surroundings.random() >> 11) / Double(UInt64(1) << 53)
        let now = surroundings.moment().milliseconds
        if case .accepted = result {
        } else {
            logger.warning(
                "delivery failed",
                metadata: [
                    "account": "\(order.account.id)", "attempt": "\(order.item.attempts)",
                    "result": "\(result.summary)",
                ]
            )
        }
        do {
            try await store.write { store in
                let number = order.item.attempts
                let attempt = SendAttempt(number: number, at: now, result: result.summary)
                try store.save(attempt, message: order.item.message.id)
                if order.template != nil, case .accepted = result { return }
                try Settlement(store: store, account: order.account, now: now, jitter: jitter)
                    .settle(order.item.message.id, result)
            }
        } catch {
            // The lease runs out and the message goes again under the same id.
            logger.error("delivery not recorded", metadata: ["account": "\(order.account.id)"])
        }
    }

    private func send(_ order: Order) async -> SendResult {
        let message = OutboundMessage(
            id: order.item.message.id,
            to: order.item.external,
            isGroup: order.address.isGroup,
            conversation: order.item.external,
            dialogue: order.item.message.dialogue,
            text: order.item.message.text,
            choices: order.item.message.choices,
            isPlain: order.item.isPlain,
            template: order.template
        )
        let now = surroundings.now()
        do {
            let channel = try order.account.makeChannel()
            let request = try channel.request(for: message, now: now)
            let client = order.account.allowsPrivateHosts ? privateClient : client
            do throws(HTTPFailure) {
                return channel.judge(.success(try await client.send(request)), now: now)
            } catch {
                return channel.judge(.failure(error), now: now)
            }
        } catch is FacilitationError {
            return .halted(problem: "incomplete-account")
        } catch {
            return .refused(problem: "encoding")
        }
    }
}
