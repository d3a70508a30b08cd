import Dialogue
import Foundation
import TestSupport
import Testing

/// A dialogue that begins with what earlier ones left.
private struct Later {
    var rehearsal: Rehearsal
    private(set) var last: [Message] = []

    init(_ steps: String, _ earlier: [Earlier]) throws {
        self.init(program: try TeamPlay.program(steps), earlier)
    }

    init(program: Program, _ earlier: [Earlier]) {
        rehearsal = Rehearsal(program)
        last = rehearsal.take(
            .opened(mode: .solo, parties: [Party(id: "1", locale: "es-CL")], given: [:], earlier: earlier),
            at: TestSupport.moment
        )
    }

    mutating func says(_ texts: String...) {
        for text in texts { last = rehearsal.take(.said(party: "1", .text(text)), at: TestSupport.moment) }
    }

    func items(_ name: String) -> [Item] {
        if case .items(let items)? = rehearsal.state.answers[name] { items } else { [] }
    }

    func texts(_ name: String) -> [String] { items(name).map(\.text) }
}

private func task(_ text: String, in dialogue: String = "a", _ fields: [String: Value] = [:]) -> Earlier {
    Earlier(dialogue: dialogue, kind: "task", text: text, fields: fields)
}

private func done(_ text: String, in dialogue: String = "b") -> Earlier {
    Earlier(dialogue: dialogue, kind: "task-done", text: text)
}

@Suite struct MemoryTests {
    private static let pending = "- recall: pending\n  of: task\n  unless: task-done\n- ask: x"

