import Channels
import Dialogue
import Storage

/// What providers tell that nobody said: edits, reactions, comings and goings.
extension Visit {
    /// Whether the event is none of a person's words.
    func isNotice() -> Bool {
        switch event.content {
        case .text, .choice, .media, .location, .unsupported: false
        case .reaction, .edit, .deletion, .join, .leave, .status, .system: true
        }
    }

    mutating func notice() throws {
        try desk.save(address)
        switch event.content {
        case .edit(let id, let text): try edit(id, text)
        case .deletion(let id):
            guard try store.message(address: address.id, providerID: id) != nil else { return }
            try keepHeard()
        case .reaction(_, let id):
            // In a group the bot may see signs under other people's words: those are none of its business.
            guard try store.outboxItem(account: account.id, providerID: id)?.message.address == address.id else {
                return
            }
            try keepHeard()
        case .join: try join()
        // Somebody who leaves a group leaves the others in it; nobody named is the bot itself.
        case .leave(let people): if people.isEmpty { try lose("left") }
        case .system(.blocked): try lose("blocked")
        case .system(.unblocked):
            address.unreachable = nil
            try desk.save(address)
            try desk.release(address)
        case .system(.moved(let external)):
            try move(to: external)
        case .status, .system(.other), .text, .choice, .media, .location, .unsupported: return
        }
    }

    /// The bot came into a group: it says who it is. What people do with each other is none of its business.
    private mutating func join() throws {
        guard address.isGroup, address.stage == .new else { return }
        try desk.save(address)
        try welcome()
        try desk.save(address)
    }

    /// The conversation has another id. If something came from there first, before anybody had joined, it gives way.
    private mutating func move(to external: String) throws {
        guard address.external != external else { return }
        if var newcomer = try store.address(account: account.id, external: external) {
            guard newcomer.participant == nil, newcomer.dialogue == nil else { return }
            newcomer.external = "moved:\(newcomer.id)"
            try desk.save(newcomer)
        }
        try store.remember(former: address.external, of: address)
        address.external = external
        try desk.save(address)
        try store.redirect(address: address.id, to: external)
    }

    /// Nothing reaches the address until it speaks again.
    private mutating func lose(_ problem: String) throws {
        address.unreachable = problem
        try desk.save(address)
        try store.hold(address: address.id, problem: problem)
    }

    /// Other words for what was said before: they take its place where it was recorded word by word.
    private mutating func edit(_ id: String, _ text: String) throws {
        address.heardAt = moment.milliseconds
        try desk.save(address)
        guard let earlier = try store.message(address: address.id, providerID: id), earlier.text != text else {
            return
        }
        if let dialogue = try earlier.dialogue.flatMap({ try store.dialogue($0) }), dialogue.id == address.dialogue,
            let party = try store.parties(dialogue: dialogue.id).first(where: { $0.address == address.id }),
            let number = dialogue.state.numberInSummary(of: earlier.text)
        {
            let heard = Desk.Heard(text: try words, from: address)
            return try take(.said(party: party.party, .text("corregir \(number): \(text)")), in: dialogue, heard: heard)
        }
        try keepHeard()
        try tell("edited")
    }
}
