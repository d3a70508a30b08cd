import Dialogue
import TestSupport
import Testing

/// Outcomes that are completed later, and the fields of what was recorded or recalled.
@Suite struct PlacingTests {
    private func play(
        _ steps: String,
        _ texts: String...,
        inner: String? = nil,
        earlier: [Earlier]? = nil
    ) throws -> Rehearsal {
        var rehearsal = Rehearsal(try TeamPlay.program(steps, inner: inner))
        let party = Party(id: "1", locale: "es-CL")
        let opened = Event.opened(mode: .solo, parties: [party], given: [:], earlier: earlier)
        _ = rehearsal.take(opened, at: TestSupport.moment)
        for text in texts { _ = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        #expect(Engine.replay(rehearsal.program, rehearsal.log) == rehearsal.state)
        return rehearsal
    }

    private static let completing = """
        - repeat: acciones
          at-most: 3
          steps:
            - ask: accion
              record: accion
            - for-each: dato
              in: [quien, cuando]
              steps:
                - ask: valor
                  optional: yes
                - record: accion
                  over: last
                  text: accion
                  with: { quien: valor }
                  when: dato == "quien"
                - record: accion
                  over: last
                  text: accion
                  with: { cuando: valor }
                  when: dato == "cuando"
            - ask: otra
              answer: yes-no
              stop-repeat-if: "no"
        """

    @Test func theLastOneIsCompletedFromAnyRound() throws {
        let state = try play(Self.completing, "Leer", "UTP", "marzo", "sí", "Medir", "saltar", "abril", "no").state
        #expect(
            state.outcomes.map(\.fields) == [
                ["quien": .text("UTP"), "cuando": .text("marzo")], ["cuando": .text("abril")],
            ]
        )
        #expect(state.outcomes.map(\.text) == ["Leer", "Medir"], "and without old words, as they never changed")
    }

    @Test(arguments: [("Otras palabras", Value.text("Causa")), ("Causa", nil)])
    func theOldWordsStayOnlyWhereTheyChanged(_ words: String, _ was: Value?) throws {
        let steps = "- ask: causa\n  record: causa\n- ask: mejor\n- record: causa\n  text: mejor\n  over: last"
        let state = try play(steps, "Causa", words).state
        #expect(state.outcomes.map(\.text) == [words] && state.outcomes.first?.fields["was"] == was)
    }

    @Test func whatAnotherFlowRanRecordsOnItsOwn() throws {
        let inner = "- ask: causa\n- record: causa\n  over: last"
        let state = try play("- ask: causa\n  record: causa\n- run: inner", "Una", "Otra", inner: inner).state
        #expect(state.outcomes.map(\.text) == ["Una", "Otra"])
    }

    @Test func beforeTheLastOneOfTheChain() throws {
        let steps = "- ask: uno\n- record: why\n  text: uno\n- ask: dos\n- record: why\n  text: dos\n  before: last"
        let outcomes = try play(steps, "Una", "Otra").state.outcomes
        #expect(outcomes.map(\.text) == ["Otra", "Una"] && outcomes.map(\.number) == [1, 2])
    }

    // MARK: Fields by name

    @Test func theFieldsOfTheLastOutcomeOfAKind() throws {
        let steps = """
            - repeat: why
              at-most: 2
              steps:
                - ask: causa
                - ask: evidencia
                - record: why
                  text: causa
                  with: { evidencia: evidencia }
            - record: raiz
              text: causa
              with: { evidencia: why.evidencia }
            - ask: fin
              when: why.evidencia == "dos" and answered(why.evidencia) and not answered(raiz.causa-x)
            """
        let program = try? TeamPlay.program(steps)
        #expect(program == nil, "a field that nothing has")
        let state = try play(steps.replacing(" and not answered(raiz.causa-x)", with: ""), "a", "uno", "b", "dos").state
        #expect(state.outcomes.last?.fields == ["evidencia": .text("dos")])
        #expect(state.status == .waiting)
    }

    @Test(arguments: [1, 2]) func theFieldsOfTheOnlyItemThatWasRecalled(_ count: Int) throws {
        let steps = """
            - recall: antes
              of: problema
            - record: visto
              text: antes
              with: { evidencia: antes.evidencia }
              when: answered(antes.evidencia)
            - form: problema
              steps:
                - ask: que
                - ask: evidencia
            """
        let earlier = (1...count).map {
            Earlier(dialogue: "a", kind: "problema", text: "Problema \($0)", fields: ["evidencia": .text("Acta")])
        }
        var program = try TeamPlay.program(steps)
        program.phrases["es-CL"]?["fixture/que"]?.text = ["Antes: {{antes}} ({{antes.evidencia}})"]
        var rehearsal = Rehearsal(program)
        let party = Party(id: "1", locale: "es-CL")
        let opened = Event.opened(mode: .solo, parties: [party], given: [:], earlier: earlier)
        let said = rehearsal.take(opened, at: TestSupport.moment).map(\.text)
        if count == 1 {
            #expect(said == ["Antes: Problema 1 (Acta)"])
            #expect(rehearsal.state.outcomes.map(\.fields) == [["evidencia": .text("Acta")]])
        } else {
            #expect(said == ["Antes: 1. Problema 1\n2. Problema 2 ()"])
            #expect(rehearsal.state.outcomes.isEmpty, "several have no field of their own")
        }
    }
}
