import Dialogue
import Testing

@Suite struct JoinCodeTests {
    @Test(arguments: [
        "UNIRME ABC234", "unirme abc 234", "Unirme: ABC-234", "unirme abc234", "UNIRME  ABC234.", "código ABC234",
        "codigo: abc 234", "join ABC234",
        "JOIN abc-234", "/start ABC234", "/start@RaizBot ABC234", "/unirme ABC234", "ABC234", "abc234", " abc234 ",
        "ABC-234", "abc-234", "ABC 234", "«ABC234»",
        "Hola, quiero unirme ABC234", "quiero unirme con el código ABC234", "mi código es ABC234",
        "el código es abc234 🙂", "unirme a b c 2 3 4",
        "unirme con abc234", "unirme abc234 por favor", "ABC234 👍", "ábc234", "A\u{200B}BC234",
    ])
    func findsTheCode(text: String) {
        #expect(joinCode(in: text) == "ABC234")
    }

    @Test(arguments: [
        ("UNIRME ABCDEF", "ABCDEF"), ("unirme abc-def", "ABCDEF"), ("join 234567", "234567"), ("a2b3c4", "A2B3C4"),
        ("234567", "234567"),
        ("XYZ 987", "XYZ987"), ("/start zzzzz9", "ZZZZZ9"),
    ])
    func findsOtherCodes(text: String, code: String) {
        #expect(joinCode(in: text) == code)
    }

    @Test(arguments: [
        "", " ", "unirme", "/start", "UNIRME ABC23", "UNIRME ABC2345", "UNIRME ABC230", "unirme ABCI34",
        "unirme abcl34", "unirme abco34", "ABC10O",
        "ABCDEF", "Buenas", "cuaderno", "ANEXAR", "hay 234", "mas 345", "para 25", "unirme a gente",
        "unirme a la sesión", "quiero unirme", "hola",
        "ABC234 y más", "tengo el ABC234", "código de conducta", "join us", "2 3 4 5 6 7", "22/3/26", "2027-03-15",
        "15 de marzo", "A B C 2 3 4",
        "ABC234 DEF567", "12345", "+56 9", "👍",
    ])
    func findsNoCode(text: String) {
        #expect(joinCode(in: text) == nil)
    }

    @Test func theAlphabetLeavesOutLookalikes() {
        #expect(joinCodeAlphabet.count == 31)
        #expect(Set(joinCodeAlphabet).isDisjoint(with: "ILO01"))
    }
}
