import Dialogue
import Yams

extension YAMLFile {
    /// Reads one flow file; what is wrong with it is in `diagnostics`.
    mutating func flow(from source: String) -> FlowScript? {
        guard let root = root(of: source) else { return nil }
        let known = ["flow", "moment", "phase", "minutes", "modes", "offered", "steps"]
        let fields = fields(root, known: known, of: "Un flujo")
        guard let (key, node) = fields["flow"], let id = text(node, of: "flow") else {
            report("no-flow-name", .start, "El flujo no dice cómo se llama.", "Agreguen al comienzo: «flow: mi-flujo».")
            return nil
        }
        guard let list = fields["steps"]?.value else {
            report(
                "no-steps",
                position(key),
                "El flujo no tiene pasos.",
                "Agreguen «steps:» y, debajo, una lista de pasos."
            )
            return nil
        }
        let modes = fields["modes"].flatMap { entry -> [Mode]? in
            texts(entry.value, of: "modes")?.compactMap { mode($0, at: entry.value) }
        }
        return FlowScript(
            id: id,
            file: name,
            at: position(key),
            modes: modes ?? [.solo, .group],
            moment: oneOf(fields["moment"]?.value, of: "moment", ["opening", "development", "closing", "evaluation"]),
            phase: oneOf(
                fields["phase"]?.value,
                of: "phase",
                ["involvement", "diagnosis", "planning", "implementation", "evaluation"]
            ),
            minutes: fields["minutes"].flatMap { number($0.value, of: "minutes", in: 1...240) },
            isOffered: fields["offered"].flatMap { flag($0.value, of: "offered") } ?? true,
            steps: steps(list)
        )
    }

    private mutating func mode(_ name: String, at node: Node) -> Mode? {
        if let mode = Mode(rawValue: name) { return mode }
        let known = Mode.allCases.map(\.rawValue)
        report(
            "unknown-mode",
            position(node),
            "No hay un modo «\(name)».",
            suggestion(for: name, among: known) ?? "Los modos son: \(known.joined(separator: ", "))."
        )
        return nil
    }

    mutating func oneOf(_ node: Node?, of field: String, _ known: [String]) -> String? {
        guard let node, let name = text(node, of: field) else { return nil }
        if known.contains(name) { return name }
        report(
            "unknown-\(field)",
            position(node),
            "«\(name)» no es un valor de «\(field)».",
            suggestion(for: name, among: known) ?? "Puede ser: \(known.joined(separator: ", "))."
        )
        return nil
    }

