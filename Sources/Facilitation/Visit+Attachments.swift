import Channels
import Dialogue
import Storage

extension Visit {
    /// Whether it belongs to what was sent at once and has been answered already: each of ten photos is an event.
    func isOneMoreOfAnAlbum() throws -> Bool {
        guard case .media(let media) = event.content, let album = media.album else { return false }
        let key = "album:\(address.id):\(album)"
        guard try store.receipt(account: account.id, key: key) == nil else { return true }
        try store.save(Receipt(dialogue: nil, messages: []), account: account.id, key: key, at: moment.milliseconds)
        return false
    }

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
