import Dialogue

extension DiagramReader {
    /// A condition as one says it: `chain == "missing"` becomes «chain = Falta un paso».
    func condition(_ expression: Expression) -> String {
        switch expression {
        case .literal(let value): return literal(value, of: nil)
        case .name(let name): return words.builtIn(name) ?? name
        case .count(let name): return words.say("cantidad de \(name)", "number of \(name)")
        case .answered(let name): return words.say("respondieron \(name)", "\(name) was answered")
        case .not(.answered(let name)): return words.say("no respondieron \(name)", "\(name) was not answered")
        case .not(let inner): return words.say("no se cumple que ", "it is not so that ") + nested(inner)
        case .and(let left, let right): return joined(left, words.say(" y ", " and "), right) { $0.isOr }
        case .or(let left, let right): return joined(left, words.say(" o ", " or "), right) { $0.isAnd }
        case .compare(let left, let comparison, let right):
            let signs = ["==": "=", "!=": "≠", "<=": "≤", ">=": "≥"]
            let sign = signs[comparison.rawValue] ?? comparison.rawValue
            var value = condition(right)
            if case .name(let name) = left, case .literal(let literal) = right {
                value = self.literal(literal, of: name)
            }
            return "\(condition(left)) \(sign) \(value)"
        }
    }

    private func joined(
        _ left: Expression,
        _ word: String,
        _ right: Expression,
        _ isMixed: (Expression) -> Bool
    ) -> String {
        [left, right].map { isMixed($0) ? nested($0) : condition($0) }.joined(separator: word)
    }

    private func nested(_ expression: Expression) -> String {
        expression.isAnd || expression.isOr ? "(\(condition(expression)))" : condition(expression)
    }

    private func literal(_ value: Value, of name: String?) -> String {
        switch value {
        case .number(let number): return String(number)
        case .flag(let flag): return flag ? words.say("sí", "yes") : words.say("no", "no")
        case .text(let text), .option(let text):
            if name == "mode" { return words.quote(words.mode(text)) }
            guard let ask = name.flatMap({ ask($0, in: flow.steps) }) else { return words.quote(text) }
            return words.quote(label(of: text, at: ask))
        case .day(let day): return day.iso
        case .items: return ""
        }
    }

    private func ask(_ name: String, in steps: [FlowScript.Step]) -> Ask? {
        for step in steps {
            switch step.kind {
            case .ask(let ask, _, _) where ask.name == name: return ask
            default:
                if let found = ask(name, in: step.kind.inner) { return found }
            }
        }
        return nil
    }
}

extension Expression {
    fileprivate var isAnd: Bool { if case .and = self { true } else { false } }
    fileprivate var isOr: Bool { if case .or = self { true } else { false } }
}
