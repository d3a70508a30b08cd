/// One message of the transcript, as the web chat shows it.
package struct ChatEntry: Sendable, Equatable, Codable {
    /// Who speaks.
    package enum Author: String, Sendable, Codable {
        case bot
        case person
    }

    /// Its place in the transcript; grows, may have holes.
    package var sequence: Int
    package var author: Author
    /// As written; line breaks are kept.
    package var text: String
    /// When, in words (`10:42`, `ayer 10:42`); made by the caller, who knows clock and time zone.
    package var time: String

    package init(sequence: Int, author: Author, text: String, time: String) {
        self.sequence = sequence
        self.author = author
        self.text = text
        self.time = time
    }
}

/// One answer offered as a button.
package struct Choice: Sendable, Equatable, Codable {
    /// What comes back in the form.
    package var id: String
    /// What people read.
    package var label: String

    package init(id: String, label: String) {
        self.id = id
        self.label = label
    }
}

/// The answer to a script that asks what is new, as JSON. Its names are what `chat.js` reads.
package struct ChatUpdate: Sendable, Equatable, Codable {
    /// What came after the sequence that was asked for, oldest first.
    package var entries: [ChatEntry]
    /// The answers now on offer.
    package var choices: [Choice]
    /// The newest sequence there is.
    package var last: Int
    /// The idempotency key for the next message.
    package var token: String
    /// Whether the dialogue still takes answers.
    package var open: Bool
    /// A sentence for the person, when there is something to say beside the dialogue.
    package var notice: String?

    package init(
        entries: [ChatEntry],
        choices: [Choice],
        last: Int,
        token: String,
        open: Bool = true,
        notice: String? = nil
    ) {
        self.entries = entries
        self.choices = choices
        self.last = last
        self.token = token
        self.open = open
        self.notice = notice
    }
}
