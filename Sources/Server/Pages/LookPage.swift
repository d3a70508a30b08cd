/// The dialogues of one establishment, each with its planning matrix to download.
package struct LookPage: Page {
    package static let template = "look"

    /// How far a dialogue has come.
    package enum Status: String, Sendable {
        case running, paused, finished, cancelled

        var word: PageWord {
            switch self {
            case .running: .running
            case .paused: .paused
            case .finished: .finished
            case .cancelled: .cancelled
            }
        }
    }

    /// One dialogue.
    package struct Dialogue: Sendable, Equatable {
        /// The name of its flow, as people know it.
        package var title: String
        package var status: Status
        /// When something last happened, in words.
        package var lastActivity: String
        /// Its chat, if it can still be opened.
        package var link: String?
        /// `nil` while it has nothing for a matrix.
        package var matrix: MatrixLinks?
        /// What people sent that is not words.
        package var attachments: [Attachment]

        package init(
            title: String,
            status: Status,
            lastActivity: String,
            link: String? = nil,
            matrix: MatrixLinks? = nil,
            attachments: [Attachment] = []
        ) {
            self.title = title
            self.status = status
            self.lastActivity = lastActivity
            self.link = link
            self.matrix = matrix
            self.attachments = attachments
        }
    }

    package var locale: PageLocale
    package var establishment: String
    /// In the order in which they are to be read.
    package var dialogues: [Dialogue]
    /// The matrix of the whole establishment.
    package var matrix: MatrixLinks?
    package var otherLanguage: String?

    package init(
        locale: PageLocale,
        establishment: String,
        dialogues: [Dialogue],
        matrix: MatrixLinks? = nil,
        otherLanguage: String? = nil
    ) {
        self.locale = locale
        self.establishment = establishment
        self.dialogues = dialogues
        self.matrix = matrix
        self.otherLanguage = otherLanguage
    }

    package var fields: PageFields {
        [
            "establishment": .text(establishment),
            "is-empty": .flag(dialogues.isEmpty),
            "has-dialogues": .flag(!dialogues.isEmpty),
            "dialogues": .list(dialogues.map(fields(of:))),
            "whole": .list(matrix.map { [["matrix": .list([$0.fields])]] } ?? []),
        ]
    }

    private func fields(of dialogue: Dialogue) -> PageFields {
        [
            "title": .text(dialogue.title),
            "status": .text(dialogue.status.rawValue),
            "status-word": .text(dialogue.status.word.text(in: locale)),
            "last-activity": .text(dialogue.lastActivity),
            "link": .text(dialogue.link),
            "has-matrix": .flag(dialogue.matrix != nil),
            "matrix": .list(dialogue.matrix.map { [$0.fields] } ?? []),
            "has-attachments": .flag(!dialogue.attachments.isEmpty),
            "attachments": .list(dialogue.attachments.map { $0.fields(in: locale) }),
        ]
    }
}
