import Dialogue
import Testing

@Suite struct ChecksTests {
    @Test(arguments: Sentence.all) func notices(_ sentence: Sentence) {
        let found = findings(in: sentence.text, checks: AnswerFlag.allCases, context: Sentence.context)
        #expect(Set(found.map(\.flag)) == sentence.expected, "\(found.map { "\($0.flag.rawValue): \($0.words)" })")
    }
}
