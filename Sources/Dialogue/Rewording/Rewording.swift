/// Turns a problem or a cause around into the state to reach, as one reads a problem tree as an objectives tree.
///
/// Only a few patterns are known, and where none fits nothing is proposed. A person always decides.
public enum Rewording {
    /// An objective made of the words of a problem or cause; `nil` where no pattern fits.
    ///
    /// - Parameter locale: the language of the words, such as `es-CL`.
    public static func objective(from words: String, locale: String) -> String? {
        var text = words[...]
        while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
        let tokens = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard (2...mostWords).contains(tokens.count), !text.contains(where: { ".;:?!\n".contains($0) }) else {
            return nil
        }
        let turned = locale.hasPrefix("en") ? english(tokens) : spanish(tokens, String(text))
        return turned.map(capitalised)
    }

    /// Longer statements hold more than one pattern can turn.
    private static let mostWords = 40

    /// A word without accents, capitals and the comma behind it.
    static func plain(_ token: String) -> String { folded(token) }

    private static func capitalised(_ tokens: [String]) -> String {
        let text = tokens.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// A word as it goes on inside a sentence, unless it is an acronym.
    static func continued(_ token: String) -> String {
        token.dropFirst().contains(where: \.isUppercase) ? token : token.lowercased()
    }
}

extension Run {
    /// A proposal in the language of whoever began; nothing where no pattern fits.
    func suggestion(_ suggest: Suggest) -> Value? {
        guard case .text(let text)? = value(suggest.from) else { return nil }
        let locale = state.parties.first?.locale ?? ""
        return Rewording.objective(from: text, locale: locale).map(Value.text)
    }
}
