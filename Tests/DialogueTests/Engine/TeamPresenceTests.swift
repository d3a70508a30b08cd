import Dialogue
import TestSupport
import Testing

/// Coming late, leaving, deadlines, quorum, and going back as a team.
@Suite struct TeamPresenceTests {
    private static let gathering = "- gather: ideas\n  per-person: 1\n- ask: nota"

    @Test func aLateJoinerGetsOneLineAndThePresentQuestion() throws {
        var play = try TeamPlay(Self.gathering, people: 3)
        play.says("2", "El horario separa los bloques")
        play.take(.joined(Party(id: "9", locale: "es-CL")))
        #expect(play.last.map(\.prompt) == ["engine/joined-late", "fixture/ideas"])
        #expect(play.last.allSatisfy { $0.to == "9" })
        #expect(!play.told("9").contains("horario"))
    }

    @Test(arguments: [2, 3, 8]) func leavingClosesABarrier(_ people: Int) throws {
        for byCommand in [false, true] {
            var play = try TeamPlay(Self.gathering, people: people)
            for person in play.people.dropLast() { play.says(person, "El horario separa al curso \(person)") }
            let last = String(people)
            if byCommand { play.says(last, "salir") } else { play.take(.left(party: last)) }
            #expect(play.items("ideas").count == people - 1)
            #expect(play.replays)
        }
    }

    @Test func whoLeftIsNotHeardUntilTheyComeBack() throws {
        var play = try TeamPlay(Self.gathering, people: 3)
        play.says("3", "salir")
        #expect(play.says("3", "Una idea tardía y larga").contains("Salieron"))
        #expect(play.state.question?.given.isEmpty == true)
        #expect(play.says("3", "seguir").contains("Sobre ideas"))
        play.says("3", "Una idea tardía y larga")
        #expect(play.state.question?.given.count == 1)
        #expect(play.replays)
    }

    @Test func aFacilitatorAloneWithOnePersonDoesNotAnswerForThem() throws {
        var play = try TeamPlay("- ask: asunto", people: 1, facilitator: true)
        #expect(play.says("1", "Hola, ¿cómo van?").contains("Ustedes conducen"))
        play.says("2", "salir")
        #expect(play.state.status == .waiting, "one who leaves does not end it for whoever leads")
    }

    @Test func aQuorumCloses() throws {
        var play = try TeamPlay("- gather: ideas\n  quorum: 2", people: 5)
        play.says("4", "El horario separa los bloques")
        #expect(play.state.status == .waiting)
        play.says("2", "La pauta llega en junio")
        #expect(play.state.status == .finished)
        #expect(play.items("ideas").count == 2)
    }

    @Test func timeRemindsOnceThoseWhoAreMissingAndThenCloses() throws {
        var play = try TeamPlay("- gather: ideas\n  minutes: 10\n  remind-after: 5", people: 3)
        play.says("2", "El horario separa los bloques")
        play.wait(minutes: 4)
        #expect(play.last.isEmpty)
        #expect(play.state.wakesAt == TestSupport.moment.milliseconds + 5 * 60_000)
        play.wait(minutes: 1)
        #expect(play.last.filter { $0.prompt == "engine/reminder" }.map(\.to) == ["1", "3"])
        play.wait(minutes: 1)
        #expect(play.last.isEmpty)
        play.wait(minutes: 4)
        #expect(play.state.status == .finished)
        #expect(play.items("ideas").map(\.text) == ["El horario separa los bloques"])
    }

    @Test(arguments: ["más tiempo 5", "more time 5"]) func moreTimeExtends(_ said: String) throws {
        var play = try TeamPlay(
            "- gather: ideas\n  minutes: 10",
            people: 3,
            locale: said.hasPrefix("more") ? "en" : "es-CL"
        )
        play.says("2", "El horario separa los bloques")
        play.says("1", said)
        #expect(play.last.map(\.prompt) == Array(repeating: "engine/more-time", count: 3))
        play.wait(minutes: 14)
        #expect(play.state.status == .waiting)
        play.wait(minutes: 1)
        #expect(play.state.status == .finished)
    }

    @Test func timeWithoutAnyAnswerAsksWhoeverLeads() throws {
        var play = try TeamPlay("- gather: ideas\n  minutes: 10", people: 3)
        play.wait(minutes: 10)
        #expect(play.last.map(\.prompt) == ["engine/nobody-yet"])
        #expect(play.last.map(\.to) == ["1"])
        play.wait(minutes: 10)
        #expect(play.last.isEmpty)
        #expect(play.state.status == .waiting)
    }

    @Test func whenEveryonePassesItGoesOnOrSaysSo() throws {
        var play = try TeamPlay(
            "- gather: ideas\n- ask: nota\n  optional: yes\n- agree: acuerdo",
            people: 2,
            facilitator: true
        )
        for person in play.people { play.says(person, "saltar") }
        #expect(play.items("ideas").isEmpty)
        #expect(play.last.contains { $0.prompt == "fixture/nota" })
        for person in play.people { play.says(person, "saltar") }
        #expect(play.last.contains { $0.prompt == "fixture/acuerdo" })
        for person in play.people { play.says(person, "saltar") }
        #expect(play.told("1").contains("Nadie ha respondido"))
    }

