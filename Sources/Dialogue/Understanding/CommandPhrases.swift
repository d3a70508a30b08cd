/// How people say each command, folded, in Spanish and English.
enum CommandPhrases {
    /// The command that exactly these words give, whatever courtesies surround them.
    static func command(_ words: [String]) -> Command? {
        guard words.count <= 12 else { return nil }
        if let command = table[words.joined(separator: " ")] {
            return command
        }
        let polite = withoutCourtesy(words)
        if polite.count < words.count, let command = table[polite.joined(separator: " ")] {
            return command
        }
        let bare = without(softeners, courtesies, around: polite)
        // "Ya pasó" tells what happened; "ya, sigamos" asks.
        guard bare != ["paso"], bare.count < polite.count else { return nil }
        return table[bare.joined(separator: " ")]
    }

    /// The words without "por favor" and its like at either end.
    static func withoutCourtesy(_ words: [String]) -> ArraySlice<String> {
        without(courtesies, around: words[...])
    }

    private static func without(_ sets: Set<String>..., around words: ArraySlice<String>) -> ArraySlice<String> {
        func isLoose(_ word: String) -> Bool { sets.contains { $0.contains(word) } }
        var words = words
        while let first = words.first, words.count > 1, isLoose(first) {
            words = words.dropFirst()
        }
        while let last = words.last, words.count > 1, isLoose(last) {
            words = words.dropLast()
        }
        return words
    }

    private static let courtesies: Set<String> = [
        "por", "favor", "porfavor", "porfa", "porfis", "plis", "please", "pls", "gracias", "thanks", "po",
    ]

    private static let softeners: Set<String> = [
        "ya", "ok", "okey", "okay", "dale", "listo", "bueno", "hola", "oye", "quiero", "me", "nos", "puedes", "puede",
        "podemos", "podrias",
        "can", "we", "you", "i", "want", "to", "hi", "hello",
    ]

    /// Who is asked to give more time, and how.
    static let giving: Set<String> = [
        "dennos", "denos", "danos", "dame", "denme", "dar", "da", "otros", "otro", "give", "us", "them", "add",
        "another",
    ]
    static let minutes: Set<String> = ["minuto", "minutos", "minutitos", "min", "mins", "minute", "minutes"]

    static let more: Set<String> = ["mas", "more"]

    /// Without one of these words nothing is skipped: of every phrase, those that are not in every other answer.
    static let skipping: Set<String> = {
        let common: Set<String> = ["la", "esta", "pregunta", "it", "this", "one", "question", "the"]
        let phrases = table.filter { $0.value == .skip }.keys.map { Set($0.split(separator: " ").map(String.init)) }
        return phrases.reduce(into: []) { $0.formUnion($1.isSubset(of: common) ? $1 : $1.subtracting(common)) }
    }()

    /// What introduces the reason for skipping.
    static let because: Set<String> = ["porque", "pq", "xq", "porq", "because", "cause", "since", "as"]
    /// What introduces it after a comma or a full stop.
    static let excuses: Set<String> = ["no", "ya", "aun", "todavia", "nos", "falta", "n/a", "not", "we", "i", "it"]

    /// What makes "saltar no …" an excuse.
    static let excusing: Set<String> = ["aplica", "corresponde", "sabemos", "se", "lo", "tenemos", "hay", "aplicable"]

    private static let table: [String: Command] = {
        var table: [String: Command] = [:]
        for (command, phrases) in phrases {
            for phrase in phrases.split(separator: ",") {
                table[folded(String(phrase))] = command
            }
            table[words(of: command.rawValue).joined(separator: " ")] = command
        }
        return table
    }()

