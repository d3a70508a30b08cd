/// Something that happens to a dialogue.
public enum Event: Codable, Sendable, Equatable {
    /// It begins, with what its establishment recorded earlier, oldest first.
    case opened(mode: Mode, parties: [Party], given: [String: Value], earlier: [Earlier]? = nil)
    /// A party says something.
    case said(party: String, Input)
    /// Somebody comes in, perhaps late.
    case joined(Party)
    /// Somebody leaves; nobody waits for them any more.
    case left(party: String)
    /// Whoever leads takes the dialogue in hand.
    case control(by: String, Control)
    /// Time has passed.
    case tick
    /// The dialogue stands on another version of its flow from here on, in this state.
    indirect case adopted(DialogueState)
}

/// What whoever leads can do, from a chat or a console.
public enum Control: Codable, Sendable, Equatable {
    /// Begin, close what is open, go on.
    case next
    /// Unmake the last settled question.
    case back
    /// Pass over the open question, with a reason.
    case skip(String?)
    /// So many minutes more.
    case extend(Int)
    /// One more option.
    case add(String)
    /// These options are one.
    case merge([Int])
    /// This option is parked.
    case remove(Int)
    /// Words for everyone.
    case tell(String)
    /// An answer for somebody without a phone, by their number among the parties.
    case answer(for: Int, String)
    /// One more person without a phone.
    case seat
    /// Who is in, and who is done.
    case who
}

/// What a party says.
public enum Input: Codable, Sendable, Equatable {
    /// Words.
    case text(String)
    /// A pressed option, by the id that its message carried.
    case choice(String)
    /// Something that is not words, such as a sticker: its kind.
    case unsupported(String)
}

/// Something a dialogue asks of the world.
public enum Effect: Codable, Sendable, Equatable {
    /// Say this.
    case say(Message)
    /// Keep this.
    case recorded(Outcome)
    /// Rebuild the dialogue without what happened from this turn on. Only `Engine.take` sees it.
    case rewind(before: Int)
}

/// What the bot says to one party.
public struct Message: Codable, Sendable, Equatable {
    /// The party it is for.
    public var to: String
    /// The words.
    public var text: String
    /// What can be pressed, if the message asks for a choice.
    public var choices: [Choice]
    /// The prompt it was made from.
    public var prompt: String
    /// The same in fewer words, for a channel in which the others do not fit.
    public var short: String?
}

/// One thing that can be pressed.
public struct Choice: Codable, Sendable, Equatable {
    /// Opaque: `turn.option`.
    public var id: String
    /// What it says.
    public var label: String

    /// A choice.
    public init(id: String, label: String) {
        self.id = id
        self.label = label
    }
}

/// One line of a dialogue's event log. From the log alone, and its program, the dialogue can be rebuilt.
public struct LogEntry: Codable, Sendable, Equatable {
    /// The number of the event, from 1.
    public var turn: Int
    /// What happened.
    public var event: Event
    /// When.
    public var moment: Moment
    /// For a step back: the turn from which the dialogue was unmade.
    public var rewinds: Int?
}

/// What one event did.
public struct Turn: Sendable, Equatable {
    /// Where the dialogue stands now.
    public var state: DialogueState
    /// What the world is asked for, in order.
    public var effects: [Effect]
    /// The line to add to the log.
    public var entry: LogEntry

    /// What is said, in order.
    public var messages: [Message] {
        effects.compactMap { if case .say(let message) = $0 { message } else { nil } }
    }
}
