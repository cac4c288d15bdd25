import Foundation

/// How a table of ours is written down.
public struct DelimitedFormat: Sendable, Equatable {
    /// What stands between cells.
    public var delimiter: Delimiter
    /// Whether the file begins with a byte order mark, without which Excel takes UTF-8 for Windows-1251.
    public var byteOrderMark: Bool
    /// Whether cells that a spreadsheet could run as formulas get a leading apostrophe; ``DelimitedReader`` takes it off.
    public var spreadsheetSafe: Bool

    /// Creates a format.
    public init(delimiter: Delimiter = .semicolon, byteOrderMark: Bool = true, spreadsheetSafe: Bool = true) {
        self.delimiter = delimiter
        self.byteOrderMark = byteOrderMark
        self.spreadsheetSafe = spreadsheetSafe
    }

    /// For people with a spreadsheet: byte order mark, `;`, formulas disarmed.
    public static let spreadsheet = DelimitedFormat()
    /// For programs: no mark, `;`, cells untouched.
    public static let machine = DelimitedFormat(byteOrderMark: false, spreadsheetSafe: false)

    /// One cell of a row to be written.
    public enum Cell: Sendable, Equatable {
        /// Text, disarmed in a ``spreadsheetSafe`` format.
        case text(String)
        /// A number of ours, never disarmed: `-5` has to stay a number.
        case number(Int)
    }

    /// Appends a row with its CRLF to a buffer.
    ///
    /// - Parameters:
    ///   - cells: The row's cells.
    ///   - buffer: Where UTF-8 bytes are appended.
    public func append(_ cells: [Cell], to buffer: inout [UInt8]) {
        // A single empty cell would be a blank line, which readers skip.
        if cells == [.text("")] { buffer += [0x22, 0x22] }
        for (index, cell) in cells.enumerated() {
            if index > 0 { buffer.append(delimiter.byte) }
            switch cell {
            case .number(let number): buffer.append(contentsOf: String(number).utf8)
            case .text(let text): append(text, to: &buffer)
            }
        }
        buffer += [0x0D, 0x0A]
    }

    private func append(_ text: String, to buffer: inout [UInt8]) {
        let marked = spreadsheetSafe && SpreadsheetMark.isNeeded(text.utf8)
        let quoted = text.utf8.contains { $0 == delimiter.byte || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        if quoted { buffer.append(0x22) }
        if marked { buffer.append(SpreadsheetMark.byte) }
        for byte in text.utf8 {
            if byte == 0x22 { buffer.append(0x22) }
            buffer.append(byte)
        }
        if quoted { buffer.append(0x22) }
    }
}

/// Why a table could not be written. Wording lives in `Resources/*.lproj` under ``code``.
public enum DelimitedWriterError: Error, Equatable, Sendable {
    /// Something is at the path already, and it was not to be replaced.
    case alreadyExists
    /// The folder is not there.
    case noSuchFolder
    /// The folder's rights do not let us write.
    case notPermitted
    /// The disk, the quota or the file-size limit is full.
    case noSpace
    /// The system refused for another reason; the number is `errno`.
    case notWritten(errno: Int32)

    /// The stable key of the wording, e.g. `table-writer.no-space`.
    public var code: String {
        switch self {
        case .alreadyExists: "table-writer.already-exists"
        case .noSuchFolder: "table-writer.no-such-folder"
        case .notPermitted: "table-writer.not-permitted"
        case .noSpace: "table-writer.no-space"
        case .notWritten: "table-writer.not-written"
        }
    }

    /// The system's own words, where the wording asks for them; empty otherwise.
    public var systemWords: String {
        if case .notWritten(let number) = self { String(cString: strerror(number)) } else { "" }
    }

    init(errno number: Int32) {
        self =
            switch number {
            case EEXIST: .alreadyExists
            case ENOENT, ENOTDIR: .noSuchFolder
            case EACCES, EPERM, EROFS: .notPermitted
            case ENOSPC, EDQUOT, EFBIG: .noSpace
            default: .notWritten(errno: number)
            }
    }
}

/// Writes a delimited table (UTF-8, CRLF) that appears at its path whole or not at all, readable by its owner alone.
///
/// A writer dropped before ``finish()`` leaves nothing behind.
public final class DelimitedWriter {
    private let format: DelimitedFormat
    private let file: DraftFile
    private var buffer: [UInt8] = []

    /// Begins a table.
    ///
    /// - Parameters:
    ///   - path: Where it shall appear.
    ///   - format: How it is written down.
    ///   - replacing: Whether a file of that name may be replaced.
    /// - Throws: ``DelimitedWriterError``.
    public init(
        path: String, format: DelimitedFormat = .spreadsheet, replacing: Bool = false
    ) throws(DelimitedWriterError) {
        self.format = format
        file = try DraftFile(path: path, replacing: replacing)
        if format.byteOrderMark { buffer = [0xEF, 0xBB, 0xBF] }
    }

    /// Writes a row.
    ///
    /// - Throws: ``DelimitedWriterError``; the writer is of no use after that.
    public func write(_ cells: [DelimitedFormat.Cell]) throws(DelimitedWriterError) {
        format.append(cells, to: &buffer)
        if buffer.count >= 64 << 10 { try flush() }
    }

    /// Writes a row of text.
    ///
    /// - Throws: ``DelimitedWriterError``; the writer is of no use after that.
    public func write(_ texts: [String]) throws(DelimitedWriterError) {
        try write(texts.map(DelimitedFormat.Cell.text))
    }

    /// Makes the table appear at its path.
    ///
    /// - Throws: ``DelimitedWriterError``; ``DelimitedWriterError/alreadyExists`` also when a file of that name has come
    ///   into being meanwhile.
    public func finish() throws(DelimitedWriterError) {
        try flush()
        try file.finish()
    }

    private func flush() throws(DelimitedWriterError) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { writeOnce(file.descriptor, $0, from: written) }
            if count < 0, errno != EINTR { throw DelimitedWriterError(errno: errno) }
            written += max(count, 0)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The system's `write`, whose name the writer's own methods hide.
private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
    return write(descriptor, rest.baseAddress, rest.count)
}
