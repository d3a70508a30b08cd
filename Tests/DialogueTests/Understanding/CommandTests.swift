import Dialogue
import Testing

@Suite struct CommandTests {
    @Test(arguments: [
        (
            Command.help,
            [
                "ayuda", "Ayuda!", "AYUDA", "help", "?", "¿?", "???", "❓", "¿Qué hago?", "que hago", "/ayuda", "/help",
                "/?", "necesito ayuda", "ayuda por favor", "Ayuda 🙏",
            ]
        ),
        (
            .back,
            [
                "atrás", "atras", "ATRÁS", "volver", "Volver.", "back", "go back", "volver atrás", "/atras", "/volver",
                "atra\u{301}s", "me equivoqué",
            ]
        ),
        (
            .repeatQuestion,
            [
                "repetir", "repite", "Repite porfa", "otra vez", "repeat", "repite la pregunta",
                "¿Me puedes repetir la pregunta?", "¿Cuál era la pregunta?", "de nuevo", "/repeat",
            ]
        ),
        (
            .skip,
            [
                "saltar", "Paso", "paso 🙈", "skip", "saltemos esta", "/saltar", "skip this question", "paso por favor",
                "ya, saltar",
            ]
        ),
        (.pause, ["pausa", "pausar", "pause", "hagamos una pausa", "Pausa, por favor", "/pausa"]),
        (
            .resume,
            [
                "seguir", "continuar", "sigamos", "ya, sigamos", "ok sigamos", "sigamos po", "resume", "continue",
                "let's continue", "/seguir",
            ]
        ),
        (.summary, ["resumen", "summary", "¿Cómo vamos?", "como vamos", "ver resumen", "/resumen", "where are we?"]),
        (
            .stop,
            [
                "salir", "terminar", "chao", "Chao!", "chao 👋", "ok chao, gracias", "stop", "STOP", "exit",
                "quiero salir", "/salir",
            ]
        ),
        (
            .keep,
            ["mantener", "déjalo así", "dejalo asi", "keep", "keep it", "dejémoslo así", "así no más", "/mantener"]
        ),
        (.menu, ["menú", "menu", "inicio", "Menú principal", "/menu", "/start", "/start@RaizBot", "volver al menú"]),
        (
            .deleteData,
            [
                "borrar mis datos", "Quiero borrar mis datos", "borren mis datos por favor", "delete my data",
                "/borrar_mis_datos", "/delete-data", "delete-data", "quiero que borren mis datos",
            ]
        ),
        (.next, ["siguiente", "next", "/siguiente", "Siguiente pregunta"]),
        (.close, ["cerrar", "close", "cerrar votación", "/cerrar"]),
        (.reopen, ["reabrir", "reopen", "abrir de nuevo", "/reabrir"]),
        (.moreTime, ["más tiempo", "mas tiempo porfa", "more time", "/mas_tiempo", "more-time", "dennos más tiempo"]),
        (.who, ["quiénes están", "¿Quiénes están?", "quien falta", "who", "who's here?", "/quienes"]),
    ])
    func recognises(command: Command, texts: [String]) {
        for text in texts {
            #expect(CommandMessage(text: text) == CommandMessage(command), "\(text)")
        }
    }

    @Test(arguments: Command.allCases)
    func recognisesItsOwnName(command: Command) {
        #expect(Command(text: command.rawValue) == command)
        #expect(Command(text: "/" + command.rawValue) == command)
    }

