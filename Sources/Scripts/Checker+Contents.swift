import Dialogue

/// What is in a flow: the names it gives, the outcomes it records, the flows it runs.
extension Checker {
    /// What a record takes its words, its fields and its place from must be there.
    mutating func check(_ record: Record, of flow: FlowScript, at: Position, known: Set<String>) {
        let places = [record.before, record.over].compactMap(\.self).filter { $0 != Record.last }
        for name in [record.text] + record.fields.values.sorted() + places where !isKnown(name, among: known) {
            unknown(name, flow.file, at, known)
        }
    }

    func names(in steps: [FlowScript.Step]) -> Set<String> {
        var names: Set<String> = []
        for step in steps {
            switch step.kind {
            case .say: break
            case .looksUp(let lookup): names.insert(lookup.name)
            case .run(let name): if let flow = flows[name.name] { names.formUnion(recorded(in: flow.steps)) }
            case .record(let record): names.insert(record.kind)
            case .ask(let ask, let record, _):
                names.insert(ask.name)
                if let record { names.insert(record.kind) }
            case .rounds(let loop, let inner): names.formUnion(self.names(in: inner).union([loop.name]))
            case .each(let each, let inner):
                names.formUnion(self.names(in: inner).union([each.name, each.numberName]))
            case .adds(let add): names.insert(add.list)
            case .part(_, let inner): names.formUnion(self.names(in: inner))
            case .form(let name, let inner): names.formUnion(self.names(in: inner).union([name.name]))
            case .asks(let team, _, let record):
                if case .merge = team { break }
                names.formUnion([team.name, record?.kind].compactMap(\.self))
            }
        }
        return names
    }

    func recorded(in steps: [FlowScript.Step]) -> Set<String> {
        var kinds: Set<String> = []
        for step in steps {
            switch step.kind {
            case .record(let record): kinds.insert(record.kind)
            case .ask(_, let record?, _): kinds.insert(record.kind)
            case .rounds(_, let inner), .each(_, let inner), .part(_, let inner): kinds.formUnion(recorded(in: inner))
            case .form(let name, let inner): kinds.formUnion(recorded(in: inner).union([name.name]))
            case .asks(_, _, let record?): kinds.insert(record.kind)
            case .say, .run, .ask, .asks, .adds, .looksUp: break
            }
        }
        return kinds
    }

    func asks(_ steps: [FlowScript.Step]) -> Bool {
        steps.contains { step in
            switch step.kind {
            case .ask, .asks: true
            case .rounds(_, let inner), .each(_, let inner), .part(_, let inner), .form(_, let inner): asks(inner)
            case .run(let name): flows[name.name].map { asks($0.steps) } ?? false
            case .say, .record, .adds, .looksUp: false
            }
        }
    }

    func runs(_ steps: [FlowScript.Step], _ id: String) -> Bool {
        called(by: steps).contains(id)
    }

    func called(by steps: [FlowScript.Step]) -> [String] {
        steps.flatMap { step -> [String] in
            switch step.kind {
            case .run(let name): [name.name]
            default: called(by: step.kind.inner)
            }
        }
    }

    func reaches(_ target: String, from flow: String, seen: Set<String>) -> Bool {
        guard let script = flows[flow], !seen.contains(flow) else { return false }
        return called(by: script.steps).contains { $0 == target || reaches(target, from: $0, seen: seen.union([flow])) }
    }
}
