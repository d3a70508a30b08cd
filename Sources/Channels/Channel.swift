import Dialogue
import Foundation

/// One way in and out: verifies and reads what a provider sends, writes what a provider is sent, and understands its
/// answers. A value made from an account's settings; it touches no network and no clock.
package protocol Channel: Sendable {
    /// What it can carry and show.
    static var capabilities: Capabilities { get }

    /// Verifies the raw bytes of a webhook and reads them.
    ///
    /// Throws only for a bad proof or a body that is no body at all. One element that cannot be read never spoils the
    /// others: it becomes an `unsupported` event, or is left out and counted in the intake.
    func read(_ delivery: WebhookDelivery, now: Date) throws -> Intake

    /// The request that carries one message; it fits, because it was rendered for this channel.
    func request(for message: OutboundMessage, now: Date) throws -> HTTPRequest

    /// What an answer, or the lack of one, means for the message.
    func judge(_ result: Result<HTTPResponse, HTTPFailure>, now: Date) -> SendResult

    /// How the bytes of something that a person sent are had, by the provider's reference.
    func fetch(_ reference: String) throws -> MediaFetch
}

/// A webhook as it came in: raw bytes, and headers and query by name.
package struct WebhookDelivery: Sendable {
    package var body: Data
    /// Looks a header up by its lower-case name.
    package var header: @Sendable (String) -> String?

    package init(body: Data, header: @escaping @Sendable (String) -> String?) {
        self.body = body
        self.header = header
    }
}

/// What was read from one webhook.
package struct Intake: Sendable, Equatable {
    /// In the order in which they stand in the body.
    package var events: [InboundEvent]
    /// How many elements could not be read at all.
    package var unreadable: Int
    /// Requests to make once the events are safe: a read mark, "typing…", the end of a button's spinner.
    /// Nothing depends on them, they are made once.
    package var courtesies: [HTTPRequest]

    package init(events: [InboundEvent] = [], unreadable: Int = 0, courtesies: [HTTPRequest] = []) {
        self.events = events
        self.unreadable = unreadable
        self.courtesies = courtesies
    }
}

/// Why a webhook was turned away. Only a bad proof or no readable body does that: providers repeat what they are refused.
package struct ChannelRefusal: Error, Sendable, Equatable {
    package enum Code: String, Sendable, Equatable, CaseIterable {
        case missingProof = "missing-proof"
        case wrongProof = "wrong-proof"
        case wrongAccount = "wrong-account"
        case notJSON = "not-json"
    }

    /// Stable, for programs.
    package var code: Code

    package init(_ code: Code) {
        self.code = code
    }

    /// What is wrong and what to do, for the person who set up the other side.
    package var sentence: String {
        switch code {
        case .missingProof: "El envío no trae firma ni secreto. Revisen la configuración del webhook."
        case .wrongProof:
            "La firma o el secreto no corresponde a esta cuenta. Revisen que sean los mismos en ambos lados."
        case .wrongAccount: "El envío es de otra cuenta. Revisen que el webhook apunte a la dirección de esta cuenta."
        case .notJSON: "El cuerpo no es JSON."
        }
    }
}

/// What one attempt to send means.
package enum SendResult: Sendable, Equatable {
    /// The provider took it, under this id where it gives one. Not yet delivered.
    case accepted(id: String?)
    /// Not taken; try again, after this long where the provider says so.
    case later(problem: String, after: Duration?)
    /// Nobody knows whether it was taken.
    case unknown(problem: String)
    /// It will never be taken: our mistake, or words that the provider refuses.
    case refused(problem: String)
    /// The markup was not understood: the same words, plain, will be.
    case plain(problem: String)
    /// Only a template may be sent until the person writes.
    case windowClosed(problem: String)
    /// This person or group cannot be reached until they write again.
    case unreachable(problem: String)
    /// The conversation has another id now.
    case moved(to: String)
    /// Nothing more may be sent from this account until somebody has put it right.
    case halted(problem: String)
}
