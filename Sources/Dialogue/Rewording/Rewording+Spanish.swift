extension Rewording {
    static func spanish(_ tokens: [String], _ text: String) -> [String]? {
        let reading = Checks.Reading(text)
        // Whoever blames people is asked about it by a check, and not helped to turn the blame into an aim.
        guard reading.sentences.count == 1, Checks.judgements(in: reading).isEmpty,
            !tokens.contains(where: { hinges.contains(plain($0)) })
        else { return nil }
        return lacking(tokens) ?? unused(tokens) ?? described(tokens) ?? qualified(tokens)
    }

    /// Words after which a second thought comes.
    private static let hinges: Set<String> = ["pero", "porque", "sino", "aunque", "ni", "nunca", "ademas", "cuando"]

    private static func tells(_ tokens: some Collection<String>) -> Bool {
        let reading = Checks.Reading(tokens.joined(separator: " "))
        return !reading.mainVerbs(in: reading.words.indices).isEmpty
    }

    // MARK: What is missing

    private static let lacks: [[String]] = [
        ["falta", "de"], ["faltan"], ["falta"], ["ausencia", "de"], ["carencia", "de"], ["escasez", "de"],
        ["inexistencia", "de"], ["no", "hay"], ["no", "existe"], ["no", "existen"], ["no", "contamos", "con"],
        ["no", "se", "cuenta", "con"], ["no", "tenemos"], ["carecemos", "de"], ["nos", "falta"], ["nos", "faltan"],
        ["no", "disponemos", "de"], ["sin"], ["la", "falta", "de"], ["hay", "falta", "de"],
    ]

    /// "Falta de un protocolo de convivencia" → "Protocolo de convivencia disponible y en uso".
    private static func lacking(_ tokens: [String]) -> [String]? {
        let words = tokens.map(plain)
        guard let lead = lacks.filter({ words.starts(with: $0) }).max(by: { $0.count < $1.count }) else { return nil }
        let rest = tokens.dropFirst(lead.count).drop { determiners.contains(plain($0)) }
        guard let noun = rest.first, !tells(rest), !plain(noun).hasSuffix("r"), !attitudes.contains(plain(noun)) else {
            return nil
        }
        let isMany = isPlural(noun)
        var place = rest.index(after: rest.startIndex)
        let state: [String]
        if measured.contains(plain(noun)) {
            state = [isMany ? "suficientes" : "suficiente"]
        } else if lasting.contains(plain(noun)) {
            state = [isMany ? "permanentes" : "permanente"]
        } else {
            // After the whole name of the thing: "protocolo de convivencia", and before where or for whom it is.
            place = rest.firstIndex { links.contains(plain($0)) } ?? rest.endIndex
            state = [isMany ? "disponibles" : "disponible", "y", "en", "uso"]
        }
        return [continued(noun)] + rest[rest.index(after: rest.startIndex)..<place] + state + rest[place...]
    }

    private static let determiners: Set<String> = [
        "un", "una", "unos", "unas", "el", "la", "los", "las", "mas", "suficiente", "suficientes", "algun", "alguna",
        "ningun", "ninguna",
    ]
    private static let links: Set<String> = [
        "en", "para", "entre", "con", "a", "al", "desde", "durante", "por", "que", "donde", "sobre", "hacia", "dentro",
    ]
    /// Of these one has enough or not.
    private static let measured: Set<String> = [
        "tiempo", "tiempos", "hora", "horas", "espacio", "espacios", "apoyo", "apoyos", "personal", "claridad",
        "informacion", "presupuesto", "conocimiento", "conocimientos", "reuniones", "instancias", "salas",
        "profesionales", "asistentes", "docentes", "profesores", "reemplazos",
    ]
    /// These go on or they do not.
    private static let lasting: Set<String> = [
        "comunicacion", "coordinacion", "articulacion", "colaboracion", "participacion", "planificacion", "reflexion",
        "retroalimentacion", "seguimiento", "monitoreo", "acompanamiento", "capacitacion", "formacion", "dialogo",
        "trabajo", "asistencia",
    ]
    /// What people feel is no thing that can be put to use.
    private static let attitudes: Set<String> = [
        "compromiso", "interes", "voluntad", "ganas", "motivacion", "respeto", "responsabilidad", "empatia",
        "disposicion", "vocacion", "disciplina", "confianza",
    ]

    // MARK: What is not done

    /// "No se usa la biblioteca" → "Se usa sistemáticamente la biblioteca"; also "no usamos".
    private static func unused(_ tokens: [String]) -> [String]? {
        let words = tokens.map(plain)
        guard words.count(where: { $0 == "no" }) == 1, let no = words.firstIndex(of: "no"), no + 1 < words.count else {
            return nil
        }
        let verb = words[no + 1] == "se" ? no + 2 : no + 1
        let known = verb == no + 2 ? practices : ourPractices
        guard verb < words.count, known.contains(words[verb]) else { return nil }
        let (before, after) = (tokens[..<no], tokens[(verb + 1)...])
        guard !tells(before), !tells(after) else { return nil }
        let said = tokens[(no + 1)...verb].map { $0.lowercased() }
        return before + said + ["sistemáticamente"] + after
    }

    private static let practices: Set<String> = [
        "usa", "usan", "utiliza", "utilizan", "aplica", "aplican", "revisa", "revisan", "analiza", "analizan",
        "planifica", "planifican", "evalua", "evaluan", "registra", "registran", "comparte", "comparten",
        "retroalimenta", "retroalimentan", "lee", "leen", "observa", "observan", "monitorea", "monitorean",
        "coordina", "coordinan", "realiza", "realizan", "hace", "hacen", "cumple", "cumplen", "comunica", "comunican",
        "sistematiza", "sistematizan", "considera", "consideran", "difunde", "difunden",
    ]
    private static let ourPractices: Set<String> = [
        "usamos", "utilizamos", "aplicamos", "revisamos", "analizamos", "planificamos", "evaluamos", "registramos",
        "compartimos", "retroalimentamos", "leemos", "observamos", "monitoreamos", "coordinamos", "sistematizamos",
    ]
}