    @Test(arguments: [
        "", " ", "/", "//", "👍", "🙏", "!", "...", "volver a planificar juntos", "ayuda a los docentes",
        "no hay pausa entre clases",
        "seguir igual", "seguir trabajando con las familias", "terminar el año con más asistencia", "falta ayuda",
        "Ayuda mutua",
        "repetir curso", "los estudiantes repiten", "saltar la cuerda", "saltar no es obligatorio",
        "saltar, correr y jugar", "salta a la vista",
        "Pasó porque los niños no tenían agua", "paso porque no hay horas", "paso: revisar el plan", "ya pasó",
        "Ya paso.",
        "paso a paso", "pausa activa", "pausas activas en clases", "resumen de la clase",
        "hacer un resumen de la lectura",
        "salir a terreno", "salir antes", "chao pescado", "mantener el equipo", "mantener la calma", "menú del casino",
        "inicio de clases", "inicio del año", "borrar la pizarra", "mis datos", "datos", "siguiente año",
        "el siguiente ciclo",
        "cerrar brechas", "cerrar la puerta", "reabrir la biblioteca", "más tiempo para planificar",
        "Necesitamos más tiempo",
        "falta más tiempo", "5 minutos", "más minutos de recreo", "10 minutos más de recreo", "who cares",
        "quiénes son los responsables",
        "quienes están a cargo del PME", "help the teachers", "back to school", "stop bullying", "next year",
        "keep working together",
        "skip-counting in maths", "pause between classes", "no", "sí", "otra", "una vez", "otra vez lo mismo",
        "no entiendo la pregunta",
        "parar la violencia", "close the gap", "¿Qué hago si un apoderado reclama?", "¿por qué?", "a?",
        "/unirme ABC234", "/start ABC234", "/otro", "la/el docente",
    ])
    func leavesAnswersAlone(text: String) {
        #expect(Command(text: text) == nil)
    }

    @Test(arguments: [
        ("saltar porque no tenemos el dato", "no tenemos el dato"),
        ("Saltar porque No Tenemos el Dato 😅", "No Tenemos el Dato 😅"),
        ("saltar: no aplica", "no aplica"),
        ("Saltar:no aplica", "no aplica"),
        ("saltar, no aplica", "no aplica"),
        ("saltar, porque aún no llega el informe", "aún no llega el informe"),
        ("saltar pq no sabemos", "no sabemos"),
        ("saltar ya que falta el director", "falta el director"),
        ("saltar por que no esta el dato", "no esta el dato"),
        ("saltar (no aplica)", "no aplica"), ("saltar no aplica", "no aplica"),
        ("Saltar. No tenemos el dato.", "No tenemos el dato."),
        ("saltar - no aplica", "no aplica"),
        ("saltar esta pregunta porque no nos toca", "no nos toca"),
        ("Por favor saltar: sin datos", "sin datos"),
        ("skip because we don't know", "we don't know"),
        ("skip: not ours", "not ours"),
        ("/saltar no tenemos el dato", "no tenemos el dato"),
        ("/skip@RaizBot no data", "no data"),
        ("saltar porque la encuesta: 3 de 5", "la encuesta: 3 de 5"),
    ])
    func keepsTheReasonForSkipping(text: String, reason: String) {
        #expect(CommandMessage(text: text) == CommandMessage(.skip, argument: reason))
    }

    @Test(arguments: [
        ("más tiempo 5", "5"), ("mas tiempo: 5 minutos", "5"), ("más tiempo, cinco minutos porfa", "5"),
        ("más tiempo 10 min", "10"),
        ("5 minutos más", "5"), ("dennos 5 minutos más por favor", "5"), ("un minuto más", "1"),
        ("otros cinco minutos más", "5"),
        ("more time 5", "5"), ("5 more minutes", "5"), ("give us 10 more minutes please", "10"), ("/mas_tiempo 5", "5"),
        ("/mas_tiempo@RaizBot cinco", "5"), ("/más tiempo 15", "15"),
    ])
    func readsTheMinutes(text: String, minutes: String) {
        #expect(CommandMessage(text: text) == CommandMessage(.moreTime, argument: minutes))
    }

    @Test func keepsWhatFollowsASlashCommand() {
        #expect(CommandMessage(text: "/ayuda con el árbol") == CommandMessage(.help, argument: "con el árbol"))
        #expect(CommandMessage(text: "/ayuda@RaizBot") == CommandMessage(.help))
        #expect(CommandMessage(text: "/mas_tiempo mucho") == CommandMessage(.moreTime))
    }

    @Test func aLongReasonIsKeptWhole() {
        let reason = String(repeating: "no tenemos el dato ", count: 100) + "fin"
        #expect(CommandMessage(text: "saltar porque " + reason) == CommandMessage(.skip, argument: reason))
    }
}
