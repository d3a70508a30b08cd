/// The words of a picture for lists and what one flow gives to another.
extension DiagramWords {
    func each(_ list: String) -> String { say("por cada una de \(list)", "for each of \(list)") }

    func each(_ ids: [String]) -> String { say("por cada una: ", "for each of: ") + ids.joined(separator: ", ") }

    func atMost(_ count: Int) -> String { say("hasta \(count)", "up to \(count)") }

    func adds(_ name: String, to list: String) -> String { say("\(name) a \(list)", "\(name) to \(list)") }

    func given(_ with: [String: String]) -> String {
        let pairs = with.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
        return say("con ", "with ") + pairs.joined(separator: ", ")
    }

    func upTo(_ from: Int, _ list: String) -> String {
        say("un número de \(from) a cuántas hay en \(list)", "a number from \(from) to how many there are in \(list)")
    }
}
