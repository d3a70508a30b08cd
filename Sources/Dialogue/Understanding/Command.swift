/// What a person can ask of the engine itself, in every flow. The raw value is the name used in stored events.
public enum Command: String, Codable, Sendable, CaseIterable {
    case help
    case back
    case repeatQuestion = "repeat"
    case skip
    case pause
    case resume
    case summary
    case stop
    case keep
    case menu
    case deleteData = "delete-data"
    case next
    case close
    case reopen
    case moreTime = "more-time"
    case who

    /// The command that a whole message gives, `nil` for an ordinary answer. See `CommandMessage` for its argument.
    public init?(text: String) {
        guard let message = CommandMessage(text: text) else { return nil }
        self = message.command
    }
}

/// A command and what came with it.
public struct CommandMessage: Equatable, Sendable {
    /// What is asked.
    public let command: Command
    /// The reason for `skip` in the person's own words, the minutes in digits for `moreTime`, or what followed a slash command.
    public let argument: String?

    /// A command with its argument.
    public init(_ command: Command, argument: String? = nil) {
        self.command = command
        self.argument = argument
    }

    /// The command that a whole message gives, with or without a slash, courtesies and emoji; `nil` for an ordinary answer.
    ///
    /// An ordinary answer is never taken for a command because it begins like one, except after a slash.
    public init?(text: String) {
        let raw = text.trimmingSpace()
        guard !raw.isEmpty, raw.utf8.count <= 4_000 else { return nil }
        let found: CommandMessage?
        if raw.first == "/" {
            found = Self.slash(raw.dropFirst().trimmingSpace())
        } else {
            found = Self.plain(raw[...])
        }
        guard let found else { return nil }
        self = found
    }

    private static func plain(_ raw: Substring) -> CommandMessage? {
        if isQuestionMark(raw) {
            return CommandMessage(.help)
        }
        let said = words(of: String(raw.utf8.count <= 200 ? raw : raw.prefix(200)))
        if raw.utf8.count <= 200, let command = CommandPhrases.command(said) {
            return CommandMessage(command)
        }
        return moreTime(said) ?? (said.contains(where: CommandPhrases.skipping.contains) ? skip(raw) : nil)
    }

    private static func slash(_ raw: Substring) -> CommandMessage? {
        if let whole = plain(raw) {
            return whole
        }
        let head = raw.prefix { !$0.isWhitespace && $0 != ":" }
        let name = words(of: String(head.prefix { $0 != "@" }))
        let rest = raw[head.endIndex...].trimmingReason()
        if name == ["start"] {
            return rest.isEmpty ? CommandMessage(.menu) : nil  // with a payload it is a request to join
        }
        guard let command = CommandPhrases.command(name) else { return nil }
        if command == .moreTime {
            return CommandMessage(.moreTime, argument: number(in: String(rest)).map(String.init))
        }
        return CommandMessage(command, argument: rest.isEmpty ? nil : String(rest))
    }

    private static let marks: Set<Unicode.Scalar> = ["?", "¿", "!", "¡", "❓", "❔", "⁉", "🆘", "\u{FE0F}", " "]

    private static func isQuestionMark(_ raw: Substring) -> Bool {
        guard raw.utf8.count <= 40, raw.unicodeScalars.allSatisfy(marks.contains) else { return false }
        return raw.unicodeScalars.contains { ["?", "❓", "❔", "⁉", "🆘"].contains($0) }
    }

    /// "más tiempo 5", "5 minutos más", "dennos 5 minutos más", but not "más tiempo para planificar".
    private static func moreTime(_ said: [String]) -> CommandMessage? {
        guard said.count <= 10 else { return nil }
        let asked = CommandPhrases.withoutCourtesy(said).drop { CommandPhrases.giving.contains($0) }
        let more = CommandPhrases.more
        let minutes: ArraySlice<String>
        if let first = asked.first, more.contains(first), ["tiempo", "time"].contains(asked.dropFirst().first) {
            minutes = asked.dropFirst(2).filter { !CommandPhrases.minutes.contains($0) }[...]
        } else if asked.contains(where: more.contains), asked.contains(where: CommandPhrases.minutes.contains) {
            minutes = asked.filter { !CommandPhrases.minutes.contains($0) && !more.contains($0) }[...]
        } else {
            return nil
        }
        guard let value = number(in: minutes.joined(separator: " ")), value > 0 else { return nil }
        return CommandMessage(.moreTime, argument: String(value))
    }

    /// "saltar porque no tenemos el dato", "saltar: no aplica", but not "saltar la cuerda" nor "paso porque …".
    private static func skip(_ raw: Substring) -> CommandMessage? {
        if let colon = raw.prefix(40).firstIndex(of: ":"), let found = skip(raw[..<colon], reason: raw[colon...]) {
            return found
        }
        let pieces = raw.prefix(200).split(whereSeparator: \.isWhitespace).prefix(8)
        for (index, piece) in pieces.enumerated().dropFirst() {
            let start = piece.startIndex
            let key = folded(String(piece))
            let previous = pieces[index - 1].last
            let following = index + 1 < pieces.count ? folded(String(pieces[index + 1])) : ""
            if CommandPhrases.because.contains(key) {
                return skip(raw[..<start], reason: raw[piece.endIndex...])
            }
            if ["ya que", "por que", "dado que"].contains(key + " " + following) {
                return skip(raw[..<start], reason: raw[pieces[index + 1].endIndex...])
            }
            let isSetOff = previous == "," || previous == "." || previous == ";"
            let isExcuse = key == "no" && CommandPhrases.excusing.contains(following)
            if key.isEmpty || piece.first == "(" || isExcuse || (isSetOff && CommandPhrases.excuses.contains(key)) {
                return skip(raw[..<start], reason: raw[start...])
            }
        }
        return nil
    }

    private static func skip(_ head: Substring, reason: Substring) -> CommandMessage? {
        let said = words(of: String(head))
        // "Pasó porque …" tells what happened.
        guard said.last != "paso", CommandPhrases.command(said) == .skip else { return nil }
        let reason = reason.trimmingReason()
        return CommandMessage(.skip, argument: reason.isEmpty ? nil : String(reason))
    }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate func trimmingSpace() -> Substring {
        trimming(\.isWhitespace)
    }

    fileprivate func trimmingReason() -> Substring {
        trimming { $0.isWhitespace || ":;,-–—()".contains($0) }
    }

    private func trimming(_ isEdge: (Character) -> Bool) -> Substring {
        var trimmed = drop(while: isEdge)
        while let last = trimmed.last, isEdge(last) {
            trimmed.removeLast()
        }
        return trimmed
    }
}
