import Dialogue

/// Looks for mistakes that only show when flows and prompts are read together.
struct Checker {
    let flows: [String: FlowScript]
    let prompts: [PromptsScript]
    let locales: [String]
    let banks: [String: BankScript]
    /// What each channel can show.
    let channels: [Capabilities]
    private(set) var diagnostics: [Diagnostic] = []
    var used: Set<String> = []

    init(
        flows: [String: FlowScript],
        prompts: [PromptsScript],
        locales: [String],
        banks: [String: BankScript] = [:],
        channels: [Capabilities] = []
    ) {
        self.banks = banks
        self.channels = channels
        self.flows = flows
        self.prompts = prompts
        self.locales = locales
    }

    /// Checks every flow.
    mutating func check() {
        for flow in flows.values.sorted(by: { $0.id < $1.id }) { check(flow) }
        checkBanks()
        for script in prompts where flows[script.group] != nil || banks[script.group] != nil {
            for (name, entry) in script.phrases.sorted(by: { $0.key < $1.key })
            where !used.contains("\(script.group)/\(name)") && !PromptsScript.head.contains(name) {
                report(
                    "unused-prompt",
                    script.file,
                    entry.at,
                    "Ningún paso usa el texto «\(name)».",
                    "Bórrenlo, o revisen si el paso lo nombra de otra manera.",
                    severity: .warning
                )
            }
        }
    }

    mutating func report(
        _ code: String,
        _ file: String,
        _ at: Position,
        _ message: String,
        _ hint: String,
        severity: Diagnostic.Severity = .error
    ) {
        let found = Diagnostic(severity: severity, code: code, file: file, position: at, message: message, hint: hint)
        // Two steps may use the same words: what is wrong with them is said once.
        if !diagnostics.contains(found) { diagnostics.append(found) }
    }

    private mutating func check(_ flow: FlowScript) {
        var known = Self.builtIn.union(names(in: flow.steps))
        for caller in flows.values where runs(caller.steps, flow.id) { known.formUnion(names(in: caller.steps)) }
        for text in PromptsScript.head { phrase(text, of: flow, at: flow.at, options: [], known: known) }
        check(flow.steps, of: flow, known: known, inRepeat: false)
        checkPrivate(flow)
        if !reaches(flow.id, from: flow.id, seen: []) { checkEnds(flow) }
        if reaches(flow.id, from: flow.id, seen: []) {
            report(
                "endless-run",
                flow.file,
                flow.at,
                "El flujo se ejecuta a sí mismo, sin fin.",
                "Quiten el «run» que cierra el círculo."
            )
        }
    }

    private mutating func check(_ steps: [FlowScript.Step], of flow: FlowScript, known: Set<String>, inRepeat: Bool) {
        for step in steps {
            if let (condition, at) = step.when {
                for name in condition.names where !isKnown(name, among: known) { unknown(name, flow.file, at, known) }
                check(condition, of: flow, at: at)
            }
            switch step.kind {
            case .say(let name, _): phrase(name.name, of: flow, at: name.at, options: [], known: known)
            case .run(let name):
                if flows[name.name] == nil {
                    report(
                        "unknown-flow",
                        flow.file,
                        name.at,
                        "No hay un flujo «\(name.name)».",
                        suggestion(for: name.name, among: flows.keys.sorted()) ?? "Revisen la carpeta de flujos."
                    )
                }
                check(name, of: flow, known: known)
            case .adds(let add):
                if !isKnown(add.name, among: known) { unknown(add.name, flow.file, step.at, known) }
            case .each(let each, let inner):
                check(each, of: flow, at: step.at, known: known)
                check(inner, of: flow, known: known, inRepeat: true)
            case .record(let record): check(record, of: flow, at: step.at, known: known)
            case .ask(let ask, let record, let stop):
                if let record { check(record, of: flow, at: step.at, known: known) }
                check(ask, stop, of: flow, at: step.at, known: known, inRepeat: inRepeat)
            case .part(_, let inner), .form(_, let inner): check(inner, of: flow, known: known, inRepeat: inRepeat)
            case .looksUp(let lookup): check(lookup, of: flow, at: step.at, known: known)
            case .asks(let team, _, let record):
                check(team, of: flow, at: step.at, known: known)
                if let record { check(record, of: flow, at: step.at, known: known) }
            case .rounds(let loop, let inner):
                for name in [loop.startsFrom, loop.continuesFrom].compactMap(\.self) where !known.contains(name) {
                    unknown(name, flow.file, step.at, known)
                }
                if !asks(inner) {
                    report(
                        "silent-repeat",
                        flow.file,
                        step.at,
                        "La repetición «\(loop.name)» no pregunta nada.",
                        "Agreguen un «ask» dentro, o quiten la repetición."
                    )
                }
                check(inner, of: flow, known: known, inRepeat: true)
            }
        }
    }

