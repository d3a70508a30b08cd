import Dialogue
import Scripts
import TestSupport
import Testing

/// Whether a problem says who and where or since when, and whether an objective is one.
@Suite struct ProblemAndObjectiveTests {
    private func variant(_ text: String, _ flag: AnswerFlag, _ kind: CheckContext.Kind, problem: String? = nil)
        -> String?
    {
        let found = findings(in: text, checks: [flag], context: CheckContext(kind: kind, problem: problem))
        for words in found.flatMap(\.words) { #expect(!words.isEmpty && text.contains(words)) }
        return found.first.map { $0.variant ?? "" }
    }

    @Test(arguments: [
        ("La mitad de las tareas llega incompleta", "who"),
        ("Desde marzo las pruebas se corrigen con pautas distintas", "who"),
        ("Las reuniones terminan sin acuerdos escritos", "who"),
        ("Los estudiantes no terminan las tareas que se les dan", "when"),
        ("Las familias no conocen el reglamento interno", "when"),
        ("Los docentes planifican solos", "when"),
        ("No nos coordinamos para planificar en conjunto", "when"),
        ("Hay mucha desorganización y falta comunicación", "both"),
        ("Mala convivencia", "both"), ("El ausentismo", "both"), ("Bajos resultados", "both"),
        ("Inasistencia en segundo básico", "short"), ("5° básico llega tarde", "short"),
        ("Many tasks are handed in half done", "who"), ("Students do not finish what they begin", "when"),
        ("Low results", "both"), ("Absence in year two", "short"),
    ])
    func whatAProblemLeavesOutIsAskedFor(_ text: String, _ expected: String) {
        #expect(variant(text, .incomplete, .problem) == expected)
    }

    @Test(arguments: [
        "La mitad de los estudiantes de 2° básico llega sin la tarea",
        "Doce estudiantes de quinto faltan los viernes desde abril",
        "En los recreos los niños de primer ciclo se pelean por la cancha",
        "Bajos resultados en lectura en segundo básico desde 2024",
        "Pocas familias llegan a la reunión de los martes",
        "No detectamos a tiempo a quienes no avanzan en lectura",
        "Las educadoras de sala cuna registran distinto los avances cada semana",
        "Uno de cada tres apoderados no firma la agenda",
        "Los docentes nuevos reciben el horario una semana después de llegar",
        "Desde la pandemia los niños de kínder llegan con poco lenguaje",
        "El equipo PIE y los docentes no se reúnen en todo el mes",
        "En el comedor los cursos chicos esperan veinte minutos",
        "Few families come to the meeting on Tuesdays since March",
        "Half of the pupils in year two arrive without the homework",
        "In maths our students leave the last question blank",
    ])
    func aProblemThatSaysItAllIsNotFlagged(_ text: String) {
        #expect(variant(text, .incomplete, .problem) == nil)
    }

    @Test(arguments: [CheckContext.Kind.why, .cause, .effect, .objective, .other])
    func onlyAProblemHasToBeComplete(_ kind: CheckContext.Kind) {
        #expect(variant("Mala convivencia", .incomplete, kind) == nil)
        #expect(kind == .objective || variant("Capacitar a los docentes", .notObjective, kind) == nil)
    }

    @Test(arguments: [
        ("Capacitar a los docentes en evaluación", "activity"), ("Comprar libros para la biblioteca", "activity"),
        ("Queremos implementar un plan lector", "activity"), ("Realizar talleres con las familias", "activity"),
        ("Nuestro objetivo es hacer más reuniones", "activity"), ("Talleres para apoderados", "activity"),
        ("Un taller de lectura", "activity"), ("Crear un protocolo de convivencia", "activity"),
        ("Fortalecer la lectura y capacitar a las educadoras", "activity"), ("Elaborar una pauta común", "activity"),
        ("No tener más peleas en el recreo", "negative"), ("Que no falten los viernes", "negative"),
        ("Evitar que los niños lleguen tarde", "negative"), ("Sin conflictos en la sala", "negative"),
        ("Queremos que nadie llegue atrasado", "negative"), ("Dejar de planificar solos", "negative"),
        ("Mejorar los bajos resultados en lectura", "same"), ("Mejorar los resultados de lectura", "same"),
        ("Mejorar la convivencia", "same"), ("Mejorar", "same"),
        ("Train the teachers in assessment", "activity"), ("To buy books", "activity"),
        ("We want to run workshops for families", "activity"), ("No more fights at break", "negative"),
        ("Avoid lateness", "negative"), ("Improve attendance", "same"),
    ])
    func whatIsNoObjectiveIsAskedAgain(_ text: String, _ expected: String) {
        #expect(
            variant(text, .notObjective, .objective, problem: "Bajos resultados en lectura en segundo básico")
                == expected
        )
    }

