import Dialogue
import TestSupport
import Testing

/// Votes: budgets, ties, what is not chosen, fist to five, ratings.
@Suite struct TeamVotingTests {
    private static let ideas = [
        "El horario separa los bloques", "La pauta llega en junio", "Cada curso usa su libro",
        "Las familias reciben tarde el aviso",
    ]

    /// A vote is open among four ideas.
    private func vote(_ fields: String = "", people: Int = 3, locale: String = "es-CL") throws -> TeamPlay {
        var play = try TeamPlay(
            "- gather: ideas\n  per-person: 4\n- choose: idea\n  from: ideas\n\(fields)",
            people: people,
            locale: locale
        )
        play.says("2", Self.ideas[0], Self.ideas[1])
        play.says("3", Self.ideas[2], Self.ideas[3])
        play.says("1", "siguiente")
        return play
    }

    // MARK: What is kept of a vote

    @Test func whatWasChosenKeepsItsPointsAndHowManyVoted() throws {
        let steps = """
            - collect: ideas
            - choose: primera
              from: ideas
              by: single
              record: prioridad
            - choose: dos
              from: ideas
              by: single
              keep: 2
              record: otra
            - ask: fin
              when: primera.points > 1 and primera.people == 3
            """
        var play = try TeamPlay(steps, people: 3)
        play.says("1", "Uno", "Dos", "Tres", "listo")
        play.all { ["2", "2", "1"][$0] }
        #expect(play.outcomes("prioridad").map(\.fields) == [["points": .number(2), "people": .number(3)]])
        play.says("1", "3")
        play.says("2", "1")
        play.says("1", "cerrar")
        #expect(play.outcomes("otra").map(\.text) == ["Uno", "Tres"])
        #expect(play.outcomes("otra").map { $0.fields["people"] } == [.number(2), .number(2)])
        #expect(play.state.status == .waiting && play.replays)
    }

    @Test func aTieKeepsThePointsOfTheFirstRound() throws {
        var play = try TeamPlay("- collect: ideas\n- choose: una\n  from: ideas\n  record: una\n- ask: fin", people: 2)
        play.says("1", "Uno", "Dos", "Tres", "listo")
        play.all { ["1 1", "2 2"][$0] }
        play.says("1", "siguiente", "siguiente")
        #expect(play.outcomes("una").map(\.fields) == [["points": .number(2), "people": .number(2)]])
    }

