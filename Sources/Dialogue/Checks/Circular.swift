extension Checks {
    /// The answer says again the problem or an earlier answer: the same words, or six in ten of the same stems.
    static func circular(in reading: Reading, context: CheckContext) -> [Finding] {
        guard !reading.words.isEmpty else { return [] }
        let said = stems(of: reading)
        let earlier = context.ancestors.reversed() + (context.problem.map { [$0] } ?? [])
        var closest: (likeness: Double, sentence: String)?
        for sentence in earlier {
            let other = Reading(sentence, verbs: false)
            let isSame = other.words.elementsEqual(reading.words) { $0.code == $1.code }
            let likeness = isSame ? 1 : likeness(of: said, to: stems(of: other))
            if likeness >= 0.6, likeness > (closest?.likeness ?? 0) { closest = (likeness, sentence) }
        }
        return closest.map {
            [Finding(flag: .circular, words: [reading.text(0..<reading.words.count)], related: $0.sentence)]
        } ?? []
    }

    /// Shared stems in proportion to all stems, 0 to 1. Two sentences that say nothing are not alike.
    private static func likeness(of one: [UInt64], to other: [UInt64]) -> Double {
        var shared = 0
        var next = 0
        for stem in one {
            while next < other.count, other[next] < stem { next += 1 }
            if next < other.count, other[next] == stem { shared += 1 }
        }
        guard shared > 0, shared > 1 || one == other else { return 0 }
        return Double(shared) / Double(one.count + other.count - shared)
    }

    /// The stems of the words that carry matter, each once, as ascending codes.
    private static func stems(of reading: Reading) -> [UInt64] {
        let start = reading.sentences.first.map { reading.start(of: $0) } ?? 0
        var stems: [UInt64] = []
        for index in start..<reading.words.count
        where reading.words[index].hasTilde || !stopWords.contains(reading.words[index]) {
            let key = reading.words[index].key
            stems.append(code(key.utf8.prefix(stem(key))))
        }
        stems.sort()
        return stems.indices.filter { $0 == 0 || stems[$0] != stems[$0 - 1] }.map { stems[$0] }
    }

    /// The length of a light stem: number, gender and the common endings of verbs go, at least four letters stay.
    private static func stem(_ key: String) -> Int {
        let count = key.utf8.count
        guard let last = key.utf8.last else { return count }
        for ending in endingsByLast[Int(last)] where count - ending.utf8.count >= 4 && key.hasSuffix(ending) {
            return count - ending.utf8.count
        }
        return count
    }

    private static let endingsByLast = (0...UInt8.max).map { last in endings.filter { $0.utf8.last == last } }

    private static let endings = [
        "aciones", "iciones", "amiento", "imiento", "aciones", "acion", "icion", "mente", "ieron", "iendo", "ando",
        "aron", "aban", "amos",
        "emos", "imos", "adas", "ados", "idas", "idos", "ciones", "cion", "ores", "oras", "ora", "aba", "ada", "ado",
        "ida", "ido", "ian",
        "ia", "ar", "er", "ir", "or", "an", "en", "as", "os", "es", "a", "o", "e", "s",
    ]
}
