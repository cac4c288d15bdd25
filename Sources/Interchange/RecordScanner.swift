/// Cuts a text into records by RFC 4180, one at a time, in memory of one record and one chunk.
///
/// Three liberties beyond the RFC, all common in real files: a line ends in CRLF, LF or a lone CR, mixed at will; blank
/// lines are skipped; a quote inside a cell that did not begin with one stands for itself (`ООО "Ромашка"`).
struct RecordScanner {
    /// The bytes of the record's cells, one after another, without quotes and delimiters.
    private(set) var content: [UInt8] = []
    /// Where each cell ends in ``content``.
    private(set) var ends: [Int] = []
    /// The 1-based line on which the record begins.
    private(set) var recordLine = 1
    /// Blank lines passed over so far.
    private(set) var blankLines = 0

    private let delimiter: UInt8
    private let limits: ForeignFile.Limits
    private var stream: TextStream
    private var chunk: [UInt8]
    private var filled = 0
    private var position = 0
    private var line = 1
    /// The latest byte was a CR that ended a line: an LF right behind it belongs to it.
    private var afterReturn = false
    private var state = State.cellStart
    private var quotePlace = (line: 1, column: 1)

    private enum State {
        case cellStart, plain, quoted, afterQuote
    }

    private enum Byte {
        static let lineFeed: UInt8 = 0x0A
        static let carriageReturn: UInt8 = 0x0D
        static let quote: UInt8 = 0x22
    }

    init(_ file: ForeignFile, delimiter: UInt8) {
        self.delimiter = delimiter
        limits = file.limits
        stream = TextStream(source: file.source, offset: file.markLength, encoding: file.encoding.encoding)
        chunk = stream.makeChunk()
    }

    /// How many bytes of the file have been taken in.
    var bytesRead: Int { stream.bytesRead }

    /// Scans the next record into ``content`` and ``ends``; false at the end of the text.
    mutating func next() throws(ForeignFileError) -> Bool {
        content.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        state = .cellStart
        recordLine = line
        while true {
            if position == filled {
                filled = try stream.next(into: &chunk)
                position = 0
                if filled == 0 { return try finishText() }
            }
            if afterReturn, state != .quoted {
                afterReturn = false
                if chunk[position] == Byte.lineFeed {
                    position += 1
                    continue
                }
            }
            if try step() { return true }
        }
    }

    /// Takes one run of bytes; true when it completes a record.
    private mutating func step() throws(ForeignFileError) -> Bool {
        let byte = chunk[position]
        switch state {
        case .cellStart where byte == Byte.quote:
            quotePlace = (line, ends.count + 1)
            state = .quoted
            position += 1
        case .cellStart where ends.isEmpty && isLineEnd(byte):
            endLine(byte)
            blankLines += 1
            recordLine = line
        case .cellStart, .plain:
            state = .plain
            try takePlainRun()
            if position < filled { return try endCell() }
        case .quoted:
            try takeQuotedRun()
        case .afterQuote where byte == Byte.quote:
            content.append(byte)
            state = .quoted
            position += 1
        case .afterQuote:
            guard byte == delimiter || isLineEnd(byte) else {
                throw .textAfterQuote(line: line, column: ends.count + 1)
            }
            return try endCell()
        }
        return false
    }

    private mutating func takePlainRun() throws(ForeignFileError) {
        let start = position
        while position < filled, chunk[position] != delimiter, !isLineEnd(chunk[position]) { position += 1 }
        content.append(contentsOf: chunk[start..<position])
        try assertCellLength()
    }

    private mutating func takeQuotedRun() throws(ForeignFileError) {
        let start = position
        while position < filled {
            let byte = chunk[position]
            if byte == Byte.quote { break }
            if byte == Byte.carriageReturn || (byte == Byte.lineFeed && !afterReturn) { line += 1 }
            afterReturn = byte == Byte.carriageReturn
            position += 1
        }
        content.append(contentsOf: chunk[start..<position])
        try assertCellLength()
        if position < filled {
            afterReturn = false
            state = .afterQuote
            position += 1
        }
    }

    /// Ends a cell at the delimiter or line end under the position; true when that ends the record.
    private mutating func endCell() throws(ForeignFileError) -> Bool {
        try closeCell()
        let byte = chunk[position]
        if isLineEnd(byte) {
            endLine(byte)
            return true
        }
        position += 1
        state = .cellStart
        return false
    }

    private mutating func closeCell() throws(ForeignFileError) {
        ends.append(content.count)
        if ends.count > limits.columns { throw .tooManyColumns(line: recordLine, limit: limits.columns) }
    }

    private mutating func endLine(_ byte: UInt8) {
        line += 1
        afterReturn = byte == Byte.carriageReturn
        position += 1
    }

    private mutating func finishText() throws(ForeignFileError) -> Bool {
        switch state {
        case .quoted: throw .unclosedQuote(line: quotePlace.line, column: quotePlace.column)
        case .cellStart where ends.isEmpty: return false
        case .cellStart, .plain, .afterQuote:
            try closeCell()
            return true
        }
    }

    /// A quoted cell over several lines that grows past all bounds is a quote that somebody forgot to close.
    private func assertCellLength() throws(ForeignFileError) {
        let length = content.count - (ends.last ?? 0)
        if length > limits.fieldBytes || content.count > limits.rowBytes, state == .quoted, line > quotePlace.line {
            throw .unclosedQuote(line: quotePlace.line, column: quotePlace.column)
        }
        if length > limits.fieldBytes {
            throw .fieldTooLong(line: recordLine, column: ends.count + 1, limit: limits.fieldBytes)
        }
        if content.count > limits.rowBytes { throw .rowTooLong(line: recordLine, limit: limits.rowBytes) }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == Byte.lineFeed || byte == Byte.carriageReturn
    }
}
