import Channels
import Dialogue
import Scripts
import Storage

/// What happens outside of dialogues: the notice, the join code, the role, the menu.
extension Visit {
    /// The version of the privacy notice; it changes when the notice's meaning does.
    static let noticeVersion = "2026-11"
    /// The role of an address that speaks for the whole team around one screen.
    static let wholeTeam = "team"

    var locale: String { address.locale }

    var text: String? {
        if case .text(let text) = event.content { text } else { nil }
    }

    mutating func tell(_ prompt: String, _ names: [String: String] = [:]) throws {
        try say(programs.words("lobby/\(prompt)", in: locale, names))
    }

    /// Hears what an address says while it is in no dialogue.
    mutating func welcome() throws {
        if let wanted = language {
            address.locale = wanted
            try tell("language")
        }
        let command = text.flatMap { CommandMessage(text: $0)?.command }
        switch address.stage {
        case .new:
            try tell("notice")
            address.stage = .code
            if let code = text.flatMap({ joinCode(in: $0) }) { try join(code) } else { try tell("ask-code") }
        case .code:
            if let code = text.flatMap({ joinCode(in: $0) }) { try join(code) } else { try tell("ask-code") }
        case .role: try role(command)
        case .deleting: try confirmDeletion()
        case .ready: try choose(command)
        case .team: try chooseTeamFlow(command)
        case .leading: try chooseHowToLead(command)
        case .returning: try chooseHowToReturn(command)
        }
    }

    private var language: String? {
        guard let text else { return nil }
        switch folded(text) {
        case "english", "ingles": return "en"
        case "espanol", "castellano", "spanish": return "es-CL"
        default: return nil
        }
    }

    /// The code of an establishment, or of a team's dialogue in it.
    private mutating func join(_ code: String) throws {
        let dialogue = try store.dialogue(joinCode: code)
        let found =
            try dialogue.map { try store.establishment($0.establishment) } ?? store.establishment(joinCode: code)
        guard let establishment = found, establishment.organization == account.organization else {
            return try tell("unknown-code", ["code": code])
        }
        let participant = Participant(
            id: desk.identifier(),
            establishment: establishment.id,
            noticeVersion: Self.noticeVersion,
            joinedAt: moment.milliseconds
        )
        try store.save(participant)
        address.participant = participant.id
        address.stage = .role
        address.pending = dialogue?.joinCode
        try desk.save(address)
        try tell("welcome", ["establishment": establishment.name])
        try askRole()
    }

    /// A code from somebody who has joined: of a team's dialogue of the same establishment, or nothing new.
    private mutating func rejoin(_ code: String) throws {
        guard let establishment = try establishment() else { return }
        if let dialogue = try store.dialogue(joinCode: code), dialogue.establishment == establishment.id {
            return try comeIn(dialogue)
        }
        if try store.establishment(joinCode: code)?.id == establishment.id {
            try tell("already-joined", ["establishment": establishment.name])
        } else {
            try tell("unknown-code", ["code": code])
        }
        try menu()
    }

    // MARK: Role

    private var roles: [(id: String, label: String)] {
        let ids = [
            "head", "studies", "inspector", "coexistence", "inclusion", "teacher", "educator", "assistant", "team",
        ]
        let labels = programs.phrase("lobby/ask-role", in: locale)?.options ?? [:]
        return ids.map { ($0, labels[$0] ?? $0) }
    }

    private mutating func askRole() throws {
        let choices = roles.map { Choice(id: "role.\($0.id)", label: $0.label) }
        try say(programs.words("lobby/ask-role", in: locale), choices: choices)
    }

    private mutating func role(_ command: Command?) throws {
        guard var participant = try participant() else {
            address.stage = .code
            return try tell("ask-code")
        }
        if command == .help { try tell("help") }
        if command == .skip { return try finishRole(participant) }
        guard let answer = chosenRole, command == nil else { return try askRole() }
        guard answer.count <= 80, PersonalData.masked(answer) == answer else {
            try tell("role-personal")
            return try askRole()
        }
        participant.role = answer
        try finishRole(participant)
    }

