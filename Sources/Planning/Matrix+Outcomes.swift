import Dialogue

/// What one dialogue contributes to its establishment's planning matrix.
public struct DialogueOutcomes: Sendable {
    /// The establishment's name.
    public var establishment: String
    /// Where it comes from, for a reader: the flow, the day, the dialogue.
    public var origin: String
    /// What was recorded, in order.
    public var outcomes: [Outcome]
    /// The words of options, by question (`planning-matrix/capacity`) and id. An option without words stays unknown.
    public var words: [String: [String: String]]

    /// A dialogue's contribution.
    public init(
        establishment: String,
        origin: String,
        outcomes: [Outcome],
        words: [String: [String: String]] = [:]
    ) {
        self.words = words
        self.establishment = establishment
        self.origin = origin
        self.outcomes = outcomes
    }
}

extension Matrix {
    /// The matrix of several dialogues, in their order: a row for each action, or one row while there is none.
    ///
    /// Only what people said becomes a cell. The root cause is a hypothesis, and the heading says so.
    public init(of dialogues: [DialogueOutcomes]) {
        self.init(rows: dialogues.flatMap(Self.rows))
    }

    private static func rows(of dialogue: DialogueOutcomes) -> [Row] {
        var shared = Row()
        func last(_ kind: String) -> Outcome? { dialogue.outcomes.last { $0.kind == kind && !$0.text.isEmpty } }

        let problem = last("problem")
        shared[.initialState] = problem.map { .text($0.text) }
        shared[.evidence] = problem.flatMap { dialogue.cell("evidence", of: $0) }
        shared[.rootCause] = last("root-cause").map { .text($0.text) }
        shared[.desiredState] = last("desired-state").map { .text($0.text) }
        shared[.objective] = last("objective").map { .text($0.text) }

        let actions = dialogue.outcomes.filter { $0.kind == "action" && !$0.text.isEmpty }
        guard !shared.cells.isEmpty || !actions.isEmpty else { return [] }
        shared[.establishment] = .text(dialogue.establishment)
        shared[.origin] = .text(dialogue.origin)
        let risks = dialogue.outcomes.filter { $0.kind == "risk" && !$0.text.isEmpty }.map(\.text)
        shared[.risk] = joined(risks)
        guard !actions.isEmpty else { return [shared] }
        return actions.map { action in
            var row = shared
            row[.action] = .text(action.text)
            let columns: [(Column, String)] = [
                (.capacity, "capacity"), (.goal, "goal"), (.indicator, "indicator"), (.strategy, "strategy"),
                (.responsible, "responsible"), (.participants, "participants"), (.start, "start"), (.end, "end"),
                (.resources, "resources"), (.verification, "verification"), (.link, "link"),
            ]
            for (column, field) in columns { row[column] = dialogue.cell(field, of: action) }
            if case .text(let own) = dialogue.cell("risk", of: action) { row[.risk] = joined([own] + risks) }
            return row
        }
    }

    /// What puts the row at risk, each thing once.
    private static func joined(_ texts: [String]) -> Cell? {
        let each = texts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return each.isEmpty ? nil : .text(each.joined(separator: "\n"))
    }
}

extension DialogueOutcomes {
    /// A field of an outcome, as people read it.
    fileprivate func cell(_ field: String, of outcome: Outcome) -> Matrix.Cell? {
        switch outcome.fields[field] {
        case .text(let text): .text(text)
        case .number(let number): .text(String(number))
        case .day(let day): .day(year: day.year, month: day.month, day: day.day)
        case .option(let id): words["\(outcome.flow)/\(field)"]?[id].map(Matrix.Cell.text)
        case .flag, .items, nil: nil
        }
    }
}
