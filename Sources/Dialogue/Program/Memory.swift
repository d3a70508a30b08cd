/// A list from earlier dialogues of the same establishment.
public struct Recall: Codable, Sendable, Equatable {
    /// The name under which the list is kept.
    public var name: String
    /// The kind of the outcomes that are recalled.
    public var kind: String
    /// The kind that takes one back: a later outcome of it with the same words.
    public var unless: String?
    /// Whether only the latest dialogue that recorded any is looked at.
    public var onlyLast: Bool
    /// How many at most: the newest ones.
    public var atMost: Int?

    /// A recall.
    public init(name: String, kind: String, unless: String? = nil, onlyLast: Bool = false, atMost: Int? = nil) {
        self.name = name
        self.kind = kind
        self.unless = unless
        self.onlyLast = onlyLast
        self.atMost = atMost
    }
}

/// Takes turns: the id that this establishment used longest ago.
public struct Pick: Codable, Sendable, Equatable {
    /// A bank of phrases in cells, by the answers of some names.
    public struct Bank: Codable, Sendable, Equatable {
        /// The bank, whose words are the phrases `bank/id`.
        public var name: String
        /// The names whose answers say the cell, in the bank's order.
        public var by: [String]
        /// The ids of each cell, by those answers with `/` between them.
        public var cells: [String: [String]]

        /// A bank.
        public init(name: String, by: [String], cells: [String: [String]]) {
            self.name = name
            self.by = by
            self.cells = cells
        }
    }

    /// The kind of the outcome that a pick leaves, so that the next dialogue knows.
    public static let kind = "pick"

    /// The name under which the id is kept.
    public var name: String
    /// The prompt whose options are the words of the ids; a bank has its own.
    public var prompt: String
    /// The ids, in order, where they are not in a bank.
    public var ids: [String]
    /// The bank.
    public var bank: Bank?

    /// A pick.
    public init(name: String, prompt: String, ids: [String] = [], bank: Bank? = nil) {
        self.name = name
        self.prompt = prompt
        self.ids = ids
        self.bank = bank
    }

    /// Every id that can come.
    var everyID: Set<String> { Set(ids).union(bank?.cells.values.flatMap(\.self) ?? []) }

    /// The id of an earlier pick, where it was made of the same list or bank.
    func id(of fields: [String: Value]) -> String? {
        guard case .text(let id)? = fields["id"] else { return nil }
        if let bank {
            guard case .text(let cell)? = fields["cell"], cell.hasPrefix(bank.name + "/") else { return nil }
        } else {
            guard fields["name"] == .text(name), fields["cell"] == nil else { return nil }
        }
        return everyID.contains(id) ? id : nil
    }
}

/// A proposal for the team, made of its own words by rewording them. Nothing where no pattern fits.
public struct Suggest: Codable, Sendable, Equatable {
    /// The name under which the proposal is kept.
    public var name: String
    /// The name whose words are reworded.
    public var from: String

    /// A suggestion.
    public init(name: String, from: String) {
        self.name = name
        self.from = from
    }
}

/// An outcome of an earlier dialogue of the same establishment.
public struct Earlier: Codable, Sendable, Equatable {
    /// The dialogue that recorded it.
    public var dialogue: String
    /// What it is.
    public var kind: String
    /// The words.
    public var text: String
    /// What else is known of it.
    public var fields: [String: Value]

    /// An earlier outcome.
    public init(dialogue: String, kind: String, text: String, fields: [String: Value] = [:]) {
        self.dialogue = dialogue
        self.kind = kind
        self.text = text
        self.fields = fields
    }
}

extension Program {
    /// The kinds of earlier outcomes that a dialogue on this program looks at, each once, in order.
    public var recalledKinds: [String] {
        instructions.flatMap { instruction -> [String] in
            switch instruction.operation {
            case .recall(let recall): [recall.kind, recall.unless].compactMap(\.self)
            case .pick: [Pick.kind]
            default: []
            }
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Of earlier outcomes, oldest first, those that a dialogue on this program keeps in mind.
    ///
    /// What only the facilitator could read stays out, and of the picks only the last of each id is of use.
    public func remembered(_ earlier: [Earlier]) -> [Earlier] {
        let kinds = Set(recalledKinds)
        let picks = instructions.compactMap { if case .pick(let pick) = $0.operation { pick } else { nil } }
        var kept: [Earlier] = []
        var seen: Set<String> = []
        var counts: [String: Int] = [:]
        for outcome in earlier.reversed() where kinds.contains(outcome.kind) && outcome.fields["private"] == nil {
            guard counts[outcome.kind, default: 0] < Limits.recalled else { continue }
            if outcome.kind == Pick.kind {
                let ids = picks.indices.compactMap { index in
                    picks[index].id(of: outcome.fields).map { "\(index)/\($0)" }
                }
                guard ids.contains(where: { !seen.contains($0) }) else { continue }
                seen.formUnion(ids)
            }
            counts[outcome.kind, default: 0] += 1
            kept.append(outcome)
        }
        return kept.reversed()
    }
}
