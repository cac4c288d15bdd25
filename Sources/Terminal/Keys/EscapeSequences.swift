/// The sequences that keys send after Esc, on xterm, the Linux console, PuTTY, rxvt, screen and tmux.
struct EscapeSequences: Sendable {
    static let escape: UInt8 = 0x1B
    static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    /// What the bytes so far mean.
    enum Step: Equatable {
        case wait
        case key(Key)
        /// The bytes before the last one are this key; the last one begins another.
        case keyThenAgain(Key)
        /// The first byte is the key Esc; the others begin another.
        case escapeThenAgain
        case pasteBegins
        case pasteEnds
    }

    // No key's sequence is longer; what is longer is noise.
    private static let longest = 24

    private let exact: [[UInt8]: Key]
    private let beginnings: Set<[UInt8]>

    init(terminfo: [[UInt8]: Key]) {
        var exact: [[UInt8]: Key] = [:]
        var beginnings: Set<[UInt8]> = []
        for (bytes, key) in terminfo where bytes.count > 2 && bytes[0] == Self.escape && bytes.count <= Self.longest {
            exact[bytes] = key
            for length in 2..<bytes.count { beginnings.insert(Array(bytes[..<length])) }
        }
        self.exact = exact
        self.beginnings = beginnings
    }

    /// What the terminal itself says these bytes are, when no more of them come.
    func key(of bytes: [UInt8], isComplete: Bool) -> Key? {
        exact[bytes]
    }

    /// Looks at Esc and at least one byte more.
    func step(_ bytes: [UInt8]) -> Step {
        if bytes.count > Self.longest { return .key(.unknown) }
        if let key = exact[bytes], !beginnings.contains(bytes) { return .key(key) }
        let byte = bytes[1]
        switch byte {
        case 0x5B: return bytes.count == 2 ? .wait : control(bytes)
        case 0x4F: return bytes.count == 2 ? .wait : singleShift(bytes)
        case Self.escape: return doubled(bytes)
        default: break
        }
        if beginnings.contains(bytes) { return .wait }
        if byte >= 0x80 { return altLetter(bytes) }
        if bytes.count == 2 { return Self.alt(byte).map { .key($0) } ?? .escapeThenAgain }
        return .escapeThenAgain
    }

    // rxvt sends Alt with a special key as a second Esc before it; otherwise the first Esc is a key of its own.
    private func doubled(_ bytes: [UInt8]) -> Step {
        if bytes.count == 2 { return .wait }
        guard bytes[2] == 0x5B || bytes[2] == 0x4F else { return .escapeThenAgain }
        if bytes.count == 3 { return .wait }
        switch step(Array(bytes.dropFirst())) {
        case .wait: return .wait
        case .key(let key): return .key(Self.adding(.alt, to: key))
        case .keyThenAgain, .escapeThenAgain, .pasteBegins, .pasteEnds: return .escapeThenAgain
        }
    }

    private func altLetter(_ bytes: [UInt8]) -> Step {
        guard (0xC2...0xF4).contains(bytes[1]) else { return .escapeThenAgain }
        switch UTF8Piece(bytes[1...]) {
        case .unfinished: return .wait
        case .scalar(let scalar): return .key(.alt(Character(scalar)))
        case .broken: return .keyThenAgain(.unknown)
        }
    }

    // MARK: - Esc and one byte

