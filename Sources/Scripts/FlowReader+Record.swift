import Dialogue
import Yams

/// Reads what is kept, and the parts of a flow.
extension YAMLFile {
    mutating func record(_ kind: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind {
        let words = fields["text"].flatMap { text($0.value, of: "text") } ?? kind.name
        let before = fields["before"].flatMap { text($0.value, of: "before") }
        let over = fields["over"].flatMap { text($0.value, of: "over") }
        if before != nil, over != nil {
            report(
                "before-and-over",
                kind.at,
                "«record» no puede ir antes de un resultado y en su lugar a la vez.",
                "Dejen «before», o dejen «over»."
            )
        }
        return .record(
            Record(
                kind: kind.name,
                text: words,
                fields: with(fields),
                marks: marks(fields),
                before: before,
                over: over
            )
        )
    }

    /// The `record` of a question, with what goes along.
    mutating func shortcut(of name: String, _ fields: Fields) -> Record? {
        guard let entry = fields["record"] else {
            if let (key, _) = fields["with"] ?? fields["mark"] {
                report(
                    "no-record",
                    position(key),
                    "«\(key.scalar?.string ?? "")» acompaña a lo que se guarda, y este paso no guarda nada.",
                    "Agreguen «record:» con un tipo de resultado, o quítenlo."
                )
            }
            return nil
        }
        guard let kind = text(entry.value, of: "record") else { return nil }
        return Record(kind: kind, text: name, fields: with(fields), marks: marks(fields))
    }

    /// The constants under `mark`: ids, whole numbers, and yes or no.
    private mutating func marks(_ fields: Fields) -> [String: Value]? {
        guard let entry = fields["mark"], let mapping = mapping(entry.value, of: "mark") else { return nil }
        let names = fields["with"]?.value.mapping?.keys.compactMap { $0.scalar?.string } ?? []
        var marks: [String: Value] = [:]
        for (key, value) in mapping {
            guard let field = text(key, of: "mark"), let said = text(value, of: field) else { continue }
            if names.contains(field) {
                report(
                    "with-and-mark",
                    position(key),
                    "«\(field)» está en «with» y en «mark».",
                    "Dejen «with» si sale de una respuesta, o «mark» si es siempre lo mismo."
                )
            }
            marks[field] = mark(said, isPlain: value.scalar?.style == .plain)
        }
        return marks
    }

    /// In quotes, it is always an id.
    private func mark(_ said: String, isPlain: Bool) -> Value {
        guard isPlain else { return .option(said) }
        switch said {
        case "yes", "true", "sí", "si": return .flag(true)
        case "no", "false": return .flag(false)
        default: return Int(said).map(Value.number) ?? .option(said)
        }
    }

    mutating func part(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        guard let list = fields["steps"]?.value else {
            report("no-steps", name.at, "La parte no tiene pasos.", "Agreguen «steps:» debajo, con más sangría.")
            return nil
        }
        return .part(name, steps(list))
    }
}
