import Dialogue
import TestSupport
import Testing

/// What whoever leads can do, in both languages, and what nobody else can.
@Suite struct TeamControlTests {
    private static let ideas = ["El horario separa los bloques", "La pauta llega en junio", "Cada curso usa su libro"]
    private static let flow = "- gather: ideas\n- choose: idea\n  from: ideas\n- ask: nota"

    /// A vote is open.
    private func vote(locale: String = "es-CL") throws -> TeamPlay {
        var play = try TeamPlay(Self.flow, people: 3, facilitator: true, locale: locale)
        play.all { Self.ideas[$0] }
        return play
    }

    @Test(arguments: [true, false]) func whatIsForWhoeverLeadsReachesNobodyElse(_ facilitator: Bool) throws {
        var play = try TeamPlay(
            "- ask: nota\n- say: aviso\n  who: lead\n- ask: fin",
            people: 2,
            facilitator: facilitator
        )
        play.all { _ in "Una nota" }
        let told = play.last.filter { $0.prompt == "fixture/aviso" }.map(\.to)
        #expect(told == [play.lead] && play.replays)
    }

    @Test(arguments: [("por 3: ", "sumar persona"), ("for 3: ", "add person")])
    func somebodyWithoutAPhoneTakesPart(_ answer: String, _ seat: String) throws {
        var play = try TeamPlay(Self.flow, people: 2)
        #expect(play.says("1", seat).contains("3"))
        play.all { Self.ideas[$0] }
        #expect(play.state.question?.given.count == 2)
        play.says("1", answer + Self.ideas[2])
        #expect(Set(play.items("ideas").map(\.text)) == Set(Self.ideas))
    }

    @Test(arguments: ["por 9: algo", "por 0: algo", "por 9223372036854775807: algo"])
    func anAnswerForNobodySaysSo(_ said: String) throws {
        var play = try TeamPlay(Self.flow, people: 2)
        #expect(play.says("1", said).contains("no está en la lista"))
        #expect(play.state.question?.given.isEmpty == true)
        play.take(.control(by: "1", .answer(for: .min, "algo")))
        #expect(play.told("1").contains("no está en la lista"))
    }

    @Test(arguments: [
        ("es-CL", ["juntar 1 3", "agregar: otra idea más", "quitar 2"]),
        ("en", ["merge 1 3", "add: otra idea más", "remove 2"]),
    ])
    func optionsChangeBeforeTheVote(_ locale: String, _ said: [String]) throws {
        var play = try vote(locale: locale)
        let before = play.state.question?.items ?? []
        let old = play.last.flatMap(\.choices).map(\.id)
        play.says("1", said[0])
        #expect(play.state.question?.items.first?.merged == [before[2].text])
        #expect(Set(play.last.map(\.to)) == ["1", "2", "3", "4"], "everyone sees the options as they are now")
        play.says("1", said[1])
        #expect(play.state.question?.items.map(\.number) == [1, 2, 3])
        play.says("1", said[2])
        #expect(play.state.question?.items.map(\.number) == [1, 3])
        #expect(play.outcomes("parked").map(\.text) == [before[1].text])
        #expect(old.allSatisfy { play.presses("2", $0).isEmpty == false })
        #expect(play.state.question?.given.isEmpty == true, "old buttons are known as such")
    }

    @Test(arguments: ["juntar 1 3", "agregar: otra idea más", "quitar 2"]) func andNotAfterIt(_ said: String) throws {
        var play = try vote()
        play.says("2", "1")
        let question = play.state.question
        #expect(play.says("1", said).contains("no se puede hacer en este momento"))
        #expect(play.state.question == question)
        #expect(play.outcomes("parked").isEmpty)
    }

    @Test(arguments: ["juntar 1 9", "quitar 9", "juntar 2 2"]) func unknownNumbersChangeNothing(_ said: String) throws {
        var play = try vote()
        let items = play.state.question?.items
        #expect(!play.says("1", said).isEmpty)
        #expect(play.state.question?.items == items)
    }

    @Test(arguments: ["siguiente", "next", "cerrar", "close"]) func closingTakesWhatIsIn(_ said: String) throws {
        var play = try TeamPlay(Self.flow, people: 3, locale: ["next", "close"].contains(said) ? "en" : "es-CL")
        #expect(!play.says("1", said).isEmpty, "nobody has answered yet")
        #expect(play.state.question?.given.isEmpty == true)
        play.says("2", Self.ideas[0])
        play.says("3", Self.ideas[1])
        play.says("1", said)
        #expect(play.items("ideas").count == 2)
    }

    @Test(arguments: ["siguiente", "quitar 1", "juntar 1 2", "más tiempo 5", "sumar persona"])
    func nobodyElseControls(_ said: String) throws {
        var play = try vote()
        let before = play.state
        play.says("2", said)
        #expect(play.state.parties == before.parties)
        #expect(play.state.counter == before.counter)
        #expect(play.state.question?.items == before.question?.items)
    }

    @Test(arguments: ["pausa", "pause"]) func onlyWhoeverLeadsPauses(_ said: String) throws {
        var play = try vote(locale: said == "pause" ? "en" : "es-CL")
        play.says("2", said)
        #expect(play.state.status == .waiting)
        play.says("1", said)
        #expect(play.state.status == .paused)
        #expect(play.last.count == 4)
    }

    @Test(arguments: [("a todos: faltan cinco", "quiénes", "es-CL"), ("to all: faltan cinco", "who", "en")])
    func everyoneIsToldAndCounted(_ tell: String, _ who: String, _ locale: String) throws {
        var play = try vote(locale: locale)
        play.says("1", tell)
        #expect(play.last.count == 4 && play.last.allSatisfy { $0.text.contains("faltan cinco") })
        play.says("2", "1")
        let list = play.says("1", who)
        #expect(list.contains("2. cargo 2 ✓") && list.contains("3. cargo 3 …") && list.contains("1. cargo 1 🧭"))
    }

    @Test func whatComesLateIsParked() throws {
        var play = try vote()
        #expect(play.says("2", "Una cuarta idea que llega tarde").contains("estacionamiento"))
        #expect(play.outcomes("parked").map(\.text) == ["Una cuarta idea que llega tarde"])
        #expect(play.state.question?.given.isEmpty == true)
    }

    @Test func controlsWorkWhileACheckWaits() throws {
        var play = try TeamPlay("- gather: ideas\n  checks: [solution]\n- ask: nota", people: 2)
        play.says("1", "Implementar un taller de lectura")
        #expect(play.state.question?.held["1"] != nil)
        play.says("2", Self.ideas[0])
        play.says("1", "siguiente")
        #expect(Set(play.items("ideas").map(\.text)) == ["Implementar un taller de lectura", Self.ideas[0]])
    }
}