    private static let phrases: [(Command, String)] = [
        (
            .help,
            """
            ayuda, ayudame, ayudanos, necesito ayuda, que hago, que hacemos, que puedo hacer, que podemos hacer, que tengo que hacer,
            que tenemos que hacer, como funciona, como funciona esto, comandos, help, help me, help us, what do i do, what do we do,
            what can i do, how does this work, commands
            """
        ),
        (
            .back,
            """
            atras, volver, volver atras, vuelve, vuelve atras, volvamos, volvamos atras, ir atras, regresar, anterior, la anterior,
            volver a la anterior, pregunta anterior, deshacer, me equivoque, nos equivocamos, back, go back, undo, previous
            """
        ),
        (
            .repeatQuestion,
            """
            repetir, repite, repitelo, repita, repitan, otra vez, de nuevo, repite la pregunta, repetir la pregunta,
            repetir pregunta, cual era la pregunta, cual es la pregunta, again, repeat that, repeat the question, say it again,
            say that again, what was the question
            """
        ),
        (
            .skip,
            """
            saltar, salta, saltemos, saltarla, saltala, saltemosla, la saltamos, saltar esta, saltar pregunta, saltar la pregunta,
            saltar esta pregunta, saltemos esta, saltemos esta pregunta, paso, pasar, omitir, omitir pregunta, omitir esta pregunta,
            omitir la pregunta, pass, skip it, skip this, skip this one, skip question, skip this question, skip the question
            """
        ),
        (
            .pause,
            """
            pausa, pausar, pausemos, una pausa, hagamos una pausa, hacer una pausa, poner en pausa, pausar la sesion,
            take a break, lets take a break, lets pause
            """
        ),
        (
            .resume,
            """
            seguir, sigue, sigamos, seguimos, continuar, continua, continuemos, continuamos, reanudar, retomar, retomemos,
            seguir adelante, continue, go on, carry on, lets continue, lets go on, keep going
            """
        ),
        (
            .summary,
            """
            resumen, el resumen, ver resumen, ver el resumen, un resumen, muestrame el resumen, resumir, como vamos, como voy,
            en que vamos, en que estamos, en que quedamos, donde vamos, que llevamos, the summary, show summary, recap,
            how are we doing, where are we
            """
        ),
        (
            .stop,
            """
            salir, salirme, terminar, terminemos, parar, chao, chau, adios, me voy, nos vamos, exit, quit, end, finish, bye,
            goodbye, unsubscribe
            """
        ),
        (
            .keep,
            """
            mantener, mantenlo, mantenerlo, mantengamoslo, mantenerlo asi, mantenlo asi, mantener asi, dejalo asi, dejarlo asi,
            dejemoslo asi, dejalo, dejar asi, lo dejamos asi, queda asi, que quede asi, asi esta bien, asi no mas, asi nomas,
            conservar, keep it, keep it as is, keep as is, keep ours, leave it, leave it as is, leave it like that
            """
        ),
        (
            .menu,
            """
            menu, el menu, ver menu, ver el menu, menu principal, inicio, ir al inicio, volver al inicio, volver al menu, main menu,
            home
            """
        ),
        (
            .deleteData,
            """
            borrar mis datos, borra mis datos, borren mis datos, borrar todos mis datos, borrar mi informacion, borrar datos,
            que borren mis datos, eliminar mis datos, elimina mis datos, eliminen mis datos, eliminar mi informacion,
            que eliminen mis datos, delete my data, delete all my data, erase my data, remove my data, delete my information
            """
        ),
        (
            .next,
            "siguiente, la siguiente, siguiente pregunta, avanzar, avancemos, pasemos a la siguiente, next question"
        ),
        (
            .close,
            "cerrar, cierra, cerremos, cerrar ronda, cerrar la ronda, cerrar votacion, cerrar la votacion, close it"
        ),
        (.reopen, "reabrir, reabre, reabramos, volver a abrir, abrir de nuevo, abrir otra vez, open again"),
        (
            .moreTime,
            """
            mas tiempo, un poco mas de tiempo, un poquito mas de tiempo, dar mas tiempo, danos mas tiempo, dennos mas tiempo, denos mas tiempo, tiempo extra,
            a bit more time, give us more time, extra time
            """
        ),
        (
            .who,
            """
            quienes, quienes estan, quien esta, quienes estamos, quienes faltan, quien falta, quienes se unieron, who is here,
            whos here, who is in, whos in, who is missing, whos missing
            """
        ),
    ]
}
