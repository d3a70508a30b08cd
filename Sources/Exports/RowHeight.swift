/// How high a row must be for its wrapped words to be seen.
///
/// Excel finds out by itself on opening, LibreOffice and most viewers do not: they would show one line of each cell.
/// Fonts differ between machines, so this is an estimate on the generous side.
enum RowHeight {
    /// The height in points, `nil` where one line is enough. Excel's limit is 409.
    static func points(_ cells: [(text: String, width: Double)]) -> Double? {
        let most = cells.map { lines(of: $0.text, width: Int($0.width * lettersPerUnit)) }.max() ?? 1
        return most > 1 ? Double(most) * linePoints + 3 : nil
    }

    /// How many lines the text takes where `width` characters fit in one, at most `mostLines`.
    static func lines(of text: String, width: Int) -> Int {
        var lines = 1
        var used = 0  // of this line, up to its last word
        var word = 0  // the word being read, as yet on this line
        for character in text {
            if lines >= mostLines { return mostLines }
            switch character {
            case "\n", "\r\n", "\r":
                lines += 1
                (used, word) = (0, 0)
            case " ", "\t":
                used += word + 1
                word = 0
            default:
                word += character.utf8.count > 2 ? 2 : 1
                guard used + word > width else { continue }
                lines += 1
                // A word that began on this line moves to the next as a whole; one that fills a line is broken.
                word = used == 0 ? 1 : word
                used = 0
            }
        }
        return lines
    }

    /// A column's width is counted in digits; Spanish words run narrower, about 1.15 letters to a digit.
    private static let lettersPerUnit = 1.1
    private static let linePoints = 15.0
    private static let mostLines = 27
}
