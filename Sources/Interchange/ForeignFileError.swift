/// Why a foreign file cannot be read at all. Wording lives in `Resources/*.lproj` under ``code``.
///
/// Lines are 1-based physical lines of the file (CRLF, LF and a lone CR each end one). A `column` is the 1-based number
/// of the table's column; a `byte` is the 1-based position in its line. No case carries the file's content: it may be
/// somebody's personal data.
public enum ForeignFileError: Error, Equatable, Sendable {
    /// Nothing is at the path.
    case notFound
    /// The file's rights do not let us read it.
    case notPermitted
    /// A folder, device, pipe or socket: reading it could block or never end.
    case notRegularFile(FileKind)
    /// The system refused for another reason; the number is `errno`.
    case unreadable(errno: Int32)
    /// The file was changed between the check of the whole and the reading of the rows.
    case changedWhileRead
    /// No header line: zero bytes, or nothing but blank lines.
    case empty
    /// More bytes than ``ForeignFile/Limits/fileBytes``.
    case fileTooLarge(bytes: Int, limit: Int)
    /// A line of more bytes than ``ForeignFile/Limits/rowBytes``.
    case lineTooLong(line: Int, limit: Int)
    /// A row (of one or more lines, by quoted line breaks) of more bytes than ``ForeignFile/Limits/rowBytes``.
    case rowTooLong(line: Int, limit: Int)
    /// A cell of more bytes than ``ForeignFile/Limits/fieldBytes``.
    case fieldTooLong(line: Int, column: Int, limit: Int)
    /// A row of more cells than ``ForeignFile/Limits/columns``.
    case tooManyColumns(line: Int, limit: Int)
    /// More rows than ``ForeignFile/Limits/rows``.
    case tooManyRows(limit: Int)
    /// Not text: a NUL byte or too many control bytes; the line of the first.
    case binary(line: Int)
    /// A well-known format that is not a delimited table, told by its first bytes.
    case otherFormat(KnownFormat)
    /// Text in an encoding that we do not read.
    case unsupportedEncoding(UnreadEncoding)
    /// A byte that has no meaning in the encoding; never repaired, since a repaired name is a wrong name.
    case undecodable(TextEncoding, line: Int, byte: Int)
    /// A quote opened here is never closed (RFC 4180, section 2, rule 5).
    case unclosedQuote(line: Int, column: Int)
    /// Something other than a delimiter or a line's end follows a closing quote.
    case textAfterQuote(line: Int, column: Int)

    /// What stands at a path instead of a file.
    public enum FileKind: String, Sendable {
        /// A folder.
        case directory
        /// A character or block device.
        case device
        /// A named pipe.
        case pipe
        /// A socket.
        case socket
        /// Something that we do not know.
        case other
    }

    /// Formats often handed over in place of a delimited table.
    public enum KnownFormat: String, Sendable, CaseIterable {
        /// A ZIP archive, as XLSX, DOCX and ODS are.
        case zip
        /// An Excel or Word file from before 2007.
        case oldOffice = "old-office"
        /// PDF.
        case pdf
        /// An SQLite database.
        case sqlite
        /// A gzip archive.
        case gzip
        /// XML.
        case xml
        /// A page of HTML (some systems name it `.xls`).
        case html
        /// Rich text.
        case rtf
    }

    /// Encodings told by their byte order mark, which we refuse.
    public enum UnreadEncoding: String, Sendable {
        /// UTF-32 of either byte order.
        case utf32 = "utf-32"
    }

    /// The stable key of the wording, e.g. `foreign-file.unclosed-quote`.
    public var code: String {
        "foreign-file." + name
    }

    private var name: String {
        switch self {
        case .notFound: "not-found"
        case .notPermitted: "not-permitted"
        case .notRegularFile(let kind): "not-regular-file.\(kind.rawValue)"
        case .unreadable: "unreadable"
        case .changedWhileRead: "changed-while-read"
        case .empty: "empty"
        case .fileTooLarge: "file-too-large"
        case .lineTooLong: "line-too-long"
        case .rowTooLong: "row-too-long"
        case .fieldTooLong: "field-too-long"
        case .tooManyColumns: "too-many-columns"
        case .tooManyRows: "too-many-rows"
        case .binary: "binary"
        case .otherFormat(let format): "other-format.\(format.rawValue)"
        case .unsupportedEncoding(let encoding): "unsupported-encoding.\(encoding.rawValue)"
        case .undecodable: "undecodable"
        case .unclosedQuote: "unclosed-quote"
        case .textAfterQuote: "text-after-quote"
        }
    }

    /// The 1-based line that the error speaks of, if it speaks of one.
    public var line: Int? {
        switch self {
        case .lineTooLong(let line, _), .rowTooLong(let line, _), .fieldTooLong(let line, _, _), .tooManyColumns(let line, _),
            .binary(let line), .undecodable(_, let line, _), .unclosedQuote(let line, _), .textAfterQuote(let line, _):
            line
        default: nil
        }
    }

    /// The 1-based number of the table's column that the error speaks of, if it speaks of one.
    public var column: Int? {
        switch self {
        case .fieldTooLong(_, let column, _), .unclosedQuote(_, let column), .textAfterQuote(_, let column): column
        default: nil
        }
    }
}
