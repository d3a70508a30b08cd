/// What the given checks notice in an answer, in the order of `checks`; nothing for an answer without words.
///
/// The lists are Chilean Spanish. An answer in another language raises little.
public func findings(in answer: String, checks: [AnswerFlag], context: CheckContext) -> [Finding] {
    let reading = Checks.Reading(answer)
    return checks.indices.filter { !checks[..<$0].contains(checks[$0]) }.flatMap {
        Checks.run(checks[$0], on: reading, in: context)
    }
}

/// The parts of the answer checks. All of them are pure, and linear in the length of the answer.
enum Checks {
    static func run(_ flag: AnswerFlag, on reading: Reading, in context: CheckContext) -> [Finding] {
        switch flag {
        case .blame: blame(in: reading)
        case .humanError: humanError(in: reading)
        case .symptom: symptom(in: reading, context: context)
        case .circular: circular(in: reading, context: context)
        case .absence: absence(in: reading)
        case .solution: solution(in: reading)
        case .several: several(in: reading)
        case .external: external(in: reading)
        case .vague: vague(in: reading)
        case .incomplete: incomplete(in: reading, context: context)
        case .notObjective: notObjective(in: reading, context: context)
        case .leap: []
        case .personalData: personalData(in: reading)
        }
    }
}
