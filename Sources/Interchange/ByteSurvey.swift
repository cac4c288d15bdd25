/// Counts, while a file's bytes go by once, what is needed to accept or refuse it as text.
struct ByteSurvey {
    /// A place in a file: 1-based line, 1-based byte in that line.
    struct Place: Equatable {
        var line = 1
        var byte = 0
    }

    private(set) var utf8 = UTF8Check()
    private(set) var letters = LetterCounts()
    /// Where the byte 0x98 first stands, which Windows-1251 does not assign.
    private(set) var firstByte98: Place?

    private let rowLimit: Int
    private var place = Place()
    private var previous: UInt8 = 0
    private var size = 0
    private var controls = 0
    private var firstControl: Place?
    private var inkSeen = false

    init(rowLimit: Int) {
        self.rowLimit = rowLimit
    }

    /// Looks at the next `count` bytes of the file.
    mutating func take(_ chunk: [UInt8], count: Int) throws(ForeignFileError) {
        size += count
        for index in 0..<count {
            let byte = chunk[index]
            if place.byte >= rowLimit, byte != 0x0A, byte != 0x0D { throw .lineTooLong(line: place.line, limit: rowLimit) }
            place.byte += 1
            utf8.take(byte, at: place)
            if byte >= 0x80 {
                letters.take(byte, after: previous)
                if byte == 0x98, firstByte98 == nil { firstByte98 = place }
                inkSeen = true
            } else if byte < 0x20 || byte == 0x7F {
                try takeControl(byte)
            } else if byte != 0x20 {
                inkSeen = true
            }
            previous = byte
        }
    }

    /// Says that the bytes are over: a UTF-8 sequence may be cut off there.
    mutating func finish() {
        utf8.finish()
    }

    private mutating func takeControl(_ byte: UInt8) throws(ForeignFileError) {
        switch byte {
        case 0x0A where previous == 0x0D:
            place.byte = 0
        case 0x0A, 0x0D:
            place = Place(line: place.line + 1, byte: 0)
        case 0x09:
            break
        case 0:
            throw .binary(line: place.line)
        default:
            controls += 1
            firstControl = firstControl ?? place
        }
    }

    /// Refuses bytes that are no text: more than one control byte in 64. A few are let through here, so that the one row
    /// which holds them can be named and mended.
    func assertText() throws(ForeignFileError) {
        if let firstControl, controls > 8, controls > size / 64 { throw .binary(line: firstControl.line) }
        guard inkSeen else { throw .empty }
    }
}

/// Strict validation of UTF-8, byte by byte (The Unicode Standard, table 3-7).
struct UTF8Check {
    /// Complete sequences of two bytes and more.
    private(set) var sequences = 0
    /// Bytes at which a sequence broke.
    private(set) var faults = 0
    /// Where the first one broke.
    private(set) var firstFault: ByteSurvey.Place?

    private var awaited = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF
    private var latest = ByteSurvey.Place()

    @inline(__always)
    mutating func take(_ byte: UInt8, at place: ByteSurvey.Place) {
        if byte < 0x80, awaited == 0 { return }
        takeBeyondASCII(byte, at: place)
    }

    private mutating func takeBeyondASCII(_ byte: UInt8, at place: ByteSurvey.Place) {
        latest = place
        if awaited > 0 {
            if (lower...upper).contains(byte) {
                awaited -= 1
                (lower, upper) = (0x80, 0xBF)
                if awaited == 0 { sequences += 1 }
                return
            }
            fault(at: place)
            (awaited, lower, upper) = (0, 0x80, 0xBF)
        }
        switch byte {
        case ..<0x80: break
        case 0xC2...0xDF: awaited = 1
        case 0xE0: (awaited, lower) = (2, 0xA0)
        case 0xED: (awaited, upper) = (2, 0x9F)
        case 0xE1...0xEF: awaited = 2
        case 0xF0: (awaited, lower) = (3, 0x90)
        case 0xF4: (awaited, upper) = (3, 0x8F)
        case 0xF1...0xF3: awaited = 3
        default: fault(at: place)
        }
    }

    mutating func finish() {
        if awaited > 0 { fault(at: latest) }
        awaited = 0
    }

    private mutating func fault(at place: ByteSurvey.Place) {
        faults += 1
        firstFault = firstFault ?? place
    }
}
