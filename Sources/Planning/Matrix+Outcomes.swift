import Dialogue

/// What one dialogue contributes to its establishment's planning matrix.
public struct DialogueOutcomes: Sendable {
    /// The establishment's name.
    public var establishment: String
    /// Where it comes from, for a reader: the flow, the day, the dialogue.
    public var origin: String
    /// What was recorded, in order.
    public var outcomes: [Outcome]

    /// A dialogue's contribution.
    public init(establishment: String, origin: String, outcomes: [Outcome]) {
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
        shared[.evidence] = problem?.fields["evidence"].flatMap(cell)
        shared[.rootCause] = last("root-cause").map { .text($0.text) }
        shared[.desiredState] = last("desired-state").map { .text($0.text) }
        shared[.objective] = last("objective").map { .text($0.text) }

        let actions = dialogue.outcomes.filter { $0.kind == "action" && !$0.text.isEmpty }
        guard !shared.cells.isEmpty || !actions.isEmpty else { return [] }
        shared[.establishment] = .text(dialogue.establishment)
        shared[.origin] = .text(dialogue.origin)
        guard !actions.isEmpty else { return [shared] }
        return actions.map { action in
            var row = shared
            row[.action] = .text(action.text)
            let columns: [(Column, String)] = [
                (.responsible, "responsible"), (.start, "start"), (.end, "end"), (.indicator, "indicator"),
                (.verification, "verification"),
            ]
            for (column, field) in columns { row[column] = action.fields[field].flatMap(cell) }
            return row
        }
    }

    private static func cell(_ value: Value) -> Cell? {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .text(String(number))
        case .day(let day): .day(year: day.year, month: day.month, day: day.day)
        case .flag, .option, .items: nil
        }
    }
}
