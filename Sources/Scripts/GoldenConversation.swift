import Dialogue

/// A conversation written down: who says what, what the bot answers, and what is recorded.
///
/// The file is plain text that a facilitator can write. A header, a blank line, and then one line for each turn:
///
///     flow: five-whys
///     locale: es-CL
///     mode: team
///     today: 2026-11-21
///     people: ana, luz, eva
///     facilitator: paz
///     establishment: Escuela Los Aromos
///     remember:
///       task: Traer los horarios de 5° y 6°
///         due: 2026-11-18
///
///     paz: siguiente
///     bot: ¿Qué problema quieren mirar hoy?
///     ana: La mitad de las tareas llega incompleta
///     bot → ana: Anotado. Faltan 2 de 3.
///     time: 5 min
///     join: rosa
///
/// Lines that go on are indented. Only what people say is read; the rest is what it must come to.
package struct GoldenConversation: Sendable {
    package var flow: String
    package var locale: String
    package var mode: Mode
    package var today: CalendarDay
    /// The names of those who answer; one where the mode is not `team`.
    package var people: [String]
    /// Who only facilitates.
    package var facilitator: String?
    /// What is said, by whom; `time`, `join` and `leave` say what happens.
    package var said: [(who: String, text: String)] = []
    /// What earlier dialogues of the establishment left, oldest first.
    package var earlier: [Earlier] = []
    /// Where it takes place, as far as the header says it.
    package var place = Place()

    /// The one who speaks where there is only one.
    package static let team = "equipo"

    package init(
        flow: String,
        locale: String,
        mode: Mode,
        today: CalendarDay,
        people: [String] = [Self.team],
        facilitator: String? = nil
    ) {
        self.flow = flow
        self.locale = locale
        self.mode = mode
        self.today = today
        self.people = people
        self.facilitator = facilitator
    }

    /// Reads a file's text; `nil` where the header is not complete.
    package init?(parsing source: String) {
        var header: [String: String] = [:]
        var turns: [(who: String, text: String)] = []
        var isHeader = true
        var earlier: [Earlier] = []
        var blocks = 0
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                isHeader = false
            } else if line.hasPrefix("recorded:") {
                break
            } else if isHeader, line.hasPrefix("  ") {
                GoldenMemory.read(line, of: blocks, into: &earlier)
            } else if line.hasPrefix("  ") {
                if !turns.isEmpty { turns[turns.count - 1].text += "\n" + line.dropFirst(2) }
            } else if let colon = line.firstIndex(of: ":") {
                let name = String(line[..<colon])
                let text = String(line[line.index(after: colon)...].drop { $0 == " " })
                if isHeader, name == "remember" { blocks += 1 }
                if isHeader { header[name] = text } else { turns.append((name, text)) }
            }
        }
        guard let flow = header["flow"], let locale = header["locale"],
            let mode = header["mode"].flatMap(Mode.init(rawValue:)),
            let today = header["today"].flatMap(CalendarDay.init(iso:))
        else { return nil }
        let names = header["people"]?.split(separator: ",").map { String($0.drop { $0 == " " }) }
        self.init(
            flow: flow,
            locale: locale,
            mode: mode,
            today: today,
            people: names ?? [Self.team],
            facilitator: header["facilitator"]
        )
        self.earlier = earlier
        place = Place(
            organization: header["organization"],
            establishment: header["establishment"],
            contact: header["contact"]
        )
        said = turns.filter { !$0.who.hasPrefix("bot") }
    }

    /// Adds what another conversation recorded, from the text of its file, as left by an earlier dialogue.
    package mutating func remember(_ source: String) {
        let dialogues = Set(earlier.map(\.dialogue)).count
        earlier += GoldenMemory.recorded(in: source, dialogue: dialogues + 1)
    }

    /// Plays the conversation and writes it down as it went.
    package func played(on program: Program) -> (text: String, rehearsal: Rehearsal) {
        var stage = Stage(self, program)
        stage.open()
        for turn in said { stage.take(turn.who, turn.text) }
        stage.close()
        return (stage.lines.joined(separator: "\n") + "\n", stage.rehearsal)
    }

    /// A message with its options numbered, as a terminal shows it.
    package static func text(of message: Message) -> String {
        let options = message.choices.enumerated().map { "\n\($0.offset + 1)) \($0.element.label)" }
        return message.text + options.joined()
    }
}

