import Foundation
import Planning

/// The matrix as JSON for other programs: words exactly as people wrote them, days as `{"day": "2026-03-15"}`.
package enum MatrixJSON {
    /// Pretty, with sorted keys: the same matrix always gives the same bytes.
    package static func data(_ matrix: Matrix, locale: ExportLocale) throws(ExportError) -> Data {
        let columns = Matrix.Column.allCases.map {
            Document.Column(id: $0, heading: MatrixHeadings.heading($0, locale))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return try encoder.encode(Document(columns: columns, rows: matrix.rows)) + Data("\n".utf8)
        } catch {
            throw ExportError(.content, "JSON: \(type(of: error))")
        }
    }

    private struct Document: Encodable {
        let columns: [Column]
        let rows: [Matrix.Row]

        struct Column: Encodable {
            let id: Matrix.Column
            let heading: String
        }
    }
}
