import Testing

@testable import Exports

@Suite struct RowHeightTests {
    @Test(arguments: [
        ("", 10, 1),
        ("una línea", 10, 1),
        ("diez letra", 10, 1),
        ("once letras", 10, 2),
        ("una\ndos\r\ntres\n", 10, 4),
        ("aaaa bbbb cccc", 9, 2),
        ("aaaa bbbbbbbb", 9, 2),
        ("abcdefghijklmnopqrstuvwxyz", 10, 3),
        ("ñandúes ño", 10, 1),
        ("👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫", 6, 1),
        ("👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫a", 6, 2),
        (String(repeating: "a\n", count: 1_000), 10, 27),
    ])
    func lines(text: String, width: Int, expected: Int) {
        #expect(RowHeight.lines(of: text, width: width) == expected)
    }

    @Test func theHighestCellDecides() {
        #expect(RowHeight.points([("una", 20), ("", 20)]) == nil)
        #expect(RowHeight.points([]) == nil)
        #expect(RowHeight.points([("una", 20), ("una\ndos\ntres", 20)]) == 48)
        #expect(RowHeight.points([(String(repeating: "a\n", count: 1_000), 20)]) == 408)
    }
}
