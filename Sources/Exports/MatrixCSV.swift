import Planning

/// The matrix as the CSV that a Spanish Excel opens with a double click: UTF-8 with a byte order mark, `;`, CRLF.
package enum MatrixCSV {
    /// The whole file. Formulas are inert, and unknown cells are empty.
    package static func text(_ matrix: Matrix, locale: ExportLocale) -> String {
        let heading = line(MatrixHeadings.headings(locale))
        let rows = matrix.rows.map { row in line(Matrix.Column.allCases.map { PlainText.inert(row[$0]) }) }
        return "\u{FEFF}" + ([heading] + rows).joined()
    }

    /// Every known cell is quoted. A program that splits at another sign than `;` then still sees one cell, instead
    /// of one that begins in the middle of somebody's sentence, where a formula could hide.
    private static func line(_ cells: [String]) -> String {
        cells.map { $0.isEmpty ? "" : "\"" + doublingQuotes($0) + "\"" }.joined(separator: ";") + "\r\n"
    }
}

/// The matrix as tab separated text, to be pasted into a spreadsheet cell by cell.
package enum MatrixTSV {
    /// One line a row. Tabs and line ends inside a cell become spaces, because either would start another cell.
    package static func text(_ matrix: Matrix, locale: ExportLocale) -> String {
        let heading = line(MatrixHeadings.headings(locale))
        let rows = matrix.rows.map { row in line(Matrix.Column.allCases.map { PlainText.inert(row[$0]) }) }
        return ([heading] + rows).joined()
    }

    /// Only a cell that begins with a quote is quoted: spreadsheets read quotes on pasting there, and nowhere else.
    private static func line(_ cells: [String]) -> String {
        let flat = cells.map { cell in
            let oneLine = cell.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\t" }.joined(
                separator: " "
            )
            return oneLine.unicodeScalars.first == "\"" ? "\"" + doublingQuotes(oneLine) + "\"" : oneLine
        }
        return flat.joined(separator: "\t") + "\n"
    }
}

/// By scalars: a quote that carries a combining accent is another `Character`, but still a quote to whoever reads.
private func doublingQuotes(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        result.append(scalar)
        if scalar == "\"" { result.append(scalar) }
    }
    return String(result)
}
