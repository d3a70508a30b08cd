import Dialogue
import Scripts
import TestSupport
import Testing

/// One person, alone.
private struct Alone {
    var rehearsal: Rehearsal
    private(set) var last: [Message] = []

    init(_ program: Program, mode: Mode = .solo) {
        rehearsal = Rehearsal(program)
        last = rehearsal.take(
            .opened(mode: mode, parties: [Party(id: "1", locale: "es-CL")], given: [:]),
            at: TestSupport.moment
        )
    }

    init(_ steps: String, inner: String? = nil) throws { self.init(try TeamPlay.program(steps, inner: inner)) }

    @discardableResult
    mutating func says(_ texts: String...) -> String {
        for text in texts { last = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        return last.map(\.prompt).joined(separator: " ")
    }

    var state: DialogueState { rehearsal.state }
    var replays: Bool { Engine.replay(rehearsal.program, rehearsal.log) == state }
    func texts(_ kind: String) -> [String] { state.outcomes.filter { $0.kind == kind }.map(\.text) }
}

@Suite struct ListsTests {
    private static let rounds = """
        - collect: causas
        - for-each: causa
          in: causas
          steps:
            - ask: nota
              optional: yes
              record: nota
            - add: causa
              to: con-nota
              when: answered(nota)
        - record: elegida
          text: con-nota
        """

    private func rounds() throws -> Alone {
        var play = try Alone(Self.rounds)
        play.says("Una causa", "Otra causa", "Tercera causa", "listo")
        return play
    }

    @Test func everyRoundBeginsWithoutTheAnswersOfTheOneBefore() throws {
        var play = try rounds()
        play.says("Primera nota", "saltar", "Tercera nota")
        #expect(play.state.status == .finished)
        #expect(play.texts("nota") == ["Primera nota", "Tercera nota"])
        #expect(play.texts("elegida") == ["Una causa", "Tercera causa"])
        #expect(play.state.frames.isEmpty && play.replays)
    }

    @Test func goingBackIntoAnEarlierRoundAndForwardAgain() throws {
        var play = try rounds()
        play.says("Primera nota")
        let first = play.state
        play.says("Segunda nota", "atrás", "atrás")
        #expect(play.state.frames == [.each(at: 1, round: 1, items: play.items, since: 0)])
        #expect(play.texts("nota").isEmpty)
        play.says("Primera nota")
        #expect(play.state.frames == first.frames && play.state.outcomes.map(\.text) == first.outcomes.map(\.text))
        play.says("saltar", "atrás", "Segunda nota", "Tercera nota")
        #expect(play.texts("elegida") == ["Una causa", "Otra causa", "Tercera causa"])
        #expect(play.replays)
    }

    @Test func correctingWordsReachesTheRoundThatIsUnderWay() throws {
        var play = try Alone(
            "- collect: causas\n  record: cause\n- for-each: causa\n  in: causas\n  steps:\n    - ask: nota"
        )
        play.says("Una causa", "Otra causa", "listo", "Primera nota", "corregir 2: La otra, mejor dicha")
        #expect(
            play.state.frames.contains { frame in
                if case .each(_, 2, let items, _) = frame { items[1].text == "La otra, mejor dicha" } else { false }
            }
        )
        #expect(play.replays)
    }

    @Test func whoeverStopsLeavesTheList() throws {
        var play = try Alone(
            """
            - collect: causas
            - for-each: causa
              in: causas
              at-most: 2
              steps:
                - ask: basta
                  answer: yes-no
                  stop-repeat-if: yes
            - ask: fin
            """
        )
        play.says("Una causa", "Otra causa", "Tercera causa", "listo", "no")
        #expect(play.state.frames.count == 1)
        #expect(play.says("no").contains("fixture/fin"), "two at most")
        play.says("atrás", "atrás")
        #expect(play.says("sí").contains("fixture/fin"))
        #expect(play.state.frames.isEmpty && play.replays)
    }

    // MARK: Nobody answers

