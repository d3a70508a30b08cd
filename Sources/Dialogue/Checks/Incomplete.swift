extension Checks {
    static func incomplete(in reading: Reading, context: CheckContext) -> [Finding] { [] }
}
