extension Checks {
    /// Causes put in the will or the character of people, and people named. Groups may be named neutrally.
    static func blame(in reading: Reading) -> [Finding] {
        var findings: [Finding] = []
        let names = namedPeople(in: reading)
        if !names.isEmpty {
            findings.append(Finding(flag: .blame, words: names.map { reading.text($0) }, variant: "name"))
        }
        let judged = judgements(in: reading)
        if !judged.isEmpty {
            findings.append(Finding(flag: .blame, words: judged.map { reading.text($0) }))
        }
        return findings
    }

    static func judgements(in reading: Reading) -> [Range<Int>] {
        reading.judged.value { judge(reading) }
    }

    private static func judge(_ reading: Reading) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < reading.words.count {
            if let range = judgement(at: index, in: reading), !range.contains(where: { reading.verbs[$0] == .we }),
                !reading.isDenied(at: range.lowerBound)
            {
                found.append(range)
                index = range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func judgement(at index: Int, in reading: Reading) -> Range<Int>? {
        let words = reading.words
        if notBlame.match(at: index, in: words) != nil { return nil }
        if isInside(notBlame, index, words) { return nil }
        if let range = plainBlame.match(at: index, in: words) { return range }
        if let range = guilt.match(at: index, in: words) {
            let next = reading.key(range.upperBound)
            return things.contains(next) || powers.contains(next) || settings.contains(next)
                || guiltFelt.contains(reading.key(index - 1)) ? nil : range
        }
        if let range = willOfPeople.match(at: index, in: words) {
            return hasThing(before: range, in: reading) ? nil : range
        }
        if let range = peopleOnly.match(at: index, in: words) {
            return hasPeople(around: range, in: reading) ? range : nil
        }
        if let range = lackOfWill.match(at: index, in: words) { return range }
        if let range = beingVery.match(at: index, in: words), range.upperBound < words.count,
            !measured.contains(words[range.upperBound]),
            hasPerson(before: range, in: reading)
        {
            return range.lowerBound..<range.upperBound + 1
        }
        if character.contains(words[index]) { return judgedCharacter(at: index, in: reading) }
        return nil
    }

    /// The word before "es muy…" is a person or a group of them, with what says which: "el profesor **jefe** es muy…".
    private static func hasPerson(before range: Range<Int>, in reading: Reading) -> Bool {
        let clause = reading.clause(around: range.lowerBound)
        let subject = clause.lowerBound..<range.lowerBound
        guard !reading.words[subject].contains(where: { bodies.contains($0) }) else { return false }
        return hasPeople(around: range, in: reading)
    }

    /// "no quiere decir": the phrase began up to two words ago.
    private static func isInside(_ phrases: Phrases, _ index: Int, _ words: [Word]) -> Bool {
        (1...2).contains { back in
            index >= back && (phrases.match(at: index - back, in: words).map { $0.upperBound > index } ?? false)
        }
    }

    /// A subject that has no will: "los recursos no quieren…" is a way of speaking.
    private static func hasThing(before range: Range<Int>, in reading: Reading) -> Bool {
        let clause = reading.clause(around: range.lowerBound)
        return reading.words[clause.lowerBound..<range.lowerBound].suffix(4).contains { things.contains($0) }
    }

    /// People as the subject: before the verb without a preposition, or right after it.
    static func hasPeople(around range: Range<Int>, in reading: Reading) -> Bool {
        let clause = reading.clause(around: range.lowerBound)
        for index in stride(from: range.lowerBound - 1, through: max(clause.lowerBound, range.lowerBound - 9), by: -1)
        where people.contains(reading.words[index]) && !isGoverned(at: index, in: reading) {
            return true
        }
        var next = range.upperBound
        while next < clause.upperBound, determiners.contains(reading.words[next]),
            !contractions.contains(reading.words[next])
        { next += 1 }
        return next < clause.upperBound && next > range.upperBound && people.contains(reading.words[next])
    }

    /// Whether a noun hangs on a preposition: "el protocolo **para los** apoderados". "La mayoría de los" does not count.
    static func isGoverned(at index: Int, in reading: Reading) -> Bool {
        var at = index - 1
        while at >= 0, index - at <= 3, reading.words[at + 1].before < .comma {
            let key = reading.words[at].key
            if prepositions.contains(key) || contractions.contains(key) {
                return !ofWhich.contains(key) || !portions.contains(reading.key(at - 1))
            }
            guard determiners.contains(key) || fillers.contains(key) else { return false }
            at -= 1
        }
        return false
    }

    /// "son flojos", "apoderados irresponsables", "la directora es autoritaria".
    private static func judgedCharacter(at index: Int, in reading: Reading) -> Range<Int>? {
        var start = index
        while start > 0, degrees.contains(reading.words[start - 1]), reading.words[start].before == .none { start -= 1 }
        let previous = reading.key(start - 1)
        if people.contains(previous), reading.words[start].before == .none { return start - 1..<index + 1 }
        guard beings.contains(previous), start > 0 else { return nil }
        if hasPeople(around: start - 1..<index + 1, in: reading) { return start - 1..<index + 1 }
        let sentence = reading.sentences.last { $0.lowerBound <= index }
        return sentence.map { reading.start(of: $0) } == start - 1 ? start - 1..<index + 1 : nil
    }
}