    @Test(arguments: [Mode.solo, .group]) func whoPointsAloneGivesNoPoints(_ mode: Mode) throws {
        let steps = "- collect: ideas\n- choose: una\n  from: ideas\n  record: una"
        var rehearsal = Rehearsal(try TeamPlay.program(steps))
        let party = Party(id: "1", locale: "es-CL")
        _ = rehearsal.take(.opened(mode: mode, parties: [party], given: [:]), at: TestSupport.moment)
        for text in ["Uno", "Dos", "listo", "2"] {
            _ = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment)
        }
        #expect(rehearsal.state.outcomes.filter { $0.kind == "una" }.map(\.fields) == [[:]])
    }

    @Test func whatIsTakenWithoutAVoteHasNoPoints() throws {
        let steps =
            "- collect: ideas\n- choose: dos\n  from: ideas\n  keep: 2\n- choose: ambas\n  from: dos\n  keep: 2\n  record: ambas"
        var play = try TeamPlay(steps, people: 2)
        play.says("1", "Uno", "Dos", "Tres", "listo")
        play.all { ["1 2", "1 2"][$0] }
        #expect(play.outcomes("ambas").map(\.fields) == [[:], [:]])
    }

    @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (6, 2), (7, 3), (8, 3), (12, 4), (13, 5), (60, 5)])
    func aThirdOfTheOptions(_ options: Int, _ dots: Int) {
        #expect(Choose.dots(forOptions: options) == dots)
    }

    @Test(arguments: ["1 2 3", "1 1 1", "4 4 4 4", "1, 2 y 3"]) func moreDotsThanThereAreAreRefused(_ said: String)
        throws
    {
        var play = try vote()
        #expect(play.says("1", said).contains("Son 2 como máximo"))
        #expect(play.state.question?.given.isEmpty == true)
    }

    @Test func aVoteIsReplacedAndNotAdded() throws {
        var play = try vote()
        play.says("1", "1 1", "2 2")
        #expect(play.state.question?.given.compactMap(\.numbers) == [[2, 2]])
        #expect(play.says("1", "5").contains("no está en la lista"))
        #expect(play.says("1", "0").contains("no está en la lista"))
        #expect(play.state.question?.given.compactMap(\.numbers) == [[2, 2]])
    }

    @Test func aRankingDoesNotRepeat() throws {
        var play = try vote("  by: rank")
        #expect(play.says("1", "2 2 1").contains("no se repiten"))
        play.says("1", "2 1")
        play.says("2", "2 3")
        let items = play.items("ideas")
        play.says("3", "1 2 3 4")
        #expect(play.state.answers["idea"] == .text(items[1].text))
    }

    @Test func aTieGetsOneMoreRoundAmongTheLevelOnesAndEnds() throws {
        var play = try vote("  by: single", people: 4)
        let items = play.items("ideas")
        play.says("1", "2")
        play.says("2", "2")
        play.says("3", "4")
        play.says("4", "4")
        #expect(play.state.question?.level == [2, 4])
        #expect(play.told("3").contains("empate"))
        #expect(play.says("1", "1").contains("no está en la lista"))
        play.says("1", "4")
        play.says("2", "2")
        play.says("3", "4")
        play.says("4", "2")
        #expect(play.state.status == .finished, "a tie of the second round does not go on")
        #expect(play.state.answers["idea"] == .text(items[1].text))
        #expect(Set(play.outcomes("parked").map(\.text)) == Set(items.map(\.text)).subtracting([items[1].text]))
    }

    @Test func whatIsLevelOnlyAmongTheTakenNeedsNoSecondRound() throws {
        var play = try vote("  by: single\n  keep: 2", people: 4)
        for (person, said) in [("1", "1"), ("2", "1"), ("3", "3"), ("4", "3")] { play.says(person, said) }
        #expect(play.state.status == .finished)
        #expect(play.items("idea").count == 2)
    }

    @Test func ofWhatIsPutTogetherTheOriginalsStay() throws {
        var play = try TeamPlay(
            "- gather: ideas\n  per-person: 2\n- group: ideas\n- choose: idea\n  from: ideas",
            people: 2
        )
        play.says("1", "El horario separa los bloques", "El horario separa los cursos")
        play.says("2", "Las familias reciben tarde el aviso", "Las familias reciben muy tarde el aviso")
        play.says("1", "sí")
        let items = play.items("ideas")
        #expect(items.count == 2)
        let originals = items.flatMap { [$0.text] + ($0.merged ?? []) }
        #expect(originals.count == 4)
        play.all { _ in "1" }
        #expect(play.state.status == .finished)
        let kept = play.outcomes("parked").flatMap { outcome -> [String] in
            guard case .text(let merged)? = outcome.fields["merged"] else { return [outcome.text] }
            return [outcome.text, merged]
        }
        #expect(Set(kept + [items[0].text]) == Set(originals), "nothing is lost")
        #expect(play.outcomes("parked").contains { $0.fields["under"] == .text(items[0].text) })
    }

    @Test func whatIsPassedOverIsParkedToo() throws {
        var play = try vote()
        play.says("1", "saltar porque no hay tiempo")
        #expect(play.state.status == .finished)
        #expect(Set(play.outcomes("parked").map(\.text)) == Set(Self.ideas))
        #expect(play.outcomes("skipped").map(\.text) == ["no hay tiempo"])
    }

    @Test func whoIsBelowThreeIsHeardAndThenOnceMore() throws {
        var play = try TeamPlay("- agree: acuerdo", people: 4)
        for (person, number) in zip(play.people, ["5", "4", "3", "2"]) { play.says(person, number) }
        #expect(play.last.filter { $0.prompt == "engine/what-would-you-need" }.map(\.to) == ["4"])
        #expect(play.says("2", "Yo también quiero hablar de esto").contains("escuchando"))
        play.says("4", "Más horas para planificar juntos")
        for person in play.people { #expect(play.told(person).contains("Más horas para planificar juntos")) }
        for (person, number) in zip(play.people, ["5", "4", "3", "2"]) { play.says(person, number) }
        #expect(play.state.status == .finished)
        #expect(play.state.answers["acuerdo"] == .option("dissent"))
        #expect(play.outcomes("reservation").map(\.text) == ["Más horas para planificar juntos"])
        #expect(play.outcomes("consensus").first?.fields["rounds"] == .number(2))
        #expect(play.heard.count { $0.message.prompt == "engine/what-would-you-need" } == 1)
    }

    @Test(arguments: [(["3", "3"], true), (["3", "5"], true), (["2", "5"], false), (["0", "0"], false)])
    func twoAgreeWhenBothSupport(_ numbers: [String], _ isAgreed: Bool) throws {
        var play = try TeamPlay("- agree: acuerdo", people: 2)
        for (person, number) in zip(play.people, numbers) { play.says(person, number) }
        #expect((play.state.status == .finished) == isAgreed)
        #expect(play.state.answers["acuerdo"] == (isAgreed ? .option("agreed") : nil))
        if !isAgreed { #expect(play.state.question?.round == 1) }
    }

    @Test func takingBackAReservationLeavesTheVote() throws {
        var play = try TeamPlay("- agree: acuerdo", people: 2)
        play.says("1", "5")
        play.says("2", "1")
        #expect(play.says("2", "atrás").contains("Todavía no hay una respuesta suya"))
        play.says("2", "Necesito más tiempo de preparación")
        #expect(play.state.question?.round == 2)
    }

    @Test(arguments: [(3, false), (4, false), (5, true), (8, true)])
    func underFiveOnlyTheTotalIsKept(_ people: Int, _ hasDistribution: Bool) throws {
        var play = try TeamPlay("- rate: pulso\n  items: [claro, util]\n  scale: [1, 4]", people: people)
        #expect(play.told("2").contains("menos de cinco") != hasDistribution)
        play.all { _ in "2 4" }
        #expect(play.outcomes("rating").count == 2)
        for rating in play.outcomes("rating") {
            #expect((rating.fields["distribution"] != nil) == hasDistribution)
            #expect(rating.fields["people"] == .number(people))
        }
    }

    @Test func aButtonRatesItsOwnStatementOnly() throws {
        var play = try TeamPlay("- rate: pulso\n  items: [claro, util]\n  scale: [1, 4]", people: 2)
        let button = try #require(play.last.last { $0.to == "1" }?.choices.last?.id)
        play.presses("1", button)
        #expect(play.presses("1", button).contains("pregunta anterior"))
        #expect(play.state.question?.given.first?.numbers == [4])
    }

    @Test func aSecondRoundIsOnlyAmongTheLevelNumbers() throws {
        var play = try TeamPlay("- ask: cuanto\n  answer: { number: [1, 5] }", people: 2)
        play.says("1", "2")
        play.says("2", "4")
        #expect(play.says("1", "5").contains("entre 1 y 5"))
        #expect(play.state.question?.given.isEmpty == true)
        play.says("1", "4")
        play.says("2", "4")
        #expect(play.state.answers["cuanto"] == .number(4))
    }
}
