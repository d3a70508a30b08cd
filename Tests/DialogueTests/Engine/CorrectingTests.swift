import Dialogue
import TestSupport
import Testing

/// Words that are corrected change wherever the dialogue goes on with them.
@Suite struct CorrectingTests {
    private static let steps = """
        - collect: causas
          record: causa
        - for-each: causa
          in: causas
          steps:
            - add: causa
              to: propias
            - ask: nota
        - choose: mejores
          from: propias
          keep: 2
        - record: mejor
          text: mejores
        - choose: primera
          from: propias
        - ask: fin
        """

    private func play(_ texts: String...) throws -> Rehearsal {
        var rehearsal = Rehearsal(try TeamPlay.program(Self.steps))
        let party = Party(id: "1", locale: "es-CL")
        _ = rehearsal.take(.opened(mode: .solo, parties: [party], given: [:]), at: TestSupport.moment)
        for text in texts { _ = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        #expect(Engine.replay(rehearsal.program, rehearsal.log) == rehearsal.state)
        return rehearsal
    }

    private func texts(_ value: Value?) -> [String] {
        if case .items(let items)? = value { items.map(\.text) } else { [] }
    }

    @Test func theListsTheyStandIn() throws {
        let state = try play("Uno", "Dos", "Tres", "listo", "corregir 1: El uno, mejor dicho", "Nota").state
        #expect(texts(state.answers["causas"]) == ["El uno, mejor dicho", "Dos", "Tres"])
        #expect(texts(state.answers["propias"]) == ["El uno, mejor dicho", "Dos"])
    }

    @Test func theOptionsThatAreOpen() throws {
        var rehearsal = try play("Uno", "Dos", "Tres", "listo", "Nota", "Nota", "Nota")
        let said = rehearsal.take(.said(party: "1", .text("corregir 2: El dos")), at: TestSupport.moment)
        #expect(said.contains { $0.text.contains("2. El dos") })
        _ = rehearsal.take(.said(party: "1", .text("2 3")), at: TestSupport.moment)
        #expect(rehearsal.state.outcomes.filter { $0.kind == "mejor" }.map(\.text) == ["El dos", "Tres"])
        #expect(rehearsal.state.outcomes.filter { $0.kind == "parked" }.map(\.text) == ["Uno"])
    }

    @Test func theOptionsOfATieStay() throws {
        let steps = "- gather: ideas\n  record: idea\n- ask: nivel\n  answer: { one-of: [alto, bajo] }\n- ask: fin"
        var play = try TeamPlay(steps, people: 2)
        play.all { ["alto", "Otra idea"][$0] }
        play.all { ["Es alto", "Es bajo"][$0] }
        let number = try #require(play.state.numberInSummary(of: "alto"))
        play.says("1", "corregir \(number): Una idea")
        play.all { _ in "Es alto" }
        #expect(play.state.answers["nivel"] == .option("alto") && play.replays)
    }
}
