extension Control {
    /// What somebody who leads asks for with a whole message, `nil` for an ordinary answer.
    ///
    /// `siguiente`, `cerrar`, `reabrir`, `atrás`, `saltar porque…`, `más tiempo 5`, `agregar: …`, `juntar 2 5`, `quitar 3`,
    /// `a todos: …`, `por 3: …`, `sumar persona`, `quiénes`; and the same in English.
    public init?(text: String) {
        if let control = Self.withArgument(text) {
            self = control
            return
        }
        guard let message = CommandMessage(text: text) else { return nil }
        switch message.command {
        case .next, .close: self = .next
        case .back, .reopen: self = .back
        case .skip: self = .skip(message.argument)
        case .moreTime: self = .extend(message.argument.flatMap { Int($0) } ?? 3)
        case .who: self = .who
        case .help, .repeatQuestion, .pause, .resume, .summary, .stop, .keep, .menu, .deleteData: return nil
        }
    }

    private static func withArgument(_ raw: String) -> Control? {
        let text = raw.drop(while: \.isWhitespace)
        let colon = text.firstIndex(of: ":")
        let head = folded(String(text[..<(colon ?? text.endIndex)]))
        let words = head.split(separator: " ").map(String.init)
        let rest = colon.map { text[text.index(after: $0)...].drop(while: \.isWhitespace) } ?? ""
        if ["sumar persona", "sumar una persona", "seat", "add person"].contains(head) { return .seat }
        if !rest.isEmpty {
            switch words.first {
            case "agregar", "agrega", "add": return words.count == 1 ? .add(String(rest)) : nil
            case "a" where head == "a todos" || head == "a todas", "todos", "todas": return .tell(String(rest))
            case "to" where head == "to all", "all": return .tell(String(rest))
            case "por", "for":
                guard words.count == 2, let number = Int(words[1]) else { return nil }
                return .answer(for: number, String(rest))
            default: break
            }
        }
        guard let verb = words.first, words.count >= 2 else { return nil }
        let argument = words.dropFirst().joined(separator: " ")
        switch verb {
        case "juntar", "junta", "unir", "merge":
            guard let numbers = numbers(in: argument), numbers.count >= 2 else { return nil }
            return .merge(numbers)
        case "quitar", "quita", "sacar", "remove":
            return number(in: argument).map(Control.remove)
        default: return nil
        }
    }
}
