extension Checks {
    /// What is found out once, when it is first asked for.
    final class Once<Found> {
        private var found: Found?

        func value(_ find: () -> Found) -> Found {
            if let found { return found }
            let new = find()
            found = new
            return new
        }
    }

    /// An answer as the checks see it: its words, its sentences, and which words are verbs.
    struct Reading {
        let scalars: [Unicode.Scalar]
        let words: [Word]
        /// For every word, whom it speaks of if it is a finite verb.
        let verbs: [Person?]
        /// The sentences, as ranges of words; never empty ones.
        let sentences: [Range<Int>]
        /// The answer is written in capitals, or without any: capitals then tell nothing.
        let capitalsTell: Bool
        /// What blames people, once a check has looked for it: several checks ask.
        let judged = Once<[Range<Int>]>()

        /// - Parameter verbs: whether its verbs will be asked for.
        init(_ text: String, verbs: Bool = true) {
            var scalars: [Unicode.Scalar] = []
            scalars.reserveCapacity(text.utf8.count)
            for scalar in text.unicodeScalars { scalars.append(scalar) }
            let words = Checks.words(of: scalars)
            var sentences: [Range<Int>] = []
            for index in words.indices where words[index].before == .sentence {
                if let last = sentences.popLast() { sentences.append(last.lowerBound..<index) }
                sentences.append(index..<words.count)
            }
            self.scalars = scalars
            self.words = words
            self.sentences = sentences
            self.verbs = verbs ? words.indices.map { Self.person(at: $0, in: words) } : []
            self.capitalsTell =
                verbs && words.contains { !$0.isUpperCase && $0.key.count > 3 }
                && words.contains(where: \.isCapitalised)
        }

        /// The answer's own text from one word to another.
        func text(_ range: Range<Int>) -> String {
            guard let first = range.first, let last = range.last else { return "" }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[words[first].range.lowerBound..<words[last].range.upperBound])
            return String(text)
        }

        func key(_ index: Int) -> Key { words.indices.contains(index) ? words[index].key : .empty }

        /// The words between two pauses around a word.
        func clause(around index: Int) -> Range<Int> {
            var start = index
            while start > 0, words[start].before < .comma { start -= 1 }
            var end = index + 1
            while end < words.count, words[end].before < .comma { end += 1 }
            return start..<end
        }

        /// The first word of a sentence that says something, after "porque", "creemos que", "el problema es que".
        func start(of sentence: Range<Int>) -> Int {
            var index = sentence.lowerBound
            while let lead = Checks.leadIns.match(at: index, in: words), lead.upperBound < sentence.upperBound {
                index = lead.upperBound
            }
            return index
        }

        /// Finite verbs that do not hang on a "que", "cuando", "si".
        func mainVerbs(in range: Range<Int>) -> [Int] {
            var hanging = 0
            var found: [Int] = []
            for index in range {
                if Checks.subordinators.contains(words[index]) {
                    hanging = 1
                } else if verbs[index] != nil {
                    if hanging > 0 { hanging = 0 } else { found.append(index) }
                }
            }
            return found
        }

        /// Whether "no es que", "no es por", "sin", "más que" takes back what begins at a word.
        func isDenied(at index: Int) -> Bool {
            var at = index - 1
            while at >= 0, index - at <= 10 {
                if words[at + 1].before >= .comma || Checks.butWords.contains(words[at]) { return false }
                if at + 2 <= index, Checks.denials.match(at: at, in: words) != nil { return true }
                if index - at <= 3, let range = Checks.nearDenials.match(at: at, in: words), range.upperBound <= index {
                    return true
                }
                at -= 1
            }
            return false
        }

        private static func person(at index: Int, in words: [Word]) -> Person? {
            let word = words[index]
            if Checks.notVerbs.contains(word) { return nil }
            let previous = word.before >= .comma || index == 0 ? Key.empty : words[index - 1].key
            let isFirst = previous == .empty
            let isPushed = Checks.verbPushers.contains(previous)
            let isNamed = !isPushed && (Checks.determiners.contains(previous) || Checks.prepositions.contains(previous))
            if let person = Checks.verbForms[word.key] {
                if !isFirst, isNoun(at: index, in: words) { return nil }
                guard Checks.nounForms.contains(word) else { return person }
                return word.endsAccented || isPushed || (!isFirst && !isNamed) ? person : nil
            }
            return isNamed ? nil : pastOrUnknown(word, after: previous)
        }

