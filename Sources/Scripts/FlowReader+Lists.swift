import Dialogue
import Yams

/// Reads the steps that go through lists, and what one flow gives to another.
extension YAMLFile {
    mutating func each(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        guard let (ids, list) = fields["in"].flatMap({ source(of: $0.value) }) else {
            report(
                "no-list",
                name.at,
                "«for-each» no dice qué lista recorre.",
                "Agreguen «in:» con el nombre de una lista, como la de un «gather»."
            )
            return nil
        }
        guard let steps = fields["steps"]?.value else {
            report("no-steps", name.at, "«for-each» no tiene pasos.", "Agreguen «steps:» debajo, con más sangría.")
            return nil
        }
        if list == name.name {
            report(
                "same-name",
                name.at,
                "La lista y cada una de sus partes se llaman igual: «\(list)».",
                "Pónganle a cada parte su nombre, como «for-each: cause» en «in: causes»."
            )
        }
        let most = fields["at-most"].flatMap { number($0.value, of: "at-most", in: 1...Limits.rounds) }
        return .each(Each(name: name.name, list: list, ids: ids, atMost: most), self.steps(steps))
    }

    /// What a `for-each` goes through: ids that are written there, or the list of that name.
    private mutating func source(of node: Node) -> (ids: [String]?, list: String)? {
        guard case .sequence = node else { return text(node, of: "in").map { (nil, $0) } }
        guard let ids = texts(node, of: "in") else { return nil }
        if !(2...Limits.rounds).contains(ids.count) || Set(ids).count < ids.count {
            report(
                "bad-options",
                position(node),
                "«for-each» recorre entre 2 y \(Limits.rounds) nombres distintos.",
                "Quiten los repetidos, o agreguen otro."
            )
        }
        return (ids, "")
    }

    mutating func add(_ name: FlowScript.Name, _ fields: Fields) -> FlowScript.Kind? {
        guard let list = fields["to"].flatMap({ text($0.value, of: "to") }) else {
            report("no-list", name.at, "«add» no dice a qué lista se agrega.", "Agreguen «to:» con su nombre.")
            return nil
        }
        return .adds(Add(name: name.name, list: list))
    }

    mutating func call(_ flow: FlowScript.Name, _ fields: Fields) -> FlowScript.Call {
        FlowScript.Call(name: flow.name, at: flow.at, with: with(fields))
    }

    /// The names under `with`, each with the name whose value it takes.
    mutating func with(_ fields: Fields) -> [String: String] {
        var with: [String: String] = [:]
        guard let entry = fields["with"], let mapping = mapping(entry.value, of: "with") else { return with }
        for (key, value) in mapping {
            guard let field = text(key, of: "with"), let name = text(value, of: field) else { continue }
            with[field] = name
        }
        return with
    }

    /// `{ number: [1, count(why)] }`: a number whose upper bound is a count; `nil` for every other answer.
    mutating func countedBound(of node: Node) -> (answer: Answer, name: String)? {
        guard case .mapping(let mapping) = node, case .sequence(let bounds)? = mapping["number"], bounds.count == 2,
            let from = bounds[0].scalar.flatMap({ Int($0.string) }), let source = bounds[1].scalar?.string,
            let count = try? Expression(parsing: source), case .count(let name) = count
        else { return nil }
        return (.number(from: from, to: Limits.listItems), name)
    }
}