    @Test(arguments: [
        ([task("Uno"), task("Dos", in: "b")], ["Uno", "Dos"]),
        ([task("Uno"), task("Dos"), done("uno ")], ["Dos"]),
        // Done, and then agreed once more.
        ([task("Uno"), done("Uno"), task("Uno", in: "c")], ["Uno"]),
        ([task("Uno"), task("Dos"), task("UNO", in: "c")], ["Dos", "UNO"]),
        ([task("Uno", in: "a", ["private": .flag(true)]), task("Dos")], ["Dos"]),
        ([done("Uno"), Earlier(dialogue: "a", kind: "problem", text: "Otra cosa")], []),
        ([], []),
    ])
    func whatStillStandsIsRecalledOldestFirst(_ earlier: [Earlier], _ expected: [String]) throws {
        let later = try Later(Self.pending, earlier)
        #expect(later.texts("pending") == expected)
        #expect(
            later.items("pending").map(\.number) == Array(1...max(1, expected.count)).prefix(expected.count).map(\.self)
        )
    }

    @Test func onlyTheLatestDialogueOrTheNewestOnes() throws {
        let earlier = [task("Uno"), task("Dos", in: "b"), task("Tres", in: "b")]
        #expect(try Later("- recall: p\n  of: task\n  from: last\n- ask: x", earlier).texts("p") == ["Dos", "Tres"])
        #expect(try Later("- recall: p\n  of: task\n  at-most: 1\n- ask: x", earlier).texts("p") == ["Tres"])
        // The latest dialogue that recorded any, though all of it is done: nothing older comes back in its place.
        let steps = "- recall: p\n  of: task\n  unless: task-done\n  from: last\n- ask: x"
        let isDone = earlier + [done("Dos"), done("Tres")]
        #expect(try Later(steps, isDone).texts("p") == [])
    }

    @Test func whatIsDoneInThisDialogueIsNoLongerRecalled() throws {
        let steps = "- ask: task-done\n  record: task-done\n- recall: p\n  of: task\n  unless: task-done\n- ask: x"
        var later = try Later(steps, [task("Uno"), task("Dos")])
        later.says("uno")
        #expect(later.texts("p") == ["Dos"])
    }

    @Test func anItemKeepsTheFieldsOfItsOutcome() throws {
        let due = Value.day(try #require(CalendarDay(iso: "2026-11-18")))
        let fields: [String: Value] = ["due": due, "responsible": .text("UTP"), "flags": .text("vague")]
        let later = try Later("- recall: task\n  of: task\n- record: task\n- ask: x", [task("Uno", in: "a", fields)])
        #expect(later.items("task").first?.fields == ["due": due, "responsible": .text("UTP")])
        #expect(later.rehearsal.state.outcomes.first?.fields == ["due": due, "responsible": .text("UTP")])
    }

    @Test func manyOutcomesAreCutToTheNewest() throws {
        let earlier = (1...(Limits.recalled + 20)).map { task("Tarea \($0)") }
        let later = try Later(Self.pending, earlier)
        #expect(later.texts("pending").count == Limits.recalled)
        #expect(later.texts("pending").first == "Tarea 21")
    }

    @Test func aDialogueThatLooksAtNothingKeepsNothing() throws {
        let later = try Later("- ask: x", [task("Uno")])
        #expect(later.rehearsal.state.earlier == nil)
        #expect(later.rehearsal.program.recalledKinds == [])
    }

    @Test func whatWasRecalledIsInTheLogAndReplays() throws {
        var later = try Later(Self.pending, [task("Uno"), done("Uno"), task("Dos")])
        later.says("algo")
        let log = try JSONDecoder().decode([LogEntry].self, from: JSONEncoder().encode(later.rehearsal.log))
        #expect(Engine.replay(later.rehearsal.program, log) == later.rehearsal.state)
        #expect(later.texts("pending") == ["Dos"])
    }

    @Test func anEventOfBeforeThereWasMemoryIsStillRead() throws {
        let old = #"{"opened":{"mode":"solo","parties":[],"given":{}}}"#
        let event = try JSONDecoder().decode(Event.self, from: Data(old.utf8))
        #expect(event == .opened(mode: .solo, parties: [], given: [:]))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(event), as: UTF8.self).contains("earlier") == false)
    }

    // MARK: Taking turns

    private static let routines = "- pick: routine\n  from: [ladder, before-now, three]\n- ask: x"

    private func used(_ id: String, _ name: String = "routine") -> Earlier {
        Earlier(dialogue: id, kind: "pick", text: "", fields: ["name": .text(name), "id": .text(id)])
    }

    @Test(arguments: [
        ([], "ladder"), (["ladder"], "before-now"), (["three", "ladder"], "before-now"),
        (["ladder", "before-now", "three"], "ladder"), (["before-now", "three", "ladder"], "before-now"),
        (["ladder", "before-now", "three", "ladder"], "before-now"), (["gone"], "ladder"),
    ])
    func theOneUsedLongestAgoComesNext(_ earlier: [String], _ expected: String) throws {
        let later = try Later(Self.routines, earlier.map { used($0) })
        #expect(later.rehearsal.state.answers["routine"] == .option(expected))
        let outcome = try #require(later.rehearsal.state.outcomes.first)
        #expect(outcome.kind == "pick" && outcome.text.isEmpty)
        #expect(outcome.fields == ["name": .text("routine"), "id": .text(expected)])
    }

    @Test func whatIsTakenInPlaceOfThePickIsWhatCounts() throws {
        let steps =
            "- pick: routine\n  from: [ladder, three]\n- ask: routine\n  answer: { one-of: [ladder, three] }\n- ask: x"
        var later = try Later(steps, [])
        later.says("Es three")
        let picks = later.rehearsal.state.outcomes.filter { $0.kind == "pick" }
        #expect(picks.map { $0.fields["id"] } == [.text("three")])
        later.says("atrás")
        #expect(later.rehearsal.state.outcomes.map { $0.fields["id"] } == [.text("ladder")])
        #expect(Engine.replay(later.rehearsal.program, later.rehearsal.log) == later.rehearsal.state)
    }

    @Test func anotherListHasItsOwnTurns() throws {
        let later = try Later(Self.routines, [used("ladder", "other")])
        #expect(later.rehearsal.state.answers["routine"] == .option("ladder"))
    }

    @Test func aBankDoesNotRepeatUntilACellIsUsedUp() throws {
        var program = try TeamPlay.program("- ask: level\n  answer: { one-of: [low, high] }\n- ask: x")
        let bank = Pick.Bank(name: "questions", by: ["level"], cells: ["low": ["a", "b", "c"], "high": ["d"]])
        program.instructions.insert(
            Instruction(
                step: "fixture/pick q",
                operation: .pick(Pick(name: "q", prompt: "fixture/q", bank: bank))
            ),
            at: 1
        )
        program.phrases["es-CL"]?["fixture/x"] = Phrase(text: ["{{q}}"])
        program.phrases["es-CL"]?["questions/a"] = Phrase(text: ["¿Qué vieron en {{level}}, y no en {{q}}?"])
        var earlier: [Earlier] = []
        var asked: [Value?] = []
        for round in 1...5 {
            var later = Later(program: program, earlier)
            later.says("low")
            if round == 1 { #expect(later.last.last?.text == "¿Qué vieron en Es low, y no en ?") }
            asked.append(later.rehearsal.state.answers["q"])
            earlier += later.rehearsal.state.outcomes.map {
                Earlier(dialogue: "\(round)", kind: $0.kind, text: $0.text, fields: $0.fields)
            }
            #expect(later.rehearsal.state.outcomes.first?.fields["cell"] == .text("questions/low"))
        }
        #expect(asked == ["a", "b", "c", "a", "b"].map { .option($0) })
        // Of all those picks, a dialogue keeps the last of each id.
        #expect(program.remembered(earlier).count == 3)
    }

    @Test func aCellThatIsNotThereLeavesNoAnswer() throws {
        var program = try TeamPlay.program("- ask: x")
        let bank = Pick.Bank(name: "questions", by: ["level"], cells: ["low": ["a"]])
        program.instructions.insert(
            Instruction(step: "fixture/pick q", operation: .pick(Pick(name: "q", prompt: "fixture/q", bank: bank))),
            at: 0
        )
        let later = Later(program: program, [])
        #expect(later.rehearsal.state.answers["q"] == nil)
        #expect(later.rehearsal.state.outcomes.isEmpty)
    }
}
