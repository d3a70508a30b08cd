import Dialogue
import TestSupport
import Testing

@Suite struct RewordingTests {
    @Test(arguments: [
        ("Bajos resultados en lectura en segundo básico", "Resultados adecuados en lectura en segundo básico"),
        ("Baja asistencia a las reuniones de apoderados", "Asistencia alta a las reuniones de apoderados"),
        ("Bajo nivel de logro en matemática.", "Nivel adecuado de logro en matemática"),
        ("Hay baja participación de las familias", "Participación alta de las familias"),
        ("Muy bajas expectativas sobre lo que logran los cursos", "Expectativas altas sobre lo que logran los cursos"),
        ("Débil articulación entre los ciclos", "Articulación fortalecida entre los ciclos"),
        ("Débiles prácticas de lectura", "Prácticas fortalecidas de lectura"),
        ("Débil clima de sala", "Clima fortalecido de sala"),
        ("Escasa comunicación con las familias", "Comunicación suficiente con las familias"),
        ("Pocos libros en la sala cuna", "Libros suficientes en la sala cuna"),
        ("Comunicación escasa entre niveles", "Comunicación suficiente entre niveles"),
        ("Alta inasistencia los viernes", "Inasistencia reducida los viernes"),
        ("Altos índices de repitencia en primero medio", "Índices reducidos de repitencia en primero medio"),
        ("Muchos conflictos en los recreos", "Conflictos reducidos en los recreos"),
        ("Demasiadas interrupciones durante las clases", "Interrupciones reducidas durante las clases"),
        ("Trabajo desarticulado entre ciclos", "Trabajo articulado entre ciclos"),
        ("Planificaciones muy desactualizadas", "Planificaciones actualizadas"),
        ("Desarticulación entre el PIE y el aula", "Articulación entre el PIE y el aula"),
        ("Mala convivencia en los recreos", "Buena convivencia en los recreos"),
        ("Mal clima en la sala de profesores", "Buen clima en la sala de profesores"),
        ("La comunicación entre ciclos es escasa", "La comunicación entre ciclos es suficiente"),
        ("Los resultados en lectura son muy bajos", "Los resultados en lectura son adecuados"),
        ("El trabajo de los ciclos está desarticulado", "El trabajo de los ciclos está articulado"),
        ("No se usa la biblioteca", "Se usa sistemáticamente la biblioteca"),
        ("La biblioteca no se usa", "La biblioteca se usa sistemáticamente"),
        (
            "Los resultados del DIA no se analizan en equipo",
            "Los resultados del DIA se analizan sistemáticamente en equipo"
        ),
        ("No compartimos las pautas de evaluación", "Compartimos sistemáticamente las pautas de evaluación"),
        ("Falta de un protocolo de convivencia", "Protocolo de convivencia disponible y en uso"),
        ("Faltan materiales en la sala de música", "Materiales disponibles y en uso en la sala de música"),
        ("No hay pautas comunes de evaluación", "Pautas comunes de evaluación disponibles y en uso"),
        ("Falta de tiempo para planificar", "Tiempo suficiente para planificar"),
        ("No contamos con horas para coordinarnos", "Horas suficientes para coordinarnos"),
        ("Falta de coordinación entre ciclos", "Coordinación permanente entre ciclos"),
    ])
    func aProblemIsTurnedAroundInSpanish(_ problem: String, _ objective: String) {
        #expect(Rewording.objective(from: problem, locale: "es-CL") == objective)
    }

    @Test(arguments: [
        "El horario asigna las horas no lectivas en bloques distintos", "Cada docente planifica solo",
        "Alta motivación del equipo", "Pocas familias asisten a las reuniones", "Los estudiantes faltan a clases",
        "Falta de compromiso de los apoderados", "Los profesores no se comprometen",
        "No se sabe quién entrega la lista",
        "Falta capacitar a los docentes", "No hay horario común y además rota el personal", "Rota el personal",
        "No hay tiempo. Nadie planifica", "Hay que hacer un taller", "x", "", "Bajo",
        "No se usa la biblioteca porque está con llave", "Los niños bajan tarde del bus",
        "Baja asistencia, pero sube en marzo",
    ])
    func nothingIsProposedWhereNoPatternFits(_ words: String) {
        #expect(Rewording.objective(from: words, locale: "es-CL") == nil)
    }

    @Test(arguments: [
        ("Low attendance at the family meetings", "High attendance at the family meetings"),
        ("Low results in reading in year two", "Adequate results in reading in year two"),
        ("Weak links between the levels", "Strong links between the levels"),
        ("Communication between levels is scarce", "Communication between levels is sufficient"),
        ("High absenteeism on Fridays", "Reduced absenteeism on Fridays"),
        ("The library is not used", "The library is used regularly"),
        ("Lack of a shared reading plan in year two", "Shared reading plan available and in use in year two"),
        ("There is no time to plan together", "Enough time to plan together"),
        ("Poor behaviour at break", "Good behaviour at break"),
    ])
    func aProblemIsTurnedAroundInEnglish(_ problem: String, _ objective: String) {
        #expect(Rewording.objective(from: problem, locale: "en") == objective)
    }

    @Test(arguments: [
        "Teachers plan alone", "High motivation", "Lack of commitment", "No one reads the notes", "We do not meet",
        "Low attendance because it rains",
    ])
    func nothingIsProposedInEnglishWhereNoPatternFits(_ words: String) {
        #expect(Rewording.objective(from: words, locale: "en") == nil)
    }

    @Test func aSuggestionIsAnAnswerOnlyWhereThereIsOne() throws {
        let steps = """
            - ask: cause
            - suggest: means
              from: cause
            - ask: taken
              when: answered(means)
            - ask: own
              when: not answered(means)
            """
        for (cause, prompt) in [("Baja asistencia a reuniones", "Sobre taken"), ("Rota el personal", "Sobre own")] {
            var rehearsal = Rehearsal(try TeamPlay.program(steps))
            _ = rehearsal.take(
                .opened(mode: .solo, parties: [Party(id: "1", locale: "es-CL")], given: [:]),
                at: TestSupport.moment
            )
            let said = rehearsal.take(.said(party: "1", .text(cause)), at: TestSupport.moment)
            #expect(said.map(\.text) == [prompt])
        }
    }
}
