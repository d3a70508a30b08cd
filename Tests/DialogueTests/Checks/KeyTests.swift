import Testing

@testable import Dialogue

/// The numbers that lists are searched by.
@Suite struct KeyTests {
    private func key(_ text: String) -> Checks.Key { Checks.Key(text.utf8) }

    private func keys(_ text: String) -> [Checks.Key] { Checks.words(of: Array(text.unicodeScalars)).map(\.key) }

    @Test(arguments: [
        ("año", "ano"), ("AÑO", "ano"), ("an\u{303}o", "ano"), ("Ímpetu", "impetu"), ("niñ@s", "ninos"),
        ("nooooo", "no"), ("carrera", "carrera"), ("carrrrera", "carera"), ("1000", "1000"), ("q", "que"),
        ("straße", "straße"), ("ŁÓDŹ", "łodź"),
    ]) func foldsWhatIsWritten(_ written: String, _ expected: String) {
        #expect(keys(written) == [key(expected)])
    }

    @Test(arguments: ["", "d", "do", "doc", "docente", "responsabilidad", "institucionaliz"])
    func knowsBeginnings(_ beginning: String) {
        #expect(key(beginning + "s").hasPrefix(key(beginning)))
        #expect(key(beginning).hasPrefix(key(beginning)))
        #expect(!key(beginning).hasPrefix(key(beginning + "s")))
        #expect(!key("x" + beginning + "y").hasPrefix(key(beginning + "y")))
        #expect(key(beginning + "ciones").prefix(beginning.utf8.count) == key(beginning).head)
    }

    @Test(arguments: ["", "s", "es", "aciones"]) func knowsEndings(_ ending: String) {
        #expect(key("institucionaliz" + ending).hasSuffix(key(ending)))
        #expect(key(ending).hasSuffix(key(ending)))
        #expect(!key(ending).hasSuffix(key("n" + ending)))
        #expect(!key("institucionaliz" + ending + "x").hasSuffix(key("s" + ending)))
    }

    @Test func replacesAnEnding() {
        #expect(key("llego").prefix(4, then: UInt8(ascii: "a")) == "llega")
        #expect(key("o").prefix(0, then: UInt8(ascii: "a")) == "a")
    }

    @Test func findsWhatIsListedAndNothingElse() {
        let codes = (1...200).map { UInt64($0) &* 0x1_0000_0001 }
        let set = Checks.Codes(codes)
        #expect(codes.allSatisfy(set.contains))
        #expect(!(201...400).contains { set.contains(UInt64($0) &* 0x1_0000_0001) })
        #expect(!set.contains(0))
        #expect(!Checks.Codes([]).contains(7))
        let table = Checks.CodeTable(codes.map { (key: $0, value: $0 + 1) })
        #expect(codes.allSatisfy { table[$0] == $0 + 1 })
        #expect(table[0] == nil && table[7] == nil)
    }

    @Test func listsHoldWordsAndBeginnings() {
        let list = Checks.WordSet("y el 5a docente* ñ*")
        for word in ["y", "el", "5a", "docente", "docentes"] { #expect(list.contains(key(word)), "\(word)") }
        for word in ["", "e", "yo", "ella", "5", "a5", "docent", "mx"] { #expect(!list.contains(key(word)), "\(word)") }
    }
}
