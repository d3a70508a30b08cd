import Dialogue
import Foundation
import Scripts
import TestSupport
import Testing

/// The engine's part of what is always true.
@Suite struct PropertyAlwaysTrueTests {
    private static let flow = """
        - gather: ideas
          minutes: 10
          remind-after: 5
        - choose: idea
          from: ideas
          by: single
        - record: idea
        - agree: acuerdo
        - ask: nota
          record: nota
        """
    private static let ideas = ["El horario separa los bloques", "La pauta llega en junio", "Cada curso usa su libro"]

    private func finished(locale: String = "es-CL") throws -> TeamPlay {
        var play = try TeamPlay(Self.flow, people: 3, locale: locale)
        play.all { Self.ideas[$0] }
        play.all { _ in "2" }
        play.all { _ in "4" }
        play.all { _ in "Quedamos en eso" }
        return play
    }

    @Test func sameFlowSameAnswersSameOutcome() throws {
        let (one, other) = (try finished(), try finished())
        #expect(one.state.status == .finished)
        #expect(one.state == other.state)
        #expect(one.heard.map(\.message) == other.heard.map(\.message))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let log = try JSONDecoder().decode([LogEntry].self, from: encoder.encode(one.rehearsal.log))
        #expect(try encoder.encode(Engine.replay(one.program, log)) == encoder.encode(one.state))
    }

    @Test func theLanguageChangesTheWordsAndNotTheOutcome() throws {
        let (one, other) = (try finished(), try finished(locale: "en"))
        #expect(one.state.outcomes == other.state.outcomes)
        #expect(one.heard.map(\.message.prompt) == other.heard.map(\.message.prompt))
        #expect(one.heard.map(\.message.text) != other.heard.map(\.message.text))
    }