    @Test(arguments: ["atrás", "back", "reabrir"]) func reopeningKeepsWhatOthersHadGiven(_ said: String) throws {
        var play = try TeamPlay(Self.gathering, people: 3, facilitator: true)
        play.says("2", "El horario separa los bloques")
        play.says("3", "La pauta llega en junio")
        let given = play.state.question?.given
        play.says("4", "Cada curso usa su libro")
        #expect(play.items("ideas").count == 3)
        play.says("1", said)
        #expect(play.state.question?.given == given)
        #expect(play.state.question?.asked == play.state.turn)
        #expect(play.rehearsal.log.contains { $0.event == .said(party: "4", .text("Cada curso usa su libro")) })
        play.says("4", "Cada curso usa su propio libro")
        #expect(Set(play.items("ideas").map(\.text)).contains("Cada curso usa su propio libro"))
        #expect(play.items("ideas").count == 3)
        #expect(play.replays)
    }

    @Test func reopeningASecondRoundPutsThatRoundAgain() throws {
        var play = try TeamPlay("- gather: ideas\n- choose: idea\n  from: ideas\n- ask: nota", people: 4)
        play.all { "Una idea del curso \($0)" }
        for (person, said) in zip(play.people, ["1 1", "1 1", "2 2", "2 2"]) { play.says(person, said) }
        let level = play.state.question?.level
        #expect(level == [1, 2])
        play.all { _ in "1" }
        play.says("1", "atrás")
        #expect(play.state.question?.level == level)
        #expect(play.state.question?.round == 1)
        #expect(!play.told("2").contains("3. "), "only those that are level are shown")
        play.says("4", "2")
        #expect(play.state.answers["idea"] != nil)
        #expect(play.replays)
    }

    @Test func goingBackFromADepartureThatClosedItReopensIt() throws {
        for byCommand in [false, true] {
            var play = try TeamPlay(Self.gathering, people: 4)
            for person in ["1", "2", "3"] { play.says(person, "El horario separa al curso \(person)") }
            if byCommand { play.says("4", "salir") } else { play.take(.left(party: "4")) }
            #expect(play.items("ideas").count == 3)
            play.says("1", "atrás")
            #expect(play.state.answers["ideas"] == nil)
            #expect(play.state.question?.given.count == 3)
            #expect(play.state.parties[3].left == true, "nobody is called back by going back")
            play.says("1", "siguiente")
            #expect(play.items("ideas").count == 3)
            #expect(play.replays)
        }
    }

    @Test func whoWasSeatedStaysSeatedWhenGoingBack() throws {
        var play = try TeamPlay(Self.gathering, people: 2)
        play.all { "El horario separa al curso \($0)" }
        play.says("1", "sumar persona")
        #expect(play.state.parties.count == 3)
        play.says("1", "atrás")
        #expect(play.state.parties.map(\.id) == ["1", "2", "3"])
        #expect(play.replays)
    }

    @Test func aParticipantTakesBackOnlyTheirOwn() throws {
        var play = try TeamPlay("- gather: ideas\n  per-person: 2", people: 3)
        play.says("2", "El horario separa los bloques")
        play.says("3", "La pauta llega en junio", "Cada curso usa su libro")
        #expect(play.says("2", "atrás").contains("Sacamos su última respuesta"))
        #expect(play.state.question?.given.map(\.party) == ["3", "3"])
        #expect(play.says("2", "atrás").contains("Todavía no hay una respuesta suya"))
        play.says("3", "back")
        #expect(play.state.question?.given.map(\.value) == [.text("La pauta llega en junio")])
    }

    @Test(arguments: ["pausa", "salir"]) func whatIsPutAsideBeforeItBeginsCanBegin(_ said: String) throws {
        var play = try TeamPlay(Self.gathering, people: 2, begins: false)
        play.says("1", said, "seguir")
        #expect(play.state.status == .assembling)
        #expect(play.told("1").contains("siguiente"))
        play.says("1", "siguiente")
        #expect(play.state.question != nil)
    }

    @Test(arguments: ["saltar", "atrás", "repetir", "agregar: una idea", "juntar 1 2"])
    func beforeItBeginsNothingIsAsked(_ said: String) throws {
        var play = try TeamPlay(Self.gathering, people: 2, begins: false)
        #expect(!play.says("1", said).isEmpty)
        #expect(!play.told("1").contains("Agregado"))
        #expect(!play.last.contains { $0.prompt.hasPrefix("fixture/") })
        #expect(play.state.counter == 0 && play.state.status == .assembling)
    }

    @Test func whoLeavesDuringAPauseIsNotWaitedForAfterIt() throws {
        var play = try TeamPlay(Self.gathering, people: 3)
        play.says("1", "El horario separa los bloques")
        play.says("2", "La pauta llega en junio")
        play.says("1", "pausa")
        play.take(.left(party: "3"))
        play.says("1", "siguiente")
        #expect(play.items("ideas").count == 2)
    }
}
