import Foundation

/// One element of `statuses[]`: what became of a message of ours. It may come late, out of order and without contacts.
struct WhatsAppStatus {
    private let status: WhatsAppReader
    private let id: String
    private let word: String
    private let stage: DeliveryStatus.Stage
    private let sender: Sender
    private let conversation: Conversation

    /// `nil` for a stage that Raíz does not know, and without the message or the person it is about.
    init?(_ status: WhatsAppReader, _ people: WhatsAppPeople) {
        guard let id = status.line("id"), let word = status.word("status"), let stage = Self.stages[word] else {
            return nil
        }
        let recipient = status.line("recipient_id")
        let isGroup = status.word("recipient_type") == "group"
        let sender =
            isGroup
            ? people.sender(
                userID: status.line("recipient_participant_user_id"),
                number: status.line("recipient_participant_id")
            )
            : people.sender(
                userID: status.line("recipient_user_id"),
                number: recipient,
                parentID: status.line("recipient_parent_user_id")
            )
        // Of a group that failed as a whole, nobody in it is named.
        guard let sender = sender ?? WhatsAppPeople.sender([recipient]) else { return nil }
        self.status = status
        self.id = id
        self.word = word
        self.stage = stage
        self.sender = sender
        conversation =
            if isGroup, let recipient {
                Conversation(id: recipient, kind: .group)
            } else {
                Conversation(id: sender.id, kind: .direct)
            }
    }

    func event(account: String) -> InboundEvent {
        InboundEvent(
            channel: .whatsapp,
            account: account,
            dedupeKey: key,
            sender: sender,
            conversation: conversation,
            content: .status(
                DeliveryStatus(
                    message: id,
                    ours: status.line("biz_opaque_callback_data"),
                    stage: stage,
                    failure: stage == .failed ? failure : nil
                )
            ),
            messageID: id,
            providerTime: status.moment("timestamp")
        )
    }

    /// Of a message to a group there is one status for each person.
    private var key: String {
        let base = "status:\(id):\(word)"
        return conversation.kind == .group ? "\(base):\(sender.id)" : base
    }

    /// A voice message that was played was read as well.
    private static let stages: [String: DeliveryStatus.Stage] = [
        "sent": .sent, "delivered": .delivered, "read": .read, "played": .read, "failed": .failed,
    ]

    private var failure: SendResult {
        let code = status.list("errors")?.lazy.compactMap { $0?.integer("code") }.first
        return code.map { WhatsAppErrors.result(code: $0) } ?? .refused(problem: "whatsapp-failed")
    }
}
