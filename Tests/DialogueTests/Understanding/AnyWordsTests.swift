import Dialogue
import Testing

/// Whatever people send, reading it ends, and what comes out is well formed.
@Suite struct AnyWordsTests {
    private static let today = CalendarDay(year: 2027, month: 3, day: 10)
    private static let labels = ["Sí, siempre", "A veces", "👍 Convivencia escolar", "", "3 o más", "Sin recursos"]

    private func read(_ text: String) throws {
        let today = try #require(Self.today)
        #expect(folded(text).unicodeScalars.count <= text.unicodeScalars.count * 4)
        _ = Command(text: text)
        _ = yesNo(text)
        #expect(number(in: text).map { $0 >= 0 } ?? true)
        #expect(numbers(in: text)?.isEmpty != true)
        if let day = day(in: text, today: today) {
            #expect(CalendarDay(iso: day.iso) == day)
        }
        switch choose(text, among: Self.labels) {
        case .match(let index): #expect(Self.labels.indices.contains(index))
        case .ambiguous(let indices): #expect(indices.count > 1 && indices.allSatisfy(Self.labels.indices.contains))
        case .none: break
        }
        #expect(closest(text, among: Self.labels).map(Self.labels.indices.contains) ?? true)
        if let code = joinCode(in: text) {
            #expect(code.count == joinCodeLength && code.allSatisfy(joinCodeAlphabet.contains))
        }
    }

    @Test func readsNoise() throws {
        for text in RandomText.texts {
            try read(text)
        }
    }

    @Test func readsPhrasesThrownTogether() throws {
        for text in RandomText.phrases {
            try read(text)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: RandomText.long.indices)
    func readsLongTexts(index: Int) throws {
        try read(RandomText.long[index])
    }

    @Test func longLabelsAreChosenByTheirWords() {
        let long = String(repeating: "palabra ", count: 10_000)
        #expect(choose("otra", among: [long, "otra"]) == .match(1))
        #expect(choose("palabre", among: [long, "otra"]) == .match(0))
    }
}
