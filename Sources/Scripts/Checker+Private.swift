import Dialogue

/// What was written only for who facilitates must not come before everyone.
extension Checker {
    mutating func checkPrivate(_ flow: FlowScript) {
        guard modes(of: flow).contains(.team) else { return }
        let callers = flows.values.filter { runs($0.steps, flow.id) }
        let hidden = ([flow] + callers).reduce(into: Set<String>()) { $0.formUnion(Self.hidden(in: $1.steps)) }
        guard !hidden.isEmpty else { return }
        check(flow.steps, of: flow, hidden: hidden)
        for script in prompts where script.group == flow.id {
            for (name, entry) in script.phrases.sorted(by: { $0.key < $1.key }) {
                let phrase = entry.phrase
                let texts = phrase.text + [phrase.one, phrase.alone, phrase.short, phrase.help].compactMap(\.self)
                let shown = texts.flatMap(placeholders).filter { hidden.contains(Self.base(of: $0)) }
                for placeholder in shown.prefix(1) {
                    shows(
                        placeholder,
                        "el texto «\(name)», que se dice a todas las personas",
                        script.file,
                        entry.at
                    )
                }
            }
        }
    }

    /// The names that hold what is private, and the outcomes that are made of it.
    private static func hidden(in steps: [FlowScript.Step]) -> Set<String> {
        var hidden: Set<String> = []
        for step in steps {
            switch step.kind {
            case .asks(.gather(let gather), _, let record) where gather.visibility == .hidden:
                hidden.formUnion([gather.name, record?.kind].compactMap(\.self))
            case .record(let record) where hidden.contains(record.text): hidden.insert(record.kind)
            default: hidden.formUnion(self.hidden(in: step.kind.inner))
            }
        }
        return hidden
    }

    private static func base(of name: String) -> String { String(name.prefix { $0 != "." }) }

    private mutating func check(_ steps: [FlowScript.Step], of flow: FlowScript, hidden: Set<String>) {
        for step in steps {
            var used: [String] = []
            switch step.kind {
            case .asks(.choose(let choose), _, _): used = [choose.from]
            case .adds(let add): used = [add.name]
            case .run(let call): used = call.with.values.sorted()
            case .ask(let ask, _, _): used = ask.chain.map { [$0.links, $0.ends] } ?? []
            case .each(let each, let inner):
                used = each.ids == nil ? [each.list] : []
                check(inner, of: flow, hidden: hidden)
            case .rounds(let loop, let inner):
                used = [loop.startsFrom, loop.continuesFrom].compactMap(\.self)
                check(inner, of: flow, hidden: hidden)
            case .part(_, let inner), .form(_, let inner): check(inner, of: flow, hidden: hidden)
            default: break
            }
            for name in used where hidden.contains(Self.base(of: name)) {
                shows(name, "el paso «\(step.label)», que todas las personas ven", flow.file, step.at)
            }
        }
    }

    private mutating func shows(_ name: String, _ place: String, _ file: String, _ at: Position) {
        report(
            "private-shown",
            file,
            at,
            "«\(name)» es privado, y lo usa \(place).",
            "Cambien «visibility» en su «gather», o no lo usen aquí."
        )
    }
}
