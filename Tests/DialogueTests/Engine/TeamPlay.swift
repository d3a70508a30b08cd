import Dialogue
import Foundation
import Scripts
import TestSupport
import Testing

/// A small flow, and the people who play it, each from their own address.
struct TeamPlay {
    private(set) var rehearsal: Rehearsal
    private(set) var last: [Message] = []
    /// Every message so far, with the number of its turn.
    private(set) var heard: [(turn: Int, message: Message)] = []
    /// Who answers.
    private(set) var people: [String] = []
    /// Whoever leads: the facilitator, or else the first of the people.
    let lead = "1"
    private(set) var milliseconds = TestSupport.moment.milliseconds

    /// Opens the flow, lets everybody in, and begins.
    init(
        _ steps: String,
        people count: Int,
        facilitator: Bool = false,
        locale: String = "es-CL",
        begins: Bool = true
    ) throws {
        self.init(
            program: try Self.program(steps),
            people: count,
            facilitator: facilitator,
            locales: [locale],
            begins: begins
        )
    }

    init(
        program: Program,
        people count: Int,
        facilitator: Bool,
        locales: [String],
        begins: Bool = true,
        earlier: [Earlier]? = nil
    ) {
        rehearsal = Rehearsal(program)
        let ids = (1...(facilitator ? count + 1 : count)).map(String.init)
        people = facilitator ? Array(ids.dropFirst()) : ids
        let parties = ids.enumerated().map { index, id in
            Party(
                id: id,
                locale: locales[index % locales.count],
                role: "cargo \(id)",
                facilitates: facilitator && index == 0 ? true : nil
            )
        }
        take(.opened(mode: .team, parties: [parties[0]], given: [:], earlier: earlier))
        for party in parties.dropFirst() { take(.joined(party)) }
        if begins { says(lead, "siguiente") }
    }

    var state: DialogueState { rehearsal.state }
    var program: Program { rehearsal.program }
    var replays: Bool { Engine.replay(program, rehearsal.log) == state }

    @discardableResult
    mutating func take(_ event: Event) -> [Message] {
        last = rehearsal.take(event, at: Moment(milliseconds: milliseconds, today: TestSupport.moment.today))
        heard += last.map { (rehearsal.state.turn, $0) }
        return last
    }

    /// What the bot then says to whoever spoke.
    @discardableResult
    mutating func says(_ who: String, _ texts: String...) -> String {
        for text in texts { take(.said(party: who, .text(text))) }
        return told(who)
    }

    @discardableResult
    mutating func presses(_ who: String, _ id: String) -> String {
        take(.said(party: who, .choice(id)))
        return told(who)
    }

    /// Everyone says the same, or something of their own.
    mutating func all(_ text: (Int) -> String) {
        for (index, person) in people.enumerated() { says(person, text(index)) }
    }

    /// Time passes, and the dialogue is looked at.
    mutating func wait(minutes: Int) {
        milliseconds += Int64(minutes) * 60_000
        take(.tick)
    }

    /// What the last turn told somebody.
    func told(_ who: String) -> String {
        last.filter { $0.to == who }.map(\.text).joined(separator: "\n")
    }

    /// All that somebody has ever been told.
    func everythingTold(_ who: String) -> String {
        heard.map(\.message).filter { $0.to == who }.map(\.text).joined(separator: "\n")
    }

    func outcomes(_ kind: String) -> [Outcome] { state.outcomes.filter { $0.kind == kind } }

    func items(_ name: String) -> [Item] {
        if case .items(let items)? = state.answers[name] { items } else { [] }
    }

    // MARK: Flows

    /// Compiles steps whose prompts are called after them; the words of the engine are the shipped ones.
    static func program(_ steps: String, inner: String? = nil) throws -> Program {
        let flows = [("fixture", steps)] + (inner.map { [("inner", $0)] } ?? [])
        var sources = flows.map { name, steps in
            let lines = steps.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
            return (path: "Flows/\(name).yaml", text: "flow: \(name)\nmodes: [solo, group, team]\nsteps:\n\(lines)\n")
        }
        for locale in ["es-CL", "en"] {
            for group in ["engine", "checks"] {
                let url = TestSupport.root.appending(path: "Prompts/\(locale)/\(group).yaml")
                sources.append(
                    (path: "Prompts/\(locale)/\(group).yaml", text: try String(contentsOf: url, encoding: .utf8))
                )
            }
            for (name, steps) in flows {
                sources.append((path: "Prompts/\(locale)/\(name).yaml", text: prompts(for: steps)))
            }
        }
        return try #require(try Library(sources: sources).flows["fixture"]).program
    }

    private static func prompts(for steps: String) -> String {
        let speaking: Set<Substring> = ["say", "ask", "gather", "collect", "choose", "agree", "rate", "wait"]
        var lines = ["title: Prueba", "summary: Una prueba.", "when-to-use: Al probar.", "prompts:"]
        var seen: Set<Substring> = []
        for line in steps.split(separator: "\n") {
            let words = line.drop { " -".contains($0) }.split(separator: " ")
            if words.count == 2, let step = words.first, step.last == ":", speaking.contains(step.dropLast()),
                seen.insert(words[1]).inserted
            {
                lines += ["  \(words[1]):", "    text: \"Sobre \(words[1])\""]
            }
            guard let start = line.firstRange(of: "one-of: [") ?? line.firstRange(of: "items: [") else { continue }
            let ids = line[start.upperBound...].prefix { $0 != "]" }.split(separator: ",").map { $0.drop { $0 == " " } }
            lines.append("    options: { \(ids.map { "\($0): \"Es \($0)\"" }.joined(separator: ", ")) }")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
