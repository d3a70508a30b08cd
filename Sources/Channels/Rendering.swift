import Dialogue

/// One message in the shape that a channel can show: texts that fit, and options to press or numbered in the words.
package struct Rendering: Sendable, Equatable {
    /// How the options are offered.
    package enum Presentation: Sendable, Equatable {
        /// There are none, or they stand numbered in the text.
        case words
        case buttons([Choice])
        case list([Choice])
    }

    /// The texts, in order; options belong to the last one.
    package var texts: [String]
    package var presentation: Presentation

    /// Lays out a text and its options within what a channel can show.
    ///
    /// Options go as buttons, else as a list, else numbered in the text: a typed number is an answer everywhere.
    package init(_ text: String, _ choices: [Choice], in capabilities: Capabilities) {
        let labels = choices.map(\.label)
        if choices.isEmpty {
            presentation = .words
        } else if capabilities.buttons?.fit(labels) == true, Set(labels).count == labels.count {
            presentation = .buttons(choices)
        } else if capabilities.list?.fit(labels) == true {
            presentation = .list(choices)
        } else {
            presentation = .words
        }
        guard case .words = presentation else {
            texts = Self.split(text, last: capabilities.textWithOptions ?? capabilities.text, capabilities.text)
            return
        }
        let numbered =
            Self.numbers(text, upTo: labels.count)
            ? [] : labels.enumerated().map { "\($0.offset + 1)) \($0.element)" }
        let whole = ([text] + (numbered.isEmpty ? [] : [numbered.joined(separator: "\n")])).joined(separator: "\n\n")
        texts = Self.split(whole, last: capabilities.text, capabilities.text)
    }

    /// Whether a text numbers its options itself, a line each: "1. Reflexión".
    private static func numbers(_ text: String, upTo count: Int) -> Bool {
        let lines = text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
        return count > 0
            && (1...count).allSatisfy { number in
                lines.contains { $0.hasPrefix("\(number). ") || $0.hasPrefix("\(number)) ") }
            }
    }

    /// Cuts a text into pieces that fit: between paragraphs where it can, else between lines, words, letters.
    private static func split(
        _ text: String,
        last: Capabilities.Length?,
        _ length: Capabilities.Length?
    ) -> [String] {
        guard let length, let last else { return [text] }
        var pieces: [String] = []
        var rest = text[...]
        while !last.fits(rest) {
            // What is left after this piece must not be empty, even where the last piece may be shorter.
            let widest = length.fits(rest) ? last.prefix(of: rest) : length.prefix(of: rest)
            let cut =
                ["\n\n", "\n", ". ", " "].lazy.compactMap { widest.range(of: $0) }.first
                ?? widest.endIndex..<widest.endIndex
            guard cut.upperBound > rest.startIndex else { break }
            pieces.append(trimmed(rest[..<cut.lowerBound]))
            rest = rest[cut.upperBound...]
        }
        pieces.append(trimmed(rest))
        let kept = pieces.filter { !$0.isEmpty }
        return kept.isEmpty ? [text] : kept
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension Substring {
    /// The last place where a separator stands, not at the very beginning; a full stop stays with its sentence.
    fileprivate func range(of separator: String) -> Range<Index>? {
        guard let found = ranges(of: separator).last(where: { $0.lowerBound > startIndex }) else { return nil }
        return separator == ". " ? index(after: found.lowerBound)..<found.upperBound : found
    }
}
