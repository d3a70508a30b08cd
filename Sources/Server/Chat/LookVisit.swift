import Channels
import Dialogue
import Facilitation
import Hummingbird
import Storage

/// The visit of somebody who has joined the establishment whose code is in the path.
struct LookVisit {
    let establishment: Establishment
    let address: Address

    var locale: PageLocale { PageLocale(tag: address.locale) }

    /// `nil` for a visitor who has not joined.
    ///
    /// - Throws: `ChatRoom.unknownCode`
    init?(_ request: Request, _ context: ServerContext, _ reception: Reception) async throws {
        let code = joinCode(in: "UNIRME \(try context.parameters.require("code"))")
        let visitor = request.cookies["raiz"]?.value ?? ""
        let found = try await reception.store.read { store -> (Establishment, Address)? in
            guard let code, let establishment = try store.establishment(joinCode: code) else {
                throw ChatRoom.unknownCode
            }
            let account = try store.accounts().first {
                $0.channel == ChannelKind.web.rawValue && $0.organization == establishment.organization
            }
            guard let account,
                let address = try store.address(account: account.id, external: "\(establishment.id):\(visitor)"),
                let participant = try address.participant.flatMap({ try store.participant($0) }),
                participant.establishment == establishment.id
            else { return nil }
            return (establishment, address)
        }
        guard let found else { return nil }
        (establishment, address) = found
    }

    /// What the visitor may see or hear of a dialogue: what they sent themselves, and everything if they lead it.
    func attachments(of dialogue: DialogueRecord, _ store: any StoreTransaction) throws -> [LookPage.Attachment] {
        let kept = try store.attachments(dialogue: dialogue.id).filter { $0.status == .stored }
        guard !kept.isEmpty else { return [] }
        let parties = try store.parties(dialogue: dialogue.id)
        let leads = leads(dialogue, parties)
        return try kept.compactMap { attachment in
            guard let sender = try store.message(attachment.message)?.address, leads || sender == address.id else {
                return nil
            }
            let party = parties.first { $0.address == sender }?.party
            let place = dialogue.state.parties.firstIndex { $0.id == party }
            return LookPage.Attachment(
                link: "/look/\(establishment.joinCode)/attachments/\(attachment.message)",
                shows: LookPage.Attachment.Shows(MediaKinds.shown(attachment.type)),
                sender: sender == address.id ? nil : place.map { $0 + 1 },
                role: place.flatMap { dialogue.state.parties[$0].role },
                transcription: attachment.transcription
            )
        }
    }

    /// Whether the visitor may see or hear what came as a message.
    func mayOpen(_ message: TranscriptMessage, _ store: any StoreTransaction) throws -> Bool {
        guard message.establishment == establishment.id else { return false }
        if message.address == address.id { return true }
        guard let dialogue = try message.dialogue.flatMap({ try store.dialogue($0) }) else { return false }
        return leads(dialogue, try store.parties(dialogue: dialogue.id))
    }

    private func leads(_ dialogue: DialogueRecord, _ parties: [DialogueParty]) -> Bool {
        guard let lead = dialogue.state.leadID else { return false }
        return parties.contains { $0.party == lead && $0.address == address.id }
    }
}

extension LookPage.Attachment.Shows {
    fileprivate init(_ type: String?) {
        let family = type?.split(separator: "/").first
        self = family == "audio" ? .sound : family == "image" ? .picture : .file
    }
}
