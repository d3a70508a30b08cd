import Dialogue
import Storage

extension Desk {
    /// The names of an establishment and of its organization, and whom to turn to.
    func place(of establishment: String) throws -> Place {
        guard let home = try store.establishment(establishment) else { return Place() }
        let organization = try store.organizations().first { $0.id == home.organization }
        return Place(organization: organization?.name, establishment: home.name, contact: organization?.contact)
    }

    /// What earlier dialogues of the establishment left that a flow looks at; `nil` where it looks at nothing.
    func earlier(for program: Program, establishment: String) throws -> [Earlier]? {
        let kinds = program.recalledKinds
        guard !kinds.isEmpty else { return nil }
        return program.remembered(
            try store.earlier(establishment: establishment, kinds: kinds, limit: Limits.recalled)
        )
    }

    /// The same for a dialogue that goes on with another version: its own outcomes are not earlier ones.
    func earlier(for program: Program, of dialogue: DialogueRecord) throws -> [Earlier]? {
        let found = try earlier(for: program, establishment: dialogue.establishment)?.filter {
            $0.dialogue != dialogue.id
        }
        return found?.isEmpty ?? true ? nil : found
    }
}
