extension Checks {
    /// An answer that could be said of any school: a big word alone, one noun without a verb, or nothing of its own.
    static func vague(in reading: Reading) -> [Finding] {
        guard let first = reading.sentences.first, reading.words.contains(where: \.hasLetter)
        else { return [] }
        // Blame has a better question than "give an example", and so has a proposal.
        guard judgements(in: reading).isEmpty else { return [] }
        let start = reading.start(of: first)
        let whole = start..<reading.words.count
        if empty.match(at: start, in: reading.words)?.upperBound == whole.upperBound { return finding(whole, reading) }
        let content = whole.filter { !stopWords.contains(reading.words[$0]) && !weak.contains(reading.words[$0]) }
        let big = content.filter { bigWords.contains(reading.words[$0]) }
        let ownCount = content.count { !bigWords.contains(reading.words[$0]) && !anyone.contains(reading.words[$0]) }
        if ownCount == 0, !big.isEmpty || content.count < 2 {
            return big.isEmpty ? finding(whole, reading) : finding(big, reading)
        }
        // One word of matter and no verb: "El horario", "Planificación".
        guard content.count < 2, ownCount + big.count < 2 else { return [] }
        let tells = whole.contains { reading.verbs[$0] != nil && !being.contains(reading.words[$0]) }
        return !tells && solution(in: reading).isEmpty ? finding(whole, reading) : []
    }

    private static func finding(_ words: some Sequence<Int>, _ reading: Reading) -> [Finding] {
        [Finding(flag: .vague, words: words.map { reading.text($0..<$0 + 1) })]
    }

    private static let empty = Phrases(
        """
        no se|sabemos|sabria|idea|tengo ?idea ?decir ?la ?verdad, ni idea, nada, todo, de todo ?un ?poco,
        muchas|varias|tantas cosas, varios|muchos|multiples|distintos factores|motivos|cosas,
        lo mismo ?de ?siempre, por todo, asi es|son ?las ?cosas, es asi, siempre ha sido asi, porque|por si,
        no aplica, ninguna ?idea, es complicado|complejo|dificil|multifactorial, hay de todo, un ?poco de todo, ok,
        si, no, lo de siempre, depende, diversos|diversas factores|razones|causas|motivos
        """
    )

    /// Big words: everybody agrees, and nobody sees the same.
    private static let bigWords = WordSet(
        """
        motivacion motivaciones desmotivacion compromiso compromisos comunicacion comunicaciones tiempo tiempos cultura actitud actitudes
        recurso recursos apoyo apoyos coordinacion organizacion gestion liderazgo convivencia clima interes disposicion participacion
        respeto valores valor ganas voluntad contexto entorno sistema estres ambiente confianza empatia disciplina responsabilidad conciencia
        empoderamiento unidad union colaboracion cohesion vocacion calidad planificacion trabajo innovacion inclusion desinteres
        articulacion habitos cambio cambios resistencia burocracia realidad rutina costumbre sobrecarga cansancio agobio profesionalismo
        desorganizacion descoordinacion desmotivados desorden agotamiento relaciones
        """
    )
    /// Qualities and verbs that make a big word no smaller.
    private static let weak = WordSet(
        """
        mala malo malas malos buena buen mal poca poco pocas pocos bajo baja escasa escaso escasez mejor mayor real verdadero alcanza
        alcanzan problema problemas tema temas afecta influye importante necesario deficiente debil debiles suficiente ausencia nulo nula
        sobra existe existen parte cuestion tipo factor factores motivo motivos razon razones algo nivel niveles faltado lograr afectan
        efectiv* asertiv* fluid* oportun* adecuad* claro clara constante permanente sostenid* profesional pedagogic* verdader* mutu* optim*
        creemos pienso creo pensamos principalmente interna interno general
        """
    )
    /// Words that every school has.
    private static let anyone = WordSet(
        """
        docente docentes profe profes profesor profesores profesora profesoras equipo equipos escuela colegio liceo establecimiento jardin
        estudiante estudiantes alumno alumnos ninos ninas familia familias apoderado apoderados comunidad comunidades educativa educativo escolar
        escolares laboral institucional pedagogica pedagogico gente personas colegas directivo directivos direccion personal funcionarios todos
        unidad adultos grupo educacion aula organizacional
        """
    )
    private static let being = WordSet("es son hay falta faltan existe esta estan era")
}
