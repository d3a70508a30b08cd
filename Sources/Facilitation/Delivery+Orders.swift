import Channels
import Dialogue
import Storage

extension Delivery {
    /// What to do about a due message: send it, send a template in its place, put it off, hold it, or give it up.
    static func order(
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
}