    private mutating func finishRole(_ participant: Participant) throws {
        try store.save(participant)
        address.stage = .ready
        let code = address.pending
        address.pending = nil
        if let dialogue = try code.flatMap({ try store.dialogue(joinCode: $0) }) { return try comeIn(dialogue) }
        try tell("role-kept")
        try menu()
    }

    /// The role as it is kept: the label, or the words that were written.
    private var chosenRole: String? {
        let roles = roles
        func kept(_ index: Int) -> String { roles[index].id == Self.wholeTeam ? Self.wholeTeam : roles[index].label }
        if case .choice(let id, _) = event.content {
            return roles.firstIndex { "role.\($0.id)" == id }.map(kept)
        }
        guard let text else { return nil }
        if case .match(let index) = Dialogue.choose(text, among: roles.map(\.label)) { return kept(index) }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.contains(where: \.isLetter) ? words : nil
    }

    // MARK: Menu

    private mutating func choose(_ command: Command?) throws {
        if let code = text.flatMap({ joinCode(in: $0) }) { return try rejoin(code) }
        switch command {
        case .help:
            try tell("help")
            return try menu()
        case .deleteData:
            address.stage = .deleting
            return try tell("confirm-delete")
        case .back:
            if let latest = try store.latest(address: address.id) { return try takeUp(latest, with: "atrás") }
            return try menu()
        case .resume:
            if let left = try store.unfinished(address: address.id) { return try takeUp(left, with: "seguir") }
            return try menu()
        case .some:
            return try menu()
        case nil: break
        }
        guard language == nil else { return try menu() }
        switch try chosenEntry() {
        case .flow(let version)?: try start(version)
        case .left(let dialogue)?: try takeUp(dialogue, with: "seguir")
        case .team?: try askTeamFlow()
        case nil:
            if let text {
                try tell("unknown-flow", ["text": String(text.prefix(60))])
            } else {
                try tell("words-please")
            }
            try menu()
        }
    }

    private enum Entry {
        case flow(Library.Version)
        case left(DialogueRecord)
        case team
    }

    private func entries() throws -> [(id: String, label: String, entry: Entry)] {
        var entries: [(id: String, label: String, entry: Entry)] = []
        if let left = try store.unfinished(address: address.id) {
            let title = try programs.program(left.version, store).title(in: locale)
            let label = programs.words("lobby/menu-resume", in: locale, ["title": title])
            entries.append(("menu.resume", label, .left(left)))
        }
        for version in programs.offered {
            entries.append(("menu.\(version.program.flow)", version.program.title(in: locale), .flow(version)))
        }
        if event.conversation.kind == .direct, try participant()?.role != Self.wholeTeam {
            entries.append(("menu.team", programs.words("lobby/menu-team", in: locale), .team))
        }
        return entries
    }

    mutating func menu() throws {
        let entries = try entries()
        let list = entries.enumerated().map { "\($0.offset + 1). \($0.element.label)" }.joined(separator: "\n")
        try say(
            programs.words("lobby/menu", in: locale, ["list": list]),
            choices: entries.map { Choice(id: $0.id, label: $0.label) }
        )
    }

    private func chosenEntry() throws -> Entry? {
        let entries = try entries()
        if case .choice(let id, _) = event.content { return entries.first { $0.id == id }?.entry }
        guard let text else { return nil }
        if case .match(let index) = Dialogue.choose(text, among: entries.map(\.label)) { return entries[index].entry }
        let all = programs.inOrder
        if let known = all.first(where: { $0.program.flow == text.lowercased() }) { return .flow(known) }
        if let index = closest(text, among: entries.map(\.label)) { return entries[index].entry }
        let names = all.map { $0.program.title(in: locale) } + all.map(\.program.flow)
        return closest(text, among: names).map { .flow(all[$0 % all.count]) }
    }

    // MARK: Leaving

    private mutating func confirmDeletion() throws {
        guard let text, yesNo(text) == true, let participant = address.participant else {
            address.stage = .ready
            try tell("kept")
            return try menu()
        }
        try tell("deleted")
        try store.forget(participant: participant)
        desk.hasAttachment = true
        address.participant = nil
        address.stage = .new
        address.dialogue = nil
        // What the provider calls them is forgotten too: whoever comes back is somebody new.
        address.external = "forgotten:\(address.id)"
    }
}
