/// Every word that pages show of their own, in both languages. Templates ask for one as `{{say-…}}`.
package enum PageWord: String, Sendable, CaseIterable {
    case answer, back, bot, cancelled, closed, code, conversation, csv, empty, excel, finished, help, home, json
    case language, matrix, newest, offline, open, pause, paused, person, purpose, refresh, refused, retry, running
    case send, sending, skip, status, stop, summary, waiting
    case attach, attachments, download, file, picture, sound, toobig, transcription, untaken
    case personNumber = "person-number"
    case answerInWords = "answer-in-words"
    case answerSection = "answer-section"
    case closedHint = "closed-hint"
    case codeHint = "code-hint"
    case dialogue
    case dialogues
    case emptyHint = "empty-hint"
    case join
    case lastActivity = "last-activity"
    case matrixHint = "matrix-hint"
    case matrixOfAll = "matrix-of-all"
    case noScript = "no-script"
    case otherOptions = "other-options"
    case placeholder
    case skipToAnswer = "skip-to-answer"
    case welcome

    /// The word as people read it.
    package func text(in locale: PageLocale) -> String {
        locale == .spanish ? pair.spanish : pair.english
    }

    private var pair: (spanish: String, english: String) {
        switch self {
        case .answer: ("Su respuesta", "Your answer")
        case .answerInWords: ("O escríbanlo con sus palabras", "Or put it in your own words")
        case .answerSection: ("Responder", "Answer")
        case .attach: ("Enviar audio, imagen o PDF", "Send audio, picture or PDF")
        case .attachments: ("Audios, imágenes y archivos", "Voice notes, pictures and files")
        case .back: ("atrás", "back")
        case .bot: ("Raíz", "Raíz")
        case .cancelled: ("Dejado a medias", "Left unfinished")
        case .closed: ("Esta conversación terminó. ¡Gracias!", "This conversation has ended. Thank you!")
        case .closedHint: ("Lo que conversaron quedó guardado.", "What you talked about has been saved.")
        case .code: ("Código", "Code")
        case .codeHint: ("Da lo mismo con mayúsculas o minúsculas.", "Capital or small letters, both are fine.")
        case .conversation: ("Conversación", "Conversation")
        case .csv: ("CSV", "CSV")
        case .dialogue: ("Conversación", "Conversation")
        case .dialogues: ("Sus conversaciones", "Your conversations")
        case .download: ("Abrir o descargar", "Open or download")
        case .empty: ("Todavía no hay conversaciones", "No conversations yet")
        case .emptyHint:
            ("Cuando comiencen la primera, la van a ver aquí.", "Once you begin the first one, you will see it here.")
        case .excel: ("Excel", "Excel")
        case .file: ("Archivo", "File")
        case .finished: ("Terminada", "Finished")
        case .help: ("ayuda", "help")
        case .home: ("Volver al inicio", "Back to the start")
        case .join: ("Entrar", "Join")
        case .json: ("JSON", "JSON")
        case .language: ("English", "Español")
        case .lastActivity: ("Último movimiento", "Last activity")
        case .matrix: ("Matriz de planificación", "Planning matrix")
        case .matrixHint: ("Descargar la matriz de planificación", "Download the planning matrix")
        case .matrixOfAll: ("Matriz de todo el establecimiento", "Matrix of the whole establishment")
        case .newest: ("Hay algo nuevo ↓", "Something new ↓")
        case .noScript: ("Para ver si llegó algo nuevo:", "To see whether something new came:")
        case .offline: ("Sin conexión. Seguimos intentando.", "No connection. We keep trying.")
        case .open: ("Seguir", "Continue")
        case .otherOptions: ("También pueden pedir:", "You can also ask for:")
        case .pause: ("pausa", "pause")
        case .paused: ("En pausa", "Paused")
        case .person: ("Ustedes", "You")
        case .personNumber: ("Persona", "Person")
        case .picture: ("Imagen", "Picture")
        case .placeholder: ("Escriban aquí…", "Write here…")
        case .purpose:
            (
                "Una pregunta a la vez y a su ritmo. Al final les queda lo conversado, listo para su plan.",
                "One question at a time, at your own pace. In the end your words are ready for your plan."
            )
        case .refresh: ("Actualizar", "Refresh")
        case .refused: ("No se pudo enviar. Revísenlo y prueben otra vez.", "Not sent. Please check it and try again.")
        case .retry: ("Reintentar", "Try again")
        case .running: ("En curso", "Under way")
        case .send: ("Enviar", "Send")
        case .sending: ("Enviando…", "Sending…")
        case .skip: ("Ir al contenido", "Skip to the content")
        case .skipToAnswer: ("Ir a responder", "Skip to your answer")
        case .sound: ("Audio", "Voice note")
        case .status: ("Estado", "Status")
        case .stop: ("salir", "stop")
        case .summary: ("resumen", "summary")
        case .toobig:
            (
                "Ese archivo es muy grande: caben 16 MB. Prueben con uno más corto o más liviano.",
                "That file is too big: 16 MB fit. Try a shorter or lighter one."
            )
        case .transcription: ("Dice", "It says")
        case .untaken:
            (
                "Ese archivo no lo puedo recibir. Sirven audios, imágenes (JPEG, PNG, WebP, GIF) y PDF.",
                "I cannot take that file. Audio, pictures (JPEG, PNG, WebP, GIF) and PDF are fine."
            )
        case .waiting:
            (
                "Aún no sale. Lo enviaremos apenas vuelva la conexión.",
                "Not sent yet. It will go once you are back online."
            )
        case .welcome:
            (
                "Raíz acompaña a los equipos de escuelas, liceos, jardines y salas cuna a conversar a fondo.",
                "Raíz helps the teams of schools, kindergartens and nurseries to get to the root of things together."
            )
        }
    }
}
