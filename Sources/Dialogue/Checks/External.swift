extension Checks {
    /// A cause that lies wholly outside: the one who acts, or what the sentence names, is nobody in the school.
    /// A decision of the team that mentions the ministry or the families is the team's.
    static func external(in reading: Reading) -> [Finding] {
        // What is blamed on the will of families is asked about there.
        guard judgements(in: reading).isEmpty else { return [] }
        var found: [Range<Int>] = []
        for sentence in reading.sentences {
            let range = reading.start(of: sentence)..<sentence.upperBound
            if let agent = agent(in: range, of: reading), !reading.isDenied(at: agent.lowerBound) {
                found.append(agent)
            }
        }
        return found.isEmpty ? [] : [Finding(flag: .external, words: found.map { reading.text($0) })]
    }

    private static func agent(in range: Range<Int>, of reading: Reading) -> Range<Int>? {
        for index in range {
            if let outside = outsideOrigin.match(at: index, in: reading.words) { return outside }
        }
        let verbs = reading.mainVerbs(in: range)
        let verb = verbs.first ?? range.upperBound
        if let person = verb < range.upperBound ? reading.verbs[verb] : nil, person == .we || person == .me {
            return nil
        }
        // "Las familias se citan", "la ley se estudió": they are spoken of, they do not act.
        if verb > range.lowerBound, verb < range.upperBound, reading.key(verb - 1) == "se",
            !ownDoing.contains(reading.words[verb])
        {
            return nil
        }
        if let subject = subject(in: range.lowerBound..<verb, of: reading) {
            return isReceiver(after: verb, in: range, of: reading) && !powers.contains(reading.words[subject])
                ? nil : subject..<subject + 1
        }
        // "No llega el presupuesto", "Falta apoyo del sostenedor", "No hay apoyo de las familias".
        guard verb < range.upperBound else { return verbless(range, of: reading) }
        return inverted(after: verb, in: range, of: reading)
    }

    /// The head of what stands before the verb, if it lies outside.
    private static func subject(in range: Range<Int>, of reading: Reading) -> Int? {
        for index in range {
            let word = reading.words[index]
            if index > range.lowerBound, word.before >= .comma { return nil }
            if powers.contains(word) || settings.contains(word) || homes.contains(word) {
                return isLegalUnit(index, reading) ? nil : index
            }
            guard determiners.contains(word) || openers.contains(word) || prepositionsOfCause.contains(word) else {
                return nil
            }
        }
        return nil
    }

    /// "Los celulares y las redes sociales": a label may join several heads.
    private static func verbless(_ range: Range<Int>, of reading: Reading) -> Range<Int>? {
        let joints = range.filter { reading.key($0) == "y" || reading.words[$0].before == .comma }
        return joints.lazy.compactMap { joint -> Int? in
            let from = reading.key(joint) == "y" ? joint + 1 : joint
            return from < range.upperBound ? subject(in: from..<range.upperBound, of: reading) : nil
        }.first.map { $0..<$0 + 1 }
    }

    /// "la sala del PIE municipal" is no agent; "ley SEP" is, unless a document of the school carries its name.
    private static func isLegalUnit(_ index: Int, _ reading: Reading) -> Bool {
        ownDocuments.contains(reading.key(index - 1))
    }

    /// "Las familias no reciben el calendario": what they get depends on us.
    private static func isReceiver(after verb: Int, in range: Range<Int>, of reading: Reading) -> Bool {
        verb < range.upperBound
            && reading.words[verb..<min(range.upperBound, verb + 2)].contains { receiving.contains($0) }
    }

    private static func inverted(after verb: Int, in range: Range<Int>, of reading: Reading) -> Range<Int>? {
        var index = verb + 1
        while index < min(range.upperBound, verb + 5),
            determiners.contains(reading.words[index])
                || passedOver.contains(reading.words[index])
        {
            index += 1
        }
        guard index < range.upperBound, index > verb else { return nil }
        let word = reading.words[index]
        let isFar = powers.contains(word) || word.key == "presupuesto" || settings.contains(word)
        return isFar && comingVerbs.contains(reading.words[verb]) ? index..<index + 1 : nil
    }

    /// Institutions that decide over the school.
    static let powers = WordSet(
        """
        ministerio mineduc ley leyes sostenedor sostenedora sostenedores daem dem slep dep corporacion municipalidad municipio muni gobierno estado
        superintendencia supereduc agencia seremi deprov contraloria decreto decretos normativa junji integra alcalde alcaldesa
        parlamento junaeb licitacion consultorio cesfam hospital sename tribunal* opd
        """
    )
    /// What surrounds the school.
    static let settings = WordSet(
        """
        pandemia covid pobreza vulnerabilidad barrio barrios narco narcos narcotrafico droga drogas delincuencia sociedad
        estallido terremoto invierno lluvia lluvias frio locomocion transporte migracion cesantia desempleo
        presupuesto subvencion television tiktok redes pais economia inflacion ruralidad aislamiento distancia vecindario
        """
    )
    private static let homes = WordSet("familia familias hogar hogares casa casas")
    private static let openers = WordSet(
        """
        alta alto gran mucha extrema nueva nuevas propio propia misma falta ausencia escaso escasa poco poca bajo baja menor recorte
        problemas aumento crisis efecto efectos culpa situacion realidad condicion condiciones nivel condicion cultura violencia
        politica politicas norma normas plazos plazo indicaciones instrucciones lineamientos reforma reformas peticiones solicitudes paro
        exigencias exigencia burocracia decisiones decision cambios cambio apoyo lejania actual horario horarios recorrido recorridos
        """
    )
    private static let prepositionsOfCause = WordSet("por con de del la debido a desde en tras")
    private static let passedOver = WordSet("tarde nunca mas bien")
    private static let ownDocuments = WordSet("taller reunion plan")
    private static let receiving = WordSet(
        "llen* firm* complet* respond* esper* recib* enter* sabe saben conoce conocen entiende entienden"
    )
    private static let ownDoing = WordSet(
        "cambi* va van fue fueron demor* tard* nieg* nego muev* muda* separ* desentiend* atras* olvid* preocup* dedic* ausent* qued*"
    )
    private static let comingVerbs = WordSet(
        "llega llegan llego alcanza falta faltan hay depende dependen cambia cambian cambio existe rige exige manda decide baja afecta influye"
    )

    /// Outside, wherever it stands.
    private static let outsideOrigin = Phrases(
        """
        ?no depende|dependen ?mucho ?todo ?solo de|del ?la ?lo ?los ?las ?que sostenedor*|ministerio|mineduc|\
        daem|slep|municip*|corporacion|familia*|presupuesto|gobierno|seremi|muni|ley,
        viene|vienen|provienen ~1 de ?los ?las hogar*|familia*|contexto*|barrio*|poblaci*|casa,
        vive|viven en|entre ?un ?una ?la ?el ?su ?sus ?barrio* ?situacion ?de pobreza|vulnerab*|barrio*|\
        poblaci*|campamento*|toma|hacinamiento|sector*,
        por|desde|despues|durante|tras ?de la|el ?de ?la pandemia|covid|estallido|ley|ministerio,
        contexto|entorno|situacion|nivel ?de social|familiar|vulnerab*|socioeconomic*|economic*|pobreza,
        en|de la|el|nuestra|nuestro|su|este|esta|los poblacion|barrio|villa|sector|comuna|calle|campamento|\
        barrios hay|existe|no|se|venden|pasa, no esta|estan en la|su|sus casa|casas,
        padres|papas|apoderados|mamas|mama|papa|familias ?no ?se trabaja|trabajan|trabajen|viaja|viajan|estan|\
        esta ?en ?todo ?el ?el temporer*|cesant*|dia|fruta|packing|turno*|campo|mina|lejos|fuera|hasta|de|\
        separad*|pres*, separacion de los padres,
        contexto|entorno ?es|del ?muy ?tan ?barrio|escuela vulnerable*|dificil|complejo|adverso|violento,
        sol* en la|su|sus casa|casas|hogar, capital cultural, en ?la|el ?su casa|hogar no|nadie,
        apoyo|ayuda|respaldo de|del|en ?el ?la ?los ?las familia*|sostenedor*|ministerio|hogar|casa|daem|slep|\
        muni*,
        culpa de|del ?la ?el ministerio|mineduc|gobierno|sostenedor|pandemia|sistema|ley|familia*|sociedad|estado
        """
    )
}