    mutating func steps(_ node: Node) -> [FlowScript.Step] {
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            report(
                "no-steps",
                position(node),
                "Aquí va una lista de pasos.",
                "Cada paso empieza con un guion: «- say: …»."
            )
            return []
        }
        return sequence.compactMap { step($0) }
    }

    private static let kinds: [(name: String, fields: [String])] = [
        ("say", ["who"]),
        (
            "ask",
            [
                "prompt", "answer", "optional", "who", "checks", "as", "record", "with", "mark", "read-back",
                "stop-repeat-if",
            ]
        ),
        ("record", ["text", "with", "mark", "before", "over"]),
        ("part", ["steps"]),
        ("repeat", ["at-least", "at-most", "starts-from", "continues-from", "steps"]),
        ("for-each", ["in", "at-most", "steps"]),
        ("add", ["to"]),
        ("run", ["with"]),
        ("form", ["steps"]),
        (
            "gather",
            [
                "prompt", "answer", "per-person", "alone", "at-least", "visibility", "quorum", "minutes",
                "remind-after", "checks", "as", "record", "with", "mark",
            ]
        ),
        ("collect", ["prompt", "at-least", "checks", "as", "record", "with", "mark"]),
        ("group", []),
        ("choose", ["prompt", "from", "by", "dots", "keep", "record", "with", "mark"]),
        ("agree", ["prompt"]),
        ("rate", ["prompt", "items", "scale"]),
        ("wait", ["minutes"]),
        ("recall", ["of", "unless", "from", "at-most"]),
        ("pick", ["from"]),
        ("suggest", ["from", "as"]),
    ]

    private mutating func step(_ node: Node) -> FlowScript.Step? {
        guard case .mapping(let mapping) = node else {
            report("not-a-step", position(node), "Esto no es un paso.", "Un paso se escribe «- say: …» o «- ask: …».")
            return nil
        }
        let names = Self.kinds.map(\.name)
        let present = mapping.keys.compactMap { $0.scalar?.string }
        guard let kind = present.lazy.compactMap({ name in Self.kinds.first { $0.name == name } }).first else {
            let first = mapping.keys.first
            report(
                "unknown-step",
                first.map(position) ?? position(node),
                "No hay un paso «\(present.first ?? "")».",
                present.first.flatMap { suggestion(for: $0, among: names) }
                    ?? "Los pasos son: \(names.joined(separator: ", "))."
            )
            return nil
        }
        let fields = fields(mapping, known: [kind.name, "when"] + kind.fields, of: "El paso «\(kind.name)»")
        guard let (key, value) = fields[kind.name], let name = text(value, of: kind.name) else { return nil }
        let place = FlowScript.Name(name: name, at: position(value))
        let content: FlowScript.Kind? =
            switch kind.name {
            case "say": .say(place, toLead: isForLead(fields))
            case "run": .run(call(place, fields))
            case "for-each": each(place, fields)
            case "add": add(place, fields)
            case "record": record(place, fields)
            case "part": part(place, fields)
            case "repeat": rounds(place, fields)
            case "ask": ask(place, fields)
            case "form": form(place, fields)
            case "recall": recall(place, fields)
            case "pick": pick(place, fields)
            case "suggest": suggest(place, fields)
            default: team(kind.name, place, fields)
            }
        guard let content else { return nil }
        return FlowScript.Step(
            kind: content,
            when: fields["when"].flatMap { condition($0.value) },
            at: position(key)
        )
    }

    typealias Fields = [String: (key: Node, value: Node)]

    private mutating func condition(_ node: Node) -> (condition: Expression, at: Position)? {
        guard let source = text(node, of: "when") else { return nil }
        do throws(ExpressionError) {
            return (try Expression(parsing: source), position(node))
        } catch {
            var place = position(node)
            place.column += error.offset
            report(
                "bad-condition",
                place,
                "La condición no se entiende: \(error.message).",
                "Por ejemplo: «when: whys >= 3»."
            )
            return nil
        }
    }

    private mutating func ask(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind {
        let prompt = fields["prompt"].flatMap { text($0.value, of: "prompt") } ?? name.name
        let upTo = fields["answer"].flatMap { countedBound(of: $0.value) }
        let answer = upTo?.answer ?? fields["answer"].flatMap { self.answer($0.value) } ?? Answer.text
        let checks = fields["checks"].map { self.checks($0.value) } ?? []
        let ask = Ask(
            name: name.name,
            prompt: prompt,
            answer: answer,
            optional: fields["optional"].flatMap { flag($0.value, of: "optional") } ?? false,
            aloud: isForLead(fields),
            chain: fields["read-back"].flatMap { chain($0.value) },
            checks: checks,
            role: role(fields),
            upTo: upTo?.name
        )
        let stop = fields["stop-repeat-if"].flatMap { entry in
            text(entry.value, of: "stop-repeat-if").map { (value: $0, at: position(entry.value)) }
        }
        return .ask(ask, record: shortcut(of: name.name, fields), stopRepeat: stop)
    }

    /// Whether `who` says that it is for whoever leads.
    private mutating func isForLead(_ fields: Fields) -> Bool {
        oneOf(fields["who"]?.value, of: "who", ["everyone", "lead"]) == "lead"
    }

    mutating func answer(_ node: Node) -> Answer? {
        let known = ["text", "yes-no", "date", "one-of", "number"]
        if case .scalar(let scalar) = node {
            switch scalar.string {
            case "text": return .text
            case "yes-no": return .yesNo
            case "date": return .date
            default:
                report(
                    "unknown-answer",
                    position(node),
                    "No hay una respuesta «\(scalar.string)».",
                    suggestion(for: scalar.string, among: known)
                        ?? "Puede ser: text, yes-no, date, { one-of: [a, b] } o { number: [1, 5] }."
                )
                return nil
            }
        }
        guard let mapping = mapping(node, of: "answer") else { return nil }
        let fields = fields(mapping, known: ["one-of", "number"], of: "Una respuesta")
        if let entry = fields["one-of"] {
            guard let ids = texts(entry.value, of: "one-of") else { return nil }
            guard (2...Limits.questionOptions).contains(ids.count), Set(ids).count == ids.count else {
                report(
                    "bad-options",
                    position(entry.value),
                    "Una pregunta tiene entre 2 y \(Limits.questionOptions) opciones distintas.",
                    "Quiten las repetidas o dividan la pregunta."
                )
                return nil
            }
            return .oneOf(ids)
        }
        guard let entry = fields["number"], let bounds = texts(entry.value, of: "number") else { return nil }
        let numbers = bounds.compactMap { Int($0) }
        guard numbers.count == 2, numbers[0] < numbers[1] else {
            report(
                "bad-range",
                position(entry.value),
                "Un número va entre dos límites.",
                "Por ejemplo: «{ number: [1, 5] }»."
            )
            return nil
        }
        return .number(from: numbers[0], to: numbers[1])
    }

    mutating func checks(_ node: Node) -> [AnswerFlag] {
        let known = AnswerFlag.allCases.map(\.rawValue)
        return (texts(node, of: "checks") ?? []).compactMap { name in
            if let flag = AnswerFlag(rawValue: name) { return flag }
            report(
                "unknown-check",
                position(node),
                "No hay un chequeo «\(name)».",
                suggestion(for: name, among: known) ?? "Los chequeos son: \(known.joined(separator: ", "))."
            )
            return nil
        }
    }

    private mutating func chain(_ node: Node) -> Chain? {
        guard let mapping = mapping(node, of: "read-back") else { return nil }
        let fields = fields(mapping, known: ["links", "ends-with", "each"], of: "«read-back»")
        guard let links = fields["links"].flatMap({ text($0.value, of: "links") }),
            let ends = fields["ends-with"].flatMap({ text($0.value, of: "ends-with") }),
            let each = fields["each"].flatMap({ text($0.value, of: "each") })
        else {
            report(
                "incomplete-read-back",
                position(node),
                "A «read-back» le falta decir qué lee.",
                "Por ejemplo: «{ links: why, ends-with: problem, each: therefore }»."
            )
            return nil
        }
        return Chain(links: links, ends: ends, prompt: each)
    }

    private mutating func rounds(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        guard let list = fields["steps"]?.value else {
            report("no-steps", name.at, "La repetición no tiene pasos.", "Agreguen «steps:» debajo, con más sangría.")
            return nil
        }
        let range = 1...Limits.rounds
        let least = fields["at-least"].flatMap { number($0.value, of: "at-least", in: range) } ?? 1
        guard let most = fields["at-most"].flatMap({ number($0.value, of: "at-most", in: range) }) else {
            report("no-way-out", name.at, "La repetición no dice cuántas veces, como máximo.", "Agreguen «at-most: 7».")
            return nil
        }
        if least > most {
            report("bad-range", name.at, "«at-least» es mayor que «at-most».", "Pongan en «at-least» el número menor.")
        }
        let loop = Repeat(
            name: name.name,
            atLeast: least,
            atMost: most,
            startsFrom: fields["starts-from"].flatMap { text($0.value, of: "starts-from") },
            continuesFrom: fields["continues-from"].flatMap { text($0.value, of: "continues-from") },
            exit: 0
        )
        return .rounds(loop, steps(list))
    }
}
