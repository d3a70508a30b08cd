import Dialogue
import Facilitation
import Scripts
import TestSupport
import Testing

@testable import Storage

/// What a store tells of earlier dialogues.
@Suite struct MemoryStoreTests {
    private func outcome(_ number: Int, _ kind: String, _ text: String, _ fields: [String: Value] = [:]) -> Outcome {
        Outcome(number: number, kind: kind, text: text, fields: fields, flow: "five-whys", turn: number)
    }

    /// Two dialogues of the school and one of the kindergarten, all begun in the same millisecond.
    private func seeded(_ body: (SQLiteStore) async throws -> Void) async throws {
        try await TestSupport.withStore { store in
            _ = try await Demo.prepare(store, surroundings: try TestSupport.surroundings(), secret: TestSupport.secret)
            let version = try #require(try TestSupport.library().flows["five-whys"])
            let due = Value.day(try #require(CalendarDay(iso: "2026-11-18")))
            let written: [(id: String, establishment: String, outcomes: [Outcome])] = [
                ("z", "demo-escuela", [outcome(1, "task", "Uno", ["due": due]), outcome(2, "problem", "Otra cosa")]),
                ("k", "demo-jardin", [outcome(1, "task", "Del jardín"), outcome(2, "task-done", "Uno")]),
                (
                    "a", "demo-escuela",
                    [
                        outcome(1, "task-done", "Uno"), outcome(2, "task", "Secreta", ["private": .flag(true)]),
                        outcome(3, "task", "Dos"), outcome(4, "task", "Tres"),
                    ]
                ),
            ]
            try await store.write { store in
                try store.save(version.program, version: version.hash, at: 1)
                for entry in written {
                    try store.save(
                        DialogueRecord(
                            id: entry.id,
                            establishment: entry.establishment,
                            flow: "five-whys",
                            version: version.hash,
                            state: DialogueState(),
                            startedAt: 1,
                            updatedAt: 1
                        )
                    )
                    try store.replace(outcomes: entry.outcomes, dialogue: entry.id)
                }
            }
            try await body(store)
        }
    }

    @Test func earlierOutcomesComeOldestFirstWithTheirFields() async throws {
        try await seeded { store in
            let found = try await store.read {
                try $0.earlier(establishment: "demo-escuela", kinds: ["task", "task-done"], limit: 10)
            }
            #expect(found.map(\.text) == ["Uno", "Uno", "Dos", "Tres"])
            #expect(found.map(\.kind) == ["task", "task-done", "task", "task"])
            #expect(found.map(\.dialogue) == ["z", "a", "a", "a"])
            #expect(found.first?.fields == ["due": .day(try #require(CalendarDay(iso: "2026-11-18")))])
        }
    }

    @Test func nothingCrossesEstablishments() async throws {
        try await seeded { store in
            let found = try await store.read {
                try $0.earlier(establishment: "demo-jardin", kinds: ["task", "task-done"], limit: 10)
            }
            #expect(found.map(\.dialogue) == ["k", "k"])
            #expect(try await store.read { try $0.earlier(establishment: "", kinds: ["task"], limit: 9) } == [])
        }
    }

    @Test func ofEachKindTheNewestCome() async throws {
        try await seeded { store in
            let found = try await store.read {
                try $0.earlier(establishment: "demo-escuela", kinds: ["task", "task-done"], limit: 1)
            }
            #expect(found.map(\.text) == ["Uno", "Tres"])
        }
    }

    @Test func earlierOutcomesAreLookedUpByIndex() async throws {
        try await TestSupport.withStore { store in
            var sql = SQLiteTransaction.earlierOfKind
            for value in ["'e'", "'task'", "9"] {
                if let mark = sql.firstIndex(of: "?") { sql.replaceSubrange(mark...mark, with: value) }
            }
            let plan = try await store.plan(of: sql)
            #expect(plan.contains("dialogue_by_establishment") && plan.contains("outcome_by_kind"), "\(plan)")
            #expect(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "\(plan)")
        }
    }
}
