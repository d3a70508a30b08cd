extension DiagramCanvas {
    /// A card's words, laid out.
    struct Card {
        var details: String
        /// Whether the details have no room beside the name.
        var isDetailApart: Bool
        var quote: [String]
        var options: [[String]] = []
        var notes: [String]

        init(_ row: DiagramRow, width: Double) {
            details = row.details.joined(separator: " · ")
            let head = Scripts.width(of: row.label, size: 15, bold: true) + fixedWidth(of: row.name ?? "", size: 13)
            let rest = width - 64 - head - (row.record.map(Self.pill) ?? 0)
            isDetailApart = Scripts.width(of: details, size: 14) > rest
            quote = row.quote.map { wrapped($0, size: 17, width: width - 32, lines: 3) } ?? []
            if let last = quote.last, last.hasSuffix("…"), let close = row.quote?.last, close != "…" {
                quote[quote.count - 1].append(close)
            }
            notes = row.notes.flatMap { wrapped($0, size: 14, width: width - 56, lines: 2) }
            var left = 0.0
            for option in row.options.map({ cut($0, size: 14, width: width - 52) }) {
                if left > 0, left + Self.room(option) <= width - 20 {
                    options[options.count - 1].append(option)
                } else {
                    options.append([option])
                    left = 0
                }
                left += Self.room(option)
            }
        }

        static func pill(_ words: String) -> Double { Scripts.width(of: words, size: 13, bold: true) + 22 }

        static func room(_ option: String) -> Double { Scripts.width(of: option, size: 14) + 34 }

        var height: Double {
            let below = quote.isEmpty && options.isEmpty && notes.isEmpty ? 0 : 3.0
            let apart = isDetailApart ? 22.0 : 0
            return 46 + apart + 23 * Double(quote.count) + 22 * Double(options.count + notes.count) + below
        }
    }
}
