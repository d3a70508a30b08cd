import Planning

/// What every tabular format does to people's words before writing them down.
enum PlainText {
    /// The text with line feeds as its only line ends, and without control characters.
    ///
    /// XML forbids most control characters, spreadsheets show them as boxes, and a NUL ends a C string early.
    static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where afterReturn: break
            case "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
            case "\t", "\n": result.append(scalar)
            case "\u{FFFE}", "\u{FFFF}": break
            default: if scalar.properties.generalCategory != .control { result.append(scalar) }
            }
            afterReturn = scalar == "\r"
        }
        return String(result)
    }

    /// Whether a spreadsheet could take the text for a formula (OWASP, "CSV Injection").
    ///
    /// Leading blanks and invisible characters are looked through, because spreadsheets trim them. A leading tab or
    /// return counts by itself: some programs end the cell there and begin a new one. So do the full-width signs
    /// that East Asian versions read as ASCII.
    static func looksLikeFormula(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
            default: if !isInvisible(scalar) { return false }
            }
        }
        return false
    }

    /// Cleaned text that no spreadsheet will run: what looks like a formula gets an apostrophe in front.
    ///
    /// A text file has no other way to say "this is text": quoting alone is undone on reading, before the spreadsheet
    /// decides what the cell is. The apostrophe is the spreadsheets' own sign for text.
    static func inert(_ text: String) -> String {
        (looksLikeFormula(text) ? "'" : "") + cleaned(text)
    }

    /// A day as people in Chile write it: dd-mm-aaaa.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(padded(day, to: 2))-\(padded(month, to: 2))-\(padded(year, to: 4))"
    }

    /// A cell of a delimited text file; an unknown one is empty.
    static func inert(_ cell: Matrix.Cell?) -> String {
        switch cell {
        case nil: ""
        case .text(let text): inert(text)
        case .day(let year, let month, let day): inert(PlainText.day(year, month, day))
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || [.control, .format].contains(scalar.properties.generalCategory)
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