    @Test(arguments: [true, false]) func whatNobodyAnswersIsClosedAndTheRestGoesOn(_ facilitator: Bool) throws {
        var play = try TeamPlay(
            """
            - gather: ideas
            - group: ideas
            - choose: idea
              from: ideas
            - for-each: parte
              in: ideas
              steps:
                - ask: nota
            - ask: asunto
              record: asunto
            - agree: acuerdo
            - rate: pulso
              items: [claro]
            - collect: tareas
            - choose: tarea
              from: tareas
            """,
            people: 3,
            facilitator: facilitator
        )
        for name in ["ideas", "asunto", "acuerdo", "pulso", "tareas"] {
            #expect(play.says(play.lead, "cerrar").contains("Nadie ha respondido"), "\(name)")
            play.says(play.lead, "cerrar")
        }
        #expect(play.state.status == .finished)
        #expect(play.items("ideas").isEmpty && play.state.answers["asunto"] == nil)
        #expect(play.state.answers["acuerdo"] == nil, "silence is no agreement")
        #expect(play.state.outcomes.isEmpty)
        #expect(play.replays)
    }

    @Test func aVoteThatNobodyGivesParksEverything() throws {
        var play = try TeamPlay("- gather: ideas\n- choose: idea\n  from: ideas", people: 2)
        play.says("1", "El horario separa los bloques")
        play.says("2", "La pauta llega en junio")
        play.says("1", "cerrar", "cerrar")
        #expect(play.state.status == .finished && play.state.answers["idea"] == nil)
        #expect(play.outcomes("parked").count == 2)
    }

    @Test func keepsUpToSoMany() throws {
        let steps = "- collect: ideas\n- choose: idea\n  from: ideas\n  keep: 3\n- record: idea"
        for (said, kept) in [("2", ["B dos"]), ("3 1", ["A uno", "C tres"]), ("1 2 3", ["A uno", "B dos", "C tres"])] {
            var play = try Alone(steps)
            play.says("A uno", "B dos", "C tres", "D cuatro", "listo", said)
            #expect(play.texts("idea") == kept)
            #expect(play.texts("parked").count == 4 - kept.count)
        }
        var play = try Alone(steps)
        play.says("A uno", "B dos", "listo")
        #expect(play.texts("idea") == ["A uno", "B dos"], "fewer than three are all kept")
    }

    // MARK: Flows inside flows

    private static let inner = """
        - say: hola
          when: not inside
        - ask: asunto
        - ask: motivo
          optional: yes
          record: motivo
        - ask: aparte
          when: answered(motivo)
          optional: yes
        """

    @Test func whatIsGivenIsNotAskedAndEveryRunBeginsAnew() throws {
        var play = try Alone(
            "- collect: causas\n- for-each: causa\n  in: causas\n  steps:\n    - run: inner\n      with: { asunto: causa }",
            inner: Self.inner
        )
        #expect(play.says("Una causa", "Otra causa", "listo") == "inner/motivo")
        #expect(play.state.answers["inner/asunto"] == .text("Una causa"))
        play.says("Un motivo", "Un aparte")
        #expect(play.state.answers["inner/asunto"] == .text("Otra causa"))
        #expect(play.state.answers["inner/motivo"] == nil && play.state.answers["inner/aparte"] == nil)
        #expect(!play.says("saltar").contains("inner"), "what the first run answered is not answered in the second")
        #expect(play.state.status == .finished && play.texts("motivo") == ["Un motivo"])
        play.says("atrás", "atrás", "atrás")
        #expect(play.state.answers["inner/asunto"] == .text("Una causa") && play.replays)
    }

