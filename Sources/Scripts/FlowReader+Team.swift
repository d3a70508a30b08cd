import Dialogue
import Yams

/// Reads the steps that a team takes together.
extension YAMLFile {
    mutating func form(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        guard let list = fields["steps"]?.value else {
            report(
                "no-steps",
                name.at,
                "El formulario no tiene preguntas.",
                "Agreguen «steps:» debajo, con más sangría."
            )
            return nil
        }
        return .form(name, steps(list))
    }

    mutating func team(_ kind: String, _ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        let prompt = fields["prompt"].flatMap { text($0.value, of: "prompt") } ?? name.name
        let step: FlowScript.TeamStep? =
            switch kind {
            case "gather": .gather(gather(name, prompt, fields))
            case "collect":
                .gather(
                    Gather(
                        name: name.name,
                        prompt: prompt,
                        perPerson: 12,
                        aloud: true,
                        checks: fields["checks"].map { checks($0.value) } ?? [],
                        role: role(fields),
                        atLeast: atLeast(fields)
                    )
                )
            case "group": .merge(Merge(name: name.name))
            case "choose": choose(name, prompt, fields)
            case "agree": .agree(Agree(name: name.name, prompt: prompt))
            case "rate": rate(name, prompt, fields)
            default:
                .wait(
                    Wait(
                        prompt: name.name,
                        minutes: fields["minutes"].flatMap { number($0.value, of: "minutes", in: 1...240) }
                    )
                )
            }
        return step.map { .asks($0, kind: kind, record: shortcut(of: name.name, fields)) }
    }

    mutating func role(_ fields: Fields) -> String? {
        oneOf(fields["as"]?.value, of: "as", ["problem", "why", "cause", "effect", "objective"])
    }

    private mutating func atLeast(_ fields: Fields) -> Int? {
        fields["at-least"].flatMap { number($0.value, of: "at-least", in: 2...10) }
    }

    /// The options that are counted, where a gathering has them.
    private mutating func options(_ name: FlowScript.Name, _ fields: Fields) -> [String]? {
        guard let entry = fields["answer"] else { return nil }
        guard case .oneOf(let ids)? = answer(entry.value) else {
            report(
                "unknown-answer",
                position(entry.value),
                "«gather» junta palabras, o cuenta cuántas personas eligieron cada opción.",
                "Quiten «answer», o escriban «answer: { one-of: [a, b] }»."
            )
            return nil
        }
        if let (key, _) = fields["per-person"] ?? fields["alone"] ?? fields["at-least"] ?? fields["checks"] {
            report(
                "counts-only",
                position(key),
                "Con opciones, cada persona elige una, así que «\(key.scalar?.string ?? "")» no tiene sentido.",
                "Quítenlo, o quiten «answer»."
            )
        }
        return ids
    }

    private mutating func gather(_ name: FlowScript.Name, _ prompt: String, _ fields: Fields) -> Gather {
        let known = Visibility.allCases.map(\.rawValue)
        let visibility = oneOf(fields["visibility"]?.value, of: "visibility", known).flatMap(Visibility.init(rawValue:))
        return Gather(
            name: name.name,
            prompt: prompt,
            perPerson: fields["per-person"].flatMap { number($0.value, of: "per-person", in: 1...10) } ?? 1,
            visibility: visibility ?? .anonymous,
            quorum: fields["quorum"].flatMap { number($0.value, of: "quorum", in: 1...Limits.parties) },
            minutes: fields["minutes"].flatMap { number($0.value, of: "minutes", in: 1...10_080) },
            remindAfter: fields["remind-after"].flatMap { number($0.value, of: "remind-after", in: 1...10_080) },
            checks: fields["checks"].map { checks($0.value) } ?? [],
            role: role(fields),
            options: options(name, fields),
            listsAlone: oneOf(fields["alone"]?.value, of: "alone", ["one", "list"]) == "list" ? true : nil,
            atLeast: atLeast(fields)
        )
    }

    private mutating func choose(
        _ name: FlowScript.Name,
        _ prompt: String,
        _ fields: Fields
    ) -> FlowScript.TeamStep? {
        guard let from = fields["from"].flatMap({ text($0.value, of: "from") }) else {
            report(
                "no-from",
                name.at,
                "«choose» no dice entre qué se elige.",
                "Agreguen «from:» con el nombre de un «gather»."
            )
            return nil
        }
        let method = oneOf(fields["by"]?.value, of: "by", Choose.Method.allCases.map(\.rawValue))
        return .choose(
            Choose(
                name: name.name,
                prompt: prompt,
                from: from,
                method: method.flatMap(Choose.Method.init(rawValue:)) ?? .dots,
                dots: fields["dots"].flatMap { number($0.value, of: "dots", in: 1...10) },
                keep: fields["keep"].flatMap { number($0.value, of: "keep", in: 1...10) } ?? 1
            )
        )
    }

    private mutating func rate(_ name: FlowScript.Name, _ prompt: String, _ fields: Fields) -> FlowScript.TeamStep? {
        guard let items = fields["items"].flatMap({ texts($0.value, of: "items") }) else {
            report("no-items", name.at, "«rate» no dice qué se evalúa.", "Agreguen «items: [uno, dos]».")
            return nil
        }
        let scale = fields["scale"].flatMap { texts($0.value, of: "scale") }?.compactMap { Int($0) } ?? [1, 4]
        guard scale.count == 2, scale[0] < scale[1], scale[1] - scale[0] < Limits.options else {
            report("bad-range", name.at, "La escala va de un número a otro mayor.", "Por ejemplo: «scale: [1, 4]».")
            return nil
        }
        return .rate(Rate(name: name.name, prompt: prompt, items: items, from: scale[0], to: scale[1]))
    }
}