/// A rehearsal with named people, written down as it goes.
package struct Stage: Sendable {
    private let conversation: GoldenConversation
    package private(set) var rehearsal: Rehearsal
    package private(set) var lines: [String] = []
    private var names: [String]
    private var moment: Moment

    package init(_ conversation: GoldenConversation, _ program: Program) {
        self.conversation = conversation
        rehearsal = Rehearsal(program)
        names = [conversation.facilitator].compactMap(\.self) + conversation.people
        moment = Moment(milliseconds: 0, today: conversation.today)
    }

    /// Writes the header and begins: whoever leads first, then everyone else.
    package mutating func open() {
        lines = [
            "flow: \(conversation.flow)", "locale: \(conversation.locale)", "mode: \(conversation.mode.rawValue)",
            "today: \(conversation.today.iso)",
        ]
        if conversation.mode == .team { lines.append("people: \(conversation.people.joined(separator: ", "))") }
        if let facilitator = conversation.facilitator { lines.append("facilitator: \(facilitator)") }
        let place = conversation.place
        for (name, text) in [
            ("organization", place.organization), ("establishment", place.establishment), ("contact", place.contact),
        ] {
            if let text { lines.append("\(name): \(text)") }
        }
        lines += GoldenMemory.lines(conversation.earlier)
        lines.append("")
        let earlier = conversation.earlier.isEmpty ? nil : rehearsal.program.remembered(conversation.earlier)
        write(
            rehearsal.take(
                .opened(mode: conversation.mode, parties: [party(0)], given: place.given, earlier: earlier),
                at: moment
            )
        )
        for index in names.indices.dropFirst() { write(rehearsal.take(.joined(party(index)), at: moment)) }
    }

    private func party(_ index: Int) -> Party {
        let facilitates = names[index] == conversation.facilitator
        return Party(
            id: String(index + 1),
            locale: conversation.locale,
            role: conversation.mode == .team ? names[index] : nil,
            facilitates: facilitates ? true : nil
        )
    }

    /// One line: somebody speaks, time passes, somebody comes or goes. Tells what the bot says, and to whom.
    @discardableResult
    package mutating func take(_ who: String, _ text: String) -> [Message] {
        lines.append(written(who, text))
        var messages: [Message] = []
        switch who {
        case "time":
            let minutes = text.split(separator: " ").first.flatMap { Int64($0) } ?? 0
            moment.milliseconds += minutes * 60_000
            messages = rehearsal.take(.tick, at: moment)
        case "join":
            names.append(text)
            messages = rehearsal.take(.joined(party(names.count - 1)), at: moment)
        case "leave":
            guard let index = names.firstIndex(of: text) else { return [] }
            messages = rehearsal.take(.left(party: String(index + 1)), at: moment)
        default:
            guard let index = names.firstIndex(of: who) else { return [] }
            messages = rehearsal.take(.said(party: String(index + 1), .text(text)), at: moment)
        }
        write(messages)
        return messages
    }

    /// Writes what was recorded.
    package mutating func close() {
        lines += ["", "recorded: (\(rehearsal.state.status.rawValue))"]
        for outcome in rehearsal.state.outcomes {
            lines.append("  \(outcome.kind): " + GoldenMemory.oneLine(outcome.text))
            for (name, value) in outcome.fields.sorted(by: { $0.key < $1.key }) {
                lines.append("    \(name): \(GoldenMemory.text(of: value))")
            }
        }
    }

    /// What everybody hears is written once; the rest says to whom it goes.
    private mutating func write(_ messages: [Message]) {
        let present = rehearsal.state.parties.count { $0.left != true }
        var rest = messages[...]
        while let message = rest.first {
            let text = GoldenConversation.text(of: message)
            let same = rest.prefix { GoldenConversation.text(of: $0) == text }
            let everyone = Set(same.map(\.to)).count >= present
            lines.append(written(everyone ? "bot" : "bot → " + same.map { name($0.to) }.joined(separator: ", "), text))
            rest = rest.dropFirst(same.count)
        }
    }

    /// The name of a party.
    package func name(_ party: String) -> String {
        Int(party).flatMap { names.indices.contains($0 - 1) ? names[$0 - 1] : nil } ?? party
    }

    private func written(_ who: String, _ text: String) -> String {
        "\(who): " + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
    }
}
