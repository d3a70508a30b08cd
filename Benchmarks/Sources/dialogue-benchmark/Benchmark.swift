import Dialogue

/// Plays one dialogue again and again in one thread, its state decoded from and encoded to stored bytes at every turn.
///
/// The argument is how many dialogues are measured with the answer checks, and how many without; a tenth of them goes
/// before, to warm up. The two take turns, so that what else the machine does weighs on both alike. Steer by the
/// processor time: the other times grow with whatever shares the cores.
@main
struct Benchmark {
    static func main() throws {
        let dialogues = max(1, CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20_000)
        var checked = Measure(FiveWhys.program)
        var unchecked = Measure(FiveWhys.unchecked)
        let rounds = 20
        for round in 0..<rounds {
            let share = dialogues * (round + 1) / rounds - dialogues * round / rounds
            try checked.play(share, warmUp: dialogues / 10 / rounds + 1)
            try unchecked.play(share, warmUp: dialogues / 10 / rounds + 1)
        }
        print("5 Whys, eight questions, one thread")
        print("  with all the answer checks: \(checked.summary)")
        print("  without them:               \(unchecked.summary)")
        print("  with to without: \(shown(checked.microseconds / unchecked.microseconds, 2)) in processor time")
        let sizes = try Session.sizes(FiveWhys.program)
        print("State: \(sizes.last ?? 0) bytes at the end, \(sizes.max() ?? 0) at most")
        let repeats = try Session.repeated(1_000)
        let (early, late) = (repeats.prefix(100), repeats.suffix(100))
        print(
            "«repetir» 1000 times: from \(early.first?.bytes ?? 0) to \(late.last?.bytes ?? 0) bytes, "
                + "p50 of the first hundred \(percentile(0.5, of: early.map(\.time))) µs, "
                + "of the last \(percentile(0.5, of: late.map(\.time))) µs"
        )
    }
}

/// A number with so many places after the point.
func shown(_ value: Double, _ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    guard places > 0 else { return "\(whole)" }
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
}
