import Dialogue
import TestSupport
import Testing

/// Gatherings of options, and lists made alone.
@Suite struct CountingTests {
    private static let weather = """
        - gather: weather
          answer: { one-of: [sun, clouds, rain] }
          record: check-in
        - ask: x
        """

    private func alone(_ steps: String, _ mode: Mode, _ texts: [String]) throws -> (Rehearsal, String) {
        var rehearsal = Rehearsal(try TeamPlay.program(steps))
        var said = rehearsal.take(
            .opened(mode: mode, parties: [Party(id: "1", locale: "es-CL")], given: [:]),
            at: TestSupport.moment
        )
        for text in texts { said = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        return (rehearsal, said.map(\.text).joined(separator: "\n"))
    }

    @Test(arguments: [1, 3, 4])
    func theRevealShowsOnlyHowManyTookEach(_ extra: Int) throws {
        var play = try TeamPlay(Self.weather, people: 1 + extra, facilitator: true)
        play.says(play.people[0], "Es rain")
        #expect(!play.everythingTold(play.people[1]).contains("Es rain: "))
        for person in play.people.dropFirst() { play.says(person, "1") }
        for who in play.people + [play.lead] {
            #expect(play.told(who).contains("Esto eligió el equipo:\nEs sun: \(extra)\nEs clouds: 0\nEs rain: 1"))
            #expect(!play.everythingTold(who).contains("cargo"))
        }
        #expect(play.outcomes("check-in").map(\.text) == ["Es sun", "Es rain"])
        #expect(play.outcomes("check-in").map { $0.fields["count"] } == [.number(extra), .number(1)])
        #expect(play.outcomes("check-in").map { $0.fields["option"] } == [.option("sun"), .option("rain")])
        #expect(play.replays)
    }

    @Test func anAnswerCanBeChangedUntilAllAreIn() throws {
        var play = try TeamPlay(Self.weather, people: 2)
        play.says("1", "Es sun", "Es rain")
        play.says("2", "Es rain")
        #expect(play.outcomes("check-in").map { $0.fields["count"] } == [.number(2)])
    }

    @Test func anIdeaIsNoOption() throws {
        var play = try TeamPlay(Self.weather, people: 2)
        #expect(play.says("1", "agregar: granizo").contains("no se puede hacer en este momento"))
        #expect(play.says("2", "granizo").contains("No logré calzar"))
        #expect(play.says("2", "ayuda").contains("Sobre weather"))
    }

    @Test func theHelpOfAGatheringIsSaid() throws {
        var program = try TeamPlay.program("- gather: ideas\n- ask: x")
        program.phrases["es-CL"]?["fixture/ideas"]?.help = "Una idea basta."
        var play = TeamPlay(program: program, people: 2, facilitator: false, locales: ["es-CL"])
        #expect(play.says("2", "ayuda").contains("Una idea basta."))
    }

    @Test func onlyTheFacilitatorSeesPrivateCounts() throws {
        let steps = "- gather: weather\n  answer: { one-of: [sun, rain] }\n  visibility: private\n  record: w\n- ask: x"
        var play = try TeamPlay(steps, people: 2, facilitator: true)
        play.all { _ in "Es sun" }
        #expect(play.told(play.lead).contains("Es sun: 2"))
        #expect(!play.everythingTold("2").contains("Es sun: "))
        #expect(play.outcomes("w").first?.fields["private"] == .flag(true))
    }

    @Test(arguments: [Mode.solo, .group])
    func aloneItIsAQuestion(_ mode: Mode) throws {
        let (rehearsal, said) = try alone(Self.weather, mode, ["nublado no", "2"])
        #expect(rehearsal.state.answers["weather"] == .option("clouds"))
        #expect(rehearsal.state.outcomes.map(\.text) == ["Es clouds"])
        #expect(rehearsal.state.outcomes.first?.fields == [:])
        #expect(said == "Sobre x")
    }

    // MARK: Lists

    private static let causes = "- gather: causes\n  per-person: 2\n  alone: list\n- ask: x"

    @Test(arguments: [(Mode.solo, 2), (.group, 6)])
    func aloneAListHasPlaceForAll(_ mode: Mode, _ most: Int) throws {
        let (rehearsal, said) = try alone(Self.causes, mode, (1...most).map { "Causa \($0)" })
        #expect(said == "Sobre x")
        guard case .items(let items)? = rehearsal.state.answers["causes"] else { throw Missing() }
        #expect(items.map(\.text) == (1...most).map { "Causa \($0)" })
    }

    private struct Missing: Error {}

    @Test func aListEndsWhenTheySaySo() throws {
        let (rehearsal, said) = try alone(Self.causes, .group, ["Causa 1", "listo"])
        #expect(said == "Sobre x")
        #expect(rehearsal.state.answers["causes"] == .items([Item(number: 1, text: "Causa 1")]))
    }

    @Test func withoutItAloneThereIsOneAnswer() throws {
        let (_, said) = try alone("- gather: causes\n  per-person: 2\n- ask: x", .group, ["Causa 1"])
        #expect(said == "Sobre x")
    }

    private static let atLeast = "- gather: causes\n  per-person: 3\n  alone: list\n  at-least: 2\n- ask: x"

    @Test(arguments: ["listo", "no", "No hay más", "done"])
    func fewerAreAskedForOnceAndThenItGoesOn(_ insisting: String) throws {
        let (asking, once) = try alone(Self.atLeast, .solo, ["Causa 1", "listo"])
        #expect(once.contains("¿Hay otra?") && asking.state.answers["causes"] == nil)
        let (_, said) = try alone(Self.atLeast, .solo, ["Causa 1", "listo", insisting])
        #expect(said == "Sobre x")
    }

    @Test func oneMoreIsTakenEvenWhereItBeginsWithNo() throws {
        let texts = ["Causa 1", "listo", "sí", "No nos coordinamos entre ciclos", "listo"]
        let (rehearsal, said) = try alone(Self.atLeast, .solo, texts)
        #expect(said == "Sobre x")
        guard case .items(let items)? = rehearsal.state.answers["causes"] else { throw Missing() }
        #expect(items.map(\.text) == ["Causa 1", "No nos coordinamos entre ciclos"])
    }

    @Test func aTeamIsAskedOnceForMore() throws {
        var play = try TeamPlay("- gather: causes\n  at-least: 3\n- ask: x", people: 2)
        play.all { "Causa \($0)" }
        #expect(play.told("1").contains("Van 2. ¿Hay otra?"))
        play.says("2", "Otra causa")
        play.says("1", "listo")
        #expect(play.items("causes").count == 3)
        #expect(play.told("1").contains("Sobre x"))
        #expect(play.replays)
    }

    @Test func whoeverLeadsInsistsForTheTeam() throws {
        var play = try TeamPlay("- gather: causes\n  at-least: 3\n- ask: x", people: 2)
        play.says("1", "Causa 1")
        #expect(play.says("1", "cerrar").contains("Va una. ¿Hay otra?"))
        play.says("1", "cerrar")
        #expect(play.items("causes").count == 1)
    }

    @Test func aListMadeAloudAsksOnceToo() throws {
        var play = try TeamPlay("- collect: tasks\n  at-least: 2\n- ask: x", people: 2)
        play.says("1", "Una tarea")
        #expect(play.says("1", "listo").contains("¿Hay otra?"))
        #expect(!play.told("2").contains("¿Hay otra?"))
        play.says("1", "no")
        #expect(play.items("tasks").count == 1)
    }
}
