extension Checks {
    /// An objective says how it will be once it is reached: not what will be done for it, nor what will no longer be.
    static func notObjective(in reading: Reading, context: CheckContext) -> [Finding] {
        guard context.kind == .objective, let sentence = reading.sentences.first else { return [] }
        var start = reading.start(of: sentence)
        while let lead = aims.match(at: start, in: reading.words), lead.upperBound < sentence.upperBound {
            start = lead.upperBound
        }
        func found(_ range: Range<Int>, _ variant: String) -> [Finding] {
            [Finding(flag: .notObjective, words: [reading.text(range)], variant: variant)]
        }
        if let range = refusals.match(at: start, in: reading.words) { return found(range, "negative") }
        if let range = activity(in: start..<sentence.upperBound, of: reading) { return found(range, "activity") }
        if betterments.contains(reading.words[start]), isSame(after: start, reading, context) {
            return found(start..<sentence.upperBound, "same")
        }
        return []
    }

    /// A deed where the objective begins, or one more after "y". What comes after "mediante" are the means.
    private static func activity(in range: Range<Int>, of reading: Reading) -> Range<Int>? {
        let words = reading.words
        if let state = states.match(at: range.lowerBound, in: words), state.upperBound <= range.upperBound {
            return nil
        }
        if doings.contains(words[range.lowerBound]) { return range.lowerBound..<range.lowerBound + 1 }
        if let deed = deedsAsNouns.match(at: range.lowerBound, in: words) { return deed }
        for index in range.dropFirst() {
            if means.contains(words[index]) { return nil }
            if joints.contains(words[index - 1]), plainDoings.contains(words[index]) {
                return index..<index + 1
            }
        }
        return nil
    }

    /// "Mejorar los bajos resultados en lectura": nothing but the problem, or one word of matter.
    private static func isSame(after start: Int, _ reading: Reading, _ context: CheckContext) -> Bool {
        let said = matter(of: reading, from: start + 1)
        guard said.count > 1 else { return true }
        guard let problem = context.problem else { return false }
        return said.isSubset(of: matter(of: Reading(problem, verbs: false), from: 0))
    }

    /// The beginnings of the words that carry matter.
    private static func matter(of reading: Reading, from start: Int) -> Set<String> {
        let own = (start..<max(start, reading.words.count)).filter { index in
            !stopWords.contains(reading.words[index]) && !little.contains(reading.words[index])
        }
        return Set(own.map { String(folded(reading.text($0..<$0 + 1)).prefix(5)) })
    }

    private static let joints = WordSet("y and")

    private static let little = WordSet("the a an of in on for to our and with")

    private static let aims = Phrases(
        """
        queremos|buscamos|esperamos|necesitamos|pretendemos ?lograr ?que, nos proponemos, vamos a,
        nuestro|el|la|nuestra objetivo|meta|proposito ?general ?principal es|sera ?lograr ?que, objetivo|meta, lograr que,
        que, we want|aim|hope ?to, our|the goal|aim|objective is ?to, to
        """
    )
    private static let refusals = Phrases(
        """
        no, nunca, nadie, sin, evitar ?que, impedir ?que, dejar de, eliminar, terminar|acabar con, not, never, avoid,
        prevent, stop, without, nobody, eliminate
        """
    )
    private static let betterments = WordSet("mejorar mejora mejoras mejoramiento optimizar improve improving better")

    /// Made by doing, yet a state: "crear un clima de confianza".
    private static let states = Phrases(
        """
        crear|generar|construir|desarrollar|create|build ?un ?una ?a ?an clima|cultura|ambiente|comunidad|confianza|\
        habito|habitos|sentido|culture|climate|trust|community
        """
    )
    private static let doings = WordSet(
        """
        capacitar capacitarnos capacitarse comprar contratar adquirir realizar hacer implementar ejecutar organizar elaborar
        disenar crear difundir socializar aplicar dictar entregar gestionar construir revisar enviar invitar citar convocar
        calendarizar agendar sensibilizar concientizar monitorear entrevistar visitar reunirse reunirnos juntarnos imprimir
        redactar solicitar pedir
        train buy hire purchase implement organise organize create design hold run write send invite schedule deliver request
        """
    )
    /// Deeds that are no state even as a second aim.
    private static let plainDoings = WordSet(
        "capacitar capacitarnos comprar contratar adquirir realizar implementar elaborar train buy hire purchase implement"
    )
    private static let deedsAsNouns = Phrases(
        """
        un|una|unos|unas ?nuevo ?nueva taller|talleres|capacitacion*|charla*|jornada*|protocolo*,
        taller|talleres|capacitacion*|charla*|jornada*|contratacion|compra|adquisicion|implementacion|elaboracion\
         de|del|a|para|en|sobre|con, training|workshop|workshops for|on|in|about, a ?new workshop|training|protocol
        """
    )
    private static let means = WordSet("mediante traves por con usando through by using with para")
}
