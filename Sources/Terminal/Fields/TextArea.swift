/// Several lines of text to type into, wrapped at the width of the area.
///
/// Up and Down go by the lines as they are shown, so the area must know its room: call ``fit(width:height:)`` when it
/// is laid out (a ``Form`` does so by itself).
public struct TextArea: Sendable {
    /// At most that many characters (graphemes), line ends included; nil is no limit.
    public var maxLength: Int?
    /// Shown while the area is empty.
    public var placeholder: String
    /// The cursor, in characters from the start.
    public private(set) var cursor: Int
    private var characters: [Character]
    private var width = 60
    private var height = 4
    private var top = 0

    /// An area with a text and the cursor at its end.
    public init(_ text: String = "", placeholder: String = "", maxLength: Int? = nil) {
        characters = Self.characters(of: text)
        cursor = characters.count
        self.placeholder = placeholder
        self.maxLength = maxLength
    }

    /// The text, its lines parted by `\n`; setting it puts the cursor at its end.
    public var text: String {
        get { String(characters) }
        set {
            characters = Self.characters(of: newValue)
            cursor = characters.count
            top = 0
        }
    }

    /// Whether nothing is typed.
    public var isEmpty: Bool { characters.isEmpty }

    /// Tells the area its room in cells and scrolls so that the cursor is visible.
    public mutating func fit(width: Int, height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
        let lines = layout(self.width)
        top = scrolled(top: top, to: lineIndex(of: cursor, in: lines), count: lines.count, rows: self.height)
    }

    /// Types, deletes or moves the cursor; Up in the first line and Down in the last one are not used.
    public mutating func handle(_ key: Key) -> FieldOutcome {
        let outcome = use(key)
        if outcome != .ignored { fit(width: width, height: height) }
        return outcome
    }

    private mutating func use(_ key: Key) -> FieldOutcome {
        switch key {
        case .character(let character): return insert(String(character))
        case .enter: return insert("\n")
        case .paste(let text): return insert(text)
        case .left: return move(to: cursor - 1)
        case .right: return move(to: cursor + 1)
        case .up: return moveLine(-1)
        case .down: return moveLine(1)
        case .pageUp: return moveLine(-height, orEdge: true)
        case .pageDown: return moveLine(height, orEdge: true)
        case .home: return move(to: line(of: cursor).lowerBound)
        case .end: return move(to: line(of: cursor).upperBound)
        case .modified(.home, .control): return move(to: 0)
        case .modified(.end, .control): return move(to: characters.count)
        case .backspace: return remove(cursor - 1..<cursor)
        case .delete: return remove(cursor..<cursor + 1)
        case .control("u"): return remove(line(of: cursor).lowerBound..<cursor)
        default: return .ignored
        }
    }

    /// Draws the text in `rect`; with the focus it sets the frame's cursor.
    public func draw(in frame: inout Frame, rect: Rect, focused: Bool, enabled: Bool = true) {
        guard !rect.isEmpty else { return }
        let style = enabled ? Style.field : Style(.disabled)
        frame.fill(rect, style: style)
        if characters.isEmpty {
            frame.put(placeholder, at: rect.origin, style: Style(.dim, on: style.ground), maxWidth: rect.width)
            if focused { frame.cursor = rect.origin }
            return
        }
        let lines = layout(rect.width)
        let current = lineIndex(of: cursor, in: lines)
        let first = scrolled(top: top, to: current, count: lines.count, rows: rect.height)
        for row in 0..<rect.height where first + row < lines.count {
            let text = String(characters[lines[first + row]])
            frame.put(text, at: Point(column: rect.column, row: rect.row + row), style: style, maxWidth: rect.width)
        }
        guard focused else { return }
        let before = DisplayWidth.of(String(characters[lines[current].lowerBound..<cursor]))
        frame.cursor = Point(column: min(rect.column + before, rect.right - 1), row: rect.row + current - first)
    }

    // "\r\n" is one character in Swift, so that line ends of other systems are made ours first.
    private static func characters(of text: String) -> [Character] {
        text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }
    }

    // MARK: - Lines as shown

    /// Ranges of characters without the line ends; a wrapped line keeps its last space, which is not drawn.
    private func layout(_ width: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var used = 0
        var lastBreak: Int?
        for (index, character) in characters.enumerated() {
            if character == "\n" {
                lines.append(start..<index)
                (start, used, lastBreak) = (index + 1, 0, nil)
                continue
            }
            let cells = max(1, DisplayWidth.of(String(character)))
            // A space may hang over the edge: the break is after it.
            if used + cells > width, character != " " {
                let cut = lastBreak ?? index
                lines.append(start..<cut)
                start = cut
                used = DisplayWidth.of(String(characters[cut..<index]))
                lastBreak = nil
            }
            used += cells
            if character == " " { lastBreak = index + 1 }
        }
        lines.append(start..<characters.count)
        return lines
    }

    private func lineIndex(of place: Int, in lines: [Range<Int>]) -> Int {
        // The end of a wrapped line is the start of the next one; the cursor shows there.
        lines.lastIndex { $0.lowerBound <= place } ?? 0
    }

    private func line(of place: Int) -> Range<Int> {
        let lines = layout(width)
        let index = lineIndex(of: place, in: lines)
        let line = lines[index]
        // End of a wrapped line: before its last space, so that the cursor stays in the line.
        let isWrapped = index + 1 < lines.count && lines[index + 1].lowerBound == line.upperBound
        return isWrapped && !line.isEmpty ? line.lowerBound..<line.upperBound - 1 : line
    }

    private mutating func moveLine(_ delta: Int, orEdge: Bool = false) -> FieldOutcome {
        let lines = layout(width)
        let index = lineIndex(of: cursor, in: lines)
        let wanted = min(max(0, index + delta), lines.count - 1)
        guard wanted != index else {
            return orEdge ? move(to: delta < 0 ? 0 : characters.count) : .ignored
        }
        let target = lines[wanted]
        let goal = DisplayWidth.of(String(characters[lines[index].lowerBound..<cursor]))
        var place = target.lowerBound
        var used = 0
        while place < target.upperBound, used < goal {
            used += DisplayWidth.of(String(characters[place]))
            place += 1
        }
        let isWrapped = wanted + 1 < lines.count && lines[wanted + 1].lowerBound == target.upperBound
        if isWrapped, place == target.upperBound, place > target.lowerBound { place -= 1 }
        return move(to: place)
    }

    // MARK: - Changes

    private mutating func insert(_ text: String) -> FieldOutcome {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: scalars.append(scalar)
            case 0x00..<0x20, 0x7F: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        var typed = String(scalars)
        if let maxLength {
            typed = String(typed.prefix(max(0, maxLength - characters.count)))
        }
        guard !typed.isEmpty else { return .handled }
        let head = Array(String(characters[..<cursor]) + typed)
        characters = Array(String(head + characters[cursor...]))
        cursor = min(head.count, characters.count)
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
}
