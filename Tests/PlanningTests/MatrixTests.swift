import Dialogue
import Planning
import Testing

@Suite struct MatrixTests {
    private func outcome(_ kind: String, _ text: String, _ fields: [String: Value] = [:]) -> Outcome {
        Outcome(number: 1, kind: kind, text: text, fields: fields, flow: "five-whys", turn: 1)
    }

    private func matrix(_ outcomes: [Outcome]) -> Matrix {
        Matrix(of: [DialogueOutcomes(establishment: "Escuela Los Aromos", origin: "Los 5 porqués", outcomes: outcomes)])
    }

    @Test func whatWasPickedIsNoRow() {
        #expect(matrix([outcome("pick", "", ["name": .text("routine"), "id": .text("ladder")])]).rows.isEmpty)
    }

    @Test func aWholeDialogueBecomesOneRow() throws {
        let end = try #require(CalendarDay(year: 2026, month: 11, day: 30))
        let rows = matrix([
            outcome("problem", "Las tareas llegan incompletas", ["evidence": .text("Libro de clases")]),
            outcome("why", "No planificamos juntos", ["evidence": .option("fact")]),
            outcome("root-cause", "El horario separa los bloques"),
            outcome("desired-state", "Planificamos juntos"),
            outcome("action", "Mover el bloque", ["responsible": .text("UTP"), "end": .day(end)]),
        ]).rows
        #expect(
            rows == [
                Matrix.Row([
                    .establishment: .text("Escuela Los Aromos"), .initialState: .text("Las tareas llegan incompletas"),
                    .evidence: .text("Libro de clases"), .rootCause: .text("El horario separa los bloques"),
                    .desiredState: .text("Planificamos juntos"), .action: .text("Mover el bloque"),
                    .responsible: .text("UTP"), .end: .day(year: 2026, month: 11, day: 30),
                    .origin: .text("Los 5 porqués"),
                ])
            ]
        )
    }

    @Test func everyFieldOfAnActionHasItsColumn() {
        let texts: [(Matrix.Column, String)] = [
            (.goal, "goal"), (.indicator, "indicator"), (.strategy, "strategy"), (.responsible, "responsible"),
            (.participants, "participants"), (.resources, "resources"), (.verification, "verification"),
            (.link, "link"), (.risk, "risk"),
        ]
        let fields = Dictionary(texts.map { ($0.1, Value.text("un " + $0.1)) }) { first, _ in first }
        let row = matrix([outcome("action", "A", fields)]).rows.first
        for (column, field) in texts { #expect(row?[column] == .text("un " + field), "\(field)") }
    }

    @Test(arguments: [("reflection", Matrix.Cell.text("Reflexión")), ("other", nil)])
    func anOptionIsReadInTheWordsOfItsQuestion(_ id: String, _ cell: Matrix.Cell?) {
        let dialogue = DialogueOutcomes(
            establishment: "E",
            origin: "O",
            outcomes: [outcome("action", "A", ["capacity": .option(id)])],
            words: ["five-whys/capacity": ["reflection": "Reflexión"], "other/capacity": ["other": "Otra"]]
        )
        #expect(Matrix(of: [dialogue]).rows.map { $0[.capacity] } == [cell])
    }

    @Test func whatIsToBeWatchedStandsInEveryRowOnce() {
        let rows = matrix([
            outcome("risk", "Llega menos gente en invierno"), outcome("risk", "Cambia la dirección"),
            outcome("action", "A", ["risk": .text("Cambia la dirección")]), outcome("action", "B"),
        ]).rows
        #expect(
            rows.map { $0[.risk] } == [
                .text("Cambia la dirección\nLlega menos gente en invierno"),
                .text("Llega menos gente en invierno\nCambia la dirección"),
            ]
        )
        #expect(matrix([outcome("risk", "Solo")]).rows.isEmpty)
    }

    @Test func eachActionIsARow() {
        let rows = matrix([outcome("problem", "P"), outcome("action", "A"), outcome("action", "B")]).rows
        #expect(rows.map { $0[.action] } == [.text("A"), .text("B")])
        #expect(rows.allSatisfy { $0[.initialState] == .text("P") })
    }

    @Test func whatNobodySaidStaysEmpty() {
        let row = matrix([outcome("problem", "P")]).rows.first
        #expect(row?.cells.keys.sorted { $0.rawValue < $1.rawValue } == [.establishment, .initialState, .origin])
    }

    @Test func reflectionsAloneMakeNoRow() {
        #expect(matrix([outcome("reflection", "Aprendimos a mirar")]).rows.isEmpty)
    }
}
