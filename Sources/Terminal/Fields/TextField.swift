/// What a field did with a key.
public enum FieldOutcome: Hashable, Sendable {
    /// Not for this field; the form or the screen may use it.
    case ignored
    /// Used: the cursor moved, a list opened or closed; the value is as it was.
    case handled
    /// The value is another one now.
    case changed
}

/// A line to type into: cursor, horizontal scrolling, paste, limits.
///
/// Letters are taken as typed; nothing here is a command. Line ends and other controls in pasted text become spaces.
public struct TextField: Sendable {
    /// At most that many characters (graphemes) can be typed; nil is no limit.
    public var maxLength: Int?
    /// Shown instead of every character, for secrets.
    public var mask: Character?
    /// Characters that can be typed; nil is all of them.
    public var accepts: (@Sendable (Character) -> Bool)?
    /// Shown while the field is empty.
    public var placeholder: String
    /// The cursor, in characters from the start.
    public private(set) var cursor: Int
    private var characters: [Character]

    /// A field with a text and the cursor at its end.
    public init(
        _ text: String = "", placeholder: String = "", maxLength: Int? = nil, mask: Character? = nil,
        accepts: (@Sendable (Character) -> Bool)? = nil
    ) {
        self.maxLength = maxLength
        self.mask = mask
        self.accepts = accepts
        self.placeholder = placeholder
        characters = Array(text)
        cursor = characters.count
    }

    /// The text; setting it puts the cursor at its end.
    public var text: String {
        get { String(characters) }
        set {
            characters = Array(newValue)
            cursor = characters.count
        }
    }

    /// Whether nothing is typed.
    public var isEmpty: Bool { characters.isEmpty }

    /// Types, deletes or moves the cursor.
    public mutating func handle(_ key: Key) -> FieldOutcome {
        switch key {
        case .character(let character): return insert(String(character))
        case .paste(let text): return insert(text)
        case .left: return move(to: cursor - 1)
        case .right: return move(to: cursor + 1)
        case .home, .control("a"): return move(to: 0)
        case .end, .control("e"): return move(to: characters.count)
        case .modified(.left, .control), .modified(.left, .alt): return move(to: wordStart)
        case .modified(.right, .control), .modified(.right, .alt): return move(to: wordEnd)
        case .backspace: return remove(cursor - 1..<cursor)
        case .delete: return remove(cursor..<cursor + 1)
        case .control("w"), .modified(.backspace, .alt): return remove(wordStart..<cursor)
        case .control("u"): return remove(0..<cursor)
        case .control("k"): return remove(cursor..<characters.count)
        default: return .ignored
        }
    }

    /// Draws the field in the first row of `rect`; with the focus it sets the frame's cursor.
    public func draw(in frame: inout Frame, rect: Rect, focused: Bool, enabled: Bool = true) {
        let line = rect.line(0)
        guard line.width > 0 else { return }
        let style = enabled ? Style.field : Style(.disabled)
        frame.fill(line, style: style)
        if characters.isEmpty {
            frame.put(placeholder, at: line.origin, style: Style(.dim, on: style.ground), maxWidth: line.width)
            if focused { frame.cursor = line.origin }
            return
        }
        let shown = mask.map { Array(repeating: $0, count: characters.count) } ?? characters
        let before = DisplayWidth.of(String(shown[..<cursor]))
        let total = before + DisplayWidth.of(String(shown[cursor...]))
        let offset = Self.offset(cursor: before, total: total, width: line.width)
        frame.clipped(to: line) { frame in
            frame.put(
                String(shown), at: Point(column: line.column - offset, row: line.row), style: style, maxWidth: total)
        }
        let marks = Style(.dim, on: style.ground)
        if offset > 0 { frame.put(String(frame.lines.moreLeft), at: line.origin, style: marks) }
        if total - offset > line.width {
            frame.put(String(frame.lines.moreRight), at: Point(column: line.right - 1, row: line.row), style: marks)
        }
        if focused { frame.cursor = Point(column: line.column + before - offset, row: line.row) }
    }

    // Half a field at a time, so that the text stands still while the cursor walks through it.
    private static func offset(cursor: Int, total: Int, width: Int) -> Int {
        guard total >= width else { return 0 }
        let step = max(1, width / 2)
        var offset = 0
        while cursor - offset > max(0, width - 2) { offset += step }
        // At the end of the text the field is full, with one cell for the cursor.
        return min(offset, total + 1 - width)
    }

    private mutating func insert(_ text: String) -> FieldOutcome {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // A paste of a column or of a page must not bring line ends or terminal commands into one line.
            clean.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
        }
        var typed = String(clean)
        if let accepts { typed = typed.filter(accepts) }
        guard !typed.isEmpty else { return .handled }
        // Joined before it is cut into characters: a combining mark may belong to the letter before the cursor.
        let newHead = Array(String(characters[..<cursor]) + typed)
        var result = newHead + characters[cursor...]
        if let maxLength, result.count > maxLength {
            let surplus = result.count - maxLength
            guard newHead.count - surplus > cursor else { return .handled }
            result = Array(newHead[..<(newHead.count - surplus)]) + characters[cursor...]
            cursor = newHead.count - surplus
        } else {
            cursor = newHead.count
        }
        characters = Array(String(result))
        cursor = min(cursor, characters.count)
        return .changed
    }

    private mutating func move(to place: Int) -> FieldOutcome {
        cursor = min(max(0, place), characters.count)
        return .handled
    }

    private mutating func remove(_ range: Range<Int>) -> FieldOutcome {
        guard range.lowerBound >= 0, range.upperBound <= characters.count, !range.isEmpty else { return .handled }
        characters.removeSubrange(range)
        // A mark whose letter is gone joins the letter before it.
        characters = Array(String(characters))
        cursor = min(range.lowerBound, characters.count)
        return .changed
    }

    private var wordStart: Int {
        var place = cursor
        while place > 0, characters[place - 1] == " " { place -= 1 }
        while place > 0, characters[place - 1] != " " { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        var place = cursor
        while place < characters.count, characters[place] == " " { place += 1 }
        while place < characters.count, characters[place] != " " { place += 1 }
        return place
    }
}
