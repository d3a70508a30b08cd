extension Checks {
    /// RUT, e-mail and telephone anywhere; health where it is that of one person.
    static func personalData(in reading: Reading) -> [Finding] {
        let spans = PersonalData.spans(in: reading.scalars)
        var findings: [Finding] = []
        for kind in PersonalData.Kind.allCases {
            let words = spans.filter { $0.kind == kind }.map { span in
                var text = String.UnicodeScalarView()
                text.append(contentsOf: reading.scalars[span.range])
                return String(text)
            }
            if !words.isEmpty { findings.append(Finding(flag: .personalData, words: words, variant: kind.rawValue)) }
        }
        let health = healthOfOne(in: reading)
        if !health.isEmpty {
            findings.append(Finding(flag: .personalData, words: health.map { reading.text($0) }, variant: "health"))
        }
        return findings
    }

    private static func healthOfOne(in reading: Reading) -> [Range<Int>] {
        let conditions = conditions.matches(in: reading.words).filter { range in
            (1...2).allSatisfy { back in
                notHealth.match(at: range.lowerBound - back, in: reading.words).map {
                    $0.upperBound <= range.lowerBound
                } ?? true
            } && notHealth.match(at: range.lowerBound, in: reading.words) == nil
        }
        guard !conditions.isEmpty else { return [] }
        let names = namedPeople(in: reading)
        return conditions.filter { condition in
            let sentence = reading.sentences.last { $0.lowerBound <= condition.lowerBound } ?? 0..<reading.words.count
            if names.contains(where: { $0.overlaps(sentence) }) { return true }
            if reading.verbs[max(sentence.lowerBound, condition.lowerBound - 4)..<condition.lowerBound].contains(.me) {
                return true
            }
            let reach =
                max(
                    sentence.lowerBound,
                    condition.lowerBound - 12
                )..<min(sentence.upperBound, condition.upperBound + 10)
            return reach.contains { isOnePerson(at: $0, near: condition, in: sentence, of: reading) }
        }
    }

    /// One identifiable person: "la jefa de UTP", "una alumna de 5° B", "un docente está con licencia"; not "los alumnos",
    /// not "cuando un docente…", nor a word that only hangs on another ("el curso del profesor").
    private static func isOnePerson(
        at index: Int,
        near condition: Range<Int>,
        in sentence: Range<Int>,
        of reading: Reading
    ) -> Bool {
        guard onePerson.contains(reading.words[index]), index > sentence.lowerBound else { return false }
        // Another clause's person has nothing to do with it, unless a pause of an aside stands between.
        let between = min(index, condition.lowerBound)..<max(index, condition.upperBound)
        if reading.words[between].dropFirst().contains(where: { $0.before >= .semicolon }) { return false }
        let article = reading.key(index - 1)
        let hasCourse = (index + 1..<min(sentence.upperBound, index + 5)).contains {
            courses.contains(reading.words[$0])
        }
        let isHypothetical = reading.words[sentence.lowerBound..<index].contains {
            ["cuando", "si", "cada", "ningun", "ninguna"].contains($0.key)
        }
        if hasCourse, ["el", "la", "un", "una", "del", "al", "nuestro", "nuestra"].contains(article) { return true }
        if isHypothetical { return false }
        switch article {
        case "el", "la", "del", "al", "nuestra", "nuestro", "mi", "su", "esa", "ese":
            return !isGeneral(after: index, until: condition.lowerBound, in: reading)
        case "un", "una", "otra", "otro":
            let states = reading.words[min(index + 1, condition.lowerBound)..<condition.lowerBound]
            return states.contains { having.contains($0) }
        default:
            return false
        }
    }

    /// "el docente que toma licencia": any docente.
    private static func isGeneral(after index: Int, until end: Int, in reading: Reading) -> Bool {
        index + 1 < end && reading.key(index + 1) == "que" && index + 3 >= end
    }

    private static let conditions = Phrases(
        """
        licencia|licencias medica|medicas|psiquiatrica|psiquiatricas|maternal,
        con|de|pidio|tomo|presento|tiene|tuvo|toma licencia|prenatal|postnatal,
        diagnostico|diagnosticos de|psiquiatrico|medico|neurologico, diagnosticad*, diagnosticaron,
        con|tiene|sin|un|su|tenia diagnostico, depresion, depresiv*, tea, tdah, autismo, autista, asperger,
        embaraz*, cancer, epilep*, esquizofren*, bipolar*, crisis de panico|angustia|ansiedad, ansiedad,
        trastorno*, ideacion suicida, intento de suicidio|quitarse, suicid*, autolesi*, se cort* los brazos, vih,
        sindrome de|down, fibromialgia, enfermo|enferma, enfermedad, tratamiento psiquiatric*|psicologic*|medico,
        hospitalizad*, operacion|operada|operado, discapacidad, medicad*, toma medicamento*|pastillas,
        consume|consumia droga*|alcohol|marihuana, alcoholi*, drogadict*, adicto|adicta,
        tel|til|deficit atencional, se embarazo|enfermo, diabet*, salud mental, psiquiatr*, tumor, aborto, covid
        """
    )
    private static let notHealth = Phrases(
        """
        diagnostico|diagnosticos institucional*|integral*|participativ*|pedagogic*|de aprendizaje*|inicial|\
        lectura|matematica|entrada|pme|la|lenguaje|contexto|escuela,
        diagnostico de aprendizaje*|lectura|la|las|inicial|contexto|necesidades|convivencia|matematica,
        diagnostico del ?pme|curso|plan, evaluacion de|diagnostica,
        un|su|con|sin|el diagnostico institucional|integral|participativo|pedagogico|inicial|del|compartido|\
        comun|de, taller|protocolo|plan|prevencion|programa|charla|ley|jornada|dia de|del|sobre|contra ?la ?el,
        operacion renta|del|de, personal diagnostic*, con licencia de|para conducir|enlaces|office|software
        """
    )
    private static let onePerson = WordSet(
        """
        profe profesor profesora docente maestra maestro apoderado apoderada padre papa mama madre estudiante alumno alumna nino nina chico chica
        joven director directora jefe jefa asistente paradocente colega inspector inspectora educadora educador tecnico tecnica tia tio psicologo
        psicologa orientador orientadora coordinador coordinadora encargado encargada auxiliar manipuladora fonoaudiologa fonoaudiologo
        terapeuta secretaria companera companero hija hijo hermano hermana senora senor cabro cabra chiquillo chiquilla abuela abuelo bibliotecaria
        """
    )
    private static let courses = WordSet(
        "1 2 3 4 5 6 7 8 1a 1b 2a 2b 3a 3b 4a 4b 5a 5b 6a 6b 7a 7b 8a 8b basico kinder prekinder primero segundo tercero cuarto quinto sexto septimo octavo primer tercer medio nt1 nt2"
    )
    private static let having = WordSet(
        "esta tiene tuvo fue quedo presenta padece sufre estuvo anda sigue recibio tenia estaba presento"
    )
}
