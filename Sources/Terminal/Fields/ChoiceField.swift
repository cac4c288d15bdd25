/// One of several values: Left and Right go through them, Space or Alt+Down opens them as a list, a letter jumps.
///
/// Enter is left to the form, which goes on to the next field; in the open list it chooses.
public struct ChoiceField: Hashable, Sendable {
    /// The values to choose from, as shown.
    public var options: [String]
    /// The chosen one; nil while nothing is chosen.
    public private(set) var selected: Int?
    /// Shown while nothing is chosen.
    public var placeholder: String
    /// The item the cursor stands on while the list is open; nil while it is closed.
    public private(set) var open: Int?

    /// A field of these values; a selection outside of them is none.
    public init(_ options: [String], selected: Int? = nil, placeholder: String = "") {
        self.options = options
        self.selected = selected.flatMap { options.indices.contains($0) ? $0 : nil }
        self.placeholder = placeholder
    }

    /// Whether the list is open.
    public var isOpen: Bool { open != nil }

    /// The chosen value as shown.
    public var text: String? { selected.map { options[$0] } }

    /// Chooses without a key; an index outside of the options chooses nothing.
    public mutating func select(_ index: Int?) {
        selected = index.flatMap { options.indices.contains($0) ? $0 : nil }
    }

    /// Closes the list without choosing.
    public mutating func closeList() {
        open = nil
    }

    /// Goes through the values, opens and uses the list.
    public mutating func handle(_ key: Key) -> FieldOutcome {
        guard !options.isEmpty else { return .ignored }
        if let open { return handle(key, listAt: open) }
        switch key {
        case .left: return choose((selected ?? options.count) - 1)
        case .right: return choose((selected ?? -1) + 1)
        case .character(" "), .modified(.down, .alt):
            open = selected ?? 0
            return .handled
        case .character(let letter): return jump(letter, after: selected).map { choose($0) } ?? .handled
        default: return .ignored
        }
    }

    private mutating func handle(_ key: Key, listAt place: Int) -> FieldOutcome {
        switch key {
        case .up: open = max(0, place - 1)
        case .down: open = min(options.count - 1, place + 1)
        case .home, .pageUp: open = 0
        case .end, .pageDown: open = options.count - 1
        case .escape: open = nil
        case .enter, .character(" "), .tab:
            open = nil
            return choose(place)
        case .character(let letter): open = jump(letter, after: place) ?? place
        default: break
        }
        return .handled
    }

    private mutating func choose(_ index: Int) -> FieldOutcome {
        let wanted = min(max(0, index), options.count - 1)
        guard wanted != selected else { return .handled }
        selected = wanted
        return .changed
    }

    // The next value that begins with the letter, whichever of the two alphabets is switched on.
    private func jump(_ letter: Character, after place: Int?) -> Int? {
        let start = place.map { $0 + 1 } ?? 0
        let order = (0..<options.count).map { (start + $0) % options.count }
        return order.first { index in
            options[index].first.map { PhysicalKey.same($0, letter) } ?? false
        }
    }

    /// Draws the value in the first row of `rect`; the open list is drawn by ``drawList(in:below:)``, after the fields.
    public func draw(in frame: inout Frame, rect: Rect, focused: Bool, enabled: Bool = true) {
        let line = rect.line(0)
        guard line.width > 0 else { return }
        let style: Style = !enabled ? .disabled : focused ? .selection : .field
        frame.fill(line, style: style)
        let shown = text ?? placeholder
        frame.put(
            shown, at: line.origin, style: selected == nil ? Style(.dim, on: style.ground) : style, maxWidth: line.width - 2)
        frame.put(String(frame.lines.dropDown), at: Point(column: line.right - 1, row: line.row), style: style)
        if focused { frame.cursor = line.origin }
    }

    /// Draws the open list below the field, or above it when there is more room.
    public func drawList(in frame: inout Frame, below field: Rect) {
        guard let open else { return }
        let widest = options.map { DisplayWidth.of($0) }.max() ?? 0
        let area = popupRect(
            width: max(widest + 4, min(field.width, 24)), height: options.count + 2, beside: field, within: frame.bounds)
        frame.fill(area, style: .popup)
        let inside = frame.box(area, style: Style(.border, on: .popup))
        let top = scrolled(top: 0, to: open, count: options.count, rows: inside.height)
        for row in 0..<inside.height where top + row < options.count {
            let index = top + row
            let line = inside.line(row)
            let style: Style = index == open ? .selection : .popup
            frame.fill(line, style: style)
            frame.put(options[index], at: Point(column: line.column + 1, row: line.row), style: style, maxWidth: line.width - 1)
            if index == open {
                frame.put(String(frame.lines.pointer), at: line.origin, style: style)
                frame.cursor = line.origin
            }
        }
    }
}

/// The first row to show so that `selected` is visible in `rows` rows, moving as little as possible from `top`.
func scrolled(top: Int, to selected: Int, count: Int, rows: Int) -> Int {
    guard rows > 0 else { return 0 }
    var result = min(max(0, top), max(0, count - rows))
    if selected < result { result = selected }
    if selected >= result + rows { result = selected - rows + 1 }
    return max(0, result)
}

/// Where a window that belongs to a field opens: below it if it fits, else where there is more room.
func popupRect(width: Int, height: Int, beside field: Rect, within bounds: Rect) -> Rect {
    let below = bounds.bottom - field.bottom
    let above = field.row - bounds.row
    let newWidth = min(width, bounds.width)
    let column = max(bounds.column, min(field.column, bounds.right - newWidth))
    if height <= below || below >= above {
        return Rect(column: column, row: field.bottom, width: newWidth, height: min(height, below))
    }
    let newHeight = min(height, above)
    return Rect(column: column, row: field.row - newHeight, width: newWidth, height: newHeight)
}
