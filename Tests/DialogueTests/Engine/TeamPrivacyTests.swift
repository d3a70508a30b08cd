import Dialogue
import TestSupport
import Testing

/// What is hidden stays hidden, and what has no author has none.
@Suite struct TeamPrivacyTests {
    private static let words = ["El horario separa zorrouno", "La pauta llega zorrodos", "Cada curso usa zorrotres"]

    @Test(arguments: ["anonymous", "private", "role"]) func nothingIsToldBeforeAllAreIn(_ visibility: String) throws {
        var play = try TeamPlay(
            "- gather: ideas\n  visibility: \(visibility)\n- ask: nota",
            people: 3,
            facilitator: true
        )
        for (person, text) in zip(play.people.dropLast(), Self.words) { play.says(person, text) }
        for command in ["resumen", "quiénes", "repetir", "ayuda"] {
            for id in ["1"] + play.people { play.says(id, command) }
        }
        play.take(.joined(Party(id: "9", locale: "en")))
        play.says("1", "más tiempo 5", "a todos: queda poco")
        #expect(!play.heard.contains { $0.message.text.contains("zorro") })
        play.says("4", Self.words[2])
        play.says("9", "I have nothing else to add")
        let isPrivate = visibility == "private"
        #expect(play.everythingTold("1").contains("zorrouno"), "who facilitates reads them")
        for person in play.people { #expect(play.everythingTold(person).contains("zorro") == !isPrivate) }
    }

    @Test func privateWordsReachNoSummaryEither() throws {
        var play = try TeamPlay(
            "- gather: ideas\n  visibility: private\n  per-person: 2\n- group: ideas\n- record: idea-list\n  text: ideas\n- ask: nota",
            people: 3,
            facilitator: true
        )
        for person in play.people { play.says(person, "El horario separa zorrouno", "El horario separa zorrodos") }
        play.says("1", "sí")
        #expect(play.outcomes("idea-list").allSatisfy { $0.fields["private"] == .flag(true) })
        for person in play.people {
            play.says(person, "resumen")
            #expect(!play.everythingTold(person).contains("zorro"))
        }
        play.says("1", "resumen")
        #expect(play.told("1").contains("zorro"))
    }

    @Test func votesAreBlind() throws {
        var play = try TeamPlay("- gather: ideas\n- choose: idea\n  from: ideas\n  by: single\n- ask: nota", people: 3)
        play.all { Self.words[$0] }
        let messages = play.heard.count
        play.says("2", "3")
        #expect(play.heard.dropFirst(messages).map(\.message.to) == ["2"])
        #expect(play.heard.last?.message.prompt == "engine/noted")
    }

    @Test func signedContributionsCarryTheRoleOfTheirOwnAuthor() throws {
        var play = try TeamPlay("- gather: ideas\n  visibility: role\n- record: idea-list\n  text: ideas", people: 3)
        play.take(.joined(Party(id: "9", locale: "es-CL")))
        play.all { Self.words[$0] }
        #expect(play.told("9").isEmpty)
        play.says("9", "Otra idea sin cargo")
        #expect(play.items("ideas").map(\.role) == ["cargo 1", "cargo 2", "cargo 3", nil])
        #expect(
            play.outcomes("idea-list").map { $0.fields["role"] } == [
                .text("cargo 1"), .text("cargo 2"), .text("cargo 3"), nil,
            ]
        )
    }

    @Test func anonymousItemsDoNotDependOnWhoOrWhen() throws {
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        var seen: [[Item]] = []
        for people in orders {
            for texts in orders {
                var play = try TeamPlay("- gather: ideas\n- record: idea-list\n  text: ideas", people: 3)
                for index in 0..<3 { play.says(play.people[people[index]], Self.words[texts[index]]) }
                seen.append(play.items("ideas"))
                #expect(play.items("ideas").allSatisfy { $0.role == nil })
                #expect(play.outcomes("idea-list").allSatisfy { $0.fields.isEmpty })
            }
        }
        #expect(Set(seen.map { $0.map(\.text) }).count == 1)
        #expect(Set(seen[0].map(\.text)) == Set(Self.words))
    }

    @Test func onceSettledNothingTellsWhoGaveWhat() throws {
        var play = try TeamPlay("- gather: ideas\n- agree: acuerdo\n- ask: nota", people: 3)
        play.all { Self.words[$0] }
        #expect(play.state.question?.given.isEmpty == true)
        for (person, number) in [("1", "5"), ("2", "1"), ("3", "4")] { play.says(person, number) }
        play.says("2", "Falta zorrotiempo")
        #expect(play.outcomes("reservation").allSatisfy { $0.fields["role"] == nil })
        let told = play.last.filter { $0.text.contains("zorrotiempo") }
        #expect(told.map(\.to) == play.people)
        #expect(!told.contains { $0.text.contains("cargo") })
    }
}
