extension Checks {
    /// People who are named: a role or honorific and a capitalised name, or a given name that stands as a person.
    static func namedPeople(in reading: Reading) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < reading.words.count {
            if let range = namedPerson(at: index, in: reading) {
                found.append(range)
                index = range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func namedPerson(at index: Int, in reading: Reading) -> Range<Int>? {
        if let role = titles.match(at: index, in: reading.words), let end = nameEnd(after: role.upperBound, in: reading)
        {
            return isPlace(before: index, in: reading) ? nil : index..<end
        }
        guard givenNames.contains(reading.words[index]), looksLikeName(reading.words[index], in: reading),
            standsAlone(at: index, in: reading), !isPlace(before: index, in: reading)
        else { return nil }
        return index..<(nameEnd(after: index, in: reading) ?? index + 1)
    }

    /// Where a name ends that begins at a word, `nil` if none does: "Ana", "Ana María Soto", "A. Soto".
    private static func nameEnd(after start: Int, in reading: Reading) -> Int? {
        guard start < reading.words.count, reading.words[start].before == .none else { return nil }
        let first = reading.words[start]
        let isKnown = givenNames.contains(first)
        guard isKnown ? looksLikeName(first, in: reading) : isCapitalName(first, in: reading) else { return nil }
        var end = start + 1
        while end < reading.words.count, end - start < 4, reading.words[end].before == .none,
            isCapitalName(reading.words[end], in: reading)
        {
            end += 1
        }
        return end
    }

    private static func isCapitalName(_ word: Word, in reading: Reading) -> Bool {
        reading.capitalsTell && word.isCapitalised && !word.isUpperCase && word.key.count > 2
            && !notNames.contains(word)
    }

    /// A known given name; without capitals to tell, its being known is enough.
    private static func looksLikeName(_ word: Word, in reading: Reading) -> Bool {
        word.isCapitalised || !reading.words.contains { $0.isCapitalised && $0.before == .none }
    }

    /// A bare given name: capitalised, and a subject or after "la", "el", "con", "a", "de"; a street or a saint is none.
    private static func standsAlone(at index: Int, in reading: Reading) -> Bool {
        let word = reading.words[index]
        guard word.isCapitalised, reading.capitalsTell, !word.isUpperCase else { return false }
        if word.before == .sentence {
            // At the start of a sentence everything is capitalised: a verb has to follow, or a family name.
            return (index + 1...index + 5).contains { next in
                next < reading.words.count && (reading.verbs[next] != nil || reading.key(next) == "no")
            }
        }
        return word.before >= .comma || beforeNames.contains(reading.key(index - 1))
    }

    /// "escuela Marta Aguilera", "calle Pedro Aguilera", "San José".
    private static func isPlace(before index: Int, in reading: Reading) -> Bool {
        (1...4).contains { back in
            index - back >= 0 && (0..<back).allSatisfy { reading.words[index - $0].before == .none }
                && places.contains(reading.words[index - back])
        }
    }

    private static let titles = Phrases(
        """
        senora|senor|senorita|sra|srta|don|dona|tia|tio|miss|mister|mis|profe|profesor|profesora|docente|\
        director|directora|inspector,
        inspectora|orientador|orientadora|educadora|educador|psicologa|psicologo|fonoaudiologa|fonoaudiologo|\
        asistente|apoderado|apoderada,
        alumno|alumna|estudiante|nino|nina|colega|secretaria|coordinador|coordinadora|rector|rectora|jefa|jefe|\
        companera|companero,
        tecnica|tecnico|paradocente|auxiliar|mama|papa|monitor|monitora|joven|encargada|encargado|sostenedor|\
        alcalde|alcaldesa, jefe|jefa ?de utp, inspector|inspectora general, encargado|encargada ?de convivencia,
        educadora|profesora|profesor|profe diferencial, profesor|profesora|profe jefe|jefa|pie,
        profesora|profesor|profe de ?educacion lenguaje|matematica|matematicas|historia|ingles|ciencias|musica|\
        artes|religion|tecnologia|fisica|biologia|quimica|filosofia,
        docente de ?educacion lenguaje|matematica|historia|ingles|ciencias|musica|fisica,
        asistente de aula|parvulos|educacion, tecnico|tecnica en|de parvulos|parvularia|aula
        """
    )

    private static let beforeNames = WordSet("la el con a que y porque como si cuando")

    private static let places = WordSet(
        """
        escuela liceo colegio jardin sala calle avenida av pasaje poblacion villa hospital cesfam consultorio biblioteca fundacion
        plan programa metodo premio san santa santo comuna ciudad region libro novela autor autora texto poeta universidad instituto
        plaza puerto cerro modelo editorial campamento
        """
    )

    /// Capitalised after a role, and no name.
    private static let notNames = WordSet(
        """
        basica basico media medio lenguaje matematica* historia ingles ciencias educacion fisica artes musica religion tecnologia
        convivencia general jefe jefa diferencial primer primero primera segundo segunda tercer tercero ciclo kinder prekinder
        ministerio parvularia parvulos provincial academic* tecnic* pedagogic* escolar administrativ* titular reemplazo guia tutor tutora
        biologia quimica filosofia orientacion inspector* coordinador* enero febrero marzo abril mayo junio julio agosto septiembre
        octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo chile* santiago zona whatsapp google classroom
        pie sep utp daem slep simce dia pme paes pei integracion escuela liceo colegio jardin departamento equipo nuevo nueva pero porque
        psp aula social sociales lengua comunicacion adjunto interin* subrogante regular haitian* venezolan* peruan* bolivian* colombian*
        no ni se que los las del una uno cuando para como sin con por esta hay falta faltan
        """
    )
}
