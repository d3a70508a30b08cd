import CXlsxWriter
import Synchronization

/// A workbook of one sheet on its way to a file. The file appears with `close()`; without it nothing is written.
///
/// Rows and columns count from 0. One value belongs to one thread at a time, as its owner.
package struct Workbook: ~Copyable {
    /// How a cell looks.
    package enum Style {
        case heading
        case words
        /// Words that look like a formula: the cell's format is text, so they stay words even after being edited.
        case literal
    }

    /// How many UTF-16 units Excel takes in one cell.
    package static let longestText = 32_767

    private let book: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: Formats

    /// A workbook to be written at `path`. The library's own temporary files go to `temporaryDirectory`.
    package init(path: String, temporaryDirectory: String, sheet name: String) throws(ExportError) {
        guard let book = raiz_workbook_new(path, temporaryDirectory) else {
            throw ExportError(.outOfMemory, "workbook")
        }
        do throws(ExportError) {
            try check(workbook_validate_sheet_name(book, name))
            guard let sheet = workbook_add_worksheet(book, name) else { throw ExportError(.outOfMemory, "sheet") }
            formats = try Formats(book)
            self.sheet = sheet
            self.book = book
        } catch {
            lxw_workbook_free(book)
            throw error
        }
    }

    deinit {
        lxw_workbook_free(book)
    }

    /// The document's properties; no person is named. `created` is in seconds since 1970 and never 0, which the
    /// library takes for "now".
    package func describe(title: String, subject: String, created: Int) throws(ExportError) {
        try check(raiz_workbook_describe(book, title, subject, created == 0 ? 1 : created))
    }

    /// Writes words as words, never as a formula, number or link. Empty text gives an empty, styled cell.
    ///
    /// What exceeds Excel's limit is cut, and the cell then ends in `notice`.
    package func write(
        _ text: String,
        row: Int,
        column: Int,
        style: Style,
        notice: String
    ) throws(ExportError) {
        let stored = fitted(escaped(PlainText.cleaned(text)), to: Workbook.longestText, notice: notice)
        let (row, column) = try position(row, column)
        try check(worksheet_write_string(sheet, row, column, stored, formats[style]))
    }

    /// Writes a day as a true date. The caller has made sure that Excel knows the day: a real one, 1900 to 9999.
    package func write(year: Int, month: Int, day: Int, row: Int, column: Int) throws(ExportError) {
        let (row, column) = try position(row, column)
        var value = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
        try check(worksheet_write_datetime(sheet, row, column, &value, formats.day))
    }

    /// The width of a column, in characters.
    package func setWidth(_ width: Double, column: Int) throws(ExportError) {
        let (_, column) = try position(0, column)
        try check(worksheet_set_column(sheet, column, column, width, nil))
    }

    /// The height of a row, in points.
    package func setHeight(_ height: Double, row: Int) throws(ExportError) {
        let (row, _) = try position(row, 0)
        try check(worksheet_set_row(sheet, row, height, nil))
    }

    /// Makes the table easy to read and to print: the first row stays in sight, filters and repeats on every page;
    /// the page is landscape, letter (Chile's "carta") and one page wide.
    package func frameTable(rows: Int, columns: Int, footer: String) throws(ExportError) {
        let (lastRow, lastColumn) = try position(rows - 1, columns - 1)
        worksheet_freeze_panes(sheet, 1, 0)
        try check(worksheet_autofilter(sheet, 0, 0, lastRow, lastColumn))
        // A year or a course number is written as text on purpose: no green warning corners.
        try check(worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 1)
        worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
        worksheet_fit_to_pages(sheet, 1, 0)
        try check(worksheet_repeat_rows(sheet, 0, 0))
        try check(worksheet_set_footer(sheet, footer))
    }

    /// Writes the file and ends the workbook, whether or not that succeeded.
    package consuming func close() throws(ExportError) {
        let book = book
        discard self
        try check(saving.withLock { _ in workbook_close(book) })
    }
}

/// libxlsxwriter draws the names of its temporary files from `rand`, and reads dates through `gmtime`: both belong to
/// the whole process, so workbooks are saved one after the other.
private let saving = Mutex(())

/// The formats of a workbook's cells. They belong to the workbook.
private struct Formats {
    let heading, words, literal, day: UnsafeMutablePointer<lxw_format>

    init(_ book: UnsafeMutablePointer<lxw_workbook>) throws(ExportError) {
        func format(_ alignment: lxw_format_alignments) throws(ExportError) -> UnsafeMutablePointer<lxw_format> {
            guard let format = workbook_add_format(book) else { throw ExportError(.outOfMemory, "format") }
            format_set_text_wrap(format)
            format_set_align(format, UInt8(alignment.rawValue))
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xA9B8B0)
            return format
        }
        heading = try format(LXW_ALIGN_VERTICAL_CENTER)
        format_set_bold(heading)
        format_set_font_color(heading, 0x17382C)
        format_set_bg_color(heading, 0xD9E8DF)
        words = try format(LXW_ALIGN_VERTICAL_TOP)
        literal = try format(LXW_ALIGN_VERTICAL_TOP)
        format_set_num_format(literal, "@")
        day = try format(LXW_ALIGN_VERTICAL_TOP)
        format_set_align(day, UInt8(LXW_ALIGN_LEFT.rawValue))
        format_set_num_format(day, "dd-mm-yyyy")
    }

    subscript(style: Workbook.Style) -> UnsafeMutablePointer<lxw_format> {
        switch style {
        case .heading: heading
        case .words: words
        case .literal: literal
        }
    }
}

private func position(_ row: Int, _ column: Int) throws(ExportError) -> (lxw_row_t, lxw_col_t) {
    guard let row = lxw_row_t(exactly: row), let column = lxw_col_t(exactly: column) else {
        throw ExportError(.tooLarge, "row \(row), column \(column)")
    }
    return (row, column)
}

/// `_x0041_` is how a workbook writes "A" in code; words that happen to look so get their underscore written in code.
private func escaped(_ text: String) -> String {
    text.contains("_x") ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
}

/// The text, or as many whole characters of it as leave room for the notice.
private func fitted(_ text: String, to limit: Int, notice: String) -> String {
    guard text.utf16.count > limit else { return text }
    var room = limit - notice.utf16.count
    let kept = text.prefix { character in
        room -= character.utf16.count
        return room >= 0
    }
    return kept + notice
}

private func check(_ result: lxw_error) throws(ExportError) {
    guard result != LXW_NO_ERROR else { return }
    let detail = lxw_strerror(result).map { String(cString: $0) } ?? "libxlsxwriter error \(result.rawValue)"
    throw ExportError(code(of: result), detail)
}

private func code(of error: lxw_error) -> ExportError.Code {
    switch error {
    case LXW_ERROR_MEMORY_MALLOC_FAILED: .outOfMemory
    case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE: .temporaryFile
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR,
        LXW_ERROR_ZIP_BAD_ZIP_FILE, LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
        .file
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE: .tooLarge
    default: .content
    }
}
