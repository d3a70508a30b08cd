import Crypto
import Foundation

/// One element of `groups[]`: people who came into a group or left it.
enum WhatsAppGroup {
    /// Whether it tells of people; requests to join and the like change nothing yet.
    static func isChange(_ group: WhatsAppReader) -> Bool {
        ["group_participants_add", "group_participants_remove"].contains(group.word("type"))
    }

    /// `nil` without a group, or when nobody is named.
    static func event(_ group: WhatsAppReader, account: String) -> InboundEvent? {
        guard let id = group.line("group_id"), let type = group.word("type") else { return nil }
        let isJoin = type == "group_participants_add"
        let people = (group.list(isJoin ? "added_participants" : "removed_participants") ?? []).compactMap { person in
            person.flatMap {
                WhatsAppPeople.sender([$0.line("user_id"), $0.line("wa_id"), $0.line("input")])
            }
        }
        guard let first = people.first else { return nil }
        let ids = people.map(\.id)
        let time = group.moment("timestamp")
        // It has no id of its own: the same people at the same second are the same news.
        let seconds = time.map { String(Int($0.timeIntervalSince1970)) } ?? ""
        let whole = ([id, type, seconds] + ids).joined(separator: "\n")
        return InboundEvent(
            channel: .whatsapp,
            account: account,
            dedupeKey: "group:" + Data(SHA256.hash(data: Data(whole.utf8))).hexadecimal,
            sender: first,
            conversation: Conversation(id: id, kind: .group),
            content: isJoin ? .join(ids) : .leave(ids),
            providerTime: time
        )
    }
}
