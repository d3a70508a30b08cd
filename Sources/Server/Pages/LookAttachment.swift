extension LookPage {
    /// A picture, a voice note or a file under its dialogue.
    package struct Attachment: Sendable, Equatable {
        /// How the page shows it.
        package enum Shows: Sendable {
            case sound, picture, file

            var word: PageWord {
                switch self {
                case .sound: .sound
                case .picture: .picture
                case .file: .file
                }
            }
        }

        package var link: String
        package var shows: Shows
        /// The number of who sent it, as whoever leads sees it; `nil` for whoever looks.
        package var sender: Int?
        package var role: String?
        /// What it says, as somebody wrote it down.
        package var transcription: String?

        package init(link: String, shows: Shows, sender: Int? = nil, role: String? = nil, transcription: String? = nil)
        {
            self.link = link
            self.shows = shows
            self.sender = sender
            self.role = role
            self.transcription = transcription
        }

        func fields(in locale: PageLocale) -> PageFields {
            let who = sender.map { number in
                let person = "\(PageWord.personNumber.text(in: locale)) \(number)"
                return role.map { "\(person), \($0)" } ?? person
            }
            let name = "\(shows.word.text(in: locale)): \(who ?? PageWord.person.text(in: locale))"
            return [
                "src": .text(link), "name": .text(name), "sound": .flag(shows == .sound),
                "picture": .flag(shows == .picture), "file": .flag(shows == .file),
                "transcription": .text(transcription),
            ]
        }
    }
}