        /// No finite verb stands right after a preposition, "el" or "un", nor after "en la".
        private static func isNoun(at index: Int, in words: [Word]) -> Bool {
            let previous = words[index - 1].key
            if Checks.articles.contains(previous) || Checks.prepositions.contains(previous) { return true }
            return Checks.articlesOrPronouns.contains(previous) && index > 1 && words[index - 1].before < .comma
                && Checks.prepositions.contains(words[index - 2].key)
        }

        /// Preterites by their accent or by what stands before them; plurals and "we" by their ending.
        private static func pastOrUnknown(_ word: Word, after previous: Key) -> Person? {
            let key = word.key
            guard key.count >= 4 else { return nil }
            if key.hasSuffix("o") {
                if word.endsAccented { return .it }
                guard Checks.pastPushers.contains(previous) else { return nil }
                let stem = key.count - (key.hasSuffix("io") ? 2 : 1)
                return Checks.verbForms[key.prefix(stem, then: UInt8(ascii: "a"))]
                    ?? Checks.verbForms[key.prefix(stem, then: UInt8(ascii: "e"))]
            }
            if key.count >= 5, key.hasSuffix("an") || key.hasSuffix("en") {
                return Checks.notPlural.contains(key) ? nil : .they
            }
            if key.count >= 6, key.hasSuffix("amos") || key.hasSuffix("emos") || key.hasSuffix("imos") {
                return Checks.notWe.contains(key) ? nil : .we
            }
            return previous == "se" && (key.hasSuffix("a") || key.hasSuffix("e")) ? .it : nil
        }
    }

    /// Words before a form that is a verb, whatever else it may be.
    static let verbPushers = WordSet("se no nos les le me ya nunca siempre tambien tampoco nadie quien ellos ellas que")
    static let pastPushers = WordSet("se no nos les le me nunca nadie")

    private static let butWords = WordSet("sino pero")
    private static let articlesOrPronouns = WordSet("la los las")

    /// How people begin before they say it.
    static let leadIns = Phrases(
        """
        porque, por que, es que, y, bueno, pues, mira, a ver, o sea, quizas, tal vez, principalmente,
        ?yo creo|creemos|pienso|pensamos|opino|opinamos|siento|sentimos|considero|consideramos|estimamos que,
        yo creo|pienso|siento que, nosotros|nosotras creemos|pensamos que, a|en mi|nuestro juicio|opinion|parecer,
        la verdad ?es ?que, lo que pasa es que, pasa|ocurre|sucede que, el|un problema|tema|asunto es ?que,
        la ?principal|mayor causa|razon es ?que, debido a ?que, ya|dado|puesto que, sobre todo, eso es porque|por,
        se debe a ?que, esto|eso pasa|ocurre|sucede porque|por, esto|eso se debe a ?que, por|con la|el|una|un, por,
        primero, profe|colegas|hola|chiquillos, aca|aqui, para mi|nosotros, causa|problema, 1|2|3|4|5, a|b|c
        """
    )

    private static let denials = Phrases(
        """
        no|tampoco|nunca es|era|fue|son|sea que|por|porque|culpa|cosa|un|una|tema|falta|el|la|de|flojera|solo|\
        los|las, no|tampoco se trata|trataba|debe, no porque|por,
        no creo|creemos|pienso|pensamos|digo|decimos|dice|consideramos|vemos que, no|nadie quiere|dice decir|que,
        no significa que, no hay flojera|desinteres|mala|culpable*|resistencia|apatia|desidia|negligen*,
        en vez|lugar de
        """
    )
    private static let nearDenials = Phrases(
        """
        sin, mas|antes que, no busca*|se busca*
        """
    )
}
