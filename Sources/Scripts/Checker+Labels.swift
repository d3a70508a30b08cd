import Dialogue

/// Looks for options that a channel cannot show for pressing. There they stand numbered in the text, which reads worse and
/// is no mistake: a typed number is an answer everywhere.
extension Checker {
    /// - Parameter isPressed: whether the options are offered for pressing, and not only said.
    mutating func checkLabels(
        of phrase: Phrase,
        named name: String,
        ids: [String],
        isPressed: Bool,
        _ file: String,
        _ place: Position
    ) {
        let labels = (ids.isEmpty ? phrase.options.keys.sorted() : ids).compactMap { id in
            phrase.options[id].map { (id: id, text: $0) }
        }
        let tooLong = labels.filter { $0.text.count > Limits.labelCharacters }
        for (id, text) in tooLong {
            report(
                "long-label",
                file,
                place,
                "La opción «\(id)» tiene \(text.count) caracteres; el máximo es \(Limits.labelCharacters).",
                "Acórtenla, y pasen el resto a la pregunta o a «help»."
            )
        }
        guard isPressed, tooLong.isEmpty, !labels.isEmpty else { return }
        for channel in channels where !channel.canPress(labels.map(\.text)) {
            // Where nothing can be pressed, everything is numbered: that says nothing about these options.
            let ways = [channel.buttons, channel.list].compactMap(\.self)
            guard let most = ways.map(\.most).max() else { continue }
            guard let widest = ways.filter({ $0.most >= labels.count }).max(by: { $0.label.limit < $1.label.limit })
            else {
                report(
                    "many-options",
                    file,
                    place,
                    "«\(name)» tiene \(labels.count) opciones; en \(channel.name) se pueden tocar hasta \(most).",
                    "Ofrezcan menos. Si no, en \(channel.name) van numeradas en el texto, y se responde con el número.",
                    severity: .warning
                )
                continue
            }
            for (id, text) in labels where !widest.label.fits(text) {
                report(
                    "long-label",
                    file,
                    place,
                    """
                    La opción «\(id)» tiene \(widest.label.count(text)) \(widest.label.unit.words); en \(channel.name), \
                    con \(labels.count) opciones, caben \(widest.label.limit).
                    """,
                    "Acórtenla. Si no, en \(channel.name) todas van numeradas en el texto, y se responde con el número.",
                    severity: .warning
                )
            }
        }
    }
}

extension Capabilities.Unit {
    /// What is counted, as people say it.
    fileprivate var words: String {
        switch self {
        case .characters: "caracteres"
        case .bytes: "bytes"
        case .utf16: "unidades UTF-16"
        }
    }
}
