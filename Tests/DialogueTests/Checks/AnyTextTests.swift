import Dialogue
import Testing

/// No text makes a check fail, however strange or long.
@Suite struct AnyTextTests {
    private func run(_ text: String) -> [Finding] {
        let context = CheckContext(kind: .why, problem: text, ancestors: [String(text.prefix(50)), ""], level: 3)
        _ = PersonalData.masked(text)
        return findings(in: text, checks: AnswerFlag.allCases, context: context)
    }

    @Test(arguments: [
        "", " ", "\n", "😀", "👩‍🏫👩‍🏫", "¿?", "...", "@", "@@@", "+", "(((", "-k", "1", "\u{0}", "\u{301}", "\u{301}\u{303}",
        "n\u{303}o", "ﷺ", "日本語の文章", "ß", "İ", "a@", "@a",
        "1-", "-1", "9", "+56", "(4", "y", "y y y", "no", "no no", "que", "no es", "no es que", "sin", "sin sin",
        "porque", "porque porque porque", "además", "; y además",
        "más", "Que", "que que", "la", "La profesora", "Don", "hay que", "falta", "no hay", "1) 2)", "1 2", "se",
        "x x x", "/a", "(a)", "\u{202E}abc", "٣٤٥", "K", "a.b@c", "a@b..cl", "a@.cl.",
    ]) func survives(_ text: String) {
        _ = run(text)
        _ = run(text + "\n" + text)
    }

    @Test(arguments: 0..<300) func survivesNoise(_ seed: Int) {
        var generator = Noise(state: UInt64(seed) &* 7919 &+ 1)
        _ = run(generator.scalars(count: 200))
        _ = run(generator.words(count: 60))
    }

    @Test(arguments: [
        "a", "no ", "no se ", "y ", "1", "9 ", "@", "a@b.", "hay que ", "Profesora Ana ", "porque ", "e\u{301}", "sin;",
        "la de los ", "es muy ",
    ])
    func readsLongTexts(_ piece: String) {
        _ = run(String(repeating: piece, count: 100_000 / piece.unicodeScalars.count))
    }

    @Test func keepsWhatItReportsInsideTheAnswer() {
        for sentence in Sentence.all {
            for finding in findings(in: sentence.text, checks: AnswerFlag.allCases, context: Sentence.context) {
                #expect(!finding.words.isEmpty)
                for words in finding.words { #expect(sentence.text.contains(words) && !words.isEmpty) }
            }
        }
    }

    @Test func capitalsAccentsAndEmojiChangeNothing() {
        let flags: (String) -> [AnswerFlag] = { text in
            findings(in: text, checks: [.absence, .solution, .humanError, .vague], context: Sentence.context).map(
                \.flag
            )
        }
        for sentence in Sentence.absence + Sentence.solution + Sentence.vague {
            let expected = flags(sentence.text)
            #expect(flags(sentence.text.uppercased()) == expected, "\(sentence.text)")
            #expect(flags(sentence.text + " 🙂🙏") == expected, "\(sentence.text)")
            #expect(flags(sentence.text + ".") == expected, "\(sentence.text)")
        }
    }
}

/// Texts without any sense, the same for the same seed.
private struct Noise {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func scalars(count: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<count {
            let limit: UInt64 = next() % 3 == 0 ? 0x10FFFF : 0x250
            if let scalar = Unicode.Scalar(UInt32(next() % limit)) { text.append(scalar) }
        }
        return String(text)
    }

    mutating func words(count: Int) -> String {
        let words = [
            "no", "y", "que", "hay", "falta", "la", "profesora", "Ana", "se", "de", "los", "apoderados", "son", "es",
            "muy", ";", ".", ",", "1", "2", "además",
            "9", "1234", "5678", "@", "sin", "más", "cuando", "licencia", "con", "está", "ministerio", "bajo", "SIMCE",
            "capacitar", "porque", "(", ")", "+56", "-",
            "12.345.678-5", "culpa", "por", "también", "resultados", "su", "tiempo", "no quiere", "es que", "olvidó",
            "DIA", "a@b.cl", "/a", "\n",
        ]
        return (0..<count).map { _ in words[Int(next() % UInt64(words.count))] }.joined(separator: " ")
    }
}
