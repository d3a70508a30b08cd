import Dialogue
import Glibc

/// How long the turns of one program take.
struct Measure {
    private let program: Program
    private var times: [Duration] = []
    private var processor: Duration = .zero

    init(_ program: Program) { self.program = program }

    /// Plays so many dialogues from their opening to their end, after others that are not counted.
    mutating func play(_ dialogues: Int, warmUp: Int) throws {
        for _ in 0..<warmUp { try Session.play(program) { _ in } }
        let start = Self.processorTime
        for _ in 0..<dialogues { try Session.play(program) { times.append($0) } }
        processor += Self.processorTime - start
    }

    /// Processor time of a turn, with its share of beginning each dialogue and checking its end.
    var microseconds: Double { processor / .microseconds(1) / Double(max(1, times.count)) }

    var summary: String {
        let seconds = times.reduce(.zero, +) / .seconds(1)
        return
            "\(shown(microseconds, 1)) µs of processor per turn (\(shown(1_000_000 / microseconds, 0)) turns/s of it), "
            + "\(shown(Double(times.count) / seconds, 0)) turns/s by the clock, p50 \(percentile(0.5, of: times)) µs, "
            + "p99 \(percentile(0.99, of: times)) µs, \(times.count) turns"
    }

    /// What this process has used of a core outside the kernel.
    private static var processorTime: Duration {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return .seconds(usage.ru_utime.tv_sec) + .microseconds(usage.ru_utime.tv_usec)
    }
}

/// The time that a share of all times does not exceed.
func percentile(_ share: Double, of times: some Collection<Duration>) -> String {
    let sorted = times.sorted()
    guard let last = sorted.indices.last else { return "-" }
    return shown(sorted[Int(Double(last) * share)] / .microseconds(1), 1)
}
