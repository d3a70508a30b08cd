/// A part that is done once for each item of a list.
public struct Each: Codable, Sendable, Equatable {
    /// The name of the item inside; with `-number` after it, its place from 1.
    public var name: String
    /// The name of the list; empty where the ids are written in the flow.
    public var list: String
    /// The ids that it goes through, in order, where they are written in the flow.
    public var ids: [String]?
    /// The prompt whose options are the words of the ids.
    public var prompt: String?
    /// Items at most; without it, as many as a repeat may have rounds.
    public var atMost: Int?
    /// The first instruction after it.
    public var exit: Int

    /// A part for each item.
    public init(
        name: String,
        list: String,
        ids: [String]? = nil,
        prompt: String? = nil,
        atMost: Int? = nil,
        exit: Int = 0
    ) {
        self.ids = ids
        self.prompt = prompt
        self.name = name
        self.list = list
        self.atMost = atMost
        self.exit = exit
    }

    /// How many rounds there can be.
    public var most: Int { min(atMost ?? Limits.rounds, ids?.count ?? Limits.rounds) }

    /// The name under which the item's place is known.
    public var numberName: String { "\(name)-number" }
}

/// Something that goes into a list, which begins with the first thing that goes into it.
public struct Add: Codable, Sendable, Equatable {
    /// The name whose value goes into it.
    public var name: String
    /// The name of the list.
    public var list: String

    /// An addition.
    public init(name: String, list: String) {
        self.name = name
        self.list = list
    }
}
