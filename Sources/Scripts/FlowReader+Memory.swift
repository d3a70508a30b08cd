import Dialogue
import Yams

/// Reads the steps that look something up, and the banks.
extension YAMLFile {
    mutating func recall(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        let from = oneOf(fields["from"]?.value, of: "from", ["last", "all"])
        let most = fields["at-most"].flatMap { number($0.value, of: "at-most", in: 1...Limits.recalled) }
        guard let kind = fields["of"].flatMap({ text($0.value, of: "of") }) else {
            report(
                "no-of",
                name.at,
                "«recall» no dice qué recuerda.",
                "Agreguen «of:» con un tipo de resultado, como task."
            )
            return nil
        }
        return .looksUp(
            .recall(
                Recall(
                    name: name.name,
                    kind: kind,
                    unless: fields["unless"].flatMap { text($0.value, of: "unless") },
                    onlyLast: from == "last",
                    atMost: most
                )
            )
        )
    }

    mutating func suggest(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        _ = oneOf(fields["as"]?.value, of: "as", ["objective"])
        guard let from = fields["from"].flatMap({ text($0.value, of: "from") }) else {
            report(
                "no-from",
                name.at,
                "«suggest» no dice de qué palabras parte.",
                "Agreguen «from:» con el nombre de una respuesta."
            )
            return nil
        }
        return .looksUp(.suggest(Suggest(name: name.name, from: from)))
    }

    mutating func pick(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        guard let entry = fields["from"] else {
            report(
                "no-from",
                name.at,
                "«pick» no dice entre qué se turna.",
                "Agreguen «from: [uno, otro]» o «from: { bank: … }»."
            )
            return nil
        }
        guard case .mapping(let mapping) = entry.value else {
            guard let ids = texts(entry.value, of: "from") else { return nil }
            if ids.count < 2 || Set(ids).count < ids.count {
                report(
                    "bad-options",
                    position(entry.value),
                    "«pick» se turna entre dos o más nombres distintos.",
                    "Quiten los repetidos, o agreguen otro."
                )
            }
            return .looksUp(.pick(name: name, source: .ids(ids)))
        }
        var bank: FlowScript.Name?
        var by: [String: FlowScript.Name] = [:]
        for (key, value) in mapping {
            guard let field = text(key, of: "from"), let said = text(value, of: field) else { continue }
            let place = FlowScript.Name(name: said, at: position(field == "bank" ? value : key))
            if field == "bank" { bank = place } else { by[field] = place }
        }
        guard let bank else {
            report(
                "no-bank",
                position(entry.value),
                "«from» no dice de qué banco.",
                "Por ejemplo: «from: { bank: questions, level: level }»."
            )
            return nil
        }
        return .looksUp(.pick(name: name, source: .bank(bank, by: by)))
    }

    // MARK: Banks

    /// Reads one file of `Flows/banks`.
    mutating func bank(from source: String) -> BankScript? {
        guard let root = root(of: source) else { return nil }
        let fields = fields(root, known: ["bank", "by", "cells"], of: "Un banco")
        guard let (key, node) = fields["bank"], let id = text(node, of: "bank") else {
            report("no-bank-name", .start, "El banco no dice cómo se llama.", "Agreguen al comienzo: «bank: nombre».")
            return nil
        }
        guard let by = fields["by"].flatMap({ texts($0.value, of: "by") }), let cells = fields["cells"] else {
            report(
                "no-cells",
                position(key),
                "Al banco le falta «by» o «cells».",
                "«by: [purpose]» dice según qué se elige, y «cells:» trae los nombres de cada celda."
            )
            return nil
        }
        var found: [BankScript.Cell] = []
        readCells(cells.value, by[...], [], &found)
        var seen: Set<String> = []
        for id in found.flatMap(\.ids) where !seen.insert(id.name).inserted {
            report(
                "repeated-id",
                id.at,
                "«\(id.name)» está dos veces en el banco.",
                "Dejen uno, o denle otro nombre."
            )
        }
        return BankScript(id: id, file: name, at: position(key), by: by, cells: found)
    }

    private mutating func readCells(
        _ node: Node,
        _ by: ArraySlice<String>,
        _ keys: [FlowScript.Name],
        _ found: inout [BankScript.Cell]
    ) {
        guard let dimension = by.first else {
            if case .sequence(let sequence) = node, sequence.isEmpty {
                let path = keys.map(\.name).joined(separator: ", ")
                return report(
                    "empty-cell",
                    position(node),
                    "La celda «\(path)» está vacía.",
                    "Pongan al menos un nombre, o quiten la celda."
                )
            }
            guard case .sequence(let sequence) = node else {
                return report(
                    "not-a-list",
                    position(node),
                    "Aquí va la lista de nombres de una celda.",
                    "Por ejemplo: «[a-1, a-2]»; «by» tiene \(keys.count)."
                )
            }
            let ids = sequence.compactMap { item in
                text(item, of: "cells").map { FlowScript.Name(name: $0, at: position(item)) }
            }
            found.append(BankScript.Cell(keys: keys, ids: ids))
            return
        }
        guard let mapping = mapping(node, of: dimension) else { return }
        for (key, value) in mapping {
            guard let name = text(key, of: dimension) else { continue }
            readCells(
                value,
                by.dropFirst(),
                keys + [FlowScript.Name(name: name, at: position(key))],
                &found
            )
        }
    }
}
