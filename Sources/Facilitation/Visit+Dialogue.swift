import Channels
import Dialogue
import Scripts
import Storage

extension Visit {
    /// What was done, as the engine understands it.
    private var input: Input {
        switch event.content {
        case .text(let text): .text(text)
        case .choice(let id, _): .choice(id)
        case .media(let media): .unsupported(media.kind.rawValue)
        case .location: .unsupported(Media.Kind.location.rawValue)
        case .unsupported(let name): .unsupported(name)
        case .reaction, .edit, .deletion, .join, .leave, .status, .system: .unsupported("other")
        }
    }

    /// What is said goes to the dialogue that the address is in.
    mutating func converse(in id: String) throws {
        guard let dialogue = try store.dialogue(id),
            let party = try store.parties(dialogue: id).first(where: { $0.address == address.id })
        else {
            address.dialogue = nil
            return try welcome()
        }
        if try isBackAfterLong(dialogue) { return }
        let program = try programs.program(dialogue.version, store)
        keepsNoFile = dialogue.state.promisesNoAuthor(to: party.party, in: program)
        let heard = Desk.Heard(text: try words, from: address, providerID: event.messageID)
        try take(.said(party: party.party, input), in: dialogue, heard: heard)
        try tellLead(of: party.party, in: dialogue)
        try transcribe(from: party.party, in: dialogue)
    }

    mutating func take(_ event: Event, in dialogue: DialogueRecord, heard: Desk.Heard? = nil) throws {
        try desk.save(address)
        try desk.take(event, in: dialogue, heard: heard)
        if let now = try desk.address(address.id) { address = now }
    }

    /// Starts a flow with the team behind this address: alone, or around one screen.
    mutating func start(_ version: Library.Version) throws {
        guard let participant = try participant() else { return }
        let speaksForTeam = event.conversation.kind == .group || participant.role == Visit.wholeTeam
        let wanted: Mode = speaksForTeam ? .group : .solo
        let mode = version.program.modes.contains(wanted) ? wanted : version.program.modes.first ?? .solo
        try open(version, mode: mode, participant: participant, facilitates: false)
    }

    /// Opens a team's dialogue: whoever opens it leads it, and the others come in with its code.
    mutating func openTeam(_ version: Library.Version, facilitates: Bool) throws {
        guard let participant = try participant() else { return }
        try open(version, mode: .team, participant: participant, facilitates: facilitates)
        guard let code = try address.dialogue.flatMap({ try store.dialogue($0)?.joinCode }) else { return }
        try say(programs.words("lobby/team-code", in: address.locale, ["code": code]))
        let pages = desk.reception.publicURL.map { "\($0)/chat/\(code)" }
        for link in [account.joinLink(code), pages].compactMap(\.self) {
            try say(programs.words("lobby/team-link", in: address.locale, ["link": link]))
        }
    }

    private mutating func open(
        _ version: Library.Version,
        mode: Mode,
        participant: Participant,
        facilitates: Bool
    ) throws {
        let program = version.program
        let dialogue = DialogueRecord(
            id: desk.identifier(),
            establishment: participant.establishment,
            flow: program.flow,
            version: version.hash,
            state: DialogueState(),
            joinCode: mode == .team ? try freshCode() : nil,
            startedAt: moment.milliseconds,
            updatedAt: moment.milliseconds
        )
        try store.save(program, version: version.hash, at: moment.milliseconds)
        try store.save(dialogue)
        let party = Party(
            id: "1",
            locale: address.locale,
            role: participant.role,
            facilitates: facilitates ? true : nil
        )
        try store.save(DialogueParty(party: party.id, address: address.id), dialogue: dialogue.id)
        address.dialogue = dialogue.id
        let earlier = try desk.earlier(for: program, establishment: participant.establishment)
        let given = try desk.place(of: participant.establishment).given
        try take(.opened(mode: mode, parties: [party], given: given, earlier: earlier), in: dialogue)
    }

    /// A code that nobody has: it holds a digit, so that it is never taken for a word.
    private func freshCode() throws -> String {
        let letters = Array(joinCodeAlphabet)
        let digits = letters.filter(\.isNumber)
        func pick(_ from: [Character]) -> Character {
            from[Int(desk.reception.surroundings.random() % UInt64(from.count))]
        }
        while true {
            let code = String((0..<5).map { _ in pick(letters) } + [pick(digits)])
            if try store.establishment(joinCode: code) == nil, try store.dialogue(joinCode: code) == nil { return code }
        }
    }

    /// Comes into a team's dialogue.
    mutating func comeIn(_ dialogue: DialogueRecord) throws {
        guard !dialogue.state.isOver else {
            try say(programs.words("lobby/team-over", in: address.locale))
            return try menu()
        }
        let known = try store.parties(dialogue: dialogue.id).first { $0.address == address.id }
        guard known != nil || dialogue.state.parties.count < Limits.parties else {
            try say(programs.words("lobby/team-full", in: address.locale))
            return try menu()
        }
        let next = (dialogue.state.parties.compactMap { Int($0.id) }.max() ?? 0) + 1
        let party = Party(
            id: known?.party ?? String(next),
            locale: address.locale,
            role: try participant()?.role
        )
        try store.save(DialogueParty(party: party.id, address: address.id), dialogue: dialogue.id)
        address.dialogue = dialogue.id
        try take(.joined(party), in: dialogue)
    }

    /// Takes up a dialogue that was left.
    mutating func takeUp(_ dialogue: DialogueRecord, with command: String) throws {
        guard let party = try store.parties(dialogue: dialogue.id).first(where: { $0.address == address.id }) else {
            return
        }
        address.dialogue = dialogue.id
        try take(.said(party: party.party, .text(command)), in: dialogue)
    }
}
