import Scripts
import TestSupport
import Testing

@testable import Dialogue

/// What the method promises, one promise in each test.
@Suite struct MethodOraclesTests {
    /// The number of an establishment has the same check digit as a RUT.
    @Test func theCheckDigitOf34603Is9() {
        #expect(PersonalData.rutCheck([3, 4, 6, 0, 3]) == 9)
    }

    @Test(
        arguments: [
            ("Falta de capacitación docente", [AnswerFlag.absence], nil),
            ("Hay que capacitar", [.solution], nil),
            ("Los apoderados no se comprometen", [.blame], nil),
            ("La profesora Ana no planifica", [.blame], "name"),
            ("Porque los resultados son bajos", [.symptom], nil),
            ("No hay horario común y además rota el personal", [.several, .absence], nil),
        ] as [(String, [AnswerFlag], String?)]
    )
    func eachKindOfAnswerRaisesItsOwnFlag(_ text: String, _ flags: [AnswerFlag], _ variant: String?) {
        let context = CheckContext(kind: .why, problem: "Bajos resultados en lectura", level: 2)
        let found = findings(in: text, checks: AnswerFlag.allCases, context: context)
        for flag in flags { #expect(found.contains { $0.flag == flag }, "\(found)") }
        if let variant { #expect(found.contains { $0.flag == flags[0] && $0.variant == variant }) }
    }

    @Test func aChainThatHoldsIsReadBackwardsWhole() throws {
        let whys = [
            "Las evaluaciones no son comparables", "Cada docente planifica solo",
            "El horario asigna las horas no lectivas en bloques distintos",
        ]
        let problem = "No detectamos a tiempo a quienes no avanzan"
        var play = try Alone("five-whys", problem, "saltar")
        for why in whys {
            play.says(why)
            if play.rehearsal.state.question?.held.isEmpty == false { play.says("mantener") }
            play.says("1", "1")
        }
        let read = play.says("no")
        #expect(
            read.contains(
                """
                El horario asigna las horas no lectivas en bloques distintos; por lo tanto, cada docente planifica solo.
                Cada docente planifica solo; por lo tanto, las evaluaciones no son comparables.
                Las evaluaciones no son comparables; por lo tanto, no detectamos a tiempo a quienes no avanzan.
                """
            ),
            "\(read)"
        )
    }

    @Test(arguments: [(7, 3), (2, 1)]) func theDotsAreAThirdOfTheOptions(_ options: Int, _ dots: Int) {
        #expect(Choose.dots(forOptions: options) == dots)
    }

    @Test func oneBelowThreeIsNoConsensusAndOneVoiceIsAsked() throws {
        var play = try TeamPlay("- agree: plan\n- ask: x", people: 4)
        for (person, number) in zip(play.people, ["5", "4", "3", "2"]) { play.says(person, number) }
        #expect(play.state.answers["plan"] == nil && play.outcomes("consensus").isEmpty)
        #expect(play.last.filter { $0.prompt == "engine/what-would-you-need" }.map(\.to) == ["4"])
        #expect(play.last.filter { $0.prompt == "engine/we-listen" }.map(\.to) == ["1", "2", "3"])
    }

    @Test func threePeopleLeaveOnlyTotalsAndAreToldSo() throws {
        let steps = "- rate: pulse\n  items: [clear, useful]\n  scale: [1, 4]\n- ask: x"
        var play = try TeamPlay(steps, people: 3)
        #expect(play.told("1").contains("menos de cinco"))
        play.all { "\($0 + 1) 4" }
        #expect(play.outcomes("rating").count == 2)
        for outcome in play.outcomes("rating") {
            #expect(outcome.fields["people"] == .number(3))
            #expect(outcome.fields["sum"] != nil && outcome.fields["distribution"] == nil)
        }
    }

    @Test(arguments: ["five-whys", "planning-row", "metacognition-ladder"])
    func theSameAnswersLeadToTheSameOutcomes(_ flow: String) throws {
        let answers = (1...40).map { $0.isMultiple(of: 3) ? "1" : "Respuesta \($0) del equipo" }
        var plays: [DialogueState] = []
        for _ in 0..<2 {
            var play = try Alone(flow)
            for answer in answers where !play.rehearsal.state.isOver { play.says(answer) }
            #expect(!play.rehearsal.state.outcomes.isEmpty)
            #expect(Engine.replay(play.rehearsal.program, play.rehearsal.log) == play.rehearsal.state)
            plays.append(play.rehearsal.state)
        }
        #expect(plays[0].encoded() == plays[1].encoded())
    }

    /// A shipped flow, played by one person.
    private struct Alone {
        var rehearsal: Rehearsal

        init(_ flow: String, _ texts: String...) throws {
            rehearsal = Rehearsal(try #require(try TestSupport.sample().flows[flow]).program)
            let person = Party(id: "1", locale: "es-CL")
            _ = rehearsal.take(.opened(mode: .solo, parties: [person], given: [:]), at: TestSupport.moment)
            for text in texts { says(text) }
        }

        @discardableResult
        mutating func says(_ texts: String...) -> String {
            var said: [Message] = []
            for text in texts { said = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
            return said.map(\.text).joined(separator: "\n")
        }
    }
}
