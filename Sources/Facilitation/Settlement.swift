import Channels
import Dialogue
import Storage

/// Writes down what came of sending a message: at once, or when the provider reports it later.
struct Settlement {
    let store: any StoreTransaction
    let account: Account
    let now: Int64
    /// 0 to 1.
    let jitter: Double

    /// How long a provider that reports what it took is given to do so before a doubtful message goes again.
    static let doubt: Int64 = 60_000

    /// What one attempt came to. What the provider has reported meanwhile is worth more: its report may be faster than
    /// its answer, and an answer that never came says nothing about a message that arrived.
    func settle(_ message: String, _ result: SendResult) throws {
        guard let item = try store.outboxItem(message), item.status != .dead else { return }
        let isReported = item.status.rank > 0
        if case .accepted(let id) = result {
            if let id, id == item.providerID, !isReported { return }
        } else if isReported {
            return
        }
        try decide(item, result)
    }

    private func decide(_ item: OutboxItem, _ result: SendResult) throws {
        var item = item
        switch result {
        case .accepted(let id):
            item.providerID = id ?? item.providerID
            if item.status.rank == 0 { item.status = .sent }
            item.problem = nil
        case .later(let problem, let after):
            again(&item, problem, asked: after)
        case .unknown(let problem):
            if item.isNudge { die(&item, problem) } else { again(&item, problem, asked: doubtfulWait) }
        case .refused(let problem):
            die(&item, problem)
        case .plain(let problem):
            guard !item.isPlain else {
                die(&item, problem)
                break
            }
            item.isPlain = true
            item.dueAt = now
        case .windowClosed(let problem):
            try close(&item, problem)
        case .unreachable(let problem):
            item.status = .waiting
            item.problem = problem
            if var address = try store.address(item.message.address) {
                address.unreachable = problem
                try store.save(address)
            }
            try store.hold(address: item.message.address, problem: problem)
        case .moved(let external):
            try move(item.message.address, to: external)
            item.external = external
            item.dueAt = now
        case .halted(let problem):
            again(&item, problem, asked: .zero)
            var account = account
            account.halted = problem
            try store.save(account)
        }
        try store.save(item)
    }

    /// What the provider reports about a message it took. It never takes a message back on its way: a failure counts once,
    /// and only of the attempt that was heard of last.
    ///
    /// - Parameter key: of the report, the same on every redelivery.
    func report(_ status: DeliveryStatus, key: String) throws {
        let known = try status.ours.flatMap { try store.outboxItem($0) }
        let found = try known ?? store.outboxItem(account: account.id, providerID: status.message)
        guard var item = found, item.account == account.id, item.status != .dead else { return }
        let isFailure = status.stage == .failed
        if isFailure {
            if let latest = item.providerID, latest != status.message { return }
            guard try store.receipt(account: account.id, key: key) == nil else { return }
            try store.save(Receipt(dialogue: nil, messages: []), account: account.id, key: key, at: now)
        }
        item.providerID = status.message
        let reached: OutboxItem.Status =
            switch status.stage {
            case .sent: .sent
            case .delivered: .delivered
            case .read: .read
            case .failed: .sent
            }
        if reached.rank > item.status.rank {
            item.status = reached
            item.problem = nil
        }
        try store.save(item)
        if isFailure { try decide(item, status.failure ?? .refused(problem: "failed")) }
    }

    /// An address is known by another id from now on.
    func move(_ id: String, to external: String) throws {
        guard var address = try store.address(id),
            try store.address(account: address.account, external: external) == nil
        else { return }
        try store.remember(former: address.external, of: address)
        address.external = external
        try store.save(address)
        try store.redirect(address: id, to: external)
    }

    private var doubtfulWait: Duration? {
        account.kind == .whatsapp ? .milliseconds(Self.doubt) : nil
    }

    private func again(_ item: inout OutboxItem, _ problem: String, asked: Duration?) {
        item.problem = problem
        let wait = account.schedule.wait(
            attempts: item.attempts,
            asked: asked,
            jitter: jitter,
            age: .milliseconds(max(0, now - item.message.at))
        )
        guard let wait else { return die(&item, problem) }
        item.status = .pending
        item.dueAt = now + wait.milliseconds
    }

    private func die(_ item: inout OutboxItem, _ problem: String) {
        item.status = .dead
        item.problem = problem
    }

    /// Only templates may be sent: the message waits for the person, and goes out once they write.
    private func close(_ item: inout OutboxItem, _ problem: String) throws {
        item.status = .pending
        item.problem = problem
        item.dueAt = now
        if var address = try store.address(item.message.address) {
            // Our count of the window was wrong; the next look at the message sees it closed.
            address.heardAt = nil
            try store.save(address)
        }
    }
}

extension SendResult {
    /// For logs and the record of attempts; carries no words of anybody.
    var summary: String {
        switch self {
        case .accepted: "accepted"
        case .moved: "moved"
        default: problem ?? "unknown"
        }
    }
}
