import Server

/// Pages with something in every place.
enum Sample {
    static let links = MatrixLinks(xlsx: "/m/7.xlsx?a=1&b=2", csv: "/m/7.csv", json: "/m/7.json")

    static func chat(
        locale: PageLocale = .spanish,
        text: String = "¿Por qué «leen poco en clases»?",
        choices: [Choice] = [Choice(id: "yes", label: "Sí"), Choice(id: "no", label: "No")],
        isOpen: Bool = true
    ) -> ChatPage {
        ChatPage(
            locale: locale,
            establishment: "Escuela Rural Los Aromos",
            code: "K7M4QP",
            entries: [
                ChatEntry(sequence: 1, author: .bot, text: "¡Hola, equipo!\nVamos de a poco.", time: "10:02"),
                ChatEntry(sequence: 3, author: .person, text: "Leen poco <en> clases & \"casa\"", time: "10:06"),
                ChatEntry(sequence: 4, author: .bot, text: text, time: "10:06"),
            ],
            choices: choices,
            token: "0197-token",
            notice: "Esa respuesta quedó vacía.",
            isOpen: isOpen,
            matrix: links,
            otherLanguage: "/chat/K7M4QP?lang=en",
            fileLimit: 1_000
        )
    }

    static func look(locale: PageLocale = .spanish, isEmpty: Bool = false) -> LookPage {
        let dialogues: [LookPage.Dialogue] = [
            .init(
                title: "Los cinco porqués",
                status: .running,
                lastActivity: "hoy",
                link: "/chat/K7M4QP",
                matrix: links,
                attachments: [
                    .init(link: "/a/1", shows: .sound, sender: 3, role: "Docente", transcription: "Llegan <tarde>"),
                    .init(link: "/a/2", shows: .picture), .init(link: "/a/3", shows: .file, sender: 2),
                ]
            ),
            .init(title: "Árbol de problemas", status: .finished, lastActivity: "12 de mayo", matrix: links),
            .init(title: "Reflexión", status: .paused, lastActivity: "3 de mayo", link: "/chat/AB"),
            .init(title: "Cierre", status: .cancelled, lastActivity: "28 de abril"),
        ]
        return LookPage(
            locale: locale,
            establishment: "Escuela Rural Los Aromos",
            dialogues: isEmpty ? [] : dialogues,
            matrix: isEmpty ? nil : links
        )
    }

    /// Every page, in every variation that shows other parts of its template.
    static func pages(_ locale: PageLocale) -> [any Page] {
        [
            chat(locale: locale), chat(locale: locale, choices: []), chat(locale: locale, isOpen: false),
            ChatPage(locale: locale, establishment: "", code: "", entries: [], token: ""),
            look(locale: locale), look(locale: locale, isEmpty: true),
            HomePage(locale: locale), HomePage(locale: locale, code: "K7", notice: "No", otherLanguage: "/?lang=en"),
            ErrorPage(locale: locale, status: 404, title: "No está", sentence: "No lo vimos.", advice: "Vuelvan."),
        ]
    }
}
