import Dialogue

extension DiagramReader {
    /// A step that looks something up.
    func row(of lookup: FlowScript.Lookup) -> DiagramRow {
        var row = row(lookup.kind, lookup.name)
        switch lookup {
        case .recall(let recall):
            let unless = recall.unless.map { words.say("menos: ", "except: ") + outcome($0) }
            let last = recall.onlyLast ? words.say("solo de la última vez", "only from the last time") : nil
            row.details = [outcome(recall.kind), unless, last].compactMap(\.self)
        case .pick(_, .ids(let ids)): row.details = [ids.joined(separator: ", ")]
        case .pick(_, .bank(let bank, _)): row.details = [words.say("del banco ", "from the bank ") + bank.name]
        case .suggest(let suggest):
            row.details = [words.say("un objetivo, desde «\(suggest.from)»", "an objective, from “\(suggest.from)”")]
        }
        return row
    }
}
