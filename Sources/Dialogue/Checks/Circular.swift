extension Checks {
    /// The answer says again the problem or an earlier answer: the same words, or six in ten of the same stems.
    static func circular(in reading: Reading, context: CheckContext) -> [Finding] {
        let said = stems(of: reading)
        guard !reading.words.isEmpty else { return [] }
        let earlier = context.ancestors.reversed() + (context.problem.map { [$0] } ?? [])
        let keys = reading.words.map(\.key)
        var closest: (likeness: Double, sentence: String)?
        for sentence in earlier {
            let other = Reading(sentence)
            let isSame = other.words.map(\.key) == keys
            let likeness = isSame ? 1 : likeness(of: said, to: stems(of: other))
            if likeness >= 0.6, likeness > (closest?.likeness ?? 0) { closest = (likeness, sentence) }
        }
        return closest.map {
            [Finding(flag: .circular, words: [reading.text(0..<reading.words.count)], related: $0.sentence)]
        } ?? []
    }

    /// Shared stems in proportion to all stems, 0 to 1. Two sentences that say nothing are not alike.
    static func likeness(of one: Set<String>, to other: Set<String>) -> Double {
        let shared = one.intersection(other).count
        guard shared > 0, shared > 1 || one == other else { return 0 }
        return Double(shared) / Double(one.union(other).count)
    }

    /// The stems of the words that carry matter.
    static func stems(of reading: Reading) -> Set<String> {
        let start = reading.sentences.first.map { reading.start(of: $0) } ?? 0
        let content = reading.words[start...].filter { $0.hasTilde || !stopWords.contains($0) }
        return Set(content.map { stem($0.key) })
    }

    /// A light stem: number, gender and the common endings of verbs go, at least four letters stay.
    static func stem(_ key: String) -> String {
        for ending in endings where key.hasSuffix(ending) && key.utf8.count - ending.utf8.count >= 4 {
            return String(key.dropLast(ending.count))
        }
        return key
    }

    private static let endings = [
        "aciones", "iciones", "amiento", "imiento", "aciones", "acion", "icion", "mente", "ieron", "iendo", "ando",
        "aron", "aban", "amos",
        "emos", "imos", "adas", "ados", "idas", "idos", "ciones", "cion", "ores", "oras", "ora", "aba", "ada", "ado",
        "ida", "ido", "ian",
        "ia", "ar", "er", "ir", "or", "an", "en", "as", "os", "es", "a", "o", "e", "s",
    ]
}
