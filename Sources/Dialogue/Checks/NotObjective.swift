extension Checks {
    static func notObjective(in reading: Reading, context: CheckContext) -> [Finding] { [] }
}
