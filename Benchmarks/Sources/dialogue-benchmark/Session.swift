import Dialogue

/// One dialogue that is only bytes between its turns.
struct Session {
    /// What is stored.
    private(set) var bytes: [UInt8]

    private let program: Program

    init(_ program: Program) {
        self.program = program
        bytes = DialogueState().encoded()
    }

    /// What happens in it, in order.
    static let events: [Event] =
        [.opened(mode: .solo, parties: [Party(id: "1", locale: FiveWhys.locale)], given: [:])]
        + FiveWhys.answers.map { .said(party: "1", .text($0)) }

    /// What it records.
    static let kinds = ["problem", "why", "why", "why", "why", "why", "root-cause"]

    private static let moment = Moment(milliseconds: 1_805_000_000_000, today: .first)

    var state: DialogueState { get throws { try DialogueState(encoded: bytes) } }

    mutating func take(_ event: Event) throws {
        let turn = Engine.take(event, program: program, state: try state, at: Self.moment) { [] }
        bytes = turn.state.encoded()
    }

    /// The bytes in the middle of the whys, after the question was asked again so many times.
    static func bytes(afterRepeating repeats: Int) throws -> Int {
        var session = Session(FiveWhys.program)
        for event in events.prefix(6) { try session.take(event) }
        for _ in 0..<repeats { try session.take(.said(party: "1", .text("repetir"))) }
        return session.bytes.count
    }
}
