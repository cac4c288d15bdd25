import Casework

/// A register written to a file for a spreadsheet, whole or not at all.
public struct RegisterFile {
    /// The kinds of file.
    public enum Format: String, Sendable, CaseIterable {
        /// Delimited text, as other programs take it.
        case csv
        /// A workbook with real dates and a frozen header.
        case xlsx
    }

    /// The register.
    public let definition: RegisterDefinition
    /// Lines above the table: title, act and point, whose register it is and of which day.
    public let heading: [String]
    /// The words of a key of the wording.
    public let words: (String) -> String

    /// A register to be written.
    public init(definition: RegisterDefinition, heading: [String], words: @escaping (String) -> String) {
        self.definition = definition
        self.heading = heading
        self.words = words
    }

    /// Writes the rows as `next` gives them, page by page until an empty page; a file of that name is replaced when the new
    /// one is whole.
    /// - Returns: how many rows were written.
    /// - Throws: ``DelimitedWriterError``, or what `next` throws.
    @discardableResult
    public func write(_ format: Format, to path: String, next: () throws -> [RegisterRow]) throws -> Int {
        var count = 0
        switch format {
        case .csv:
            let writer = try DelimitedWriter(path: path, replacing: true)
            try writer.write(definition.columns.map(\.title))
            while case let rows = try next(), !rows.isEmpty {
                for row in rows { try writer.write(row.cells.map(delimited)) }
                count += rows.count
            }
            try writer.finish()
        case .xlsx:
            let writer = try SpreadsheetWriter(
                path: path, sheet: definition.entry.id, heading: heading, columns: definition.columns.map(column), replacing: true
            )
            while case let rows = try next(), !rows.isEmpty {
                for row in rows { try writer.write(row.cells.map(spreadsheet)) }
                count += rows.count
            }
            try writer.finish()
        }
        return count
    }

    /// The cell as delimited text takes it: days as people write them, texts disarmed by the format.
    public func delimited(_ cell: RegisterCell) -> DelimitedFormat.Cell {
        if case .number(let number) = cell { return .number(number) }
        return .text(cell.text(words))
    }

    private func spreadsheet(_ cell: RegisterCell) -> SpreadsheetWriter.Cell {
        switch cell {
        case .empty: .empty
        case .number(let number): .number(number)
        case .money(let money): .money(money)
        case .date(let date): .date(date)
        case .time(let time): .time(time)
        case .text, .coded, .flag, .word, .joined: .text(cell.text(words))
        }
    }

    private func column(_ column: RegisterColumn) -> SpreadsheetWriter.Column {
        SpreadsheetWriter.Column(title: column.title, width: column.width ?? min(40, max(10, column.title.count + 2)))
    }
}