    /// Alt with a key of one byte; nil when the Esc was a key of its own.
    static func alt(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x30: .function(10)
        case 0x31...0x39: .function(Int(byte) - 0x30)
        case 0x20...0x7E: .alt(Character(Unicode.Scalar(byte)))
        case 0x0D, 0x0A: .modified(.enter, .alt)
        case 0x09: .modified(.tab, .alt)
        case 0x7F, 0x08: .modified(.backspace, .alt)
        default: nil
        }
    }

    /// The keys that are one control byte.
    static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x00: .control(" ")
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: .unknown
        }
    }

    // MARK: - Esc O

    private func singleShift(_ bytes: [UInt8]) -> Step {
        let last = bytes[bytes.count - 1]
        // Some terminals put modifiers between: Esc O 5 A, Esc O 1 ; 2 P.
        if (0x30...0x3B).contains(last) { return .wait }
        let modifiers = Self.modifiers(Self.numbers(bytes[2..<(bytes.count - 1)]).last)
        if let key = Self.singleShiftKey(last) { return .key(Self.adding(modifiers, to: key)) }
        // rxvt: Ctrl with an arrow.
        if (0x61...0x64).contains(last), let key = Self.arrow(last - 0x20) {
            return .key(Self.adding(.control, to: key))
        }
        // Alt+O and then another key at once.
        return bytes.count == 3 ? .keyThenAgain(.alt("O")) : .keyThenAgain(.unknown)
    }

    private static func singleShiftKey(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x50...0x53: .function(Int(byte) - 0x4F)
        // F5 on old VT terminals.
        case 0x74: .function(5)
        case 0x75: .function(6)
        case 0x76: .function(7)
        case 0x6C: .function(8)
        case 0x77: .function(9)
        case 0x78: .function(10)
        case 0x4D: .enter
        // The keypad in application mode: signs and digits are typed as such.
        case 0x6A, 0x6B, 0x6D, 0x6F: .character(Character(Unicode.Scalar(byte - 0x40)))
        default: arrow(byte)
        }
    }

    private static func arrow(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x48: .home
        case 0x46: .end
        default: nil
        }
    }

    // MARK: - Esc [

    private func control(_ bytes: [UInt8]) -> Step {
        let last = bytes[bytes.count - 1]
        // The Linux console: Esc [ [ A…E are F1…F5.
        if bytes[2] == 0x5B {
            if bytes.count == 3 { return .wait }
            guard (0x41...0x45).contains(last) else { return .keyThenAgain(.unknown) }
            return .key(.function(Int(last) - 0x40))
        }
        switch last {
        case 0x30...0x3F: return .wait
        // rxvt ends shifted keys with `$`, which elsewhere stands in the middle of answers we never ask for.
        case 0x24 where bytes.count > 3 && bytes[2] < 0x3A: return finished(bytes, last)
        case 0x20...0x2F: return .wait
        case 0x40...0x7E: return finished(bytes, last)
        default: return .keyThenAgain(.unknown)
        }
    }

    private func finished(_ bytes: [UInt8], _ last: UInt8) -> Step {
        let body = bytes[2..<(bytes.count - 1)]
        guard body.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .key(.unknown) }
        let numbers = Self.numbers(body)
        let modifiers = Self.modifiers(numbers.count > 1 ? numbers[1] : nil)
        switch last {
        case 0x7E:
            if numbers.first == 200 { return .pasteBegins }
            if numbers.first == 201 { return .pasteEnds }
            // xterm's modifyOtherKeys: 27 ; modifiers ; code.
            if numbers.count == 3, numbers[0] == 27 { return .key(Self.coded(numbers[2], modifiers)) }
            return .key(Self.numbered(numbers.first).map { Self.adding(modifiers, to: $0) } ?? .unknown)
        case 0x24, 0x5E, 0x40:
            let held: Modifiers = last == 0x24 ? .shift : last == 0x5E ? .control : [.shift, .control]
            return .key(Self.numbered(numbers.first).map { Self.adding(held, to: $0) } ?? .unknown)
        case 0x75: return .key(Self.coded(numbers.first ?? 0, modifiers))
        case 0x5A: return .key(.backTab)
        case 0x50...0x53: return .key(Self.adding(modifiers, to: .function(Int(last) - 0x4F)))
        case 0x61...0x64 where body.isEmpty:
            return .key(Self.arrow(last - 0x20).map { Self.adding(.shift, to: $0) } ?? .unknown)
        default: return .key(Self.arrow(last).map { Self.adding(modifiers, to: $0) } ?? .unknown)
        }
    }

    // The numbers before `~`: VT220, xterm, rxvt, PuTTY.
    private static func numbered(_ number: Int?) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case .some(let number) where (11...15).contains(number): .function(number - 10)
        case .some(let number) where (17...21).contains(number): .function(number - 11)
        case 23, 24: number.map { .function($0 - 12) }
        // F13…F20 are sent for Shift with F1…F8 by the Linux console and others (PuTTY: F3…F10 from 25 on).
        case 25, 26: number.map { .modified(.function($0 - 24), .shift) }
        case 28, 29: number.map { .modified(.function($0 - 25), .shift) }
        case .some(let number) where (31...34).contains(number): .modified(.function(number - 26), .shift)
        default: nil
        }
    }

    // A key told by its character code, as some terminals send with modifiers.
    private static func coded(_ code: Int, _ modifiers: Modifiers) -> Key {
        guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return .unknown }
        let named: Key? =
            switch code {
            case 9: modifiers == .shift ? .backTab : adding(modifiers, to: .tab)
            case 13: adding(modifiers, to: .enter)
            case 27: .escape
            case 8, 127: adding(modifiers, to: .backspace)
            default: nil
            }
        if let named { return named }
        guard code >= 0x20 else { return .unknown }
        let character = Character(scalar)
        if modifiers.contains(.control) {
            // The letter of the key, since Ctrl means the key and not the alphabet.
            return .control(PhysicalKey.command(for: character))
        }
        return modifiers.contains(.alt) ? .alt(character) : .character(character)
    }

    // MARK: - Numbers and modifiers

    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
            // `1089:99:…` gives other codes of the same key after colons; the first is enough for us.
            digits.prefix { $0 != 0x3A }.reduce(0) { min(0xFFFFFF, $0 * 10 + Int($1 & 0x0F)) }
        }
    }

    private static func modifiers(_ number: Int?) -> Modifiers {
        guard let number, number > 1 else { return [] }
        return Modifiers(rawValue: UInt8(truncatingIfNeeded: number - 1) & 7)
    }

    static func adding(_ modifiers: Modifiers, to key: Key) -> Key {
        if case .modified(let name, let held) = key { return .modified(name, held.union(modifiers)) }
        guard !modifiers.isEmpty, let name = name(of: key) else { return key }
        return .modified(name, modifiers)
    }

    private static func name(of key: Key) -> NamedKey? {
        switch key {
        case .up: .up
        case .down: .down
        case .left: .left
        case .right: .right
        case .home: .home
        case .end: .end
        case .pageUp: .pageUp
        case .pageDown: .pageDown
        case .insert: .insert
        case .delete: .delete
        case .enter: .enter
        case .tab: .tab
        case .backspace: .backspace
        case .function(let number): .function(number)
        default: nil
        }
    }
}
