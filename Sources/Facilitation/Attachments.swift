import Channels
import Crypto
import Dialogue
import Foundation
import Logging
import ServiceLifecycle
import Storage

/// Fetches what people send that is not words, at once, since providers keep it for minutes, and keeps it as files beside
/// the database. The store knows what is still to be fetched, so a restart forgets nothing.
package struct Attachments: Service {
    /// Files fetched at once.
    static let width = 4
    /// The waits between attempts; after the last one it is given up.
    static let waits: [Int64] = [2_000, 10_000, 60_000, 240_000]

    let reception: Reception
    let folder: URL
    let client: HTTPClient
    let privateClient: HTTPClient
    let logger: Logger

    package init(
        reception: Reception,
        folder: URL,
        client: HTTPClient,
        privateClient: HTTPClient,
        logger: Logger
    ) {
        self.reception = reception
        self.folder = folder
        self.client = client
        self.privateClient = privateClient
        self.logger = logger
    }

    /// Fetches until the server stops.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await deleteDiscarded()
                    if try await fetchDue() == 0 { await reception.attachments.wait(atMost: .seconds(5)) }
                } catch is CancellationError {
                    break
                } catch {
                    logger.error("attachments paused", metadata: ["error": "\(type(of: error))"])
                    await reception.attachments.wait(atMost: .seconds(5))
                }
            }
        }
    }

    /// Deletes the files of people who are forgotten.
    func deleteDiscarded() async throws {
        let messages = try await reception.store.read { try $0.discardedFiles(limit: 500) }
        guard !messages.isEmpty else { return }
        for message in messages { try Self.delete(message, in: folder) }
        try await reception.store.write { store in
            for message in messages { try store.settleDiscarded(message: message) }
        }
    }

    /// Fetches what is due; tells how many.
    func fetchDue() async throws -> Int {
        let now = reception.surroundings.moment().milliseconds
        let due = try await reception.store.read { store in
            try store.attachments(due: now, limit: Self.width).compactMap { attachment in
                try store.account(attachment.account).map { (attachment, $0) }
            }
        }
        await withTaskGroup(of: Void.self) { group in
            for (attachment, account) in due { group.addTask { await fetch(attachment, account) } }
        }
        return due.count
    }

    private func fetch(_ attachment: Attachment, _ account: Account) async {
        var attachment = attachment
        attachment.attempts += 1
        do {
            let bytes = try await bytes(attachment, account)
            let hash = Self.hash(bytes)
            if let promised = attachment.sha256, promised != hash { throw AttachmentProblem.damaged }
            try Self.keep(bytes, of: attachment.message, in: folder)
            attachment.sha256 = hash
            attachment.size = bytes.count
            attachment.status = .stored
            attachment.problem = nil
        } catch {
            let problem = AttachmentProblem(error)
            attachment.problem = problem.rawValue
            let isLast = attachment.attempts > Self.waits.count || problem.isFinal
            attachment.status = isLast ? .failed : .pending
            let wait = Self.waits[min(attachment.attempts, Self.waits.count) - 1]
            attachment.dueAt = reception.surroundings.moment().milliseconds + wait
            logger.warning(
                "attachment not fetched",
                metadata: ["account": "\(account.id)", "problem": "\(problem.rawValue)"]
            )
        }
        do {
            let isWanted = try await reception.store.write { [attachment] store in
                // Whoever sent it may have asked to be forgotten meanwhile.
                guard let now = try store.attachment(message: attachment.message) else { return false }
                var attachment = attachment
                attachment.transcription = now.transcription
                try store.save(attachment)
                return true
            }
            if !isWanted { try Self.delete(attachment.message, in: folder) }
        } catch {
            logger.error("attachment not recorded", metadata: ["account": "\(account.id)"])
        }
    }

    private func bytes(_ attachment: Attachment, _ account: Account) async throws -> Data {
        if let size = attachment.size, size > MediaLimits.bytes { throw AttachmentProblem.tooBig }
        let client = account.allowsPrivateHosts ? privateClient : client
        let request: HTTPRequest
        switch try account.makeChannel().fetch(attachment.reference) {
        case .bytes(let one): request = one
        case .ask(let first, let then): request = try then(try await client.send(first))
        }
        let response = try await client.send(request)
        switch response.status {
        case 200: return response.body
        case 404, 410: throw AttachmentProblem.gone
        default: throw AttachmentProblem.refused
        }
    }
}

/// Why a file could not be had.
package enum AttachmentProblem: String, Error, Sendable {
    case tooBig = "too-big"
    case gone
    /// It is not what the provider said it was.
    case damaged
    case refused
    case unreachable
    case notKept = "not-kept"

    init(_ error: any Error) {
        switch error {
        case let problem as AttachmentProblem: self = problem
        case let failure as HTTPFailure: self = failure.code == .tooLarge ? .tooBig : .unreachable
        case is CocoaError: self = .notKept
        default: self = .refused
        }
    }

    /// Whether trying again cannot help.
    var isFinal: Bool { self == .tooBig || self == .gone }
}
