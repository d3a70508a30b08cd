import Dialogue
import Testing

/// What a finding carries, beyond that it was raised.
@Suite struct FindingsTests {
    private let why = CheckContext(kind: .why, problem: "Bajos resultados en lectura", level: 1)

    private func found(_ answer: String, _ flag: AnswerFlag, _ context: CheckContext? = nil) -> [Finding] {
        findings(in: answer, checks: [flag], context: context ?? why)
    }

    @Test func keepsTheOrderOfTheChecksAndRunsEachOnce() {
        let answer = "No hay horario común y además rota el personal"
        #expect(
            findings(in: answer, checks: [.several, .absence, .several], context: why).map(\.flag) == [
                .several, .absence,
            ]
        )
        #expect(findings(in: answer, checks: [.absence, .several], context: why).map(\.flag) == [.absence, .several])
        #expect(findings(in: answer, checks: [], context: why).isEmpty)
        #expect(findings(in: answer, checks: [.leap], context: why).isEmpty)
    }

    @Test func reportsWordsAsWritten() {
        #expect(
            found("Los Apoderados NO SE comprometen!!", .blame) == [Finding(flag: .blame, words: ["NO SE comprometen"])]
        )
        #expect(found("Hay Qué  capacitar", .solution).first?.words == ["Hay Qué"])
        #expect(found("Falta la MOTIVACIÓN…", .vague).first?.words == ["MOTIVACIÓN"])
        #expect(found("escasa retroalimentacio\u{301}n", .absence).first?.words == ["escasa"])
    }

    @Test func tellsANamedPersonFromAJudgement() {
        #expect(
            found("La profesora Ana no planifica", .blame) == [
                Finding(flag: .blame, words: ["profesora Ana"], variant: "name")
            ]
        )
        let both = found("La profesora Ana no quiere planificar", .blame)
        #expect(both.map(\.variant) == ["name", nil])
        #expect(found("LA PROFESORA ANA NO PLANIFICA", .blame).map(\.variant) == ["name"])
        #expect(found("la profe ana no planifica", .blame).map(\.variant) == ["name"])
        #expect(found("La profesora de Historia no planifica con Lenguaje", .blame).isEmpty)
    }

    @Test func circularGivesTheSentenceItResembles() {
        #expect(found("Porque los resultados son bajos", .circular).first?.related == "Bajos resultados en lectura")
        let context = CheckContext(
            kind: .why,
            problem: "Bajos resultados en lectura",
            ancestors: ["Cada docente planifica solo", "No hay horario común"],
            level: 3
        )
        #expect(
            found("los docentes planifican solos", .circular, context).first?.related == "Cada docente planifica solo"
        )
        #expect(found("¡NO HAY HORARIO COMUN!", .circular, context).first?.related == "No hay horario común")
        #expect(found("Las horas no lectivas caen en bloques distintos", .circular, context).isEmpty)
        #expect(found("😀", .circular, context).isEmpty)
        #expect(found("no", .circular, CheckContext(kind: .why, problem: "🙂", level: 1)).isEmpty)
    }

    @Test func asksAboutResultsOnlyFromTheSecondWhy() {
        let answer = "Bajamos en el SIMCE y hay mucha inasistencia"
        #expect(found(answer, .symptom).isEmpty)
        #expect(!found(answer, .symptom, CheckContext(kind: .why, level: 2)).isEmpty)
        #expect(!found(answer, .symptom, CheckContext(kind: .cause, level: 2)).isEmpty)
        #expect(found(answer, .symptom, CheckContext(kind: .effect, level: 2)).isEmpty)
        #expect(found(answer, .symptom, CheckContext(kind: .problem, level: 2)).isEmpty)
    }

    /// A chain that reads well from the root up to the problem raises nothing at all.
    @Test func aGoodChainRaisesNothing() {
        let chain = [
            "No detectamos a tiempo a quienes no avanzan", "Las evaluaciones no son comparables",
            "Cada docente planifica solo",
            "El horario asigna las horas no lectivas en bloques distintos",
        ]
        for (level, answer) in chain.enumerated() {
            let context = CheckContext(
                kind: .why,
                problem: "Un tercio de segundo básico termina el año sin leer de corrido",
                ancestors: Array(chain.prefix(level)),
                level: level + 1
            )
            #expect(findings(in: answer, checks: AnswerFlag.allCases, context: context).isEmpty, "\(answer)")
        }
    }

    @Test func flagsKeepTheirNames() {
        #expect(
            AnswerFlag.allCases.map(\.rawValue) == [
                "blame", "human-error", "symptom", "circular", "absence", "solution", "several", "external", "vague",
                "incomplete", "not-objective", "leap",
                "personal-data",
            ]
        )
    }
}