    @Test func aFlowMayBeGivenOnlyWhatItAsks() throws {
        let error = #expect(throws: ScriptsError.self) {
            try TeamPlay.program(
                "- ask: causa\n- run: inner\n  with: { asutno: causa, motivo: cuasa }",
                inner: Self.inner
            )
        }
        #expect(error?.diagnostics.map(\.code).sorted() == ["unknown-name", "unknown-with"])
        #expect(error?.diagnostics.contains { $0.hint == "¿Quisieron decir «asunto»?" } == true)
    }

    @Test func aFlowAskedAloneSaysItsWelcome() throws {
        let play = try Alone(Self.inner)
        #expect(play.last.map(\.prompt) == ["fixture/hola", "fixture/asunto"])
    }

    // MARK: Chains

    private static let chain = """
        - ask: problema
        - repeat: vueltas
          at-least: 2
          at-most: 2
          steps:
            - ask: causa
              record: why
        - ask: lugar
          answer: { number: [1, count(why)] }
        - ask: mejor
        - record: why
          text: mejor
          PLACE: lugar
        """

    @Test func anOutcomeGoesBeforeALink() throws {
        var play = try Alone(Self.chain.replacing("PLACE", with: "before"))
        play.says("El problema", "Causa uno", "Causa dos", "2", "Paso que falta")
        #expect(play.texts("why") == ["Causa uno", "Paso que falta", "Causa dos"])
        #expect(play.state.outcomes.map(\.number) == [1, 2, 3] && play.replays)
        play.says("atrás", "Otro paso")
        #expect(play.texts("why") == ["Causa uno", "Otro paso", "Causa dos"])
    }

    @Test func wordsGoOverALinkThatKeepsTheOldOnes() throws {
        var play = try Alone(Self.chain.replacing("PLACE", with: "over"))
        play.says("El problema", "Causa uno", "Causa dos")
        #expect(play.says("3").contains("number-between"))
        play.says("1", "Causa mejor")
        #expect(play.texts("why") == ["Causa mejor", "Causa dos"])
        #expect(play.state.outcomes[0].fields["was"] == .text("Causa uno") && play.replays)
    }

    @Test func aNumberAmongNoneOrOneIsNotAsked() throws {
        let steps = "- collect: ideas\n- ask: cual\n  answer: { number: [1, count(ideas)] }\n- ask: fin"
        var play = try Alone(steps)
        #expect(play.says("saltar").contains("fixture/fin"))
        #expect(play.state.answers["cual"] == nil)
        play = try Alone(steps)
        #expect(play.says("Una sola idea", "listo").contains("fixture/fin"))
        #expect(play.state.answers["cual"] == .number(1))
    }

    // MARK: What the engine knows

    @Test(arguments: Mode.allCases) func theModeIsKnown(_ mode: Mode) throws {
        let steps = Mode.allCases.map { "- say: \($0.rawValue)\n  when: mode == \"\($0.rawValue)\"" }
        var play = Alone(try TeamPlay.program(steps.joined(separator: "\n")), mode: mode)
        if mode == .team { play.says("siguiente") }
        #expect(play.last.map(\.prompt) == ["fixture/\(mode.rawValue)"])
    }

    @Test func theMinutesCountFromTheStart() throws {
        let steps = "- ask: nota\n- say: pronto\n  when: elapsed < 10\n- say: tarde\n  when: elapsed >= 10"
        for (minutes, said) in [(9, "pronto"), (10, "tarde")] {
            var play = try TeamPlay(steps, people: 1, begins: false)
            play.wait(minutes: 30)
            play.says("1", "siguiente")
            play.wait(minutes: minutes)
            play.says("1", "Una nota")
            #expect(play.last.map(\.prompt) == ["fixture/\(said)"], "waiting for people does not count")
            #expect(play.replays)
        }
    }

    @Test func oneAloneHearsTheirOwnWords() throws {
        var program = try TeamPlay.program("- ask: nota")
        program.phrases["es-CL"]?["fixture/nota"]?.alone = "Para ti, {{mode}}"
        #expect(Alone(program).last.map(\.text) == ["Para ti, solo"])
        #expect(Alone(program, mode: .group).last.map(\.text) == ["Sobre nota"])
    }

    @Test func whatIsPrivateIsNotShownToAParticipantWhoLeads() throws {
        let steps = "- gather: ideas\n  visibility: private\n- group: ideas"
        for facilitator in [true, false] {
            var play = try TeamPlay(steps, people: 2, facilitator: facilitator)
            play.all { "El horario separa los bloques \(["hoy", "ya"][$0])" }
            #expect((play.state.status == .finished) == !facilitator)
        }
    }

    // MARK: Versions

    @Test func aDialogueInsideTheRoundsOfAListMovesToANewerVersion() throws {
        var play = try rounds()
        play.says("Primera nota")
        let newer = try TeamPlay.program("- say: hola\n" + Self.rounds)
        let state = try Engine.migrated(play.state, from: play.rehearsal.program, to: newer)
        guard case .each(let at, 2, _, _)? = state.frames.last, case .enterEach = newer.instructions[at].operation
        else {
            Issue.record("\(state.frames)")
            return
        }
        let other = try TeamPlay.program(
            Self.rounds.replacing("for-each: causa\n", with: "for-each: parte\n").replacing(
                "add: causa",
                with: "add: parte"
            )
        )
        #expect(throws: MigrationRefusal.self) {
            try Engine.migrated(play.state, from: play.rehearsal.program, to: other)
        }
    }
}

extension Alone {
    fileprivate var items: [Item] {
        if case .items(let items)? = state.answers["causas"] { items } else { [] }
    }
}
