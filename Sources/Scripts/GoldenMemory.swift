import Dialogue

/// What earlier dialogues left, as a conversation's file says it: one block for each dialogue, the oldest first.
///
///     remember:
///       task: Traer los horarios de 5° y 6°
///         due: 2026-11-18
enum GoldenMemory {
    /// Reads one line of a block.
    static func read(_ line: Substring, of dialogue: Int, into earlier: inout [Earlier]) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let name = String(line[..<colon].drop { $0 == " " })
        let text = String(line[line.index(after: colon)...].drop { $0 == " " })
        if line.hasPrefix("    ") {
            if !earlier.isEmpty { earlier[earlier.count - 1].fields[name] = value(text) }
        } else {
            earlier.append(Earlier(dialogue: String(dialogue), kind: name, text: text))
        }
    }

    /// The blocks as lines.
    static func lines(_ earlier: [Earlier]) -> [String] {
        var lines: [String] = []
        var dialogue: String?
        for outcome in earlier {
            if outcome.dialogue != dialogue { lines.append("remember:") }
            dialogue = outcome.dialogue
            lines.append("  \(outcome.kind): " + oneLine(outcome.text))
            for (name, value) in outcome.fields.sorted(by: { $0.key < $1.key }) {
                lines.append("    \(name): \(text(of: value))")
            }
        }
        return lines
    }

    /// What another conversation recorded, from the text of its file.
    static func recorded(in source: String, dialogue: Int) -> [Earlier] {
        var earlier: [Earlier] = []
        var isRecorded = false
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("recorded:") {
                isRecorded = true
            } else if isRecorded, line.hasPrefix("  ") {
                read(line, of: dialogue, into: &earlier)
            }
        }
        return earlier
    }

    private static func value(_ text: String) -> Value {
        if let day = CalendarDay(iso: text) { return .day(day) }
        if let number = Int(text) { return .number(number) }
        switch text {
        case "yes": return .flag(true)
        case "no": return .flag(false)
        default: return .text(text)
        }
    }

    static func oneLine(_ text: String) -> String {
        text.split(separator: "\n").joined(separator: " / ")
    }

    /// A value as a conversation's file says it.
    static func text(of value: Value) -> String {
        switch value {
        case .text(let text): oneLine(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .option(let id): id
        case .day(let day): day.iso
        case .items(let items): items.map(\.text).joined(separator: " / ")
        }
    }
}