    @Test func rulesLiveInTheEngine() throws {
        var play = try TeamPlay(Self.flow, people: 3, facilitator: true)
        play.all { Self.ideas[$0] }
        let before = play.state.question
        play.says("1", "2")
        play.says("7", "2")
        play.presses("7", "\(before?.asked ?? 0).2")
        play.says("2", "1 2")
        #expect(
            play.state.question == before,
            "who guides, who is not there, and more votes than there are do not count"
        )
    }

    @Test func checksNeverBlock() throws {
        var play = try TeamPlay(
            "- gather: ideas\n  checks: [blame, solution, several, absence, vague, symptom, external]",
            people: 2
        )
        for person in play.people {
            for _ in 0..<3 where !(play.state.question?.given.contains { $0.party == person } ?? true) {
                play.says(person, "Los profesores son flojos y hay que hacer un taller")
            }
        }
        #expect(play.state.status == .finished)
    }

    @Test func goingBackIsFreeAndKeepsEverything() throws {
        var play = try finished()
        let outcomes = play.state.outcomes
        let log = play.rehearsal.log.count
        var steps = 0
        while !play.state.settled.isEmpty, steps < 20 {
            let before = play.state.settled.count
            play.says("1", "atrás")
            #expect(play.state.settled.count == before - 1)
            #expect(play.state.status == .waiting)
            steps += 1
        }
        #expect(steps == 4)
        #expect(play.state.answers.isEmpty && play.state.outcomes.isEmpty)
        #expect(play.says("1", "atrás").contains("no hay nada antes"))
        #expect(play.rehearsal.log.count == log + steps + 1, "the log only grows")
        play.says("3", Self.ideas[2])
        play.all { _ in "2" }
        play.all { _ in "4" }
        play.all { _ in "Quedamos en eso" }
        #expect(play.state.status == .finished)
        #expect(play.outcomes("nota").map(\.text) == outcomes.filter { $0.kind == "nota" }.map(\.text))
        #expect(play.replays)
    }

    @Test func timersDoNothingIfTheDialogueMovedOn() throws {
        var play = try TeamPlay(Self.flow, people: 3)
        play.all { Self.ideas[$0] }
        #expect(play.state.wakesAt == nil)
        let before = play.state
        play.wait(minutes: 60)
        var after = play.state
        after.turn = before.turn
        #expect(play.last.isEmpty && after == before)
        for said in ["pausa", "salir"] {
            play = try TeamPlay(Self.flow, people: 3)
            play.says("2", Self.ideas[0])
            play.says("1", said)
            #expect(play.state.wakesAt == nil)
            play.wait(minutes: 60)
            #expect(play.last.isEmpty && play.items("ideas").isEmpty)
        }
    }

    @Test(arguments: ["es-CL", "en"]) func everyLimitIsAClearMessage(_ locale: String) throws {
        var play = try TeamPlay(Self.flow, people: Limits.parties, locale: locale)
        play.take(.joined(Party(id: "99", locale: locale)))
        #expect(play.told("99").contains("\(Limits.parties)"))
        #expect(play.state.parties.count == Limits.parties)
        #expect(play.says("1", "sumar persona").contains("\(Limits.parties)"))
        play.take(.left(party: "5"))
        play.take(.joined(Party(id: "5", locale: locale)))
        #expect(play.last.first?.prompt == "engine/joined-late", "who belongs to it can always come back")
        let long = String(repeating: "a", count: Limits.answerCharacters + 1)
        for said in [long, "agregar: " + long, "a todos: " + long, "por 2: " + long, "saltar porque " + long] {
            #expect(play.says("1", said).contains("\(Limits.answerCharacters)"))
        }
        #expect(play.state.question?.given.isEmpty == true)
        #expect(play.says("1", "más tiempo 99999").contains("240"))
    }

    @Test func aTurnIsBounded() throws {
        let program = try TeamPlay.program("- ask: nota")
        let endless = Program(
            flow: "fixture",
            modes: [.solo],
            instructions: [Instruction(step: "a", operation: .jump(0))],
            phrases: program.phrases
        )
        var rehearsal = Rehearsal(endless)
        let messages = rehearsal.take(
            .opened(mode: .solo, parties: [Party(id: "1", locale: "es-CL")], given: [:]),
            at: TestSupport.moment
        )
        #expect(messages.map(\.prompt) == ["engine/too-long-a-turn"])
        #expect(rehearsal.state.status == .stopped)
    }

    @Test func anonymousMeansNoAuthorIsKept() throws {
        let play = try finished()
        #expect(play.state.outcomes.allSatisfy { $0.fields["role"] == nil })
        let json = String(decoding: try JSONEncoder().encode(play.state.outcomes), as: UTF8.self)
        #expect(!json.contains("cargo") && !json.contains("party"))
    }

    static let flows = ["five-whys", "planning-row", "metacognition-ladder"]
    static let commands = [
        ("ayuda", "help"), ("AYÚDA", "Help!"), ("repetir", "repeat"), ("resumen", "summary"), ("menú", "menu"),
        ("borrar mis datos", "delete my data"), ("atrás", "back"), ("saltar", "skip"), ("pausa", "pause"),
        ("seguir", "resume"),
        ("salir", "stop"),
    ]

    @Test(arguments: flows, commands) func commandsWorkInEveryFlow(_ flow: String, _ command: (es: String, en: String))
        throws
    {
        let program = try #require(try TestSupport.sample().flows[flow]).program
        for (locale, said) in [("es-CL", command.es), ("en", command.en)] {
            for mode in Mode.allCases {
                var play = Rehearsal(program)
                let parties = [Party(id: "1", locale: locale), Party(id: "2", locale: locale)]
                _ = play.take(
                    .opened(mode: mode, parties: mode == .team ? parties : [parties[0]], given: [:]),
                    at: TestSupport.moment
                )
                if mode == .team { _ = play.take(.control(by: "1", .next), at: TestSupport.moment) }
                let before = play.state
                let messages = play.take(.said(party: "1", .text(said)), at: TestSupport.moment)
                #expect(messages.contains { $0.to == "1" }, "\(locale) \(mode)")
                #expect(play.state.answers.allSatisfy { before.answers[$0.key] == $0.value }, "a command is no answer")
                if command.es == "pausa" { #expect(play.state.status == .paused) }
                if command.es == "salir" { #expect(play.state.status == .stopped) }
            }
        }
    }
}
