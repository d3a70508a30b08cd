import Dialogue

/// A conversation written down: who says what, what the bot answers, and what is recorded.
///
/// The file is plain text that a facilitator can write. A header, a blank line, and then one line for each turn:
///
///     flow: five-whys
///     locale: es-CL
///     mode: solo
///     today: 2026-11-21
///
///     bot: ¿Qué problema quieren mirar hoy?
///     equipo: La mitad de las tareas llega incompleta
///
/// Lines that go on are indented. Only what people say is read; the rest is what it must come to.
package struct GoldenConversation: Sendable {
    package var flow: String
    package var locale: String
    package var mode: Mode
    package var today: CalendarDay
    /// What is said, by whom.
    package var said: [(who: String, text: String)] = []

    /// The one who speaks where there is only one.
    package static let team = "equipo"

    package init(flow: String, locale: String, mode: Mode, today: CalendarDay) {
        self.flow = flow
        self.locale = locale
        self.mode = mode
        self.today = today
    }

    /// Reads a file's text; `nil` where the header is not complete.
    package init?(parsing source: String) {
        var header: [String: String] = [:]
        var turns: [(who: String, text: String)] = []
        var isHeader = true
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                isHeader = false
            } else if line.hasPrefix("recorded:") {
                break
            } else if line.hasPrefix("  ") {
                if !turns.isEmpty { turns[turns.count - 1].text += "\n" + line.dropFirst(2) }
            } else if let colon = line.firstIndex(of: ":") {
                let name = String(line[..<colon])
                let text = String(line[line.index(after: colon)...].drop { $0 == " " })
                if isHeader { header[name] = text } else { turns.append((name, text)) }
            }
        }
        guard let flow = header["flow"], let locale = header["locale"],
            let mode = header["mode"].flatMap(Mode.init(rawValue:)),
            let today = header["today"].flatMap(CalendarDay.init(iso:))
        else { return nil }
        self.init(flow: flow, locale: locale, mode: mode, today: today)
        said = turns.filter { $0.who != "bot" }
    }

    /// Plays the conversation and writes it down as it went.
    package func played(on program: Program) -> (text: String, rehearsal: Rehearsal) {
        var rehearsal = Rehearsal(program)
        let moment = Moment(milliseconds: 0, today: today)
        var lines = ["flow: \(flow)", "locale: \(locale)", "mode: \(mode.rawValue)", "today: \(today.iso)", ""]
        func write(_ who: String, _ text: String) {
            lines.append(
                "\(who): " + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
            )
        }
        func write(_ messages: [Message]) {
            for message in messages { write("bot", Self.text(of: message)) }
        }
        let party = Party(id: "1", locale: locale)
        write(rehearsal.take(.opened(mode: mode, parties: [party], given: [:]), at: moment))
        for turn in said {
            write(turn.who, turn.text)
            write(rehearsal.take(.said(party: party.id, .text(turn.text)), at: moment))
        }
        lines.append("")
        lines.append("recorded: (\(rehearsal.state.status.rawValue))")
        for outcome in rehearsal.state.outcomes {
            lines.append("  \(outcome.kind): " + outcome.text.split(separator: "\n").joined(separator: " / "))
            for (name, value) in outcome.fields.sorted(by: { $0.key < $1.key }) {
                lines.append("    \(name): \(Self.text(of: value))")
            }
        }
        return (lines.joined(separator: "\n") + "\n", rehearsal)
    }

    /// A message with its options numbered, as a terminal shows it.
    package static func text(of message: Message) -> String {
        let options = message.choices.enumerated().map { "\n\($0.offset + 1)) \($0.element.label)" }
        return message.text + options.joined()
    }

    private static func text(of value: Value) -> String {
        switch value {
        case .text(let text): text.split(separator: "\n").joined(separator: " / ")
        case .number(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .option(let id): id
        case .day(let day): day.iso
        case .items(let items): items.map(\.text).joined(separator: " / ")
        }
    }
}
