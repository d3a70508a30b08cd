extension Rewording {
    static func english(_ tokens: [String]) -> [String]? {
        let words = tokens.map(plain)
        guard !words.contains(where: { ["but", "because", "although", "never", "nor"].contains($0) }) else {
            return nil
        }
        if let lead = lacksInEnglish.filter({ words.starts(with: $0) }).max(by: { $0.count < $1.count }) {
            let rest = tokens.dropFirst(lead.count).drop { ["a", "an", "the", "any", "enough"].contains(plain($0)) }
            guard let noun = rest.first, !tellsInEnglish(rest), !feelings.contains(plain(noun)) else { return nil }
            if enough.contains(plain(noun)) { return ["enough", continued(noun)] + rest.dropFirst() }
            let place = rest.firstIndex { places.contains(plain($0)) } ?? rest.endIndex
            return [continued(noun)] + rest[rest.index(after: rest.startIndex)..<place] + [
                "available", "and", "in", "use",
            ]
                + rest[place...]
        }
        if let not = words.firstIndex(of: "not"), not > 0, ["is", "are"].contains(words[not - 1]),
            not + 1 < words.count,
            ["used", "reviewed", "shared", "read", "applied", "planned", "analysed", "evaluated"].contains(
                words[not + 1]
            )
        {
            let rest = tokens[(not + 2)...]
            return tellsInEnglish(rest) ? nil : tokens[..<not] + [tokens[not + 1], "regularly"] + rest
        }
        let rest = Array(
            tokens.drop { ["a", "an", "the", "there", "is", "are", "very", "we", "have"].contains(plain($0)) }
        )
        if rest.count >= 2, !tellsInEnglish(rest), let word = turnedInEnglish(rest[0], of: rest[1]) {
            return [word] + rest.dropFirst()
        }
        guard let verb = words.firstIndex(where: { ["is", "are"].contains($0) }), verb > 0, verb + 1 < words.count
        else {
            return nil
        }
        let place = words[verb + 1] == "very" ? verb + 2 : verb + 1
        guard place < tokens.count, !tellsInEnglish(tokens[(place + 1)...]), !tellsInEnglish(tokens[..<verb]),
            let word = turnedInEnglish(tokens[place], of: tokens[verb - 1])
        else { return nil }
        return tokens[...verb] + [word] + tokens[(place + 1)...]
    }

    private static func turnedInEnglish(_ quality: String, of noun: String) -> String? {
        let noun = plain(noun)
        switch plain(quality) {
        case "low": return wantedInEnglish.contains(noun) ? "high" : "adequate"
        case "high", "excessive", "many", "frequent": return troublesInEnglish.contains(noun) ? "reduced" : nil
        case "weak": return "strong"
        case "scarce", "insufficient", "limited", "little": return "sufficient"
        case "few": return "enough"
        case "poor", "bad": return "good"
        case "disconnected", "fragmented", "disjointed": return "connected"
        case "outdated": return "up-to-date"
        case "disorganised", "disorganized": return "well-organised"
        default: return nil
        }
    }

    private static func tellsInEnglish(_ tokens: some Collection<String>) -> Bool {
        tokens.contains { verbs.contains(plain($0)) }
    }

    private static let verbs: Set<String> = [
        "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "not", "dont", "doesnt", "can", "cannot",
    ]
    private static let lacksInEnglish: [[String]] = [
        ["lack", "of"], ["a", "lack", "of"], ["there", "is", "no"], ["there", "are", "no"], ["we", "have", "no"],
        ["no"],
        ["absence", "of"], ["without"], ["there", "is", "a", "lack", "of"], ["missing"],
    ]
    private static let places: Set<String> = [
        "in", "for", "between", "with", "at", "to", "during", "that", "among", "on",
    ]
    private static let enough: Set<String> = [
        "time", "hours", "space", "spaces", "support", "staff", "clarity", "information", "meetings", "money",
        "teachers",
        "communication", "coordination", "collaboration", "participation", "planning", "training", "feedback",
    ]
    private static let feelings: Set<String> = [
        "commitment", "interest", "motivation", "respect", "responsibility", "will", "discipline", "empathy", "one",
    ]
    private static let wantedInEnglish: Set<String> = [
        "attendance", "participation", "motivation", "enrolment", "retention", "punctuality", "interest", "trust",
        "expectations", "satisfaction", "commitment",
    ]
    private static let troublesInEnglish: Set<String> = [
        "absenteeism", "absence", "absences", "dropout", "turnover", "conflict", "conflicts", "stress", "workload",
        "violence", "lateness", "interruptions", "suspensions", "fights", "complaints", "bureaucracy", "noise",
    ]
}
