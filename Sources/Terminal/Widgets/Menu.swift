/// An entry of a ``Menu``.
public struct MenuEntry: Hashable, Sendable {
    /// What it does.
    public var label: String
    /// Its key, shown at the right.
    public var keyHint: String
    /// The letter that chooses it in a menu without a filter, in either alphabet.
    public var key: Character?
    /// Why it cannot be used now; nil when it can.
    public var disabledReason: String?
    /// More words that the filter finds it by, e.g. its name in the other language.
    public var keywords: String

    /// An entry.
    public init(
        _ label: String, keyHint: String = "", key: Character? = nil, disabledReason: String? = nil, keywords: String = ""
    ) {
        self.label = label
        self.keyHint = keyHint
        self.key = key
        self.disabledReason = disabledReason
        self.keywords = keywords
    }
}

/// What a menu did with a key.
public enum MenuOutcome: Hashable, Sendable {
    case handled
    /// The entry with this index was chosen.
    case chosen(Int)
    /// The entry with this index was chosen but cannot be used now; say its reason.
    case refused(Int)
    /// Esc was pressed.
    case cancelled
}

/// A list of things to do over the screen; with a filter it is the palette.
public struct Menu: Sendable {
    /// In the upper side of the window.
    public var title: String
    /// All entries.
    public let entries: [MenuEntry]
    /// Shown when the filter leaves nothing.
    public var emptyText: String
    /// The line to filter by; nil for a plain menu, where letters choose.
    public private(set) var filter: TextField?
    private var matches: [Int]
    private var place = 0
    private var top = 0
    private var page = 10

    /// A menu; `isFilterable` makes it a palette, `filterHint` stands in the empty filter line.
    public init(
        title: String, entries: [MenuEntry], isFilterable: Bool = false, filterHint: String = "", emptyText: String = "",
        selected: Int = 0
    ) {
        self.title = title
        self.entries = entries
        self.emptyText = emptyText
        filter = isFilterable ? TextField(placeholder: filterHint) : nil
        matches = Array(entries.indices)
        place = min(max(0, selected), max(0, entries.count - 1))
    }

    /// The entry under the cursor; nil when the filter leaves nothing.
    public var selected: Int? { matches.indices.contains(place) ? matches[place] : nil }

    /// Moves, filters, chooses; every key belongs to the menu while it is open.
    public mutating func handle(_ key: Key) -> MenuOutcome {
        switch key {
        case .escape: return .cancelled
        case .enter: return selected.map(choose) ?? .handled
        case .up, .backTab, .control("p"): move(to: place == 0 ? matches.count - 1 : place - 1)
        case .down, .tab, .control("n"): move(to: place + 1 >= matches.count ? 0 : place + 1)
        case .pageUp: move(to: place - page)
        case .pageDown: move(to: place + page)
        case .home where filter == nil: move(to: 0)
        case .end where filter == nil: move(to: matches.count - 1)
        case .character(let letter) where filter == nil:
            let pressed = entries.firstIndex { $0.key.map { PhysicalKey.same($0, letter) } ?? false }
            if let pressed {
                move(to: pressed)
                return choose(pressed)
            }
        default:
            if filter?.handle(key) == .changed { match() }
        }
        return .handled
    }

    private func choose(_ index: Int) -> MenuOutcome {
        entries[index].disabledReason == nil ? .chosen(index) : .refused(index)
    }

    private mutating func move(to wanted: Int) {
        place = min(max(0, wanted), max(0, matches.count - 1))
        top = scrolled(top: top, to: place, count: matches.count, rows: page)
    }

    private mutating func match() {
        let words = folded(filter?.text ?? "").split(separator: " ")
        matches = entries.indices.filter { index in
            let text = folded(entries[index].label + " " + entries[index].keywords)
            return words.allSatisfy { contains(text, $0) }
        }
        move(to: 0)
    }

    /// Draws the menu in the middle of `rect`, usually the whole frame.
    public func draw(in frame: inout Frame, rect: Rect) {
        let widest = entries.map { DisplayWidth.of($0.label) + DisplayWidth.of($0.keyHint) + 6 }.max() ?? 0
        let width = max(widest + 4, DisplayWidth.of(title) + 8, filter == nil ? 24 : 50)
        let extra = (filter == nil ? 0 : 2) + (hasReasons ? 1 : 0)
        let window = rect.centered(width: width, height: max(1, entries.count) + 2 + extra)
        frame.fill(window, style: .popup)
        let border = Style(.border, on: .popup)
        var inside = frame.box(window, title: title, style: border)
        if hasReasons, inside.height > 3 {
            inside.height -= 1
            let line = Rect(column: inside.column, row: inside.bottom, width: inside.width, height: 1)
            let reason = selected.flatMap { entries[$0].disabledReason } ?? ""
            frame.put(
                reason, at: Point(column: line.column + 1, row: line.row), style: Style(.warning, on: .popup),
                maxWidth: line.width - 2)
        }
        if let filter, inside.height > 2 {
            filter.draw(in: &frame, rect: inside.inset(columns: 1).line(0), focused: true)
            frame.rule(at: Point(column: inside.column, row: inside.row + 1), width: inside.width, style: border)
            inside = Rect(column: inside.column, row: inside.row + 2, width: inside.width, height: inside.height - 2)
        }
        drawEntries(in: &frame, rect: inside)
    }

    private var hasReasons: Bool { entries.contains { $0.disabledReason != nil } }

    private func drawEntries(in frame: inout Frame, rect: Rect) {
        if matches.isEmpty {
            frame.put(
                emptyText, at: Point(column: rect.column + 2, row: rect.row), style: Style(.dim, on: .popup),
                maxWidth: rect.width - 2)
        }
        let first = scrolled(top: top, to: place, count: matches.count, rows: rect.height)
        for row in 0..<rect.height where first + row < matches.count {
            let entry = entries[matches[first + row]]
            let isSelected = first + row == place
            let ground: Ground = isSelected ? .selection : .popup
            let line = rect.line(row)
            frame.fill(line, style: Style(on: ground))
            let isEnabled = entry.disabledReason == nil
            // A disabled entry is in brackets, so that it is told apart without colour.
            let label = isEnabled ? entry.label : "(\(entry.label))"
            let hintWidth = DisplayWidth.of(entry.keyHint)
            frame.put(
                label, at: Point(column: line.column + 2, row: line.row),
                style: Style(isEnabled ? .normal : .disabled, on: ground),
                maxWidth: line.width - 4 - hintWidth)
            frame.putRight(
                entry.keyHint, in: Rect(column: line.column, row: line.row, width: line.width - 1, height: 1),
                style: Style(.key, on: ground))
            if isSelected {
                frame.put(String(frame.lines.pointer), at: line.origin, style: Style(on: ground))
                if filter == nil { frame.cursor = line.origin }
            }
        }
    }
}

/// Small letters, ё as е: what people mean when they look for a word.
private func folded(_ text: String) -> String {
    String(text.lowercased().map { $0 == "ё" ? "е" : $0 })
}

private func contains(_ text: String, _ word: Substring) -> Bool {
    let letters = Array(text)
    let wanted = Array(word)
    guard wanted.count <= letters.count else { return false }
    return (0...letters.count - wanted.count).contains { start in
        letters[start..<start + wanted.count].elementsEqual(wanted)
    }
}
