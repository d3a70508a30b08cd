import Dialogue

/// The words of the guide that are not the flows' own.
struct GuideWords {
    /// The moments of a session, in their order.
    static let moments: [String?] = ["opening", "development", "closing", "evaluation"]
    /// The phases of a cycle, in their order.
    static let phases = ["involvement", "diagnosis", "planning", "implementation", "evaluation"]

    private let words: DiagramWords

    init(locale: String) {
        words = DiagramWords(locale: locale)
    }

    private func say(_ spanish: String, _ english: String) -> String { words.say(spanish, english) }

    func minutes(_ count: Int) -> String { words.minutes(count) }

    var head: [String] {
        let intro = say(
            """
            Estas son las conversaciones que Raíz sabe conducir. Elijan por el momento de la sesión en que están, o por lo que \
            el equipo necesita. En todas sirven «ayuda», «atrás» y «pausa», y cada equipo puede seguir otro día.
            """,
            """
            These are the conversations that Raíz can lead. Choose by the moment of the session you are in, or by what the \
            team needs. "Help", "back" and "pause" work in all of them, and a team can go on another day.
            """
        )
        let more = say(
            """
            Para probar una sin guardar nada, `raiz chat` y su nombre: `raiz chat five-whys`. Para cambiarla, o escribir una \
            propia, está [Escribir flujos](writing-flows.es.md).
            """,
            """
            To try one without keeping anything, `raiz chat` and its name: `raiz chat five-whys`. To change it, or to write \
            one of your own, read [Writing flows](writing-flows.md).
            """
        )
        return [
            say(
                "<!-- Lo escribe «raiz flows --guide docs» a partir de los flujos, sus textos y sus conversaciones. -->",
                "<!-- Written by `raiz flows --guide docs` from the flows, their words and their conversations. -->"
            ),
            say("# Los flujos, uno por uno", "# The flows, one by one"), "",
            say("*[This page in English](flows.md)*", "*[Esta página en español](flows.es.md)*"), "",
            intro, "", more, "", say("## Cuál elegir", "## Which one to choose"), "",
        ]
    }

    func heading(_ moment: String?) -> String {
        switch moment {
        case "opening": say("Para abrir", "To open")
        case "development": say("Para el desarrollo", "For the development")
        case "closing": say("Para cerrar", "To close")
        case "evaluation": say("Para evaluar", "To evaluate")
        default: say("La sesión entera", "The whole session")
        }
    }

    func when(_ moment: String?, _ phase: String?) -> String {
        let moment =
            switch moment {
            case "opening": say("en la apertura de la sesión", "in the opening of the session")
            case "development": say("en el desarrollo de la sesión", "in the development of the session")
            case "closing": say("en el cierre de la sesión", "in the closing of the session")
            case "evaluation": say("en la evaluación de la sesión", "in the evaluation of the session")
            default: say("de principio a fin de la sesión", "from the beginning of the session to its end")
            }
        let time = phase.map { say("sobre todo en la fase de ", "above all in the phase of ") + words.phase($0) }
        return item(
            "Cuándo",
            "When",
            "\(moment); \(time ?? say("en cualquier fase del año", "in any phase of the year"))"
        )
    }

    func duration(_ count: Int) -> String {
        item("Cuánto dura", "How long", say("unos \(minutes(count))", "about \(minutes(count))"))
    }

    func ways(_ modes: [Mode]) -> String { item("Cómo", "How", list(modes.map(way), say("o", "or"))) }

    func inside(_ flows: [String]) -> String {
        item(
            "Dónde está",
            "Where it is",
            say("dentro de ", "inside ") + list(flows, say("y", "and"))
                + say(
                    "; el menú no lo muestra, y se puede pedir por su nombre",
                    "; the menu does not show it, and it can be asked for by name"
                )
        )
    }

    /// - Parameter more: whether the flow uses others, which keep what is theirs.
    func leaves(_ outcomes: [String], more: Bool) -> String {
        let rest = more ? [say("lo que guarda cada flujo que usa", "what each flow it uses keeps")] : []
        let own = outcomes.isEmpty ? [] : [outcomes.joined(separator: ", ")]
        return item("Qué queda guardado", "What is kept", (own + rest).joined(separator: say("; y ", "; and ")))
    }

    func goesOn(_ flows: [String]) -> String {
        item("Otros flujos que usa", "Other flows it uses", flows.joined(separator: ", "))
    }

    func drawing(_ path: String) -> String {
        item(
            "Su dibujo",
            "Its picture",
            "[\(say("todos los pasos, para proyectar o imprimir", "every step, to project or print"))](\(path))"
        )
    }

    func beginning(_ mode: Mode) -> String {
        say("Así parte una conversación, ", "How a conversation begins, ") + way(mode)
    }

    func name(_ who: String, _ mode: Mode = .team) -> String {
        switch who {
        case "bot": "Raíz"
        case GoldenConversation.team: mode == .solo ? say("Ustedes", "You") : say("Equipo", "Team")
        default: who.prefix(1).uppercased() + who.dropFirst()
        }
    }

    /// What happens between two lines: time passes, somebody comes or goes. `nil` where somebody speaks.
    func event(_ who: String, _ text: String) -> String? {
        switch who {
        case "time":
            let count = text.split(separator: " ").first.flatMap { Int($0) } ?? 0
            let days = count / 1440
            guard days > 0 else { return say("Pasan \(minutes(count)).", "\(minutes(count)) go by.") }
            return days == 1 ? say("Pasa un día.", "A day goes by.") : say("Pasan \(days) días.", "\(days) days go by.")
        case "join": return say("Entra \(name(text)).", "\(name(text)) comes in.")
        case "leave": return say("Sale \(name(text)).", "\(name(text)) leaves.")
        default: return nil
        }
    }

    private func way(_ mode: Mode) -> String {
        switch mode {
        case .solo: say("a solas", "alone")
        case .group: say("en grupo frente a una pantalla", "as a group in front of one screen")
        case .team: say("en equipo, cada quien en su teléfono", "as a team, each on their own phone")
        }
    }

    private func list(_ items: [String], _ joint: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let comma = items.count > 2 || last.contains(",") ? "," : ""
        return items.dropLast().joined(separator: ", ") + "\(comma) \(joint) " + last
    }

    private func item(_ spanish: String, _ english: String, _ text: String) -> String {
        "- **\(say(spanish, english)):** \(text)"
    }
}
