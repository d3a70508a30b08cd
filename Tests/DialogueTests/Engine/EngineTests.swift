import Dialogue
import Foundation
import Scripts
import TestSupport
import Testing

/// The sample 5 Whys, played by one party.
private struct Play {
    var rehearsal: Rehearsal
    private(set) var last: [Message] = []

    init(_ flow: String = "five-whys", locale: String = "es-CL") throws {
        rehearsal = Rehearsal(try #require(try TestSupport.sample().flows[flow]).program)
        last = rehearsal.take(
            .opened(mode: .solo, parties: [Party(id: "1", locale: locale)], given: [:]),
            at: TestSupport.moment
        )
    }

    @discardableResult
    mutating func says(_ inputs: String...) -> String {
        for text in inputs { last = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
        return last.map(\.text).joined(separator: "\n")
    }

    @discardableResult
    mutating func presses(_ id: String) -> String {
        last = rehearsal.take(.said(party: "1", .choice(id)), at: TestSupport.moment)
        return last.map(\.text).joined(separator: "\n")
    }

    /// Up to the first why.
    mutating func problem() {
        says("La mitad de las tareas llega incompleta", "El libro de clases")
    }

    mutating func why(_ text: String) {
        says(text, "1", "1")
    }

    var state: DialogueState { rehearsal.state }
}

@Suite struct EngineTests {
    @Test func everyWhyRepeatsTheWholePreviousAnswer() throws {
        var play = try Play()
        play.problem()
        #expect(play.last.last?.text == "¿Por qué «La mitad de las tareas llega incompleta»?")
        play.why("No planificamos juntos: cada quien, con su ritmo y su libro")
        #expect(play.last.last?.text == "¿Por qué «No planificamos juntos: cada quien, con su ritmo y su libro»?")
    }

    @Test func atLeastThreeWhysAtMostSeven() throws {
        var play = try Play()
        play.problem()
        for index in 1...2 {
            play.why("Causa número \(index)")
            #expect(play.last.last?.text.contains("¿Por qué «Causa número \(index)»?") == true)
        }
        for index in 3...6 {
            play.why("Causa número \(index)")
            #expect(play.last.last?.text.contains(index < 5 ? "más profunda" : "suele bastar") == true)
            play.says("sí")
        }
        play.why("Causa número 7")
        #expect(play.last.last?.text.contains("Leámoslo al revés") == true)
        #expect(play.state.outcomes.count { $0.kind == "why" } == 7)
    }

    @Test func theChainIsReadBackwards() throws {
        var play = try Play()
        play.problem()
        for text in ["No detectamos a tiempo", "Las evaluaciones no son comparables.", "UTP no participa"] {
            play.why(text)
        }
        play.says("no")
        #expect(
            play.last.last?.text.contains(
                """
                UTP no participa; por lo tanto, las evaluaciones no son comparables.
                Las evaluaciones no son comparables; por lo tanto, no detectamos a tiempo.
                No detectamos a tiempo; por lo tanto, la mitad de las tareas llega incompleta.
                """
            ) == true
        )
    }

    @Test func goingBackUnmakesOneAnswerAtATime() throws {
        var play = try Play()
        play.problem()
        play.why("Primera causa del asunto")
        let before = play.state
        play.says("Segunda causa del asunto", "2")
        #expect(play.says("atrás").contains("¿Cómo lo saben?"))
        #expect(play.says("volver").contains("¿Por qué «Primera causa del asunto»?"))
        #expect(play.state.outcomes == before.outcomes)
        #expect(play.state.answers == before.answers)
        play.why("Cada curso corrige con su propia pauta")
        #expect(play.state.outcomes.last?.text == "Cada curso corrige con su propia pauta")
        #expect(Engine.replay(play.rehearsal.program, play.rehearsal.log) == play.state)
    }

    @Test func goingBackFromTheFirstQuestionSaysSo() throws {
        var play = try Play()
        #expect(play.says("atrás").contains("no hay nada antes"))
        #expect(play.state.status == .waiting)
    }

    @Test func aFinishedDialogueCanStillGoBack() throws {
        var play = try Play("metacognition-ladder")
        play.says("Uno", "Dos", "Tres", "Cuatro")
        #expect(play.state.status == .finished)
        #expect(play.says("atrás").contains("otra ocasión"))
        #expect(play.state.status == .waiting)
        #expect(play.state.outcomes.count == 3)
        play.says("Otra cosa")
        #expect(play.state.outcomes.last?.text == "Otra cosa")
    }

    @Test func anOldButtonIsKnownAsOne() throws {
        var play = try Play()
        play.problem()
        play.says("Primera causa del asunto")
        let old = try #require(play.last.last?.choices.first?.id)
        play.presses(old)
        #expect(play.state.answers["evidence"] == .option("fact"))
        #expect(play.presses(old).contains("pregunta anterior"))
        #expect(play.state.answers["control"] == nil)
        play.says("atrás")
        #expect(play.presses(old).contains("pregunta anterior"))
        let fresh = try #require(play.last.last?.choices.last?.id)
        play.presses(fresh)
        #expect(play.state.answers["evidence"] == .option("assumption"))
        #expect(Engine.replay(play.rehearsal.program, play.rehearsal.log) == play.state)
    }

    @Test(arguments: ["ayuda", "AYUDA", "repetir", "resumen", "menú", "Ayúda"])
    func commandsWorkAnywhereAndChangeNothing(_ command: String) throws {
        var play = try Play()
        play.problem()
        let before = play.state
        let said = play.says(command)
        #expect(said.contains("¿Por qué «La mitad de las tareas llega incompleta»?"))
        var after = play.state
        after.turn = before.turn
        #expect(after == before)
    }

    @Test func pauseWaitsAndAnythingWakesIt() throws {
        var play = try Play()
        play.problem()
        play.says("pausa")
        #expect(play.state.status == .paused)
        #expect(play.says("hola de nuevo").contains("¿Por qué «La mitad"))
        #expect(play.state.status == .waiting)
        #expect(play.state.outcomes.count == 1)
    }

    @Test func stopKeepsWhatWasRecordedAndCanBeTakenUp() throws {
        var play = try Play()
        play.problem()
        play.says("salir")
        #expect(play.state.status == .stopped)
        #expect(play.state.outcomes.count == 1)
        #expect(play.says("algo más").contains("ya terminó"))
        #expect(play.says("seguir").contains("¿Por qué «La mitad"))
    }

    @Test func whatIsNeededCannotBeSkippedAndTheRestCan() throws {
        var play = try Play()
        #expect(play.says("saltar").contains("la necesitamos"))
        play.says("Las tareas llegan incompletas", "saltar porque no tenemos el dato")
        #expect(play.last.last?.text.contains("¿Por qué") == true)
        #expect(play.state.outcomes.map(\.kind) == ["skipped", "problem"])
        #expect(play.state.outcomes.first?.text == "no tenemos el dato")
        #expect(play.state.outcomes.last?.fields.isEmpty == true)
    }

    @Test func aTextTooLongIsAskedForShorter() throws {
        var play = try Play()
        let said = play.says(String(repeating: "a", count: Limits.answerCharacters + 1))
        #expect(said.contains("2001") && said.contains("2000"))
        #expect(play.state.answers.isEmpty)
    }

    @Test func aHypothesisIsWhatComesOut() throws {
        var play = try Play()
        play.problem()
        for index in 1...3 { play.why("Causa número \(index)") }
        play.says("no", "1", "no", "El horario separa los bloques")
        #expect(play.state.outcomes.last?.kind == "root-cause")
        #expect(play.state.outcomes.last?.text == "El horario separa los bloques")
        #expect(play.state.outcomes.last?.fields["chain"] == .option("holds"))
    }

    @Test func anEarlierAnswerCanBeCorrectedFromWhereOneIs() throws {
        var play = try Play()
        play.problem()
        play.why("No detectamos a tiempo a quienes no avanzan")
        #expect(play.says("resumen").contains("2. Causa: No detectamos a tiempo a quienes no avanzan"))
        let said = play.says("corregir 2: No detectamos en abril a quienes no avanzan")
        #expect(said.contains("¿Por qué «No detectamos en abril a quienes no avanzan»?"))
        #expect(play.state.outcomes[1].text == "No detectamos en abril a quienes no avanzan")
        play.says("corregir 1: La mitad de las tareas de 5° llega incompleta")
        #expect(play.state.outcomes[1].fields["question"] == .text("La mitad de las tareas de 5° llega incompleta"))
        #expect(play.says("corregir 9: nada").contains("no está en la lista"))
        #expect(Engine.replay(play.rehearsal.program, play.rehearsal.log) == play.state)
        play.says("atrás")
        #expect(Engine.replay(play.rehearsal.program, play.rehearsal.log) == play.state)
    }

    @Test func stateStaysSmall() throws {
        var play = try Play()
        play.problem()
        for index in 1...5 {
            play.why("Causa número \(index), dicha con las palabras de un equipo que piensa en conjunto")
            if index >= 3 { play.says(index == 5 ? "no" : "sí") }
            for _ in 0..<20 { play.says("repetir") }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        #expect(try encoder.encode(play.state).count < 3_000)
    }

    @Test(arguments: 0..<60)
    func anyWordsInAnyOrderReplayEqual(_ seed: Int) throws {
        var generator = SplitMix(state: UInt64(seed))
        let words = [
            "atrás", "ayuda", "saltar", "sí", "no", "1", "2", "3", "resumen", "pausa", "seguir", "salir", "repetir",
            "hola",
            "Las tareas llegan incompletas desde marzo", "El horario separa los bloques de planificación", "", "🙂",
            "mañana",
            "\u{0}\u{301}", "menú", "mantener", "cerrar", "1.fact", "siguiente",
        ]
        var play = try Play(seed % 2 == 0 ? "five-whys" : "planning-row", locale: seed % 3 == 0 ? "en" : "es-CL")
        for _ in 0..<60 {
            if Bool.random(using: &generator), let choice = play.last.last?.choices.randomElement(using: &generator) {
                play.presses(choice.id)
            } else {
                play.says(words.randomElement(using: &generator) ?? "")
            }
            #expect(play.last.allSatisfy { !$0.text.isEmpty })
        }
        #expect(Engine.replay(play.rehearsal.program, play.rehearsal.log) == play.state)
        #expect(play.state.outcomes.map(\.number) == Array(0..<play.state.outcomes.count).map { $0 + 1 })
    }
}
