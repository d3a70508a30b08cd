import Channels
import Dialogue
import Storage

extension Visit {
    /// A picture, a voice note or a file is fetched as soon as the event is safe; its message says what it is.
    mutating func keepAttachment() throws {
        guard case .media(let media) = event.content, let reference = media.reference, let message = desk.heard else {
            return
        }
        desk.hasAttachment = true
        try store.save(
            Attachment(
                message: message,
                account: account.id,
                kind: media.kind.rawValue,
                reference: reference,
                type: media.type,
                name: media.name,
                sha256: media.sha256,
                size: media.size,
                dueAt: moment.milliseconds
            )
        )
    }
}
