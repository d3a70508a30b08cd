import Dialogue
import TestSupport
import Testing

/// Every step ends, for teams of one, two, three, eight and forty, with and without somebody who only facilitates.
@Suite struct TeamStepTests {
    struct Team: Sendable, CustomTestStringConvertible {
        let people: Int
        let facilitator: Bool
        var testDescription: String { "\(people)\(facilitator ? " y guía" : "")" }
    }

    static let teams = [1, 2, 3, 8, 40].flatMap { people in
        [false, true].map { Team(people: people, facilitator: $0) }
    }

    private static let texts = [
        "El horario separa los bloques", "La pauta llega en junio", "Cada curso usa su libro",
        "Las familias reciben tarde el aviso", "El laboratorio comparte sala",
    ]

    private func play(_ steps: String, _ team: Team) throws -> TeamPlay {
        try TeamPlay(steps, people: team.people, facilitator: team.facilitator)
    }

    @Test(
        arguments: teams,
        [
            ("text", "una sola voz", Value.text("una sola voz")), ("yes-no", "sí", .flag(true)),
            ("date", "15/03/2027", .day(CalendarDay(year: 2027, month: 3, day: 15) ?? .first)),
            ("{ number: [1, 5] }", "4", .number(4)), ("{ one-of: [alto, bajo] }", "es bajo", .option("bajo")),
        ]
    )
    func askEnds(_ team: Team, _ kind: (answer: String, said: String, value: Value)) throws {
        var play = try play("- ask: asunto\n  answer: \(kind.answer)", team)
        play.all { _ in kind.said }
        #expect(play.state.status == .finished)
        #expect(play.state.answers["asunto"] == kind.value)
        #expect(play.replays)
    }

    @Test(arguments: teams) func wordsThatDifferAreVotedOnAndParked(_ team: Team) throws {
        var play = try play("- ask: asunto", team)
        play.all { Self.texts[$0 % Self.texts.count] }
        let different = min(team.people, Self.texts.count)
        if different > 1 {
            #expect(play.state.question?.items.count == different)
            play.all { _ in "2" }
        }
        #expect(play.state.status == .finished)
        #expect(play.outcomes("parked").count == different - 1)
    }

    @Test(arguments: teams, ["anonymous", "private", "role"])
    func gatherEnds(_ team: Team, _ visibility: String) throws {
        var play = try play("- gather: ideas\n  visibility: \(visibility)", team)
        play.all { "\(Self.texts[$0 % 5]) (\($0))" }
        #expect(play.state.status == .finished)
        #expect(play.items("ideas").count == team.people)
        #expect(play.items("ideas").allSatisfy { ($0.role != nil) == (visibility == "role") })
    }

    @Test(arguments: teams) func groupEndsAndKeepsTheOriginals(_ team: Team) throws {
        var play = try play("- gather: ideas\n- group: ideas\n- record: idea-list\n  text: ideas", team)
        play.all { "El horario separa los bloques \(["", "hoy", "ya"][$0 % 3])" }
        if team.people > 1 { play.says(play.lead, "sí") }
        #expect(play.state.status == .finished)
        let items = play.items("ideas")
        #expect(items.count + items.flatMap { $0.merged ?? [] }.count == team.people)
        #expect(items.map(\.number) == Array(1...items.count))
        #expect(
            items.contains { $0.merged != nil } == play.outcomes("idea-list").contains { $0.fields["merged"] != nil }
        )
    }

    @Test(arguments: teams, ["dots", "rank", "single"])
    func chooseEndsAndParksTheRest(_ team: Team, _ method: String) throws {
        for keep in 1...2 {
            var play = try play(
                "- gather: ideas\n  per-person: 3\n- choose: idea\n  from: ideas\n  by: \(method)\n  keep: \(keep)",
                team
            )
            for person in play.people {
                for index in 1...3 where play.state.question != nil && play.items("ideas").isEmpty {
                    play.says(person, "\(Self.texts[index]) \(person)")
                }
            }
            let count = play.items("ideas").count
            if team.people > 1 { #expect(count == team.people * 3) }
            var turns = 0
            while play.state.status == .waiting, turns < 4 {
                turns += 1
                let open = play.state.question?.level.first.map { [$0] } ?? [1, 2, 3]
                play.all { String(open[$0 % open.count]) }
                if team.people == 1, keep == 2, play.state.status == .waiting { play.says(play.people[0], "1 2") }
            }
            #expect(play.state.status == .finished, "\(team.testDescription) \(method) \(keep)")
            let chosen = keep == 1 ? 1 : play.items("idea").count
            #expect(chosen + play.outcomes("parked").count == max(count, 1))
            #expect(play.replays)
        }
    }

    @Test(arguments: teams) func agreeRateCollectAndWaitEnd(_ team: Team) throws {
        var play = try play(
            "- agree: acuerdo\n- rate: pulso\n  items: [claro, util]\n  scale: [1, 4]\n- collect: tareas\n- wait: pausa",
            team
        )
        play.all { _ in "4" }
        #expect(play.state.answers["acuerdo"] == .option("agreed"))
        play.all { _ in "3 4" }
        #expect(
            play.outcomes("rating").map { $0.fields["sum"] } == [.number(3 * team.people), .number(4 * team.people)]
        )
        play.says(play.lead, "Pedir el horario", "Revisar la pauta", "listo")
        #expect(play.items("tareas").map(\.text) == ["Pedir el horario", "Revisar la pauta"])
        play.says(play.lead, "siguiente")
        #expect(play.state.status == .finished)
        #expect(play.replays)
    }
}
