/// Turns the bytes of a terminal into keys.
///
/// It decodes UTF-8 itself and never loses a key to a bad byte: what is not UTF-8 (a keyboard sending CP1251, noise on
/// a line) becomes ``Key/unknown``, and the byte after it is looked at afresh. Sequences may come in any pieces; when
/// `isWaiting` stays true for the ESC delay, `flush` decides: a lone Esc is the key Esc.
///
///     var decoder = KeyDecoder()
///     decoder.feed([0x1B, 0x5B, 0x41])  // [.up]
public struct KeyDecoder: Sendable {
    private var sequences: EscapeSequences
    private var pending: [UInt8] = []
    private var paste: [UInt8]?

    /// A decoder that knows the usual terminals, and these sequences of the present one (from terminfo) besides.
    public init(terminfo: [[UInt8]: Key] = [:]) {
        sequences = EscapeSequences(terminfo: terminfo)
    }

    /// What a decoder waits for, and so how long it should be waited for.
    public enum Waiting: Hashable, Sendable {
        /// Nothing is unfinished.
        case nothing
        /// A lone Esc: the key itself, or the beginning of another.
        case escape
        /// A sequence that has begun; its rest is on the way.
        case sequence
        /// The end of a paste.
        case paste
    }

    /// What is unfinished. Half a UTF-8 letter is not waited for: whatever comes next decides.
    public var waiting: Waiting {
        if paste != nil { return .paste }
        guard pending.first == EscapeSequences.escape else { return .nothing }
        return pending.count == 1 ? .escape : .sequence
    }

    /// Takes bytes and gives the keys that are complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        var keys: [Key] = []
        for byte in bytes { take(byte, &keys) }
        return keys
    }

    /// The time is up: what is unfinished is what it looks like; an unfinished paste is given as it is.
    public mutating func flush() -> [Key] {
        var keys: [Key] = []
        if let text = paste {
            paste = nil
            // The paste's end may be cut in half.
            keys.append(.paste(Self.text(of: text[...])))
            return keys
        }
        guard pending.first == EscapeSequences.escape else { return keys }
        let bytes = pending
        pending = []
        if let key = sequences.key(of: bytes, isComplete: true) {
            keys.append(key)
        } else if bytes.count == 2, let key = EscapeSequences.alt(bytes[1]) {
            keys.append(key)
        } else {
            if bytes.count == 1 || bytes[1] == EscapeSequences.escape { keys.append(.escape) } else { keys.append(.unknown) }
            // After a doubled Esc the second one is a key of its own.
            if bytes.count > 1, bytes[1] == EscapeSequences.escape {
                keys += feed(bytes[1...])
                keys += flush()
            }
        }
        return keys
    }

    // MARK: - One byte

    private mutating func take(_ byte: UInt8, _ keys: inout [Key]) {
        if paste != nil {
            takePasted(byte, &keys)
            return
        }
        guard let first = pending.first else {
            takeFirst(byte, &keys)
            return
        }
        if first == EscapeSequences.escape {
            takeEscaped(byte, &keys)
        } else {
            takeContinuation(byte, &keys)
        }
    }

    private mutating func takeFirst(_ byte: UInt8, _ keys: inout [Key]) {
        switch byte {
        case EscapeSequences.escape: pending = [byte]
        case 0x00...0x1F, 0x7F: keys.append(EscapeSequences.control(byte))
        case 0x20...0x7E: keys.append(.character(Character(Unicode.Scalar(byte))))
        case 0xC2...0xF4: pending = [byte]
        default: keys.append(.unknown)
        }
    }

    private mutating func takeContinuation(_ byte: UInt8, _ keys: inout [Key]) {
        pending.append(byte)
        switch UTF8Piece(pending[...]) {
        case .unfinished: break
        case .scalar(let scalar):
            pending = []
            keys.append(.character(Character(scalar)))
        case .broken:
            pending = []
            keys.append(.unknown)
            // The byte that broke the letter may begin a key; the bytes before it could only continue one.
            take(byte, &keys)
        }
    }

    private mutating func takeEscaped(_ byte: UInt8, _ keys: inout [Key]) {
        pending.append(byte)
        switch sequences.step(pending) {
        case .wait: break
        case .key(let key):
            pending = []
            keys.append(key)
        case .pasteBegins:
            pending = []
            paste = []
        case .pasteEnds:
            // The end of a paste that was given up before: nothing to say.
            pending = []
        case .keyThenAgain(let key):
            pending = []
            keys.append(key)
            take(byte, &keys)
        case .escapeThenAgain:
            let rest = pending.dropFirst()
            pending = []
            keys.append(.escape)
            for byte in rest { take(byte, &keys) }
        }
    }

    // MARK: - Paste

    // A paste longer than this is given in pieces, so that a terminal gone mad cannot fill the memory.
    private static let pasteLimit = 1 << 20

    private mutating func takePasted(_ byte: UInt8, _ keys: inout [Key]) {
        paste?.append(byte)
        guard let text = paste else { return }
        if byte == 0x7E, text.count >= EscapeSequences.pasteEnd.count, text.suffix(6).elementsEqual(EscapeSequences.pasteEnd) {
            paste = nil
            keys.append(.paste(Self.text(of: text.dropLast(6))))
        } else if text.count > Self.pasteLimit, byte < 0x80, byte != EscapeSequences.escape, byte != 0x5B, !isDigit(byte) {
            // Cut where neither a letter nor the paste's end can be in the middle.
            paste = []
            keys.append(.paste(Self.text(of: text[...])))
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    // Terminals send line ends of a paste as CR, some as CR LF.
    private static func text(of bytes: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A, previous == 0x0D {
                previous = byte
                continue
            }
            result.append(byte == 0x0D ? 0x0A : byte)
            previous = byte
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// How far the first bytes are a letter in UTF-8.
enum UTF8Piece: Equatable {
    case unfinished
    case scalar(Unicode.Scalar)
    case broken

    /// Looks at bytes of which the first is 0xC2…0xF4.
    init(_ bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first else {
            self = .unfinished
            return
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for byte in bytes.dropFirst() {
            guard byte & 0xC0 == 0x80 else {
                self = .broken
                return
            }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard bytes.count >= length else {
            self = .unfinished
            return
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= smallest, let scalar = Unicode.Scalar(value) else {
            self = .broken
            return
        }
        self = .scalar(scalar)
    }
}
