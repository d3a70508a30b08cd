import Dialogue
import Yams

/// One YAML file being read: its nodes with their places, and the mistakes found on the way.
///
/// Scalars are read as the text that stands there and typed by whoever asks, so `no` is never a Bool by accident.
struct YAMLFile {
    let name: String
    var diagnostics: [Diagnostic] = []

    /// Reads the text of a file. Nothing comes back where it is not one YAML mapping within the limits.
    mutating func root(of text: String) -> Node.Mapping? {
        guard text.utf8.count <= Limits.fileBytes else {
            report(
                "file-too-large",
                .start,
                "El archivo pasa de \(Limits.fileBytes / 1024) KiB.",
                "Divídanlo en varios flujos."
            )
            return nil
        }
        do {
            let parser = try Parser(yaml: text)
            return try withExtendedLifetime(parser) {
                guard let node = try parser.singleRoot(), case .mapping(let mapping) = node else {
                    report(
                        "not-a-mapping",
                        .start,
                        "El archivo no empieza con un campo, como «flow: nombre».",
                        "Revisen el comienzo."
                    )
                    return nil
                }
                var budget = Limits.fileNodes
                return accept(node, &budget) ? mapping : nil
            }
        } catch let error as YamlError {
            report(error)
        } catch {
            report("not-yaml", .start, "El archivo no se puede leer como YAML.", "Revisen la sangría y las comillas.")
        }
        return nil
    }

    /// Refuses anchors, which repeat parts unseen, and files with too many parts.
    private mutating func accept(_ node: Node, _ budget: inout Int) -> Bool {
        budget -= 1
        guard budget >= 0 else {
            report(
                "file-too-large",
                position(node),
                "El archivo tiene demasiadas partes.",
                "Divídanlo en varios flujos."
            )
            return false
        }
        let isAnchored =
            switch node {
            case .scalar(let scalar): scalar.anchor != nil
            case .mapping(let mapping): mapping.anchor != nil
            case .sequence(let sequence): sequence.anchor != nil
            case .alias: true
            }
        guard !isAnchored else {
            report(
                "anchor",
                position(node),
                "Las anclas de YAML («&nombre», «*nombre») no se usan en los flujos.",
                "Escriban la parte completa donde va; o, si es un texto, pónganlo entre comillas."
            )
            return false
        }
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping where !(accept(key, &budget) && accept(value, &budget)) { return false }
        case .sequence(let sequence):
            for item in sequence where !accept(item, &budget) { return false }
        case .scalar, .alias: break
        }
        return true
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report(
                "not-yaml",
                Position(line: mark.line, column: mark.column),
                "YAML no entiende esta línea (\(problem)).",
                "Revisen la sangría, los dos puntos y las comillas de esta línea y la anterior."
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            report(
                "duplicate-key",
                Position(line: context.mark.line, column: context.mark.column),
                "Este campo está dos veces: \(duplicates.joined(separator: ", ")).",
                "Dejen uno solo."
            )
        default:
            report("not-yaml", .start, "El archivo no se puede leer como YAML.", "Revisen que sea texto en UTF-8.")
        }
    }

    // MARK: Places

    /// Adds a mistake.
    mutating func report(
        _ code: String,
        _ position: Position,
        _ message: String,
        _ hint: String,
        severity: Diagnostic.Severity = .error
    ) {
        diagnostics.append(
            Diagnostic(severity: severity, code: code, file: name, position: position, message: message, hint: hint)
        )
    }

    func position(_ node: Node) -> Position {
        node.mark.map { Position(line: $0.line, column: $0.column) } ?? .start
    }

    // MARK: Values

    /// The text of a scalar.
    mutating func text(_ node: Node, of field: String) -> String? {
        if case .scalar(let scalar) = node, !scalar.string.isEmpty { return scalar.string }
        report("not-a-text", position(node), "«\(field)» debe ser un texto.", "Escríbanlo así: «\(field): …».")
        return nil
    }

    /// A whole number between two bounds.
    mutating func number(_ node: Node, of field: String, in range: ClosedRange<Int>) -> Int? {
        if case .scalar(let scalar) = node, let number = Int(scalar.string), range.contains(number) { return number }
        report(
            "not-a-number",
            position(node),
            "«\(field)» debe ser un número entre \(range.lowerBound) y \(range.upperBound).",
            "Por ejemplo: «\(field): \(range.lowerBound)»."
        )
        return nil
    }

    /// `yes` or `no`.
    mutating func flag(_ node: Node, of field: String) -> Bool? {
        if case .scalar(let scalar) = node {
            if ["yes", "true", "sí", "si"].contains(scalar.string) { return true }
            if ["no", "false"].contains(scalar.string) { return false }
        }
        report("not-yes-or-no", position(node), "«\(field)» se responde con yes o no.", "Por ejemplo: «\(field): yes».")
        return nil
    }

    /// A list of texts.
    mutating func texts(_ node: Node, of field: String) -> [String]? {
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            report(
                "not-a-list",
                position(node),
                "«\(field)» debe ser una lista.",
                "Por ejemplo: «\(field): [uno, dos]»."
            )
            return nil
        }
        return sequence.compactMap { text($0, of: field) }
    }

    /// A mapping.
    mutating func mapping(_ node: Node, of field: String) -> Node.Mapping? {
        if case .mapping(let mapping) = node { return mapping }
        report(
            "not-a-mapping",
            position(node),
            "«\(field)» debe tener campos propios.",
            "Escríbanlos debajo, con más sangría."
        )
        return nil
    }

    /// The fields of a mapping by name; those that nobody knows are reported, with the name that was perhaps meant.
    mutating func fields(_ mapping: Node.Mapping, known: [String], of what: String) -> [String: (
        key: Node, value: Node
    )] {
        var fields: [String: (key: Node, value: Node)] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if known.contains(name) {
                fields[name] = (key, value)
            } else {
                report(
                    "unknown-field",
                    position(key),
                    "\(what) no tiene un campo «\(name)».",
                    suggestion(for: name, among: known) ?? "Los campos son: \(known.joined(separator: ", "))."
                )
            }
        }
        return fields
    }
}

/// «¿Quisieron decir …?», where one of the known names is close to the one that was written.
func suggestion(for name: String, among known: [String]) -> String? {
    guard case .match(let index) = choose(name, among: known) else { return nil }
    return "¿Quisieron decir «\(known[index])»?"
}
