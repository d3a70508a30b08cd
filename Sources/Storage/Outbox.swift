/// A message on its way out.
package struct OutboxItem: Sendable, Equatable {
    /// How far it has come.
    package enum Status: String, Sendable, CaseIterable {
        /// To be sent, now or at `dueAt`.
        case pending
        /// Held until the person writes again: they blocked the bot, or only templates may be sent.
        case waiting
        /// Accepted by the other side.
        case sent
        /// On the person's device.
        case delivered
        /// Seen.
        case read
        /// Given up; kept for people to see and send again.
        case dead

        /// Later reports never take a message back: `read` may arrive before `delivered`.
        package var rank: Int {
            switch self {
            case .pending, .waiting: 0
            case .sent: 1
            case .delivered: 2
            case .read: 3
            case .dead: 4
            }
        }
    }

    package var message: TranscriptMessage
    package var account: String
    /// The account's own opaque id for the recipient.
    package var external: String
    package var status: Status
    package var attempts: Int
    package var dueAt: Int64
    package var problem: String?
    /// The provider's id of it, once accepted.
    package var providerID: String?
    /// A reminder: better lost than said twice.
    package var isNudge: Bool
    /// To be sent without markup, because markup was refused.
    package var isPlain: Bool

    package init(
        message: TranscriptMessage,
        account: String,
        external: String,
        status: Status = .pending,
        attempts: Int = 0,
        dueAt: Int64,
        problem: String? = nil,
        providerID: String? = nil,
        isNudge: Bool = false,
        isPlain: Bool = false
    ) {
        self.message = message
        self.account = account
        self.external = external
        self.status = status
        self.attempts = attempts
        self.dueAt = dueAt
        self.problem = problem
        self.providerID = providerID
        self.isNudge = isNudge
        self.isPlain = isPlain
    }
}

/// One attempt to send a message, written down before it is made.
package struct SendAttempt: Sendable, Equatable {
    /// From 1.
    package var number: Int
    package var at: Int64
    /// What came of it: `accepted`, or the problem; `nil` while nobody knows.
    package var result: String?

    package init(number: Int, at: Int64, result: String? = nil) {
        self.number = number
        self.at = at
        self.result = result
    }
}

/// A picture, a voice note or a file that somebody sent: a part of the transcript, kept beside the database.
package struct Attachment: Sendable, Equatable {
    /// How far it has come.
    package enum Status: String, Sendable, CaseIterable {
        /// To be fetched, now or at `dueAt`.
        case pending
        case stored
        /// Too big, gone, or not what it said it was; `problem` says which.
        case failed
    }

    /// The transcript message that it came as.
    package var message: String
    package var account: String
    package var kind: String
    /// The provider's id or address of the bytes.
    package var reference: String
    package var type: String?
    package var name: String?
    /// Lower-case hexadecimal: as the provider said, then as stored.
    package var sha256: String?
    package var size: Int?
    package var status: Status
    package var attempts: Int
    package var dueAt: Int64
    package var problem: String?
    /// What is said in it, as somebody typed it.
    package var transcription: String?

    package init(
        message: String,
        account: String,
        kind: String,
        reference: String,
        type: String? = nil,
        name: String? = nil,
        sha256: String? = nil,
        size: Int? = nil,
        status: Status = .pending,
        attempts: Int = 0,
        dueAt: Int64,
        problem: String? = nil,
        transcription: String? = nil
    ) {
        self.message = message
        self.account = account
        self.kind = kind
        self.reference = reference
        self.type = type
        self.name = name
        self.sha256 = sha256
        self.size = size
        self.status = status
        self.attempts = attempts
        self.dueAt = dueAt
        self.problem = problem
        self.transcription = transcription
    }
}
