/// What the bot says at one place, in one language.
public struct Phrase: Codable, Sendable, Equatable {
    /// Ways of saying it; at least one. Which one is used follows from the turn, so a replay says the same.
    public var text: [String]
    /// How it is said of exactly one, where the words change with `count`.
    public var one: String?
    /// A shorter way for channels with little room.
    public var short: String?
    /// How it is said to one person alone, where that differs.
    public var alone: String?
    /// The labels of the options, by id.
    public var options: [String: String]
    /// What `ayuda` says at this question, beyond the commands.
    public var help: String?

    /// A phrase.
    public init(
        text: [String],
        one: String? = nil,
        short: String? = nil,
        options: [String: String] = [:],
        help: String? = nil,
        alone: String? = nil
    ) {
        self.alone = alone
        self.text = text
        self.one = one
        self.short = short
        self.options = options
        self.help = help
    }
}

/// All that a program says in one language, by prompt name.
public typealias Phrasebook = [String: Phrase]

/// Fills `{{name}}` in a template; a name without a value is left out.
///
/// - Parameter lookup: the words that stand for a name.
public func fill(_ template: String, _ lookup: (String) -> String?) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var result = ""
    var rest = template[...]
    while let open = pair(of: "{", in: rest), let close = pair(of: "}", in: rest[open.upperBound...]) {
        result += rest[..<open.lowerBound]
        result += lookup(trimmed(rest[open.upperBound..<close.lowerBound])) ?? ""
        rest = rest[close.upperBound...]
    }
    return result + rest
}

/// The names that a template fills in, in the order in which they stand.
public func placeholders(of template: String) -> [String] {
    var names: [String] = []
    _ = fill(template) { name in
        names.append(name)
        return nil
    }
    return names
}

/// Where a brace first stands twice.
private func pair(of brace: Unicode.Scalar, in text: Substring) -> Range<String.Index>? {
    let byte = UInt8(ascii: brace)
    var rest = text.utf8[...]
    while let first = rest.firstIndex(of: byte) {
        let second = rest.index(after: first)
        guard second < rest.endIndex else { return nil }
        if rest[second] == byte { return first..<rest.index(after: second) }
        rest = rest[second...]
    }
    return nil
}

private func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
}
