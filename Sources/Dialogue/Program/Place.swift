/// Where a dialogue takes place: what every flow knows without asking.
///
/// It comes in with the event that begins the dialogue, so a replay says the same words after a name has changed.
public struct Place: Sendable, Equatable {
    /// The names under which flows and prompts know it.
    public static let names: Set<String> = ["organization", "establishment", "contact"]

    /// The organization's name.
    public var organization: String?
    /// The establishment's name.
    public var establishment: String?
    /// Whom people of the organization turn to with their rights; a flow can ask `answered(contact)`.
    public var contact: String?

    /// A place.
    public init(organization: String? = nil, establishment: String? = nil, contact: String? = nil) {
        self.organization = organization
        self.establishment = establishment
        self.contact = contact
    }

    /// The answers with which a dialogue begins.
    public var given: [String: Value] {
        ["organization": organization, "establishment": establishment, "contact": contact]
            .compactMapValues { $0.map(Value.text) }
    }
}
