import Planning
import Testing

@testable import Exports

@Suite struct PlainTextTests {
    @Test(
        "What looks like a formula becomes inert",
        arguments: [
            ("=1+1", "'=1+1"),
            ("+56 9", "'+56 9"),
            ("- punto de una lista", "'- punto de una lista"),
            ("@SUMA(A1)", "'@SUMA(A1)"),
            ("  =1+1", "'  =1+1"),
            ("\n=1+1", "'\n=1+1"),
            ("\tHola", "'\tHola"),
            ("\rHola", "'\nHola"),
            ("\u{1}=1", "'=1"),
            ("\u{FEFF}\u{200B}=1", "'\u{FEFF}\u{200B}=1"),
            ("\u{A0}-1", "'\u{A0}-1"),
            ("＝1+1", "'＝1+1"),
            ("=\u{301}1", "'=\u{301}1"),
            ("'=1", "'=1"),
            ("1=1", "1=1"),
            ("Hola = chao", "Hola = chao"),
            ("\"=1\"", "\"=1\""),
            ("", ""),
        ]
    )
    func inert(text: String, expected: String) {
        #expect(PlainText.inert(text) == expected)
    }

    @Test(
        "Line ends are one, and control characters are none",
        arguments: [
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("a\r\n\r\nb", "a\n\nb"),
            ("a\u{B}b\u{C}c\u{85}d\u{2028}e\u{2029}f", "a\nb\nc\nd\ne\nf"),
            ("a\u{0}b\u{1F}c\u{7F}d\u{9F}e\u{FFFE}f\u{FFFF}", "abcdef"),
            ("tab\tqueda", "tab\tqueda"),
            ("👩🏽‍🏫 ñandú e\u{301}", "👩🏽‍🏫 ñandú e\u{301}"),
        ]
    )
    func cleaned(text: String, expected: String) {
        #expect(Array(PlainText.cleaned(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: [
        (2026, 3, 5, "05-03-2026"), (2026, 12, 31, "31-12-2026"), (987, 1, 1, "01-01-0987"),
    ])
    func day(year: Int, month: Int, day: Int, expected: String) {
        #expect(PlainText.day(year, month, day) == expected)
    }
}
