/// The words of a picture that are not the flow's own.
struct DiagramWords {
    let isEnglish: Bool

    init(locale: String) {
        isEnglish = locale.hasPrefix("en")
    }

    func say(_ spanish: String, _ english: String) -> String {
        isEnglish ? english : spanish
    }

    var end: String { say("Fin", "End") }
    var legend: String {
        say(
            "La línea punteada pasa de largo cuando la condición no se cumple.",
            "The dotted line goes past where the condition does not hold."
        )
    }

    /// What a step does, in one or two words.
    func label(_ kind: String) -> String {
        switch kind {
        case "say": say("dice", "says")
        case "ask": say("pregunta", "asks")
        case "gather": say("en equipo", "as a team")
        case "collect": say("lista en voz alta", "list, aloud")
        case "group": say("juntar parecidas", "merge alike")
        case "choose": say("elegir", "choose")
        case "agree": say("acuerdo", "agreement")
        case "rate": say("evaluar", "rate")
        case "wait": say("tiempo", "time")
        case "record": say("guarda", "keeps")
        case "part": say("parte", "part")
        case "repeat": say("se repite", "repeats")
        case "for-each": say("por cada una", "for each")
        case "add": say("agrega", "adds")
        case "run": say("sigue con otro flujo", "goes on with another flow")
        case "form": say("ficha", "form")
        case "recall": say("recuerda", "recalls")
        case "pick": say("por turno", "in turn")
        case "suggest": say("propone", "proposes")
        default: kind
        }
    }

    func record(_ kind: String) -> String { say("guarda: \(kind)", "keeps: \(kind)") }

    func with(_ count: Int) -> String {
        count == 1 ? say("con 1 dato", "with 1 detail") : say("con \(count) datos", "with \(count) details")
    }

    func times(_ least: Int, _ most: Int) -> String {
        switch (least, most) {
        case (1, 1): say("se hace 1 vez", "happens once")
        case (least, least): say("se repite \(least) veces", "repeats \(least) times")
        default: say("se repite de \(least) a \(most) veces", "repeats \(least) to \(most) times")
        }
    }

    func minutes(_ count: Int) -> String {
        count == 1 ? say("1 minuto", "1 minute") : say("\(count) minutos", "\(count) minutes")
    }

    func range(_ from: Int, _ to: Int) -> String { say("de \(from) a \(to)", "from \(from) to \(to)") }

    func stop(_ answer: String) -> String {
        say("Si la respuesta es «\(answer)», termina la repetición.", "If the answer is “\(answer)”, the repeat ends.")
    }

    func quote(_ text: String) -> String {
        if isEnglish { return "“\(text)”" }
        return "«" + text.replacing("«", with: "“").replacing("»", with: "”") + "»"
    }

    /// What a name of the engine stands for; `nil` for a name of the flow.
    func builtIn(_ name: String) -> String? {
        switch name {
        case "previous": say("lo anterior", "what came before")
        case "chain": say("la cadena, al revés", "the chain, backwards")
        case "people": say("personas", "people")
        case "mode": say("modo", "mode")
        case "inside": say("es parte de otro flujo", "part of another flow")
        case "elapsed": say("minutos desde el comienzo", "minutes since the start")
        case "minutes": say("minutos", "minutes")
        case "organization": say("el sostenedor", "the organization")
        case "establishment": say("el establecimiento", "the establishment")
        case "contact": say("a quién acudir", "whom to turn to")
        default: nil
        }
    }

    func mode(_ mode: String) -> String {
        switch mode {
        case "solo": say("una persona", "one person")
        case "group": say("una pantalla", "one screen")
        default: say("varios teléfonos", "several phones")
        }
    }

    func moment(_ moment: String) -> String {
        switch moment {
        case "opening": say("apertura", "opening")
        case "development": say("desarrollo", "development")
        case "closing": say("cierre", "closing")
        case "evaluation": say("evaluación", "evaluation")
        default: moment
        }
    }

    func phase(_ phase: String) -> String {
        switch phase {
        case "involvement": say("involucramiento", "involvement")
        case "diagnosis": say("diagnóstico", "diagnosis")
        case "planning": say("planificación", "planning")
        case "implementation": say("implementación", "implementation")
        case "evaluation": say("evaluación", "evaluation")
        default: phase
        }
    }
}
