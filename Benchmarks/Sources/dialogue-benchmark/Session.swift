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

    /// One dialogue from its opening to its end; tells how long each turn took.
    static func play(_ program: Program, _ tell: (Duration) -> Void) throws {
        let clock = ContinuousClock()
        var session = Session(program)
        for event in events {
            let start = clock.now
            try session.take(event)
            tell(clock.now - start)
        }
        let end = try session.state
        guard end.status == .finished, end.outcomes.map(\.kind) == kinds else { throw Unfinished(state: end) }
    }

    /// The bytes of a dialogue's state after each turn.
    static func sizes(_ program: Program) throws -> [Int] {
        var session = Session(program)
        return try events.map { event in
            try session.take(event)
            return session.bytes.count
        }
    }

    /// Asks the question again and again in the middle of the whys: the bytes of the state and the time after each turn.
    static func repeated(_ repeats: Int) throws -> [(bytes: Int, time: Duration)] {
        let clock = ContinuousClock()
        var session = Session(FiveWhys.program)
        for event in events.prefix(6) { try session.take(event) }
        return try (0..<repeats).map { _ in
            let time = try clock.measure { try session.take(.said(party: "1", .text("repetir"))) }
            return (session.bytes.count, time)
        }
    }
}

/// The dialogue did not come to its end, so its times mean nothing.
struct Unfinished: Error {
    let state: DialogueState
}
