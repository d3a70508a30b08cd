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
        return try await store.write { [pacing] store in
            var orders: [Order] = []
            for item in try store.due(at: now, limit: limit) {
                guard let account = try store.account(item.account),
                    let address = try store.address(item.message.address)
                else { continue }
                if let order = try Self.order(item, account, address, pacing, at: now, in: store) {
                    orders.append(order)
                }
            }
            return orders
        }
    }

    /// What to do about a due message: send it, send a template in its place, put it off, hold it, or give it up.
    private static func order(
        _ item: OutboxItem,
        _ account: Account,
        _ address: Address,
        _ pacing: Pacing,
        at now: Int64,
        in store: any StoreTransaction
    ) throws -> Order? {
        var item = item
        if item.isNudge, item.attempts > 0, try store.attempts(message: item.message.id).last?.result == nil {
            // Whether it arrived, nobody knows; a reminder is not said twice.
            item.status = .dead
            item.problem = "unknown"
            try store.save(item)
            return nil
        }
        let capabilities = account.capabilities(isGroup: address.isGroup)
        var paces: [(String, Capabilities.Pace)] = []
        if let pace = capabilities.accountPace { paces.append((account.id, pace)) }
        let pace = address.isGroup ? capabilities.groupPace ?? capabilities.addressPace : capabilities.addressPace
        if let pace {
            paces.append((address.id, pace))
        }
        var template: Template?
        if address.unreachable != nil || !isOpen(capabilities.window, since: address.heardAt, at: now) {
            item.status = .waiting
            item.problem = address.unreachable ?? "window-closed"
            try store.save(item)
            guard address.unreachable == nil, let approved = account.template(for: address, at: now) else { return nil }
            template = approved
        }
        if let free = pacing.reserve(paces, at: now) {
            item.status = .pending
            item.dueAt = free
            try store.save(item)
            return nil
        }
        item.attempts += 1
        item.dueAt = now + lease
        // Reports are of this attempt from now on.
        item.providerID = nil
        try store.save(item)
        try store.save(SendAttempt(number: item.attempts, at: now), message: item.message.id)
        if template != nil {
            var address = address
            address.templateAt = now
            try store.save(address)
        }
        return Order(item: item, account: account, address: address, template: template)
    }

    private static func isOpen(_ window: Duration?, since heardAt: Int64?, at now: Int64) -> Bool {
        guard let window else { return true }
        guard let heardAt else { return false }
        // A minute less, so that a message does not arrive after the window has closed.
        return now - heardAt < window.milliseconds - 60_000
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
