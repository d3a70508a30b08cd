import Dialogue
import Testing

@testable import Channels

@Suite struct TelegramKeyboardTests {
    @Test(
        arguments: [
            (["Sí", "No"], [2]),
            (["1", "2", "3", "4", "5"], [5]),
            (["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], [5, 5]),
            (["De acuerdo", "En desacuerdo"], [2]),
            (["De acuerdo", "Ni de acuerdo ni en desacuerdo", "En desacuerdo"], [1, 1, 1]),
            (["Continuar", "Pausar", "Resumen"], [3]),
            (["Un hecho", "Observación", "Percepción", "Supuesto"], [2, 2]),
            (["Sí", "No", "Prefiero explicarlo con palabras"], [2, 1]),
            (["Una etiqueta muy larga que sigue más allá del borde", "b"], [1, 1]),
            (["👍👍👍👍👍", "👎👎👎👎👎", "a"], [2, 1]),
            (["sola"], [1]),
        ]
    )
    func shortLabelsShareARow(labels: [String], rows: [Int]) throws {
        let choices = labels.enumerated().map { Choice(id: "\($0.offset)", label: $0.element) }
        let keyboard = try TelegramKeyboard(choices, message: "m")
        #expect(keyboard.rows.map(\.count) == rows)
        #expect(keyboard.rows.joined().map(\.text) == labels)
        #expect(keyboard.rows.joined().map(\.data) == labels.indices.map { "m.\($0)" })
    }

    @Test func noRowIsEverWiderThanTelegramAllows() {
        for count in 0...100 {
            for width in [1, 5, 20, 99] {
                let rows = TelegramKeyboard.layout(Array(repeating: width, count: count))
                #expect(rows.reduce(0, +) == count)
                #expect(rows.allSatisfy { (1...8).contains($0) })
            }
        }
    }
}
