import Channels
import Dialogue
import Scripts
import Storage

extension Visit {
    private var input: Input {
        switch event.content {
        case .text(let text): .text(text)
        case .choice(let id, _): .choice(id)
        case .media(let media): .unsupported(media.kind.rawValue)
        case .unsupported(let name): .unsupported(name)
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
        try take(.said(party: party.party, input), in: dialogue)
    }

    /// Starts a flow with the team behind this address.
    mutating func start(_ version: Library.Version) throws {
        guard let participant = try participant() else { return }
        let program = version.program
        let speaksForTeam = event.conversation.kind == .group || participant.role == Visit.wholeTeam
        let wanted: Mode = speaksForTeam ? .group : .solo
        let mode = program.modes.contains(wanted) ? wanted : program.modes.first ?? .solo
        let dialogue = DialogueRecord(
            id: identifier(),
            establishment: participant.establishment,
            flow: program.flow,
            version: version.hash,
            state: DialogueState(),
            startedAt: moment.milliseconds,
            updatedAt: moment.milliseconds
        )
        try store.save(program, version: version.hash, at: moment.milliseconds)
        try store.save(dialogue)
        let party = Party(id: "1", locale: address.locale, role: participant.role)
        try store.save(DialogueParty(party: party.id, address: address.id), dialogue: dialogue.id)
        address.dialogue = dialogue.id
        try take(.opened(mode: mode, parties: [party], given: [:]), in: dialogue)
    }

    /// Takes up a dialogue that was left.
    mutating func takeUp(_ dialogue: DialogueRecord, with command: String) throws {
        guard let party = try store.parties(dialogue: dialogue.id).first(where: { $0.address == address.id }) else {
            return
        }
        address.dialogue = dialogue.id
        try take(.said(party: party.party, .text(command)), in: dialogue)
    }

    /// One turn of the engine, and everything it leaves behind.
    private mutating func take(_ event: Event, in dialogue: DialogueRecord) throws {
        let program = try programs.program(dialogue.version, store)
        let turn = try Engine.take(event, program: program, state: dialogue.state, at: moment) {
            try store.log(dialogue: dialogue.id)
        }
        var dialogue = dialogue
        dialogue.state = turn.state
        dialogue.updatedAt = moment.milliseconds
        try store.append(turn.entry, dialogue: dialogue.id)
        try store.save(dialogue)
        try store.replace(outcomes: turn.state.outcomes, dialogue: dialogue.id)
        let parties = try store.parties(dialogue: dialogue.id)
        for message in turn.messages {
            guard let party = parties.first(where: { $0.party == message.to }),
                let recipient = try recipient(party.address)
            else { continue }
            try say(message.text, choices: message.choices, to: recipient, dialogue: dialogue.id)
        }
        guard turn.state.isOver else { return }
        for party in parties {
            if party.address == address.id {
                address.dialogue = nil
            } else if var other = try recipient(party.address), other.dialogue == dialogue.id {
                other.dialogue = nil
                try store.save(other)
            }
        }
    }
}
