/// A foreign file's text as UTF-8, a chunk at a time, whatever encoding it lies in.
struct TextStream {
    private let source: ByteSource
    private let encoding: TextEncoding
    private let alphabet: [EncodedScalar]
    private var offset: Int
    private var raw: [UInt8]
    private var utf16: UTF16Decoder

    /// A scalar of a single-byte alphabet as up to three bytes of UTF-8; a length of 0 marks an unassigned byte.
    private struct EncodedScalar {
        let length: Int
        let bytes: (UInt8, UInt8, UInt8)

        init(_ scalar: Unicode.Scalar?) {
            let encoded = scalar.map { Array(String($0).utf8) } ?? []
            length = encoded.count
            bytes = (encoded.first ?? 0, encoded.dropFirst().first ?? 0, encoded.dropFirst(2).first ?? 0)
        }
    }

    /// Starts at `offset`, behind the byte order mark.
    init(source: ByteSource, offset: Int, encoding: TextEncoding) {
        self.source = source
        self.offset = offset
        self.encoding = encoding
        alphabet = SingleByteAlphabet.of(encoding)?.scalars.map(EncodedScalar.init) ?? []
        raw = [UInt8](repeating: 0, count: TextSurvey.chunkSize)
        utf16 = UTF16Decoder(encoding)
    }

    /// How many bytes of the file have been taken in.
    var bytesRead: Int { offset }

    /// A buffer large enough for ``next(into:)``: three bytes of UTF-8 for each byte of the file, and one scalar kept over.
    func makeChunk() -> [UInt8] {
        [UInt8](repeating: 0, count: 3 * TextSurvey.chunkSize + 8)
    }

    /// Fills the buffer with the next text; says how many bytes it now holds, 0 at the end.
    mutating func next(into chunk: inout [UInt8]) throws(ForeignFileError) -> Int {
        while true {
            let count = try source.read(at: offset, into: &raw)
            if count == 0 {
                try utf16.finish()
                return 0
            }
            offset += count
            let filled = try decode(count, into: &chunk)
            // A lone first half of a surrogate pair fills nothing yet.
            if filled > 0 { return filled }
        }
    }

    private mutating func decode(_ count: Int, into chunk: inout [UInt8]) throws(ForeignFileError) -> Int {
        switch encoding {
        case .utf8:
            chunk.replaceSubrange(0..<count, with: raw[0..<count])
            return count
        case .utf16LittleEndian, .utf16BigEndian:
            return try utf16.decode(raw, count: count, into: &chunk)
        case .cp1251, .cp866, .koi8r:
            return try decodeSingleBytes(count, into: &chunk)
        }
    }

    private func decodeSingleBytes(_ count: Int, into chunk: inout [UInt8]) throws(ForeignFileError) -> Int {
        var filled = 0
        for index in 0..<count {
            let byte = raw[index]
            if byte < 0x80 {
                chunk[filled] = byte
                filled += 1
                continue
            }
            let scalar = alphabet[Int(byte & 0x7F)]
            // The survey found every byte assigned, so the file is not what it was.
            guard scalar.length > 0 else { throw .changedWhileRead }
            chunk[filled] = scalar.bytes.0
            chunk[filled + 1] = scalar.bytes.1
            chunk[filled + 2] = scalar.bytes.2
            filled += scalar.length
        }
        return filled
    }
}

/// Turns UTF-16 into UTF-8; a lone surrogate or half a code unit is an error.
struct UTF16Decoder {
    private let encoding: TextEncoding
    private var firstByte: UInt8?
    private var highSurrogate: UInt32?
    private var place = ByteSurvey.Place()
    private var afterReturn = false

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    mutating func decode(_ raw: [UInt8], count: Int, into chunk: inout [UInt8]) throws(ForeignFileError) -> Int {
        var filled = 0
        for index in 0..<count {
            place.byte += 1
            guard let first = firstByte else {
                firstByte = raw[index]
                continue
            }
            firstByte = nil
            let (high, low) = encoding == .utf16BigEndian ? (first, raw[index]) : (raw[index], first)
            guard let scalar = try scalar(completing: UInt32(high) << 8 | UInt32(low)) else { continue }
            if let encoded = UTF8.encode(scalar) {
                for byte in encoded {
                    chunk[filled] = byte
                    filled += 1
                }
            }
            countLine(scalar)
        }
        return filled
    }

    /// Refuses a text that ends in the middle of a character.
    func finish() throws(ForeignFileError) {
        if firstByte != nil || highSurrogate != nil { throw fault }
    }

    private mutating func scalar(completing unit: UInt32) throws(ForeignFileError) -> Unicode.Scalar? {
        if let high = highSurrogate {
            highSurrogate = nil
            guard (0xDC00...0xDFFF).contains(unit) else { throw fault }
            return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
        }
        if (0xD800...0xDBFF).contains(unit) {
            highSurrogate = unit
            return nil
        }
        guard let scalar = Unicode.Scalar(unit) else { throw fault }
        return scalar
    }

    private mutating func countLine(_ scalar: Unicode.Scalar) {
        if scalar == "\r" || (scalar == "\n" && !afterReturn) { place.line += 1 }
        if scalar == "\r" || scalar == "\n" { place.byte = 0 }
        afterReturn = scalar == "\r"
    }

    private var fault: ForeignFileError {
        .undecodable(encoding, line: place.line, byte: place.byte)
    }
}
