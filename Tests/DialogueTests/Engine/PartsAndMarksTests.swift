import Dialogue
import TestSupport
import Testing

/// Parts of a flow under one condition, and what a record always says.
@Suite struct PartsAndMarksTests {
    private func play(_ steps: String, _ texts: String..., inner: String? = nil) throws -> Rehearsal {
        var rehearsal = Rehearsal(try TeamPlay.program(steps, inner: inner))
        let party = Party(id: "1", locale: "es-CL")
        _ = rehearsal.take(.opened(mode: .solo, parties: [party], given: [:]), at: TestSupport.moment)
        for text in texts { _ = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        #expect(Engine.replay(rehearsal.program, rehearsal.log) == rehearsal.state)
        return rehearsal
    }

    @Test func aMarkIsKeptAsItIsWritten() throws {
        let marks = "{ estado: por-ver, version: \"2026\", nivel: 3, propia: yes, otra: no }"
        let state = try play("- ask: causa\n- record: causa\n  mark: \(marks)", "La citación sale tarde").state
        let fields = state.outcomes.first?.fields
        #expect(
            fields == [
                "estado": .option("por-ver"), "version": .option("2026"), "nivel": .number(3), "propia": .flag(true),
                "otra": .flag(false),
            ]
        )
    }

    @Test(arguments: [
        "- ask: que\n  record: que", "- gather: que\n  record: que",
        "- gather: que\n  answer: { one-of: [sol, nubes] }\n  record: que",
        "- collect: que\n  record: que", "- collect: ideas\n- choose: que\n  from: ideas\n  record: que",
    ])
    func theShortRecordTakesThemToo(_ step: String) throws {
        let steps = "- ask: tema\n\(step)\n  with: { sobre: tema }\n  mark: { rutina: escalera }"
        let state = try play(steps, "La lectura", "Es sol", "listo").state
        #expect(state.status == .finished)
        let kept = state.outcomes.filter { $0.kind == "que" }
        #expect(kept.count == 1)
        for outcome in kept {
            #expect(outcome.fields["sobre"] == .text("La lectura") && outcome.fields["rutina"] == .option("escalera"))
        }
    }

    @Test func aMarkOverAnotherOneTakesItsPlaceAndLeadsAConditionLater() throws {
        let steps = """
            - ask: causa
              record: causa
              mark: { estado: por-ver }
            - ask: lugar
              answer: { number: [1, 9] }
            - record: causa
              over: lugar
              mark: { estado: vista }
            - ask: fin
              when: causa.estado == "vista"
            - ask: nunca
              when: causa.estado == "por-ver"
            """
        let state = try play(steps, "La citación sale tarde", "1", "Fin").state
        #expect(state.status == .finished)
        #expect(state.outcomes.map { $0.fields["estado"] } == [.option("vista")])
    }

    // MARK: Parts

    private static let part = """
        - ask: quieren
          answer: yes-no
        - part: resto
          when: quieren == yes
          steps:
            - ask: uno
            - part: mas
              when: uno == "dos"
              steps:
                - ask: dos
            - ask: tres
        - ask: fin
        """

    @Test(arguments: [
        (["no"], "fin"), (["sí"], "uno"), (["sí", "una"], "tres"), (["sí", "dos"], "dos"),
        (["sí", "dos", "otra"], "tres"),
        (["sí", "una", "otra"], "fin"), (["sí", "una", "atrás", "dos"], "dos"),
    ])
    func aPartIsDoneOrLeftOutAsAWhole(_ said: [String], _ asked: String) throws {
        var rehearsal = try play(Self.part)
        for text in said { _ = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        let step = rehearsal.program.instructions[rehearsal.state.counter].step
        #expect(step.hasSuffix("ask \(asked)"))
        #expect(Engine.replay(rehearsal.program, rehearsal.log) == rehearsal.state)
    }

    @Test func anAnswerInsideAPartLeavesTheRepeatAroundIt() throws {
        let steps = """
            - repeat: vueltas
              at-most: 3
              steps:
                - ask: algo
                - part: despues
                  when: vueltas >= 2
                  steps:
                    - ask: basta
                      answer: yes-no
                      stop-repeat-if: yes
            - ask: fin
            """
        let rehearsal = try play(steps, "Algo", "Algo más", "sí")
        #expect(rehearsal.program.instructions[rehearsal.state.counter].step.hasSuffix("ask fin"))
        #expect(rehearsal.state.frames.isEmpty)
    }

    @Test func theQuestionsOfAPartInAFormAreItsFields() throws {
        let steps = """
            - form: acuerdo
              steps:
                - ask: que
                - part: cuando
                  when: que != "nada"
                  steps:
                    - ask: plazo
                      answer: date
            """
        let outcome = try #require(try play(steps, "Leer juntos", "2026-12-01").state.outcomes.first)
        #expect(outcome.text == "Leer juntos" && outcome.fields["plazo"] != nil)
        #expect(try play(steps, "nada").state.outcomes.first?.fields == [:])
    }

    @Test func aDialogueInsideAPartMovesToANewerVersion() throws {
        let state = try play(Self.part, "sí", "una").state
        let newer = try TeamPlay.program("- say: hola\n" + Self.part)
        let moved = try Engine.migrated(state, from: try TeamPlay.program(Self.part), to: newer)
        #expect(newer.instructions[moved.counter].step.hasSuffix("part resto/ask tres"))
    }
}
