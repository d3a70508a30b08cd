extension Checks {
    /// The answer says again the problem or an earlier answer: the same words, or six in ten of the same stems.
    static func circular(in reading: Reading, context: CheckContext) -> [Finding] {
        guard !reading.words.isEmpty else { return [] }
        let said = stems(of: reading)
        let earlier = context.ancestors.reversed() + (context.problem.map { [$0] } ?? [])
        var closest: (likeness: Double, sentence: String)?
        for sentence in earlier {
            let other = Reading(sentence, verbs: false)
            let isSame = other.words.elementsEqual(reading.words) { $0.key == $1.key }
            let likeness = isSame ? 1 : likeness(of: said, to: stems(of: other))
            if likeness >= 0.6, likeness > (closest?.likeness ?? 0) { closest = (likeness, sentence) }
        }
        return closest.map {
            [Finding(flag: .circular, words: [reading.text(0..<reading.words.count)], related: $0.sentence)]
        } ?? []
    }

    /// Shared stems in proportion to all stems, 0 to 1. Two sentences that say nothing are not alike.
    private static func likeness(of one: [UInt128], to other: [UInt128]) -> Double {
        var shared = 0
        var next = 0
        for stem in one {
            while next < other.count, other[next] < stem { next += 1 }
            if next < other.count, other[next] == stem { shared += 1 }
        }
        guard shared > 0, shared > 1 || one == other else { return 0 }
        return Double(shared) / Double(one.count + other.count - shared)
    }

    /// The stems of the words that carry matter, each once, ascending.
    private static func stems(of reading: Reading) -> [UInt128] {
        let start = reading.sentences.first.map { reading.start(of: $0) } ?? 0
        var stems: [UInt128] = []
        stems.reserveCapacity(reading.words.count)
        for word in reading.words[start...] where word.hasTilde || !stopWords.contains(word) {
            stems.append(stem(word.key))
        }
        stems.sort()
        var last: UInt128?
        stems.removeAll { stem in
            defer { last = stem }
            return stem == last
        }
        return stems
    }

    /// A light stem: number, gender and the common endings of verbs go, at least four letters stay. A very long word is
    /// its own stem.
    private static func stem(_ key: Key) -> UInt128 {
        let ending = endingsByLast[Int(key.tail & 0xFF)].first { key.count - $0.count >= 4 && key.hasSuffix($0) }
        let length = key.count - (ending?.count ?? 0)
        return length <= 16 ? key.prefix(length) : UInt128(key.code)
    }

    private static let endingsByLast = (0...UInt64(UInt8.max)).map { last in endings.filter { $0.tail & 0xFF == last } }

    private static let endings: [Key] = [
        "aciones", "iciones", "amiento", "imiento", "aciones", "acion", "icion", "mente", "ieron", "iendo", "ando",
        "aron", "aban", "amos",
        "emos", "imos", "adas", "ados", "idas", "idos", "ciones", "cion", "ores", "oras", "ora", "aba", "ada", "ado",
        "ida", "ido", "ian",
        "ia", "ar", "er", "ir", "or", "an", "en", "as", "os", "es", "a", "o", "e", "s",
    ]
}
