import Dialogue

/// Plays one dialogue again and again in one thread, its state decoded from and encoded to stored bytes at every turn.
///
/// The argument is how many dialogues are measured; a tenth of them goes before, to warm up.
@main
struct Benchmark {
    static func main() throws {
        let dialogues = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20_000
        try measure("5 Whys, eight questions, with the answer checks", FiveWhys.program, dialogues)
        try measure("5 Whys, eight questions, without them", FiveWhys.unchecked, dialogues)
        let sizes = try played(FiveWhys.program) { _ in }
        print("State: \(sizes.last ?? 0) bytes at the end, \(sizes.max() ?? 0) at most")
        for repeats in [0, 1, 10, 100, 1_000] {
            print("State: \(try Session.bytes(afterRepeating: repeats)) bytes after «repetir» × \(repeats)")
        }
    }

    private static func measure(_ name: String, _ program: Program, _ dialogues: Int) throws {
        for _ in 0..<max(1, dialogues / 10) { _ = try played(program) { _ in } }
        var times: [Duration] = []
        times.reserveCapacity(dialogues * Session.events.count)
        for _ in 0..<max(1, dialogues) { _ = try played(program) { times.append($0) } }
        let seconds = times.reduce(.zero, +) / .seconds(1)
        times.sort()
        func percentile(_ share: Double) -> String {
            shown(times[Int(Double(times.count - 1) * share)] / .microseconds(1))
        }
        print("\(name): \(times.count) turns in \(shown(seconds)) s of one thread")
        print("  \(Int(Double(times.count) / seconds)) turns/s, p50 \(percentile(0.5)) µs, p99 \(percentile(0.99)) µs")
    }

    /// One dialogue from its opening to its end: the bytes of its state after each turn.
    private static func played(_ program: Program, _ tell: (Duration) -> Void) throws -> [Int] {
        let clock = ContinuousClock()
        var session = Session(program)
        var sizes: [Int] = []
        for event in Session.events {
            let start = clock.now
            try session.take(event)
            tell(clock.now - start)
            sizes.append(session.bytes.count)
        }
        let end = try session.state
        guard end.status == .finished, end.outcomes.map(\.kind) == Session.kinds else { throw Unfinished(state: end) }
        return sizes
    }

    private static func shown(_ value: Double) -> String { "\(Double(Int(value * 10)) / 10)" }
}

/// The dialogue did not come to its end, so its times mean nothing.
struct Unfinished: Error {
    let state: DialogueState
}
