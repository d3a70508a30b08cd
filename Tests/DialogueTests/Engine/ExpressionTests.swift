import Dialogue
import Testing

@Suite struct ExpressionTests {
    private let names: [String: Value] = [
        "whys": .number(4), "control": .option("concern"), "deeper": .flag(false), "text": .text("hola"),
    ]

    @Test(arguments: [
        ("whys >= 3", true), ("whys > 4", false), ("whys < 5 and whys != 3", true), ("control == \"concern\"", true),
        ("control != 'control'", true), ("deeper == no", true), ("deeper", false), ("not deeper", true),
        ("answered(text)", true), ("answered(nada)", false), ("nada == 1", false), ("nada != 1", false),
        ("count(why) == 2", true), ("(whys == 1 or whys == 4) and not deeper", true), ("text == \"hola\"", true),
        ("text > 3", false), ("true or nada", true),
    ])
    func holds(_ source: String, _ expected: Bool) throws {
        let expression = try Expression(parsing: source)
        #expect(expression.holds(lookup: { names[$0] }, count: { $0 == "why" ? 2 : 0 }) == expected)
    }

    @Test(arguments: [
        ("whys >=", 7), ("whys >= 3 4", 10), ("(whys", 5), ("\"abierto", 0), ("whys ~ 3", 5), ("maximo(whys)", 0),
        ("", 0),
        ("and", 0), ("99999999999999999999", 0),
    ])
    func saysWhereItIsBroken(_ source: String, _ offset: Int) {
        #expect { try Expression(parsing: source) } throws: { ($0 as? ExpressionError)?.offset == offset }
    }

    @Test func aThousandParenthesesAreRefused() {
        #expect(throws: ExpressionError.self) {
            try Expression(parsing: String(repeating: "(", count: 1000) + "whys" + String(repeating: ")", count: 1000))
        }
    }
}
