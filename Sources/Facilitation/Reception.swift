import Channels
import Dialogue
import Foundation
import Storage

/// Where every message of every channel comes in.
///
/// One inbound event is one transaction: its id is remembered, the engine runs, and transcript, outcomes, state and outbox
/// are written. When `receive` returns, all of that is on disk; when it throws, none of it is.
package struct Reception: Sendable {
    package let store: any Store
    package let programs: Programs
    package let surroundings: Surroundings
    package let bell: Bell
    /// Knocked when something was put into the outbox.
    package let outbox: Knock
    /// Knocked when something is to be fetched.
    package let attachments = Knock()
    /// Where people reach the web chat from outside, without a slash at its end.
    package var publicURL: String?

    package init(store: any Store, programs: Programs, surroundings: Surroundings, bell: Bell, outbox: Knock) {
        self.store = store
        self.programs = programs
        self.surroundings = surroundings
        self.bell = bell
        self.outbox = outbox
    }

    /// What came of one inbound event.
    package struct Reply: Sendable, Equatable {
        /// The dialogue that heard it, if one did.
        package var dialogue: String?
        /// What is said in answer, with the recipients' ids on the account.
        package var messages: [OutboundMessage]
        /// What goes into the answer to the webhook, where the account wants that.
        package var inResponse: OutboundMessage?
        /// The address that spoke.
        package var address: String
        /// Whether the event had come before, and changed nothing this time.
        package var isRepeated: Bool
        /// Whether a file that came with the event is kept with it.
        package var keepsFile = false
    }

    /// Receives one event.
    package func receive(_ event: InboundEvent) async throws -> Reply {
        if case .status(let status) = event.content {
            try await report(status, account: event.account, key: event.dedupeKey)
            return Reply(dialogue: nil, messages: [], address: "", isRepeated: false)
        }
        return try await work { desk in
            var visit = try Visit(event, at: desk)
            let reply = try visit.receive()
            desk = visit.desk
            return reply
        }
    }

    /// What became of a message that was sent.
    private func report(_ status: DeliveryStatus, account id: String, key: String) async throws {
        let now = surroundings.moment().milliseconds
        let jitter = Double(surroundings.random() >> 11) / Double(UInt64(1) << 53)
        try await store.write { store in
            guard let account = try store.account(id) else { throw FacilitationError.unknownAccount(id) }
            try Settlement(store: store, account: account, now: now, jitter: jitter)
                .report(status, key: key)
        }
        if status.stage == .failed { outbox.knock() }
    }

    /// Lets a dialogue look at the time.
    func tick(_ dialogue: String) async throws {
        try await work { desk in
            guard let record = try desk.store.dialogue(dialogue), let wakes = record.state.wakesAt,
                wakes <= desk.moment.milliseconds
            else { return }
            try desk.take(.tick, in: record)
        }
    }

    /// Works at a desk in one transaction, and then tells whoever listens.
    func work<T: Sendable>(_ work: @escaping @Sendable (inout Desk) throws -> T) async throws -> T {
        let moment = surroundings.moment()
        let (result, rings, enqueued, attached) = try await store.write { store in
            var desk = Desk(reception: self, store: store, moment: moment)
            let result = try work(&desk)
            return (result, desk.rings, desk.hasEnqueued, desk.hasAttachment)
        }
        for (address, sequence) in rings { bell.ring(address, sequence) }
        if enqueued { outbox.knock() }
        if attached { attachments.knock() }
        return result
    }
}
