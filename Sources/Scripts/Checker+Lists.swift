import Dialogue

/// Mistakes in the rounds of lists, in flows that are given names, and in modes.
extension Checker {
    mutating func check(_ each: Each, of flow: FlowScript, at: Position, known: Set<String>) {
        if let ids = each.ids { return checkWords(of: ids, named: each.name, of: flow, at: at, known: known) }
        if !isKnown(each.list, among: known) { return unknown(each.list, flow.file, at, known) }
        guard singles(in: flow.steps).contains(each.list) else { return }
        report(
            "not-many",
            flow.file,
            at,
            "«\(each.list)» no es una lista, así que no hay nada que recorrer.",
            "Una lista nace en un «gather», un «collect», un «add» o un «choose» con «keep» mayor que 1."
        )
    }

    /// What a flow is given must be something that it asks.
    mutating func check(_ call: FlowScript.Call, of flow: FlowScript, known: Set<String>) {
        for (given, name) in call.with.sorted(by: { $0.key < $1.key }) {
            if !isKnown(name, among: known) { unknown(name, flow.file, call.at, known) }
            guard let other = flows[call.name] else { continue }
            let asked = asked(in: other.steps)
            guard !asked.contains(given) else { continue }
            report(
                "unknown-with",
                flow.file,
                call.at,
                "El flujo «\(call.name)» no pregunta «\(given)».",
                suggestion(for: given, among: asked) ?? "Pregunta: \(asked.joined(separator: ", "))."
            )
        }
    }

    /// A mode in which the flow never is.
    mutating func checkMode(_ text: String, of flow: FlowScript, at: Position) {
        let modes = modes(of: flow).map(\.rawValue)
        guard !modes.contains(text) else { return }
        report(
            "unreachable",
            flow.file,
            at,
            "«mode» nunca vale «\(text)» en este flujo, así que este paso no llega nunca.",
            suggestion(for: text, among: modes) ?? "Puede valer: \(modes.joined(separator: ", "))."
        )
    }

    /// The modes in which a flow may be: its own, and those of the flows that run it.
    func modes(of flow: FlowScript) -> [Mode] {
        let all = flows.values.filter { $0.id == flow.id || reaches(flow.id, from: $0.id, seen: []) }.flatMap(\.modes)
        return Mode.allCases.filter(all.contains)
    }

    private func asked(in steps: [FlowScript.Step]) -> [String] {
        steps.flatMap { step -> [String] in
            switch step.kind {
            default: [step.kind.askedName].compactMap(\.self) + asked(in: step.kind.inner)
            }
        }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
