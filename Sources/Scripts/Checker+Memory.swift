import Dialogue

/// Looks for mistakes in what a flow looks up, and in the banks.
extension Checker {
    mutating func check(_ lookup: FlowScript.Lookup, of flow: FlowScript, at: Position, known: Set<String>) {
        switch lookup {
        case .recall: break
        case .suggest(let suggest):
            if !known.contains(suggest.from) { unknown(suggest.from, flow.file, at, known) }
        case .pick(let name, .ids(let ids)):
            checkWords(of: ids, named: name.name, of: flow, at: name.at, known: known)
        case .pick(_, .bank(let place, let by)):
            guard let bank = banks[place.name] else {
                return report(
                    "unknown-bank",
                    flow.file,
                    place.at,
                    "No hay un banco «\(place.name)».",
                    suggestion(for: place.name, among: banks.keys.sorted())
                        ?? "Créenlo en Flows/banks/\(place.name).yaml."
                )
            }
            check(by, of: bank, in: flow, at: place.at, known: known)
            for script in prompts where script.group == bank.id {
                for (_, entry) in script.phrases.sorted(by: { $0.key < $1.key }) {
                    for name in entry.phrase.text.flatMap(placeholders) where !known.contains(name) {
                        unknown(name, script.file, entry.at, known)
                    }
                }
            }
        }
    }

    /// Words of ids are needed where one is said, not where it only decides, and not where a question has them all.
    mutating func checkWords(
        of ids: [String],
        named name: String,
        of flow: FlowScript,
        at: Position,
        known: Set<String>
    ) {
        let scripts = prompts.filter { $0.group == flow.id }
        let isSaid = scripts.contains { script in
            script.phrases.values.contains { $0.phrase.text.flatMap(placeholders).contains(name) }
        }
        let hasOwn = scripts.contains { $0.phrases[name] != nil }
        let isOffered = Set(ids).isSubset(of: Self.options(in: flow.steps))
        guard hasOwn || isSaid, !isOffered || hasOwn && Self.asks(named: name, in: flow.steps).isEmpty else { return }
        phrase(name, of: flow, at: at, options: ids, known: known, isPressed: false)
    }

    /// The options of every question.
    private static func options(in steps: [FlowScript.Step]) -> Set<String> {
        steps.reduce(into: []) { options, step in
            switch step.kind {
            case .ask(let ask, _, _): if case .oneOf(let ids) = ask.answer { options.formUnion(ids) }
            case .asks(.gather(let gather), _, _): options.formUnion(gather.options ?? [])
            default: options.formUnion(self.options(in: step.kind.inner))
            }
        }
    }

    /// What a flow gives a bank must be the bank's dimensions, and every answer that can come must have a cell.
    private mutating func check(
        _ by: [String: FlowScript.Name],
        of bank: BankScript,
        in flow: FlowScript,
        at: Position,
        known: Set<String>
    ) {
        for (field, name) in by.sorted(by: { $0.key < $1.key }) {
            if !bank.by.contains(field) {
                report(
                    "unknown-field",
                    flow.file,
                    name.at,
                    "El banco «\(bank.id)» no se divide por «\(field)».",
                    suggestion(for: field, among: bank.by) ?? "Se divide por: \(bank.by.joined(separator: ", "))."
                )
            } else if !known.contains(name.name) {
                unknown(name.name, flow.file, name.at, known)
            }
        }
        for (place, dimension) in bank.by.enumerated() {
            guard let name = by[dimension] else {
                report(
                    "missing-field",
                    flow.file,
                    at,
                    "Falta decir de qué respuesta sale «\(dimension)» del banco «\(bank.id)».",
                    "Agreguen «\(dimension): …» con el nombre de la pregunta."
                )
                continue
            }
            let keys = Set(bank.cells.map { $0.keys[place].name })
            for option in Self.answers(to: name.name, in: flow.steps) ?? [] where !keys.contains(option) {
                report(
                    "missing-cell",
                    flow.file,
                    name.at,
                    "«\(name.name)» puede valer «\(option)», y el banco «\(bank.id)» no tiene esa celda.",
                    suggestion(for: option, among: keys.sorted()) ?? "Agréguenla en \(bank.file)."
                )
            }
        }
    }

