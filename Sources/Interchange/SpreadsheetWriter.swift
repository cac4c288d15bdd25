import CXlsxWriter
import Casework
import Foundation

/// Writes a table as an XLSX workbook of one sheet that appears at its path whole or not at all.
///
/// Rows are handed to the disk as they come (libxlsxwriter's constant memory), so they must come in order. Texts are
/// written as texts whatever they begin with: a spreadsheet runs none of them as a formula.
public final class SpreadsheetWriter {
    /// One cell of a row.
    public enum Cell: Sendable, Equatable {
        /// Nothing.
        case empty
        /// Text, never a formula.
        case text(String)
        /// A whole number.
        case number(Int)
        /// A sum, shown in roubles.
        case money(Money)
        /// A day, as a real date.
        case date(CivilDate)
        /// A time of day.
        case time(CivilTime)
    }

    /// A column's heading and width in characters.
    public struct Column: Sendable, Equatable {
        /// The heading.
        public var title: String
        /// The width.
        public var width: Int

        /// A column.
        public init(title: String, width: Int) {
            self.title = title
            self.width = width
        }
    }

    /// The looks that cells may have.
    private struct Formats {
        let heading, plain, header, text, date, time, money: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            func format(_ change: (UnsafeMutablePointer<lxw_format>?) -> Void) -> UnsafeMutablePointer<lxw_format>? {
                let format = workbook_add_format(book)
                change(format)
                return format
            }
            heading = format { format_set_bold($0) }
            plain = format { _ in }
            header = format {
                format_set_bold($0)
                format_set_text_wrap($0)
                format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
                format_set_bottom($0, UInt8(LXW_BORDER_THIN.rawValue))
            }
            text = format {
                format_set_text_wrap($0)
                format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            }
            date = format { format in Formats.set(format, "dd.mm.yyyy") }
            time = format { format in Formats.set(format, "hh:mm") }
            money = format { format in Formats.set(format, "#,##0.00") }
        }

        private static func set(_ format: UnsafeMutablePointer<lxw_format>?, _ pattern: String) {
            format_set_num_format(format, pattern)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
    }

    /// Excel takes no longer text in a cell.
    private static let longestText = 32_767

    private let file: DraftFile
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: Formats
    private var row: lxw_row_t = 0

    /// Begins a workbook: lines above the table, then the header row, which stays in view.
    ///
    /// - Parameters:
    ///   - path: Where it shall appear.
    ///   - sheet: The sheet's name; cut to what Excel allows.
    ///   - heading: Lines above the table, such as its title and the point of the act.
    ///   - columns: The columns from left to right.
    ///   - replacing: Whether a file of that name may be replaced.
    /// - Throws: ``DelimitedWriterError``.
    public init(
        path: String, sheet name: String, heading: [String], columns: [Column], replacing: Bool = false
    ) throws(DelimitedWriterError) {
        file = try DraftFile(path: path, replacing: replacing)
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.use_zip64 = 0
        guard let book = workbook_new_opt(file.draft, &options) else { throw .notWritten(errno: ENOMEM) }
        guard let sheet = workbook_add_worksheet(book, SpreadsheetWriter.sheetName(name)) else {
            lxw_workbook_free(book)
            throw .notWritten(errno: ENOMEM)
        }
        self.book = book
        self.sheet = sheet
        formats = Formats(book)
        for (index, column) in columns.enumerated() {
            worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), Double(column.width), nil)
        }
        for (index, line) in heading.enumerated() {
            try put(.text(line), at: 0, format: index == 0 ? formats.heading : formats.plain)
            row += 1
        }
        for (index, column) in columns.enumerated() { try put(.text(column.title), at: lxw_col_t(index), format: formats.header) }
        row += 1
        worksheet_freeze_panes(sheet, row, 0)
        worksheet_set_landscape(sheet)
        worksheet_repeat_rows(sheet, row - 1, row - 1)
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    deinit {
        if let book { lxw_workbook_free(book) }
    }

    /// Writes a row.
    ///
    /// - Throws: ``DelimitedWriterError``; the writer is of no use after that.
    public func write(_ cells: [Cell]) throws(DelimitedWriterError) {
        for (index, cell) in cells.enumerated() { try put(cell, at: lxw_col_t(index), format: nil) }
        row += 1
    }

    /// Makes the workbook appear at its path.
    ///
    /// - Throws: ``DelimitedWriterError``; ``DelimitedWriterError/alreadyExists`` also when a file of that name has come
    ///   into being meanwhile.
    public func finish() throws(DelimitedWriterError) {
        guard let book else { return }
        self.book = nil
        errno = 0
        try check(workbook_close(book))
        try file.finish()
    }

    private func put(
        _ cell: Cell, at column: lxw_col_t, format: UnsafeMutablePointer<lxw_format>?
    ) throws(DelimitedWriterError) {
        switch cell {
        case .empty: break
        case .text(let text):
            let fitting = text.utf16.count > SpreadsheetWriter.longestText ? String(text.prefix(10_000)) : text
            // A NUL would end the text in C.
            let whole = fitting.utf8.contains(0) ? fitting.filter { $0 != "\0" } : fitting
            try check(worksheet_write_string(sheet, row, column, whole, format ?? formats.text))
        case .number(let number): try check(worksheet_write_number(sheet, row, column, Double(number), formats.text))
        case .money(let money):
            try check(worksheet_write_number(sheet, row, column, Double(money.kopecks) / 100, formats.money))
        case .date(let date):
            let (year, month, day) = date.parts
            // Excel's days begin with 1900; an earlier one is a mistake of the data, shown as it stands.
            guard year >= 1900 else { return try put(.text(date.dotted), at: column, format: format) }
            var moment = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
            try check(worksheet_write_datetime(sheet, row, column, &moment, formats.date))
        case .time(let time):
            try check(worksheet_write_number(sheet, row, column, Double(time.minuteOfDay) / 1440, formats.time))
        }
    }

    private func check(_ result: lxw_error) throws(DelimitedWriterError) {
        guard result != LXW_NO_ERROR else { return }
        throw errno == 0 ? .notWritten(errno: EIO) : DelimitedWriterError(errno: errno)
    }

    /// A sheet's name without what Excel refuses, no longer than it takes.
    static func sheetName(_ name: String) -> String {
        let allowed = name.filter { !"[]:*?/\\'".contains($0) }
        return allowed.isEmpty ? "1" : String(allowed.prefix(31))
    }
}
