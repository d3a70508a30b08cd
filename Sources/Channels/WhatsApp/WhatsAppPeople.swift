import Dialogue
import Foundation

/// The people named beside messages and statuses, and how they are recognized.
///
/// A person may have no phone number here: who uses a username is known by the business-scoped user id (BSUID), such as
/// `CL.1349…`, which is always there. The number is an alias, where it is known.
struct WhatsAppPeople {
    private struct Person {
        var userID: String?
        var number: String?
        var parentID: String?
        var name: String?
    }

    private let people: [Person]

    init(_ contacts: [WhatsAppReader?]) {
        people = contacts.compactMap(\.self).map { contact in
            let profile = contact.object("profile")
            return Person(
                userID: contact.line("user_id"),
                number: contact.line("wa_id"),
                parentID: contact.line("parent_user_id"),
                name: profile?.line("name") ?? profile?.line("username")
            )
        }
    }

    /// Whoever has these ids, with what the contacts add to them; `nil` when nobody is named.
    func sender(userID: String?, number: String?, parentID: String? = nil) -> Sender? {
        let person = person(userID: userID, number: number)
        return Self.sender(
            [userID, person?.userID, number, person?.number, parentID, person?.parentID],
            name: person?.name
        )
    }

    /// The first id is the person's, the others are aliases.
    static func sender(_ ids: [String?], name: String? = nil) -> Sender? {
        var known: [String] = []
        for id in ids.compactMap(\.self) where !known.contains(id) { known.append(id) }
        guard let id = known.first else { return nil }
        let aliases = Array(known.dropFirst())
        return Sender(id: id, aliases: aliases.isEmpty ? nil : aliases, displayName: name)
    }

    private func person(userID: String?, number: String?) -> Person? {
        func same(_ one: String?, _ other: String?) -> Bool { one != nil && one == other }
        func apart(_ one: String?, _ other: String?) -> Bool { one != nil && other != nil && one != other }
        if let match = people.first(where: { same($0.userID, userID) || same($0.number, number) }) { return match }
        // A single contact is whoever wrote, unless an id says otherwise: two people must never become one.
        guard people.count == 1, let only = people.first, !apart(only.userID, userID), !apart(only.number, number)
        else {
            return nil
        }
        return only
    }
}

/// Where a message goes: Meta has one field for numbers and groups, and another for ids without a number.
enum WhatsAppAddress: Equatable {
    case to(String)
    case recipient(String)

    /// Reads an opaque id: `XX.alphanumeric`, or `XX.ENT.alphanumeric` for several portfolios, is a user id.
    init?(_ id: String) {
        guard !id.isEmpty, WhatsAppLimits.id.fits(id), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return nil
        }
        var parts = id.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.count == 3, parts[1].elementsEqual("ENT".utf8) { parts.remove(at: 1) }
        let isUserID =
            parts.count == 2 && parts[0].count == 2
            && parts[0].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            && (1...128).contains(parts[1].count) && parts[1].allSatisfy { $0.isDigit || $0.isLetter }
        self = isUserID ? .recipient(id) : .to(id)
    }
}
