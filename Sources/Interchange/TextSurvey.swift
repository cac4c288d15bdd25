/// The first pass over a foreign file: is it text, in which encoding, with lines of bearable length?
enum TextSurvey {
    /// Bytes read at a time.
    static let chunkSize = 64 << 10

    /// Reads the whole file once.
    ///
    /// A byte order mark outweighs the worker's choice: `EF BB BF` at the start of a Windows-1251 file would be «п»ї».
    /// - Returns: The length of the byte order mark and the encoding found.
    static func encoding(
        of source: ByteSource, choice: EncodingChoice, limits: ForeignFile.Limits
    ) throws(ForeignFileError) -> (markLength: Int, finding: EncodingFinding) {
        var head = [UInt8](repeating: 0, count: 1024)
        let headLength = try source.read(at: 0, into: &head)
        guard headLength > 0 else { throw .empty }
        let mark = try ByteOrderMark(head[..<headLength])
        if let format = Signature.format(of: head[(mark?.length ?? 0)..<headLength]) { throw .otherFormat(format) }

        if let mark, mark.encoding != .utf8 {
            try surveyUTF16(source, mark: mark, limits: limits)
            return (mark.length, EncodingFinding(encoding: mark.encoding, confidence: .certain, ground: .byteOrderMark))
        }
        var survey = ByteSurvey(rowLimit: limits.rowBytes)
        var chunk = [UInt8](repeating: 0, count: chunkSize)
        var offset = mark?.length ?? 0
        while true {
            let count = try source.read(at: offset, into: &chunk)
            if count == 0 { break }
            try survey.take(chunk, count: count)
            offset += count
        }
        survey.finish()
        try survey.assertText()
        return (mark?.length ?? 0, try finding(from: survey, marked: mark != nil, choice: choice))
    }

    private static func surveyUTF16(
        _ source: ByteSource, mark: ByteOrderMark, limits: ForeignFile.Limits
    ) throws(ForeignFileError) {
        var survey = ByteSurvey(rowLimit: limits.rowBytes)
        var stream = TextStream(source: source, offset: mark.length, encoding: mark.encoding)
        var chunk = stream.makeChunk()
        while true {
            let count = try stream.next(into: &chunk)
            if count == 0 { break }
            try survey.take(chunk, count: count)
        }
        try survey.assertText()
    }

    private static func finding(
        from survey: ByteSurvey, marked: Bool, choice: EncodingChoice
    ) throws(ForeignFileError) -> EncodingFinding {
        let utf8 = survey.utf8
        if marked || choice == .utf8 {
            if let fault = utf8.firstFault { throw .undecodable(.utf8, line: fault.line, byte: fault.byte) }
            return EncodingFinding(encoding: .utf8, confidence: .certain, ground: marked ? .byteOrderMark : .chosen)
        }
        if choice == .cp1251 {
            return try windows1251(survey, EncodingFinding(encoding: .cp1251, confidence: .certain, ground: .chosen))
        }
        guard let fault = utf8.firstFault else {
            let ascii = utf8.sequences == 0
            return EncodingFinding(encoding: .utf8, confidence: .certain, ground: ascii ? .ascii : .validUTF8)
        }
        // Letters of a single-byte encoding hardly ever form UTF-8 sequences. Where most bytes do, the file is UTF-8 with a
        // damaged place, and reading all of it as Windows-1251 would turn every name into «РРІР°РЅ».
        if utf8.sequences >= 10 * utf8.faults { throw .undecodable(.utf8, line: fault.line, byte: fault.byte) }

        let guess = LetterStatistics.guess(survey.letters)
        let finding = EncodingFinding(encoding: guess.encoding, confidence: guess.confidence, ground: .letters)
        return guess.encoding == .cp1251 ? try windows1251(survey, finding) : finding
    }

    /// Byte 0x98 is the one that Windows-1251 leaves unassigned.
    private static func windows1251(
        _ survey: ByteSurvey, _ finding: EncodingFinding
    ) throws(ForeignFileError) -> EncodingFinding {
        if let place = survey.firstByte98 { throw .undecodable(.cp1251, line: place.line, byte: place.byte) }
        return finding
    }
}

/// The mark by which a file of Unicode text names its encoding.
struct ByteOrderMark {
    let encoding: TextEncoding
    let length: Int

    /// Nil without a mark.
    init?(_ head: ArraySlice<UInt8>) throws(ForeignFileError) {
        if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) { throw .unsupportedEncoding(.utf32) }
        switch head {
        case _ where head.starts(with: [0xEF, 0xBB, 0xBF]): (encoding, length) = (.utf8, 3)
        case _ where head.starts(with: [0xFF, 0xFE]): (encoding, length) = (.utf16LittleEndian, 2)
        case _ where head.starts(with: [0xFE, 0xFF]): (encoding, length) = (.utf16BigEndian, 2)
        default: return nil
        }
    }
}

/// The first bytes of formats that are handed over in place of a table.
private enum Signature {
    static func format(of head: ArraySlice<UInt8>) -> ForeignFileError.KnownFormat? {
        for (format, bytes) in binary where head.starts(with: bytes) { return format }
        let text = head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(16)
            .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for (format, word) in markup where text.starts(with: Array(word.utf8)) { return format }
        return nil
    }

    private static let binary: [(ForeignFileError.KnownFormat, [UInt8])] = [
        (.zip, [0x50, 0x4B, 0x03, 0x04]),
        (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (.pdf, Array("%PDF-".utf8)),
        (.sqlite, Array("SQLite format 3".utf8)),
        (.gzip, [0x1F, 0x8B]),
        (.rtf, Array("{\\rtf".utf8)),
    ]

    private static let markup: [(ForeignFileError.KnownFormat, String)] = [
        (.xml, "<?xml"), (.html, "<!doctype html"), (.html, "<html"), (.html, "<table"),
    ]
}
