import Dialogue
import Testing

/// Checks ask, remember, and never block; personal data alone wait until they are taken out or kept on purpose.
@Suite struct TeamCheckTests {
    private static let flow = """
        - gather: ideas
          per-person: 4
          checks: [blame, solution, several, absence, vague, personal-data]
          as: why
        - ask: nota
        """

    private func play(people: Int = 2, locale: String = "es-CL") throws -> TeamPlay {
        try TeamPlay(Self.flow, people: people, locale: locale)
    }

    @Test func aFlagAsksOnceAndTwoFlagsAtMost() throws {
        var play = try play()
        let flagged = [
            "Los profesores son flojos", "Implementar un taller de lectura", "No hay horario común", "Mala gestión",
        ]
        var asked: [String] = []
        for text in flagged {
            play.says("2", text)
            asked += play.last.map(\.prompt).filter { $0.hasPrefix("checks/") }
            if play.state.question?.held["2"] == nil { break }
        }
        #expect(asked.count == 2)
        #expect(Set(asked).count == 2)
        #expect(play.state.question?.given.count == 1)
        #expect(play.state.question?.given.first?.flags?.isEmpty == false)
    }

    @Test(arguments: ["mantener", "Mantener", "keep"]) func theWordsCanAlwaysBeKept(_ said: String) throws {
        var play = try play(locale: said == "keep" ? "en" : "es-CL")
        play.says("2", "Implementar un taller de lectura")
        #expect(play.state.question?.given.isEmpty == true)
        play.says("2", said)
        #expect(play.state.question?.given.map(\.value) == [.text("Implementar un taller de lectura")])
        #expect(play.state.question?.given.first?.flags?.contains(.solution) == true)
    }

    @Test func anIdeaForLaterIsKept() throws {
        var play = try play()
        play.says("2", "Implementar un taller de lectura", "El horario separa los bloques")
        #expect(play.outcomes("idea").map(\.text) == ["Implementar un taller de lectura"])
        #expect(play.state.question?.given.map(\.value) == [.text("El horario separa los bloques")])
    }

    @Test func personalDataWaitUntilTheyAreTakenOutOrKept() throws {
        var play = try play()
        for _ in 0..<5 {
            #expect(play.says("2", "Escribir a ana@example.org antes del lunes").contains("correo"))
            #expect(play.state.question?.given.isEmpty == true)
        }
        play.says("1", "El horario separa los bloques", "listo")
        play.says("1", "siguiente")
        #expect(play.items("ideas").map(\.text) == ["El horario separa los bloques"])
        #expect(!play.everythingTold("1").contains("ana@example.org"))
        play.says("1", "atrás")
        play.says("2", "Escribir a ana@example.org antes del lunes", "mantener")
        #expect(play.state.question?.given.contains { $0.party == "2" } == true)
    }

    @Test func personalDataAreNotKeptAsAnIdeaEither() throws {
        var play = try play()
        play.says("2", "Implementar un taller de lectura", "Implementar un taller y escribir a ana@example.org")
        #expect(play.state.question?.held["2"]?.flags.contains(.personalData) == true)
        play.says("2", "El horario separa los bloques")
        #expect(play.state.question?.given.map(\.value) == [.text("El horario separa los bloques")])
        #expect(!play.state.outcomes.contains { $0.text.contains("@") })
    }

    @Test func theSameFlagOfSomebodyElseAsksThemToo() throws {
        var play = try play(people: 3)
        play.says("2", "Implementar un taller de lectura")
        play.says("3", "Capacitar a los docentes en fluidez lectora")
        #expect(play.last.map(\.prompt) == ["checks/check-solution"])
        #expect(play.last.map(\.to) == ["3"])
        #expect(play.state.question?.held.count == 2)
    }

    @Test func ofSeveralLinesNoneIsLost() throws {
        var play = try play()
        play.says(
            "2",
            "1. El horario separa los bloques\n2. Implementar un taller de lectura\n3. La pauta llega en junio"
        )
        #expect(
            play.state.question?.given.map(\.value) == [
                .text("El horario separa los bloques"), .text("La pauta llega en junio"),
            ]
        )
        #expect(play.state.question?.held["2"]?.text == "Implementar un taller de lectura")
        play.says("2", "mantener")
        #expect(play.state.question?.given.count == 3)
    }

    @Test func linesWithPersonalDataWaitTogether() throws {
        var play = try play()
        play.says("2", "Implementar un taller de lectura\nEscribir a ana@example.org\nEl horario separa los bloques")
        #expect(play.state.question?.given.map(\.value) == [.text("El horario separa los bloques")])
        play.says("2", "mantener")
        #expect(play.state.question?.given.count == 3)
    }

    @Test func aParagraphIsOneAnswerWhereOneIsAsked() throws {
        var play = try TeamPlay("- gather: ideas", people: 2)
        play.says("2", "El horario separa los bloques\ny no hay otra hora")
        #expect(play.state.question?.given.count == 1)
    }
}
