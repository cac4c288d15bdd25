/// A button of a ``Dialog``.
public struct DialogButton: Hashable, Sendable {
    /// What it does.
    public var label: String
    /// The letter that presses it, in either alphabet; nil when only Enter does.
    public var key: Character?

    /// A button.
    public init(_ label: String, key: Character? = nil) {
        self.label = label
        self.key = key
    }
}

/// What a dialog did with a key.
public enum DialogOutcome: Hashable, Sendable {
    case handled
    /// The button with this index was pressed.
    case chosen(Int)
    /// Esc was pressed.
    case cancelled
}

/// A question over the screen: a text and buttons with keys of their own.
///
/// The key that confirms a loss should differ from the key that asked for it, and the first selected button should be
/// the harmless one; both are the caller's choice.
public struct Dialog: Hashable, Sendable {
    /// In the upper side of the window.
    public var title: String
    /// The question; long text is wrapped, and scrolls when it is higher than the screen.
    public var text: String
    /// The answers.
    public var buttons: [DialogButton]
    /// The button that Enter presses.
    public var selected: Int
    /// The look of the title: bad or warning for losses.
    public var ink: Ink
    private var scroll = 0

    /// A question.
    public init(title: String, text: String, buttons: [DialogButton], selected: Int = 0, ink: Ink = .title) {
        self.title = title
        self.text = text
        self.buttons = buttons
        self.selected = selected
        self.ink = ink
    }

    /// Chooses an answer; every key belongs to the dialog while it is open.
    public mutating func handle(_ key: Key) -> DialogOutcome {
        switch key {
        case .escape: return .cancelled
        case .enter: return buttons.indices.contains(selected) ? .chosen(selected) : .cancelled
        case .left, .backTab: selected = max(0, selected - 1)
        case .right, .tab: selected = min(max(0, buttons.count - 1), selected + 1)
        case .up: scroll = max(0, scroll - 1)
        case .down: scroll += 1
        case .character(let letter):
            let pressed = buttons.firstIndex { $0.key.map { PhysicalKey.same($0, letter) } ?? false }
            if let pressed { return .chosen(pressed) }
        default: break
        }
        return .handled
    }

    /// Draws the dialog in the middle of `rect`, usually the whole frame.
    public func draw(in frame: inout Frame, rect: Rect) {
        let buttonTexts = buttons.map { button in
            button.key.map { "[ \(button.label) (\($0)) ]" } ?? "[ \(button.label) ]"
        }
        let rows = arranged(buttonTexts, width: max(1, rect.width - 6))
        let buttonsWidth = rows.map { $0.reduce(-1) { $0 + DisplayWidth.of(buttonTexts[$1]) + 1 } }.max() ?? 0
        let wanted = max(buttonsWidth, DisplayWidth.of(title) + 4, min(60, DisplayWidth.of(text)))
        let lines = wrap(text, width: min(wanted, max(1, rect.width - 6)))
        let window = rect.centered(width: wanted + 6, height: lines.count + rows.count + 5)
        frame.fill(window, style: .popup)
        let inside = frame.box(
            window, title: title, style: Style(.border, on: .popup), titleStyle: Style(ink, on: .popup, .bold)
        ).inset(columns: 2, rows: 0)
        let room = max(0, inside.height - rows.count - 3)
        let first = min(scroll, max(0, lines.count - room))
        for (index, text) in lines.dropFirst(first).prefix(room).enumerated() {
            frame.put(text, at: Point(column: inside.column, row: inside.row + 1 + index), style: .popup, maxWidth: inside.width)
        }
        for (offset, row) in rows.enumerated() {
            let width = row.reduce(-1) { $0 + DisplayWidth.of(buttonTexts[$1]) + 1 }
            var column = inside.column + max(0, (inside.width - width) / 2)
            let line = inside.bottom - 1 - rows.count + offset
            for index in row {
                let style: Style = index == selected ? .selection : .popup
                if index == selected { frame.cursor = Point(column: column, row: line) }
                column = frame.put(
                    buttonTexts[index], at: Point(column: column, row: line), style: style, maxWidth: inside.right - column)
                column += 1
            }
        }
    }

    // Buttons side by side as far as they fit, then in more rows.
    private func arranged(_ texts: [String], width: Int) -> [[Int]] {
        var rows: [[Int]] = []
        var used = 0
        for (index, text) in texts.enumerated() {
            let needed = DisplayWidth.of(text)
            if let last = rows.indices.last, used + 1 + needed <= width {
                rows[last].append(index)
                used += 1 + needed
            } else {
                rows.append([index])
                used = needed
            }
        }
        return rows
    }
}