    @Test(arguments: [
        "Resultados adecuados en lectura en segundo básico", "Las familias leen con sus hijos tres veces por semana",
        "Lograr que todos los cursos planifiquen con la misma pauta", "Fortalecer la articulación entre ciclos",
        "Que los estudiantes de 2° básico lean de corrido en noviembre", "Los docentes planifican juntos cada semana",
        "Aumentar la asistencia a reuniones de 30 a 60 apoderados", "Crear un clima de confianza en las reuniones",
        "Mejorar la comprensión lectora de 2° básico mediante la lectura diaria en voz alta",
        "Fortalecer la lectura mediante talleres y capacitar", "Desarrollar hábitos de lectura en primer ciclo",
        "Queremos que las tareas lleguen completas", "Protocolo de convivencia disponible y en uso",
        "Reducir los atrasos a la mitad al terminar el año", "El equipo se coordina sin depender de una sola persona",
        "Se usa sistemáticamente la biblioteca", "Buena convivencia en los recreos", "La lectura se evalúa cada mes",
        "Families read with their children three times a week", "High attendance at the family meetings",
        "To build trust between levels", "Every class plans with the same guide", "Improve reading in year two by May",
    ])
    func anObjectiveIsNotFlagged(_ text: String) {
        #expect(
            variant(text, .notObjective, .objective, problem: "Bajos resultados en lectura en segundo básico") == nil
        )
    }

    private static let steps = "- ask: problem\n  as: problem\n  checks: [incomplete]\n  record: problem\n- ask: x"

    @Test(arguments: [
        (["En segundo básico"], "Las tareas llegan casi siempre incompletas (En segundo básico)"),
        (["no sé"], "Las tareas llegan casi siempre incompletas"),
        (["mantener"], "Las tareas llegan casi siempre incompletas"),
        (
            ["Las tareas de segundo básico llegan incompletas los lunes"],
            "Las tareas de segundo básico llegan incompletas los lunes"
        ),
    ])
    func onlyTheMissingPartMayBeWritten(_ answers: [String], _ expected: String) throws {
        var rehearsal = Rehearsal(try TeamPlay.program(Self.steps))
        var said = rehearsal.take(
            .opened(mode: .solo, parties: [Party(id: "1", locale: "es-CL")], given: [:]),
            at: TestSupport.moment
        )
        for text in ["Las tareas llegan casi siempre incompletas"] + answers {
            said = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment)
            if text.hasPrefix("Las tareas llegan") {
                #expect(said.map(\.prompt) == ["checks/check-incomplete-who"])
            }
        }
        #expect(said.map(\.prompt) == ["fixture/x"])
        #expect(rehearsal.state.outcomes.map(\.text) == [expected])
    }

    @Test func everyVariantHasItsWordsInEveryLanguage() throws {
        let phrases = try TestSupport.library().phrases
        let names = [
            "incomplete", "incomplete-who", "incomplete-when", "incomplete-both", "incomplete-short", "not-objective",
            "not-objective-activity", "not-objective-negative", "not-objective-same",
        ]
        for name in names {
            for locale in ["es-CL", "en"] {
                let text = try #require(phrases[locale]?["checks/check-\(name)"]?.text.first, "\(locale) \(name)")
                #expect(text.split(separator: " ").count <= 25)
            }
        }
    }
}
