import Dialogue

/// Which names a flow may use.
extension Checker {
    /// Names that the engine itself gives to every flow.
    static let builtIn: Set<String> = Place.names.union(["previous", "chain", "people", "mode", "inside", "elapsed"])

    /// Fields that the engine itself gives to items and outcomes.
    private static let builtInFields: Set<String> = [
        "role", "points", "merged", "was", "flags", "from", "late", "removed", "under", "count", "people",
    ]

    /// Whether a name means something: it is known, or is a field, such as `task.due`, of one that is.
    func isKnown(_ name: String, among known: Set<String>) -> Bool {
        guard let dot = name.firstIndex(of: ".") else { return known.contains(name) }
        let field = String(name[name.index(after: dot)...])
        return known.contains(String(name[..<dot])) && fields.contains(field)
    }

    /// Every name that could have been meant.
    func candidates(for name: String, among known: Set<String>) -> [String] {
        guard let dot = name.firstIndex(of: "."), known.contains(String(name[..<dot])) else { return known.sorted() }
        return fields.map { name[...dot] + $0 }.sorted()
    }

    /// The fields that outcomes and items may have, in any flow.
    private var fields: Set<String> {
        flows.values.reduce(into: Self.builtInFields) { $0.formUnion(fields(in: $1.steps)) }
    }

    private func fields(in steps: [FlowScript.Step]) -> Set<String> {
        steps.reduce(into: []) { fields, step in
            switch step.kind {
            case .record(let record), .ask(_, let record?, _), .asks(_, _, let record?):
                fields.formUnion(record.fields.keys)
                fields.formUnion((record.marks ?? [:]).keys)
            case .form(_, let inner): fields.formUnion(FlowScript.asked(in: inner) + self.fields(in: inner))
            default: fields.formUnion(self.fields(in: step.kind.inner))
            }
        }
    }

    /// The names of a flow that hold one answer and can never hold a list.
    func singles(in steps: [FlowScript.Step]) -> Set<String> {
        var (one, many) = (Set<String>(), Set<String>())
        collect(steps, one: &one, many: &many)
        return one.subtracting(many)
    }

    private func collect(_ steps: [FlowScript.Step], one: inout Set<String>, many: inout Set<String>) {
        for step in steps {
            switch step.kind {
            case .ask(let ask, _, _): one.insert(ask.name)
            case .asks(.choose(let choose), _, _) where choose.keep == 1: one.insert(choose.name)
            case .asks(.agree(let agree), _, _): one.insert(agree.name)
            case .asks(.rate(let rate), _, _): one.insert(rate.name)
            case .asks(let team, _, _): many.formUnion([team.name].compactMap(\.self))
            case .adds(let add): many.insert(add.list)
            case .rounds(let loop, let inner):
                one.insert(loop.name)
                collect(inner, one: &one, many: &many)
            case .each(let each, let inner):
                one.formUnion([each.name, each.numberName])
                collect(inner, one: &one, many: &many)
            case .part(_, let inner), .form(_, let inner): collect(inner, one: &one, many: &many)
            default: break
            }
        }
    }
}
