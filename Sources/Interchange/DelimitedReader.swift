/// What stands between the cells of a row.
public enum Delimiter: String, Sendable, CaseIterable {
    /// `;`: Excel's on a Russian Windows, and ours.
    case semicolon = ";"
    /// `,`: RFC 4180.
    case comma = ","
    /// A tab: Excel's «Текст Юникод».
    case tab = "\t"

    /// The delimiter's byte.
    var byte: UInt8 {
        switch self {
        case .semicolon: 0x3B
        case .comma: 0x2C
        case .tab: 0x09
        }
    }
}

/// One row of a table below its header.
public struct DelimitedRecord: Sendable, Equatable {
    /// The 1-based line of the file on which the row begins.
    public let line: Int
    /// The cells as they are in the file: not trimmed, not cleaned, the spreadsheet's mark taken off.
    public let fields: [String]
    /// Cells fewer or more than the header has; the row can still be shown, but not believed.
    public let problem: FieldCountProblem?

    /// A row that does not fit its header.
    public enum FieldCountProblem: Sendable, Equatable {
        /// Too few cells: a line was perhaps broken in two.
        case tooFew(expected: Int, found: Int)
        /// Too many cells, and not merely empty ones: a delimiter perhaps stands unquoted inside a cell.
        case tooMany(expected: Int, found: Int)

        /// The stable key of the wording, e.g. `row.too-few-fields`.
        public var code: String {
            switch self {
            case .tooFew: "row.too-few-fields"
            case .tooMany: "row.too-many-fields"
            }
        }
    }
}

/// Reads a delimited table row by row, in memory that does not grow with the file.
///
/// The delimiter is the one that occurs most often in the header line; a first line `sep=;` (Excel's) says it outright.
/// Rows whose cells are all empty are skipped and counted in ``blankRows``. Errors of structure are thrown and end the
/// reading, because after an unclosed quote nothing can be told apart; a wrong number of cells is told row by row.
public final class DelimitedReader {
    /// The file being read.
    public let file: ForeignFile
    /// The delimiter found.
    public let delimiter: Delimiter
    /// The cells of the header, as they are in the file.
    public let header: [String]
    /// The 1-based line on which the header begins.
    public let headerLine: Int
    /// Rows given out so far.
    public private(set) var rowsRead = 0
    /// Rows skipped because all their cells were empty.
    public private(set) var blankRows = 0

    private var scanner: RecordScanner

    /// How many bytes of ``ForeignFile/size`` have been taken in: the measure of progress.
    public var bytesRead: Int { scanner.bytesRead }

    /// Finds the delimiter and reads the header.
    ///
    /// - Parameters:
    ///   - file: A file that has been opened and surveyed.
    ///   - delimiter: The delimiter, where it is known; nil to find it.
    /// - Throws: ``ForeignFileError``: what is wrong with the header line, or ``ForeignFileError/empty`` without one.
    public init(_ file: ForeignFile, delimiter: Delimiter? = nil) throws(ForeignFileError) {
        let opening = try TableOpening(of: file)
        let found = delimiter ?? opening.delimiter
        var scanner = RecordScanner(file, delimiter: found.byte)
        if opening.namesDelimiter { _ = try scanner.next() }
        guard try scanner.next() else { throw .empty }
        self.file = file
        self.delimiter = found
        header = Self.cells(of: scanner)
        headerLine = scanner.recordLine
        self.scanner = scanner
    }

