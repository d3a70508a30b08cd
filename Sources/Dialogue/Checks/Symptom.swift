extension Checks {
    /// A result stated where its cause was asked for, from the second why on. What is done with results is practice.
    static func symptom(in reading: Reading, context: CheckContext) -> [Finding] {
        guard context.level >= 2, context.kind == .why || context.kind == .cause else { return [] }
        var found: [Range<Int>] = results.matches(in: reading.words)
        var index = 0
        while index < reading.words.count {
            if let range = statedResult(at: index, in: reading), !found.contains(where: { $0.overlaps(range) }) {
                found.append(range)
                index = range.upperBound
            } else {
                index += 1
            }
        }
        let said = found.filter { !reading.isDenied(at: $0.lowerBound) }.sorted { $0.lowerBound < $1.lowerBound }
        return said.isEmpty ? [] : [Finding(flag: .symptom, words: said.map { reading.text($0) })]
    }

    private static func statedResult(at index: Int, in reading: Reading) -> Range<Int>? {
        let word = reading.words[index]
        let isBad = badResults.contains(word)
        guard isBad || isResult(word, in: reading) else { return nil }
        let clause = reading.clause(around: index)
        guard !reading.words[clause].contains(where: { practice.contains($0) }),
            !hangsOnPractice(at: index, in: reading)
        else { return nil }
        if let other = nearest(
            in: max(clause.lowerBound, index - 4)..<min(clause.upperBound, index + 9),
            to: index,
            reading
        ) {
            return min(index, other)..<max(index, other) + 1
        }
        return isBad ? index..<index + 1 : nil
    }

    private static func isResult(_ word: Word, in reading: Reading) -> Bool {
        // "DIA" is the national test; "día" is a day.
        if word.key == "dia" { return word.isUpperCase && reading.capitalsTell }
        return resultWords.contains(word)
    }

    private static func nearest(in range: Range<Int>, to index: Int, _ reading: Reading) -> Int? {
        range.filter { $0 != index && badNews.contains(reading.words[$0]) }.min { abs($0 - index) < abs($1 - index) }
    }

    /// "el protocolo de inasistencia": the result names a thing. "altos niveles de inasistencia" still states it.
    private static func hangsOnPractice(at index: Int, in reading: Reading) -> Bool {
        var at = index - 1
        while at >= 0, determiners.contains(reading.words[at]), !contractions.contains(reading.words[at]) { at -= 1 }
        guard at >= 0, reading.words[at + 1].before == .none,
            governing.contains(reading.words[at])
        else { return false }
        return !measures.contains(reading.key(at - 1))
            && !(ofWhich.contains(reading.words[at]) && resultWords.contains(reading.key(at - 1)))
    }

    private static let governing = WordSet("de del para sobre a al")
    private static let resultWords = WordSet(
        "resultado resultados rendimiento simce paes nota notas promedio promedios puntaje puntajes clima asistencia logro logros aprobacion desempeno"
    )
    private static let badResults = WordSet(
        "inasistencia inasistencias ausentismo repitencia desercion reprobacion repitentes reprobados"
    )
    private static let badNews = WordSet(
        """
        bajo baja bajos bajas bajaron bajo bajamos bajan baje bajando malo mala malos malas mal peor peores deficiente* insuficiente*
        pobre pobres debil debiles descend* desciend* cayo cayeron caen caido aument* alto alta altos altas mucha mucho muchas muchos
        crecio crece subio sube critic* estanca* rojo rojas rojos preocupante* elevad* cronica grave tenso hostil toxico negativo
        disminu* empeor* cayendo bajando empeorando descendiendo deterior* hostiles tensa inferior* bajisim* pesim* irregular poca poco escaso
        """
    )
    private static let measures = WordSet(
        """
        nivel niveles indice indices tasa tasas porcentaje porcentajes aumento alza problema problemas exceso cantidad casos baja
        caida disminucion alto alta mucho mucha deterioro promedio % cifras numero situacion resultado resultados puntaje puntajes
        """
    )
    private static let practice = WordSet(
        """
        revis* analiz* registr* aplic* entrega entregan entregamos entregaron llega llegan llegaron usa usan usamos mira miramos miran
        compar* inform* public* calcul* convers* comunic* monitor* prepar* entren* socializ* compart* discut* corrig* avis* justific*
        planific* conoce conocen conocemos lee leen leemos sabe pide piden guard* subimos suben sistema plataforma planilla protocolo
        ponen pone ponemos ingres* digit* retroaliment* estudia estudiamos difund* explic* devuelv* considera* trabajamos depende* explica
        publica publican archiv* sirve sirven
        """
    )

    /// Results said in whole phrases.
    private static let results = Phrases(
        """
        nos|les|le fue|va|iba ~1 mal|pesimo|peor, salimos|salieron ?muy ?tan mal|bajos,
        tienen|sacan|sacaron|tenemos ?puros rojos|malas, muchos|puros|demasiados rojos,
        bajamos|bajaron|bajo ~2 puntos, no subimos|suben|sube ~3 simce|dia|paes|puntaje*|resultado*,
        quedan|quedaron|quedo repitiendo, faltan|falta mucho|seguido|demasiado|harto ?a,
        bajo|bajos|bajisimo nivel|niveles|logro|logros|desempeno, nivel|niveles ~2 bajo|bajos|insuficiente|inicial,
        no aprenden|aprende, no logran|logra|alcanzan ~2 aprendizaje*|objetivo*|nivel*|estandar*
        """
    )
}
