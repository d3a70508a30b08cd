import Foundation
import Planning

/// The matrix as an Excel workbook of one sheet: a row for each row, true dates, no formula and no merged cell.
package enum MatrixWorkbook {
    /// The bytes of the workbook. `created` is the document's date; without it the year 1980 (the beginning of time
    /// for zip files) stands there, so that the same matrix always gives the same bytes.
    package static func data(
        _ matrix: Matrix,
        locale: ExportLocale,
        created: Date? = nil
    ) throws(ExportError) -> Data {
        try withPrivateDirectory { directory throws(ExportError) in
            let path = directory + "/matrix.xlsx"
            let workbook = try Workbook(
                path: path,
                temporaryDirectory: directory,
                sheet: MatrixHeadings.title(locale)
            )
            try fill(workbook, with: matrix, locale, created)
            try workbook.close()
            do {
                return try Data(contentsOf: URL(filePath: path))
            } catch {
                throw ExportError(.temporaryFile, error.localizedDescription)
            }
        }
    }

    /// Writes the workbook at `path`: all of it or, when this throws, nothing.
    package static func write(
        _ matrix: Matrix,
        locale: ExportLocale,
        created: Date? = nil,
        to path: String
    ) throws(ExportError) {
        let data = try data(matrix, locale: locale, created: created)
        do {
            try data.write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw ExportError(.file, error.localizedDescription)
        }
    }

    private static func fill(
        _ workbook: borrowing Workbook,
        with matrix: Matrix,
        _ locale: ExportLocale,
        _ created: Date?
    ) throws(ExportError) {
        let title = MatrixHeadings.title(locale)
        let seconds = Int((created?.timeIntervalSince1970 ?? beginning).rounded(.down))
        try workbook.describe(title: title, subject: MatrixHeadings.subject(locale), created: seconds)
        for (index, column) in Matrix.Column.allCases.enumerated() {
            try workbook.setWidth(MatrixHeadings.width(column), column: index)
            let heading = MatrixHeadings.heading(column, locale)
            try workbook.write(heading, row: 0, column: index, style: .heading, notice: "")
        }
        try workbook.setHeight(36, row: 0)  // two lines of bold words, and the filter's button
        for (index, row) in matrix.rows.enumerated() {
            for (position, column) in Matrix.Column.allCases.enumerated() {
                try write(row[column], workbook, index + 1, position, notice(locale))
            }
            if let height = height(row) { try workbook.setHeight(height, row: index + 1) }
        }
        try workbook.frameTable(
            rows: matrix.rows.count + 1,
            columns: Matrix.Column.allCases.count,
            footer: "&L\(title)&R&P / &N"
        )
    }

    private static func write(
        _ cell: Matrix.Cell?,
        _ workbook: borrowing Workbook,
        _ row: Int,
        _ column: Int,
        _ notice: String
    ) throws(ExportError) {
        switch cell {
        case nil:
            try workbook.write("", row: row, column: column, style: .words, notice: notice)
        case .text(let text):
            let style: Workbook.Style = PlainText.looksLikeFormula(text) ? .literal : .words
            try workbook.write(text, row: row, column: column, style: style, notice: notice)
        case .day(let year, let month, let day) where isKnownToExcel(year, month, day):
            try workbook.write(year: year, month: month, day: day, row: row, column: column)
        case .day(let year, let month, let day):
            let text = PlainText.day(year, month, day)
            try workbook.write(text, row: row, column: column, style: .literal, notice: notice)
        }
    }

    private static func height(_ row: Matrix.Row) -> Double? {
        let words = Matrix.Column.allCases.compactMap { column -> (text: String, width: Double)? in
            guard case .text(let text) = row[column] else { return nil }
            return (text, MatrixHeadings.width(column))
        }
        return RowHeight.points(words)
    }

    private static func notice(_ locale: ExportLocale) -> String {
        switch locale {
        case .spanish: "… [Texto cortado: una celda de Excel admite 32.767 caracteres.]"
        case .english: "… [Text cut: a cell of Excel holds 32,767 characters.]"
        }
    }

    /// Excel's calendar begins in 1900. A day that is not in it is written as text, so nothing is lost or moved.
    private static func isKnownToExcel(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1900...9999).contains(year) && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }

    /// 1980-01-01, in seconds since 1970.
    private static let beginning: TimeInterval = 315_532_800
}
