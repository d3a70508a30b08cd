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

    /// What the reference of an upload begins with; the id of its message, under which its file is kept, follows.
    static let uploadPrefix = "upload:"

    /// The id that a file of the web chat was kept under, before anything was heard of it.
    func uploaded(_ media: Media) -> String? {
        guard event.channel == .web, let reference = media.reference, reference.hasPrefix(Self.uploadPrefix) else {
            return nil
        }
        return String(reference.dropFirst(Self.uploadPrefix.count))
    }

    /// A picture, a voice note or a file is fetched as soon as the event is safe; its message says what it is.
    ///
    /// - Returns: whether it is kept.
    mutating func keepAttachment() throws -> Bool {
        guard case .media(let media) = event.content, let reference = media.reference, let message = desk.heard,
            !keepsNoFile
        else { return false }
        let isHere = uploaded(media) != nil
        desk.hasAttachment = !isHere
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
                status: isHere ? .stored : .pending,
                dueAt: moment.milliseconds
            )
        )
        return true
    }

    /// Tells whoever leads a team's dialogue who sent something that is not words, and how to write it down for them.
    mutating func tellLead(of party: String, in dialogue: DialogueRecord) throws {
        guard case .media(let media) = event.content, media.reference != nil else { return }
        if keepsNoFile { return try tell("media-anonymous") }
        guard let now = try store.dialogue(dialogue.id), now.state.mode == .team, !now.state.isOver,
            let lead = now.state.leadID, lead != party,
            let number = now.state.parties.firstIndex(where: { $0.id == party }),
            let hearing = try store.parties(dialogue: now.id).first(where: { $0.party == lead }),
            let recipient = try desk.address(hearing.address)
        else { return }
        let kinds = programs.phrase("lobby/media-for-lead", in: recipient.locale)?.options ?? [:]
        let names = [
            "number": String(number + 1),
            "role": now.state.parties[number].role ?? programs.words("lobby/media-no-role", in: recipient.locale),
            "what": kinds[media.kind.rawValue] ?? kinds["other"] ?? media.kind.rawValue,
        ]
        var text = programs.words("lobby/media-for-lead", in: recipient.locale, names)
        if let base = desk.reception.publicURL, let home = try store.establishment(now.establishment) {
            let link = "\(base)/look/\(home.joinCode)"
            text += "\n" + programs.words("lobby/media-link", in: recipient.locale, ["link": link])
        }
        try desk.say(text, to: recipient, establishment: now.establishment, dialogue: now.id)
    }

    /// What whoever leads writes for somebody is what that person's newest voice note or picture says.
    func transcribe(from party: String, in dialogue: DialogueRecord) throws {
        guard !keepsNoFile, dialogue.state.leadID == party, case .text(let text) = event.content,
            case .answer(let number, let words)? = Control(text: text),
            dialogue.state.parties.indices.contains(number - 1),
            let sender = try store.parties(dialogue: dialogue.id).first(where: {
                $0.party == dialogue.state.parties[number - 1].id
            })
        else { return }
        let newest = try store.attachments(dialogue: dialogue.id).last { attachment in
            try attachment.transcription == nil && store.message(attachment.message)?.address == sender.address
        }
        guard var attachment = newest else { return }
        attachment.transcription = PersonalData.masked(words)
        try store.save(attachment)
    }
}
