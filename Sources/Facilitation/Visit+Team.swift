import Channels
import Dialogue
import Scripts
import Storage

/// Opening a team's dialogue from a chat: which flow, and whether whoever opens it also answers.
extension Visit {
    private var teamFlows: [Library.Version] { programs.offered.filter { $0.program.modes.contains(.team) } }

    mutating func askTeamFlow() throws {
        address.stage = .team
        let flows = teamFlows
        let titles = flows.map { $0.program.title(in: locale) }
        let list = titles.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
        try say(
            programs.words("lobby/team-flow", in: locale, ["list": list]),
            choices: zip(flows, titles).map { Choice(id: "team.\($0.program.flow)", label: $1) }
        )
    }

    mutating func chooseTeamFlow(_ command: Command?) throws {
        guard command == nil else {
            address.stage = .ready
            return try menu()
        }
        let flows = teamFlows
        var chosen: Library.Version?
        if case .choice(let id, _) = event.content {
            chosen = flows.first { "team.\($0.program.flow)" == id }
        } else if let text {
            let titles = flows.map { $0.program.title(in: locale) }
            if case .match(let index) = Dialogue.choose(text, among: titles) {
                chosen = flows[index]
            } else {
                chosen = closest(text, among: titles + flows.map(\.program.flow)).map { flows[$0 % flows.count] }
            }
        }
        guard let chosen else { return try askTeamFlow() }
        address.stage = .leading
        address.pending = chosen.program.flow
        try askHowToLead()
    }

    private static let ways = ["both", "lead"]

    private mutating func askHowToLead() throws {
        let labels = programs.phrase("lobby/team-lead", in: locale)?.options ?? [:]
        try say(
            programs.words("lobby/team-lead", in: locale),
            choices: Self.ways.map { Choice(id: "lead.\($0)", label: labels[$0] ?? $0) }
        )
    }

    mutating func chooseHowToLead(_ command: Command?) throws {
        guard command == nil, let version = address.pending.flatMap({ programs.library.flows[$0] }) else {
            address.stage = .ready
            address.pending = nil
            return try menu()
        }
        var way: String?
        let labels = programs.phrase("lobby/team-lead", in: locale)?.options ?? [:]
        if case .choice(let id, _) = event.content {
            way = Self.ways.first { "lead.\($0)" == id }
        } else if let text, case .match(let index) = Dialogue.choose(text, among: Self.ways.map { labels[$0] ?? $0 }) {
            way = Self.ways[index]
        }
        guard let way else { return try askHowToLead() }
        address.stage = .ready
        address.pending = nil
        try openTeam(version, facilitates: way == "lead")
    }
}
