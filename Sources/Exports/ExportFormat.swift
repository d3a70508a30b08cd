import Foundation
import Planning

/// A file format for the planning matrix.
package enum ExportFormat: String, Sendable, CaseIterable {
    case xlsx, csv, tsv, json

    /// The value of the `Content-Type` header.
    package var mediaType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .tsv: "text/tab-separated-values; charset=utf-8"
        case .json: "application/json"
        }
    }

    /// The end of the file's name, without the dot.
    package var fileExtension: String { rawValue }
}

/// The planning matrix as a file of the given format. `created` is the document's date, where the format has one.
package func export(
    _ matrix: Matrix,
    as format: ExportFormat,
    locale: ExportLocale,
    created: Date? = nil
) throws(ExportError) -> Data {
    switch format {
    case .xlsx: try MatrixWorkbook.data(matrix, locale: locale, created: created)
    case .csv: Data(MatrixCSV.text(matrix, locale: locale).utf8)
    case .tsv: Data(MatrixTSV.text(matrix, locale: locale).utf8)
    case .json: try MatrixJSON.data(matrix, locale: locale)
    }
}
