extension Checks {
    /// The least words of a problem that tells what happens.
    static let fewestWords = 6

    /// A problem names a group, and a place, a period or a number, in a whole sentence; it asks for what is not there.
    static func incomplete(in reading: Reading, context: CheckContext) -> [Finding] {
        guard context.kind == .problem, reading.scalars.contains(where: \.properties.isAlphabetic) else {
            return []
        }
        let named = reading.words.indices.filter { isCourse(at: $0, in: reading) }
        let hasWho =
            !named.isEmpty || reading.verbs.contains(.we)
            || reading.words.contains { people.contains($0) || groups.contains($0) }
        let hasWhere =
            !named.isEmpty
            || reading.words.contains { hasDigit($0, in: reading) || placesAndTimes.contains($0) }
        let variant: String
        switch (hasWho, hasWhere) {
        case (false, false): variant = "both"
        case (false, true): variant = "who"
        case (true, false): variant = "when"
        case (true, true):
            guard reading.words.count < fewestWords else { return [] }
            variant = "short"
        }
        return [Finding(flag: .incomplete, words: [reading.text(0..<reading.words.count)], variant: variant)]
    }

    /// "2° básico", "segundo básico", "kínder": a course is a group and a place at once.
    private static func isCourse(at index: Int, in reading: Reading) -> Bool {
        let word = reading.words[index]
        if courses.contains(word) { return true }
        guard hasDigit(word, in: reading), word.range.upperBound < reading.scalars.count else { return false }
        return ["°", "º"].contains(reading.scalars[word.range.upperBound])
    }

    private static func hasDigit(_ word: Word, in reading: Reading) -> Bool {
        reading.scalars[word.range].contains { ("0"..."9").contains($0) }
    }

    private static let courses = WordSet(
        """
        basico basica kinder prekinder cuna parvularia nt1 nt2 transicion ciclo ciclos kindergarten year grade nursery
        """
    )

    /// Groups beside the people whom blame may name.
    private static let groups = WordSet(
        """
        nosotros nosotras nuestro nuestra nuestros nuestras quienes nadie alguien comunidad comunidades parvulo*
        lactante* bebe bebes hijo* hija* hermano* vecin* participante* integrante* hombre* mujer mujeres varon* migrante*
        extranjer* lectores delegad* grupo grupos generacion persona personas matricula asistentes equipos sostenedor
        we us our student* pupil* child* kid kids teacher* parent* family families carer* staff team teams class classes head heads
        leader* assistant* educator* group groups people everyone nobody boys girls mother* father* guardian*
        """
    )

    /// Places of a school, subjects, times, and words for how many.
    private static let placesAndTimes = WordSet(
        """
        sala salas aula aulas patio patios recreo recreos comedor* biblioteca cra bano banos gimnasio cancha entrada salida
        porton pasillo* laboratorio* taller talleres casa casas hogar* camino bus furgon oficina* reunion reuniones consejo
        consejos clase clases bloque bloques acto actos jornada prueba pruebas entrevista* plataforma*
        lectura escritura matematica* lenguaje historia ciencias ingles musica artes religion tecnologia educacion fisica
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre lunes martes
        miercoles jueves viernes sabado domingo semana semanas semanal* mes meses mensual* ano anos anual* trimestre*
        semestre* dia dias diari* hora horas minuto* manana mananas tarde tardes noche hoy ayer ahora antes despues desde
        durante cada siempre invierno verano otono primavera pandemia vacaciones inicio fin final ultimo ultima ultimos ultimas
        veces vez frecuent* periodo
        dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta sesenta setenta
        ochenta noventa cien ciento doscient* mitad tercio tercera cuarta cuarto tercer quinto mayoria minoria doble docena*
        room rooms classroom* yard playground break breaks lunch library corridor* gym hall toilet* home bus gate office
        meeting* lesson* reading writing maths mathematics science english history music january february march april june
        july august september october november december monday* tuesday* wednesday* thursday* friday* week* month* term terms
        semester* day days hour* morning* afternoon* today yesterday since during every always half third quarter two three
        four five six seven eight nine ten twelve twenty thirty hundred most percent last
        """
    )
}