    /// Every bank is used, every id has words, every word has an id, and every cell can be reached.
    mutating func checkBanks() {
        for bank in banks.values.sorted(by: { $0.id < $1.id }) {
            let users = flows.values.filter { $0.banks.contains(bank.id) }.sorted { $0.id < $1.id }
            if users.isEmpty {
                report(
                    "unused-bank",
                    bank.file,
                    bank.at,
                    "Ningún flujo usa el banco «\(bank.id)».",
                    "Úsenlo con «from: { bank: \(bank.id), … }» en un «pick», o bórrenlo.",
                    severity: .warning
                )
            }
            for id in bank.cells.flatMap(\.ids) { checkWords(of: id, in: bank) }
            for place in bank.by.indices { checkKeys(at: place, of: bank, users) }
        }
    }

    private mutating func checkWords(of id: FlowScript.Name, in bank: BankScript) {
        used.insert("\(bank.id)/\(id.name)")
        for locale in locales {
            let script = prompts.first { $0.group == bank.id && $0.locale == locale }
            guard let script, let (phrase, place) = script.phrases[id.name] else {
                report(
                    locale == locales.first ? "missing-prompt" : "missing-translation",
                    bank.file,
                    id.at,
                    "Falta el texto «\(id.name)» en \(locale).",
                    suggestion(for: id.name, among: script?.phrases.keys.sorted() ?? [])
                        ?? "Agréguenlo en Prompts/\(locale)/\(bank.id).yaml."
                )
                continue
            }
            checkLength(of: phrase, named: id.name, script.file, place)
        }
    }

    /// A key that no answer of any flow can have is a cell that nobody ever sees.
    private mutating func checkKeys(at place: Int, of bank: BankScript, _ users: [FlowScript]) {
        var answers: Set<String> = []
        for flow in users {
            for case .pick(_, .bank(let used, let by)) in FlowScript.lookups(in: flow.steps) where used.name == bank.id
            {
                guard let name = by[bank.by[place]],
                    let options = Self.answers(to: name.name, in: flow.steps)
                else { return }
                answers.formUnion(options)
            }
        }
        guard !answers.isEmpty else { return }
        var seen: Set<String> = []
        for key in bank.cells.map({ $0.keys[place] }) where !answers.contains(key.name) {
            guard seen.insert("\(key.at.line):\(key.at.column)").inserted else { continue }
            report(
                "unknown-cell",
                bank.file,
                key.at,
                "Ninguna respuesta de «\(bank.by[place])» es «\(key.name)».",
                suggestion(for: key.name, among: answers.sorted())
                    ?? "Puede ser: \(answers.sorted().joined(separator: ", "))."
            )
        }
    }

    /// What an answer with options, or a pick, can be; `nil` for one that can be anything.
    static func answers(to name: String, in steps: [FlowScript.Step]) -> [String]? {
        let asked = asks(named: name, in: steps)
        guard asked.allSatisfy({ $0.answer != .text }) else { return nil }
        let listed = listed(as: name, in: steps)
        guard !asked.isEmpty || !listed.isEmpty else { return nil }
        return asked.flatMap { ask in if case .oneOf(let ids) = ask.answer { ids } else { [String]() } } + listed
    }

    /// The ids among which a pick, or the rounds of a list, take that name.
    private static func listed(as name: String, in steps: [FlowScript.Step]) -> [String] {
        steps.flatMap { step -> [String] in
            let inner = listed(as: name, in: step.kind.inner)
            switch step.kind {
            case .looksUp(.pick(let own, .ids(let ids))) where own.name == name: return ids
            case .each(let each, _) where each.name == name: return (each.ids ?? []) + inner
            default: return inner
            }
        }
    }
}
