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
        /// The address that spoke.
        package var address: String
        /// Whether the event had come before, and changed nothing this time.
        package var isRepeated: Bool
    }

    /// Receives one event.
    package func receive(_ event: InboundEvent) async throws -> Reply {
        let moment = surroundings.moment()
        let (reply, rings, enqueued) = try await store.write { store in
            var visit = try Visit(event, reception: self, store: store, moment: moment)
            let reply = try visit.receive()
            return (reply, visit.rings, visit.hasEnqueued)
        }
        for (address, sequence) in rings { bell.ring(address, sequence) }
        if enqueued { outbox.knock() }
        return reply
    }
}
