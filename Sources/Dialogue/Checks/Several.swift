extension Checks {
    /// Two causes in one answer: two clauses, each with its own verb and its own trouble. One cause may join two nouns,
    /// or tell what one subject does, or go on to the consequence.
    static func several(in reading: Reading) -> [Finding] {
        if let list = numberedList(in: reading) { return [Finding(flag: .several, words: list)] }
        var found: [Range<Int>] = []
        for index in reading.words.indices {
            if let joint = joint(at: index, in: reading) { found.append(joint) }
        }
        return found.isEmpty ? [] : [Finding(flag: .several, words: found.map { reading.text($0) })]
    }

    private static func joint(at index: Int, in reading: Reading) -> Range<Int>? {
        let words = reading.words
        if let range = besides.match(at: index, in: words) {
            // "Además de que el curso es numeroso, la sala no tiene luz."
            let rest = range.upperBound..<side(after: index, in: reading)
            let pause = rest.first { words[$0].before == .comma }
            return pause.map { tells($0..<rest.upperBound, in: reading) } ?? false ? range : nil
        }
        if let range = adding.match(at: index, in: words) {
            let before = side(before: index, in: reading)
            let after = range.upperBound..<side(after: range.upperBound, in: reading)
            let isTold = tells(after, in: reading) || after.contains { reading.verbs[$0] != nil }
            return tells(before, in: reading) && isTold ? range : nil
        }
        if words[index].before == .semicolon || words[index].before == .plus {
            let before = side(before: index, in: reading)
            let after = index..<side(after: index, in: reading)
            return tells(before, in: reading) && tells(after, in: reading) && !continues(after, in: reading)
                ? index..<index + 1 : nil
        }
        guard joints.contains(words[index]), index + 1 < words.count else { return nil }
        let before = side(before: index, in: reading)
        let after = index + 1..<side(after: index + 1, in: reading)
        if words[index + 1].key == "porque" { return tells(before, in: reading) ? index..<index + 2 : nil }
        let isJoint =
            tells(before, in: reading) && tells(after, in: reading) && !continues(after, in: reading)
            && hasOwnSubject(after, after: before, in: reading) && isTrouble(before, in: reading)
            && isTrouble(after, in: reading)
        return isJoint ? index..<index + 1 : nil
    }

    private static func side(before index: Int, in reading: Reading) -> Range<Int> {
        let sentence = reading.sentences.last { $0.lowerBound <= index } ?? 0..<index
        // A new sentence that adds ("Además rota…") adds to the one before.
        let start =
            sentence.lowerBound == index
            ? (reading.sentences.last { $0.lowerBound < index }?.lowerBound ?? 0) : sentence.lowerBound
        return min(index, reading.start(of: start..<reading.words.count))..<index
    }

    private static func side(after index: Int, in reading: Reading) -> Int {
        reading.sentences.first { $0.upperBound > index }?.upperBound ?? reading.words.count
    }

    /// It has a verb of its own, or names a lack: "falta de tiempo".
    private static func tells(_ range: Range<Int>, in reading: Reading) -> Bool {
        !reading.mainVerbs(in: range).isEmpty
            || range.contains { lackNouns.contains(reading.words[$0]) && isAtStart($0, of: range, in: reading) }
    }

    private static func isAtStart(_ index: Int, of range: Range<Int>, in reading: Reading) -> Bool {
        index - range.lowerBound <= 2 || reading.start(of: range) == index
    }

    /// "y por eso", "y entonces", "y así", "y ese día", "y otros": the same cause goes on.
    private static func continues(_ range: Range<Int>, in reading: Reading) -> Bool {
        let first = reading.words[range].prefix(5)
        return ties.match(at: range.lowerBound, in: reading.words) != nil || first.contains { backward.contains($0) }
    }

    /// The clause does not speak of the same subject: it brings one, or is impersonal, or its verb does not agree.
    private static func hasOwnSubject(_ after: Range<Int>, after before: Range<Int>, in reading: Reading) -> Bool {
        let left = reading.mainVerbs(in: before).compactMap { reading.verbs[$0] }
        guard let verb = reading.mainVerbs(in: after).first, let person = reading.verbs[verb] else {
            return after.contains { lackNouns.contains(reading.words[$0]) }
        }
        let lead = reading.words[after.lowerBound..<verb].filter { !particles.contains($0) }
        if !lead.isEmpty { return !lead.contains { $0.key == "que" } || lead.count > 2 }
        if person == .impersonal { return true }
        if left.allSatisfy({ $0 == .impersonal }) { return true }
        if !left.contains(person) { return person != .me }
        // "y rota el personal": verbs that put their subject behind them.
        let next = reading.key(verb + 1)
        return comings.contains(reading.words[verb]) && verb + 1 < after.upperBound && determiners.contains(next)
            && !contractions.contains(next)
    }

    private static func isTrouble(_ range: Range<Int>, in reading: Reading) -> Bool {
        reading.words[range].contains { troubles.contains($0) }
    }

    /// "1) rota el personal 2) no hay horario", or lines that begin with a dash.
    private static func numberedList(in reading: Reading) -> [String]? {
        let starts = reading.words.indices.filter { index in
            let next = index + 1 < reading.words.count ? reading.words[index + 1].before : .none
            return numerals.contains(reading.words[index]) && (next == .comma || next == .sentence)
                && (index == 0 || reading.words[index].before >= .comma || reading.key(index) == "2")
        }
        let keys = starts.map { reading.key($0) }
        guard keys.starts(with: ["1", "2"]), let first = starts.first, let second = starts.dropFirst().first,
            second - first > 2
        else {
            return nil
        }
        return starts.map { reading.text($0..<$0 + 1) }
    }

    private static let joints = WordSet("y e")
    private static let numerals = WordSet("1 2 3")
    private static let adding = Phrases(
        """
        y ademas|tambien|tampoco|aparte, ademas, tampoco hay|existe|existen|tenemos|contamos|se, sumado a ?que,
        a ?lo eso|anterior se suma|agrega, y|se suma|sumamos ?a ?esto ?que, por otro|otra lado|parte,
        otra causa es, tambien falta|faltan|hay|influye|influyen, y por otro|otra lado|parte, aparte de eso
        """
    )
    private static let besides = Phrases(
        """
        ademas|aparte de que, sumado a que, junto con que
        """
    )
    private static let ties = Phrases(
        """
        por eso|ello|esto|lo|tanto|ende, entonces, asi, luego, despues, ahi, eso|esto|ello, termin*|acab*|qued*,
        en consecuencia|cambio|vez|consecuencia, otro|otra|otros|otras,
        el|la|los|las resto|demas|otro|otra|otros|otras, lo, cuando, al final, a|por veces|tanto|consecuencia,
        hasta, solo, cada uno|una|cual|quien, se pierd*|van|quedan|queda|va, que
        """
    )
    private static let backward = WordSet(
        "ese esa esos esas eso ahi entonces mismo misma mismos mismas ello dicho dicha aquello asi"
    )
    private static let particles = WordSet("no ya nunca se les le nos los las lo la solo casi siempre tambien apenas")
    private static let lackNouns = WordSet("falta faltan ausencia carencia escasez poco poca pocos pocas exceso sin")
    private static let comings = WordSet(
        "rota rotan falta faltan llega llegan cambia cambian existe existen aumenta aumentan baja bajan hay viene vienen renuncia renuncian sobra sobran"
    )
    private static let troubles = WordSet(
        """
        no nunca nadie ningun ninguna tampoco sin ni falta* falto escas* ausen* carenc* poco poca pocos pocas mucho mucha muchos muchas
        demasiad* mal mala malo malos malas tarde bajo baja bajos bajas exceso solo solos sola solas rota rotan rotacion cambia cambian
        cambio renunci* atras* pierd* suspend* pelea* licencia* distint* cansad* agotad* agobiad* sobrecarg* desmotiv* excesiv* alta alto
        interrumpe* conflict* desorden* cuesta demora* tarda* dificil* depende* sobra* descono* improvis* separado aparte debil*
        violen* abandon* fall* malos* estres*
        """
    )
}
