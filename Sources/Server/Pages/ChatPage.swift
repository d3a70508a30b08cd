/// The web chat of a team: its history, the newest question in large, and one box to answer.
///
/// Works without a script. The form is posted to `/chat/CODE` with `token` and one of `text` (written), `choice`
/// (the id of a button) or `command` (a word such as `ayuda`, to be taken as if it had been written).
package struct ChatPage: Page {
    package static let template = "chat"

    package var locale: PageLocale
    package var establishment: String
    /// The join code, as people type it.
    package var code: String
    /// The transcript, oldest first.
    package var entries: [ChatEntry]
    /// The answers offered to the newest question; empty when it only wants words.
    package var choices: [Choice]
    /// The idempotency key of the form: posting it twice counts once.
    package var token: String
    /// What the empty box says; `nil` for the usual words.
    package var placeholder: String?
    /// A sentence beside the dialogue, such as why an answer was not taken.
    package var notice: String?
    /// Whether the dialogue still takes answers. If not, the form gives way to a farewell.
    package var isOpen: Bool
    /// Where the planning matrix can be downloaded.
    package var matrix: MatrixLinks?
    /// The longest answer, in UTF-16 units, which is how browsers count.
    package var textLimit: Int
    package var otherLanguage: String?
    /// The largest file that is taken, in bytes; `nil` where none is.
    package var fileLimit: Int?

    package init(
        locale: PageLocale,
        establishment: String,
        code: String,
        entries: [ChatEntry],
        choices: [Choice] = [],
        token: String,
        placeholder: String? = nil,
        notice: String? = nil,
        isOpen: Bool = true,
        matrix: MatrixLinks? = nil,
        textLimit: Int = 4_000,
        otherLanguage: String? = nil,
        fileLimit: Int? = nil
    ) {
        self.locale = locale
        self.establishment = establishment
        self.code = code
        self.entries = entries
        self.choices = choices
        self.token = token
        self.placeholder = placeholder
        self.notice = notice
        self.isOpen = isOpen
        self.matrix = matrix
        self.textLimit = textLimit
        self.otherLanguage = otherLanguage
        self.fileLimit = fileLimit
    }

    /// The newest sequence shown, 0 for an empty transcript.
    package var lastSequence: Int { entries.last?.sequence ?? 0 }

    /// Where a browser goes after posting: this chat, at its newest message.
    package static func location(code: String, sequence: Int) -> String {
        "/chat/\(code.asPathSegment)#m-\(sequence)"
    }

    /// What a script that has seen everything up to `sequence` still misses.
    package func update(after sequence: Int) -> ChatUpdate {
        ChatUpdate(
            entries: entries.filter { $0.sequence > sequence },
            choices: choices,
            last: lastSequence,
            token: token,
            open: isOpen,
            notice: notice
        )
    }

    package var fields: PageFields {
        [
            "establishment": .text(establishment),
            "code": .text(code),
            "path": .text("/chat/\(code.asPathSegment)"),
            "last": .text("\(lastSequence)"),
            "token": .text(token),
            "entries": .list(entries.map(fields(of:))),
            "open": .flag(isOpen),
            "has-choices": .flag(isOpen && !choices.isEmpty),
            "scale": .flag(choices.count > 3 && choices.allSatisfy { $0.label.utf16.count <= 2 }),
            "choices": .list(choices.map { ["id": .text($0.id), "label": .text($0.label)] }),
            "commands": .list(commands.map { ["word": .text($0.text(in: locale))] }),
            "placeholder": .text(placeholder ?? PageWord.placeholder.text(in: locale)),
            "limit": .text("\(textLimit)"),
            "file-limit": .text(fileLimit.map { "\($0)" }),
            "notice": .text(notice),
            "matrix": .list(matrix.map { [$0.fields] } ?? []),
        ]
    }

    private var commands: [PageWord] { [.help, .back, .summary, .pause, .stop] }

    private func fields(of entry: ChatEntry) -> PageFields {
        let isNow = isOpen && entry.author == .bot && entry.sequence == lastSequence
        return [
            "sequence": .text("\(entry.sequence)"),
            "author": .text(entry.author.rawValue),
            "who": .text((entry.author == .bot ? PageWord.bot : .person).text(in: locale)),
            "time": .text(entry.time),
            "text": .text(entry.text),
            "now": .flag(isNow),
            "long": .flag(isNow && entry.text.utf16.count > 280),
        ]
    }
}
