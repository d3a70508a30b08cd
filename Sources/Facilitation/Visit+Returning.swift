import Channels
import Dialogue
import Storage

/// What happens between one thing said and the next: buttons of long ago, and people who come back after days.
extension Visit {
    /// How long a dialogue waits before what comes next may not be meant for it: half a day.
    static let longSilence: Int64 = 12 * 60 * 60 * 1000

    /// A button says under which message it stood. One of another conversation is an old button, whatever it was.
    mutating func resolvePressed() {
        guard case .choice(let id, let label) = event.content, let token = ChoiceToken(id) else { return }
        event.content = .choice(id: "old", label: label)
        guard let message = try? store.message(token.message), message.address == address.id,
            message.choices.indices.contains(token.index)
        else { return }
        let choice = message.choices[token.index]
        event.content = .choice(id: message.dialogue == address.dialogue ? choice.id : "old", label: choice.label)
    }

    /// Words of somebody who comes back after long may be an answer or a greeting: they are asked, and nothing is lost.
    mutating func isBackAfterLong(_ dialogue: DialogueRecord) throws -> Bool {
        guard moment.milliseconds - dialogue.updatedAt > Self.longSilence, dialogue.state.mode != .team,
            case .text(let text) = event.content, CommandMessage(text: text) == nil
        else { return false }
        try keepHeard()
        address.stage = .returning
        address.dialogue = nil
        address.pending = dialogue.id + "\n" + text
        let title = try programs.program(dialogue.version, store).title(in: locale)
        let labels = programs.phrase("lobby/returning", in: locale)?.options ?? [:]
        try say(
            programs.words("lobby/returning", in: locale, ["title": title, "text": String(text.prefix(80))]),
            choices: Self.waysBack.map { Choice(id: "back.\($0)", label: labels[$0] ?? $0) }
        )
        return true
    }

    private static let waysBack = ["answer", "resume", "menu"]

    /// Hears what to do with the words of somebody who came back.
    mutating func chooseHowToReturn(_ command: Command?) throws {
        let parts = (address.pending ?? "").split(separator: "\n", maxSplits: 1).map(String.init)
        guard parts.count == 2, let dialogue = try store.dialogue(parts[0]), !dialogue.state.isOver,
            let party = try store.parties(dialogue: dialogue.id).first(where: { $0.address == address.id })
        else {
            settleReturn()
            return try menu()
        }
        switch wayBack(command) {
        case "answer"?:
            settleReturn()
            address.dialogue = dialogue.id
            try take(.said(party: party.party, .text(parts[1])), in: dialogue)
        case "resume"?:
            settleReturn()
            try takeUp(dialogue, with: "repetir")
        case "menu"?:
            settleReturn()
            try menu()
        default:
            let labels = programs.phrase("lobby/returning", in: locale)?.options ?? [:]
            try say(
                programs.words("lobby/returning-again", in: locale),
                choices: Self.waysBack.map { Choice(id: "back.\($0)", label: labels[$0] ?? $0) }
            )
        }
    }

    private mutating func settleReturn() {
        address.stage = .ready
        address.pending = nil
    }

    private func wayBack(_ command: Command?) -> String? {
        if command == .resume { return "resume" }
        if command != nil { return "menu" }
        if case .choice(let id, _) = event.content { return Self.waysBack.first { "back.\($0)" == id } }
        let labels = programs.phrase("lobby/returning", in: locale)?.options ?? [:]
        guard let text, case .match(let index) = Dialogue.choose(text, among: Self.waysBack.map { labels[$0] ?? $0 })
        else { return nil }
        return Self.waysBack[index]
    }
}
