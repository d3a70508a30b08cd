import Dialogue
import TestSupport
import Testing

/// Rounds over ids that are written in the flow, and lists that grow while rounds go through them.
@Suite struct EachIdTests {
    private func play(_ steps: String, _ texts: String..., inner: String? = nil) throws -> Rehearsal {
        var rehearsal = Rehearsal(try TeamPlay.program(steps, inner: inner))
        let party = Party(id: "1", locale: "es-CL")
        _ = rehearsal.take(.opened(mode: .solo, parties: [party], given: [:]), at: TestSupport.moment)
        for text in texts { _ = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        #expect(Engine.replay(rehearsal.program, rehearsal.log) == rehearsal.state)
        let restored = try DialogueState(encoded: rehearsal.state.encoded())
        #expect(restored == rehearsal.state)
        return rehearsal
    }

    private static let climb = """
        - for-each: nivel
          in: [describir, explicar, cambiar]
          steps:
            - ask: nota
              when: nivel != "explicar"
            - record: nota
              with: { nivel: nivel, lugar: nivel-number }
        - ask: fin
        """

    @Test func eachIdIsAnOption() throws {
        let state = try play(Self.climb, "Una", "Otra").state
        #expect(state.frames.isEmpty)
        #expect(
            state.outcomes.map(\.fields) == [
                ["nivel": .option("describir"), "lugar": .number(1)],
                ["nivel": .option("cambiar"), "lugar": .number(3)],
            ]
        )
    }

    @Test func itsWordsAreThoseOfTheQuestionThatOffersIt() throws {
        let steps = """
            - ask: hasta
              answer: { one-of: [describir, explicar] }
            - for-each: nivel
              in: [describir, explicar]
              steps:
                - ask: nota
            """
        var program = try TeamPlay.program(steps)
        program.phrases["es-CL"]?["fixture/nota"]?.text = ["Ahora, {{nivel}}"]
        var rehearsal = Rehearsal(program)
        let party = Party(id: "1", locale: "es-CL")
        _ = rehearsal.take(.opened(mode: .solo, parties: [party], given: [:]), at: TestSupport.moment)
        let said = rehearsal.take(.said(party: "1", .text("Es explicar")), at: TestSupport.moment)
        #expect(said.map(\.text) == ["Ahora, Es describir"])
    }

    @Test func onlyAsManyRoundsAsItsLimit() throws {
        let steps = """
            - for-each: nivel
              in: [uno, dos]
              at-most: 1
              steps:
                - ask: nota
            - ask: fin
            """
        let rehearsal = try play(steps, "Una")
        #expect(rehearsal.program.instructions[rehearsal.state.counter].step.hasSuffix("ask fin"), "one at most")
    }

    @Test func correctedWordsLeaveTheIdsAlone() throws {
        let steps = """
            - ask: tema
              record: tema
            - for-each: nivel
              in: [describir, explicar]
              steps:
                - ask: nota
                - record: nota
                  with: { nivel: nivel }
            """
        let state = try play(steps, "describir", "corregir 1: otra cosa", "Una", "Otra").state
        #expect(state.outcomes.map(\.text) == ["otra cosa", "Una", "Otra"])
        #expect(state.outcomes[1].fields["nivel"] == .option("describir"))
    }

    // MARK: Lists that grow

    private static let branches = """
        - collect: causas
        - for-each: causa
          in: causas
          at-most: 4
          steps:
            - record: causa
            - ask: junto
              optional: yes
            - add: junto
              to: causas
        - ask: fin
        """

    @Test func theRoundsGoOnToWhatWasAdded() throws {
        let state = try play(Self.branches, "Uno", "Dos", "listo", "Tres", "saltar", "saltar").state
        #expect(state.outcomes.map(\.text) == ["Uno", "Dos", "Tres"])
        #expect(state.frames.isEmpty && state.answers["causas"] != nil)
    }

    @Test func onlyUpToItsLimit() throws {
        let said = ["Uno", "listo", "Dos", "Tres", "Cuatro", "Cinco", "Fin"]
        var rehearsal = try play(Self.branches)
        for text in said { _ = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        #expect(rehearsal.state.outcomes.map(\.text) == ["Uno", "Dos", "Tres", "Cuatro"])
        #expect(rehearsal.state.status == .finished)
        guard case .items(let items)? = rehearsal.state.answers["causas"] else {
            Issue.record("no list")
            return
        }
        #expect(items.map(\.number) == [1, 2, 3, 4, 5], "the list itself keeps it")
    }

    @Test func goingBackTakesTheAddedOneAway() throws {
        let state = try play(Self.branches, "Uno", "listo", "Dos", "atrás", "saltar").state
        #expect(state.outcomes.map(\.text) == ["Uno"] && state.frames.isEmpty)
    }

    @Test func whatAnotherFlowAddsToItsOwnListIsNotTheirs() throws {
        let steps = """
            - collect: causas
            - for-each: causa
              in: causas
              steps:
                - run: inner
                  with: { algo: causa }
                - record: causa
            """
        let state = try play(steps, "Uno", "listo", inner: "- ask: algo\n- add: algo\n  to: causas\n- ask: ya").state
        #expect(state.frames.contains { if case .each(_, _, let items, _) = $0 { items.count == 1 } else { false } })
    }
}