    /// The next row; nil at the end of the file.
    ///
    /// - Throws: ``ForeignFileError``; the reader is of no use after that.
    public func next() throws(ForeignFileError) -> DelimitedRecord? {
        while try scanner.next() {
            if scanner.content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                blankRows += 1
                continue
            }
            rowsRead += 1
            if rowsRead > file.limits.rows { throw .tooManyRows(limit: file.limits.rows) }
            return record(Self.cells(of: scanner))
        }
        try file.assertUnchanged()
        return nil
    }

    private func record(_ cells: [String]) -> DelimitedRecord {
        var cells = cells
        // Spreadsheets pad rows with empty cells up to the widest one.
        while cells.count > header.count, cells.last?.isEmpty == true { cells.removeLast() }
        let problem: DelimitedRecord.FieldCountProblem? =
            if cells.count < header.count {
                .tooFew(expected: header.count, found: cells.count)
            } else if cells.count > header.count {
                .tooMany(expected: header.count, found: cells.count)
            } else {
                nil
            }
        return DelimitedRecord(line: scanner.recordLine, fields: cells, problem: problem)
    }

    private static func cells(of scanner: RecordScanner) -> [String] {
        scanner.content.withUnsafeBufferPointer { content in
            var cells: [String] = []
            cells.reserveCapacity(scanner.ends.count)
            var start = 0
            for end in scanner.ends {
                let marked = SpreadsheetMark.length(in: content[start..<end])
                // Decoding repairs nothing here: the survey has found the whole file valid, and a file that was changed
                // since then is refused at its end. Validating each cell anew would double the time of reading.
                cells.append(String(decoding: content[(start + marked)..<end], as: UTF8.self))
                start = end
            }
            return cells
        }
    }
}

/// The apostrophe that keeps a spreadsheet from running a cell as a formula (OWASP, CSV injection).
///
/// The writer puts it before `= + - @`, a tab and a CR, and before cells that already bear it; the reader takes off one.
/// So every cell comes back as it was.
enum SpreadsheetMark {
    static let byte: UInt8 = 0x27

    /// Whether a spreadsheet could take the cell for a formula, or the reader its beginning for our mark.
    static func isNeeded(_ cell: some Sequence<UInt8>) -> Bool {
        switch cell.first(where: { $0 != byte }) {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true  // = + - @ TAB CR
        default: false
        }
    }

    /// 1 where the cell begins with our mark, else 0.
    static func length(in cell: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        cell.first == byte && isNeeded(cell) ? 1 : 0
    }
}

/// The first line that is not blank, read ahead of the rows to find what stands between its cells.
private struct TableOpening {
    private(set) var delimiter = Delimiter.semicolon
    /// The line is Excel's `sep=;` and the header follows it.
    private(set) var namesDelimiter = false

    init(of file: ForeignFile) throws(ForeignFileError) {
        let line = try Self.firstLine(of: file)
        if line.count == 5, line.starts(with: Array("sep=".utf8)),
            let named = Delimiter.allCases.first(where: { $0.byte == line[4] })
        {
            delimiter = named
            namesDelimiter = true
            return
        }
        var occurrences = [Delimiter: Int]()
        var insideQuotes = false
        for byte in line {
            if byte == 0x22 { insideQuotes.toggle() }
            guard !insideQuotes, let found = Delimiter.allCases.first(where: { $0.byte == byte }) else { continue }
            occurrences[found, default: 0] += 1
        }
        // In order of the cases, so that a tie goes to the semicolon.
        let most = occurrences.values.max() ?? 0
        delimiter = Delimiter.allCases.first { occurrences[$0, default: 0] == most } ?? .semicolon
    }

    /// Quoted line breaks included; at most one row's limit.
    private static func firstLine(of file: ForeignFile) throws(ForeignFileError) -> [UInt8] {
        var stream = TextStream(source: file.source, offset: file.markLength, encoding: file.encoding.encoding)
        var chunk = stream.makeChunk()
        var line: [UInt8] = []
        var insideQuotes = false
        while line.count < file.limits.rowBytes {
            let count = try stream.next(into: &chunk)
            if count == 0 { break }
            for byte in chunk[..<count] {
                if byte == 0x22 { insideQuotes.toggle() }
                if byte == 0x0A || byte == 0x0D, !insideQuotes {
                    if line.isEmpty { continue }
                    return line
                }
                line.append(byte)
            }
        }
        return line
    }
}
