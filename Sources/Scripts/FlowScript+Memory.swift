import Dialogue

extension FlowScript {
    /// A step that asks nothing: it looks something up for the steps after it.
    enum Lookup: Sendable {
        case recall(Recall)
        case pick(name: Name, source: PickSource)
        case suggest(Suggest)

        /// The name under which it keeps what it finds.
        var name: String {
            switch self {
            case .recall(let recall): recall.name
            case .pick(let name, _): name.name
            case .suggest(let suggest): suggest.name
            }
        }

        /// The word it has in the file.
        var kind: String {
            switch self {
            case .recall: "recall"
            case .pick: "pick"
            case .suggest: "suggest"
            }
        }
    }

    /// Where a pick takes its ids from.
    enum PickSource: Sendable {
        case ids([String])
        /// A bank, and for each of its dimensions the name whose answer it takes.
        case bank(Name, by: [String: Name])
    }
}

/// A bank of phrases, as its file says it.
struct BankScript: Sendable {
    /// One cell: its keys in the order of `by`, and the ids in it.
    struct Cell: Sendable {
        var keys: [FlowScript.Name]
        var ids: [FlowScript.Name]
    }

    var id: String
    var file: String
    var at: Position
    var by: [String]
    var cells: [Cell]

    /// The ids, each once.
    var ids: Set<String> { Set(cells.flatMap(\.ids).map(\.name)) }
}

extension FlowScript.Lookup {
    /// The operation, with the cells of its bank.
    func operation(in flow: String, banks: [String: BankScript]) -> Operation {
        switch self {
        case .recall(let recall): return .recall(recall)
        case .suggest(let suggest): return .suggest(suggest)
        case .pick(let name, .ids(let ids)):
            return .pick(Pick(name: name.name, prompt: "\(flow)/\(name.name)", ids: ids))
        case .pick(let name, .bank(let bank, let by)):
            let script = banks[bank.name]
            let cells = (script?.cells ?? []).map { ($0.keys.map(\.name).joined(separator: "/"), $0.ids.map(\.name)) }
            let names = (script?.by ?? []).map { by[$0]?.name ?? $0 }
            let compiled = Pick.Bank(name: bank.name, by: names, cells: Dictionary(cells) { first, _ in first })
            return .pick(Pick(name: name.name, prompt: "\(flow)/\(name.name)", bank: compiled))
        }
    }
}

extension FlowScript {
    /// The banks from which a flow's picks take their ids.
    var banks: Set<String> { Self.banks(in: steps) }

    private static func banks(in steps: [Step]) -> Set<String> {
        Set(lookups(in: steps).compactMap { if case .pick(_, .bank(let bank, _)) = $0 { bank.name } else { nil } })
    }

    /// Every lookup of some steps and of those inside them.
    static func lookups(in steps: [Step]) -> [Lookup] {
        steps.flatMap { step -> [Lookup] in
            if case .looksUp(let lookup) = step.kind { [lookup] } else { lookups(in: step.kind.inner) }
        }
    }
}

extension FlowScript.Kind {
    /// The steps inside a step.
    var inner: [FlowScript.Step] {
        switch self {
        case .rounds(_, let steps), .each(_, let steps), .part(_, let steps), .form(_, let steps): steps
        case .say, .ask, .record, .adds, .run, .asks, .looksUp: []
        }
    }
}