    private mutating func check(
        _ ask: Ask,
        _ stop: (value: String, at: Position)?,
        of flow: FlowScript,
        at: Position,
        known: Set<String>,
        inRepeat: Bool
    ) {
        let options: [String] = if case .oneOf(let ids) = ask.answer { ids } else { [] }
        phrase(ask.prompt, of: flow, at: at, options: options, known: known, isQuestion: true)
        if let chain = ask.chain {
            phrase(chain.prompt, of: flow, at: at, options: [], known: known.union(["cause", "effect", "number"]))
            if !known.contains(chain.ends) { unknown(chain.ends, flow.file, at, known) }
        }
        if let name = ask.upTo, !known.contains(name) { unknown(name, flow.file, at, known) }
        guard let stop else { return }
        if !inRepeat {
            report(
                "stop-outside",
                flow.file,
                stop.at,
                "«stop-repeat-if» está fuera de una repetición.",
                "Muévanlo dentro de un «repeat» o un «for-each», o quítenlo."
            )
        }
        let values = ask.answer == .yesNo ? ["yes", "no"] : options
        if !values.contains(stop.value) {
            report(
                "unknown-option",
                flow.file,
                stop.at,
                "«\(stop.value)» no es una respuesta de «\(ask.name)».",
                suggestion(for: stop.value, among: values) ?? "Puede ser: \(values.joined(separator: ", "))."
            )
        }
    }

    /// A comparison with an answer that a question does not offer never holds: what it guards is unreachable.
    private mutating func check(_ condition: Expression, of flow: FlowScript, at: Position) {
        for (name, text) in condition.comparisons {
            if name == "mode" { checkMode(text, of: flow, at: at) }
            guard let options = Self.answers(to: name, in: flow.steps), !options.contains(text) else { continue }
            report(
                "unreachable",
                flow.file,
                at,
                "«\(name)» nunca vale «\(text)», así que este paso no llega nunca.",
                suggestion(for: text, among: options) ?? "Puede valer: \(options.joined(separator: ", "))."
            )
        }
    }

    static func asks(named name: String, in steps: [FlowScript.Step]) -> [Ask] {
        steps.flatMap { step -> [Ask] in
            switch step.kind {
            case .ask(let ask, _, _) where ask.name == name: [ask]
            default: asks(named: name, in: step.kind.inner)
            }
        }
    }

    private mutating func check(_ team: FlowScript.TeamStep, of flow: FlowScript, at: Position, known: Set<String>) {
        var options: [String] = []
        switch team {
        case .choose(let choose) where !known.contains(choose.from): unknown(choose.from, flow.file, at, known)
        case .merge(let merge) where !known.contains(merge.name): unknown(merge.name, flow.file, at, known)
        case .rate(let rate): options = rate.items
        case .gather(let gather): options = gather.options ?? []
        default: break
        }
        guard let prompt = team.prompt else { return }
        let isStatement = if case .rate = team { true } else { false }
        phrase(
            prompt,
            of: flow,
            at: at,
            options: options,
            known: known.union(["minutes"]),
            isQuestion: true,
            isPressed: !isStatement
        )
    }

    mutating func unknown(_ name: String, _ file: String, _ at: Position, _ known: Set<String>) {
        report(
            "unknown-name",
            file,
            at,
            "Nada se llama «\(name)» en este flujo.",
            suggestion(for: name, among: candidates(for: name, among: known))
                ?? "Un nombre nace en un «ask», un «record» o un «repeat»."
        )
    }

    /// A prompt must exist in every language, with its options, and fill in only what is known.
    mutating func phrase(
        _ name: String,
        of flow: FlowScript,
        at: Position,
        options: [String],
        known: Set<String>,
        isQuestion: Bool = false,
        isPressed: Bool = true
    ) {
        used.insert("\(flow.id)/\(name)")
        for locale in locales {
            let script = prompts.first { $0.group == flow.id && $0.locale == locale }
            guard let script, let (phrase, place) = script.phrases[name] else {
                let names = script?.phrases.keys.sorted() ?? []
                report(
                    locale == locales.first ? "missing-prompt" : "missing-translation",
                    flow.file,
                    at,
                    "Falta el texto «\(name)» en \(locale).",
                    suggestion(for: name, among: names) ?? "Agréguenlo en Prompts/\(locale)/\(flow.id).yaml."
                )
                continue
            }
            for id in options where phrase.options[id] == nil {
                report(
                    "missing-option",
                    script.file,
                    place,
                    "A «\(name)» le falta el texto de la opción «\(id)».",
                    "Agreguen «\(id): …» bajo «options:»."
                )
            }
            for id in phrase.options.keys.sorted() where !options.contains(id) && !["yes", "no"].contains(id) {
                report(
                    "unknown-option",
                    script.file,
                    place,
                    "La pregunta «\(name)» no tiene una opción «\(id)».",
                    suggestion(for: id, among: options) ?? "Bórrenla, o agréguenla al paso."
                )
            }
            checkLabels(of: phrase, named: name, ids: options, isPressed: isPressed, script.file, place)
            for text in phrase.text + [phrase.one, phrase.alone, phrase.short, phrase.help].compactMap(\.self) {
                for placeholder in placeholders(of: text) where !isKnown(placeholder, among: known) {
                    unknown(placeholder, script.file, place, known)
                }
            }
            if isQuestion { checkLength(of: phrase, named: name, script.file, place) }
        }
    }

    /// A question fits a phone and one breath.
    mutating func checkLength(of phrase: Phrase, named name: String, _ file: String, _ place: Position) {
        for text in phrase.text + [phrase.one, phrase.short].compactMap(\.self)
        where text != phrase.help && words(in: text) > Limits.questionWords {
            report(
                "long-question",
                file,
                place,
                "La pregunta «\(name)» tiene \(words(in: text)) palabras; en un teléfono se leen bien \(Limits.questionWords).",
                "Acórtenla, o pasen una parte a «help».",
                severity: .warning
            )
        }
    }

    private func words(in text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { !$0.contains("{{") && !$0.contains("}}") }
    }
}
