/// A line of a ``HelpOverlay``.
public enum HelpLine: Hashable, Sendable {
    case heading(String)
    /// A paragraph, wrapped at the window's width.
    case text(String)
    /// A key and what it does.
    case entry(key: String, text: String)
    case empty
}

/// Text over the screen that scrolls: help, an explanation, a preview.
public struct HelpOverlay: Hashable, Sendable {
    /// What it did with a key.
    public enum Outcome: Hashable, Sendable {
        case handled
        /// Esc, Enter, F1 or F10 closed it.
        case closed
    }

    /// In the upper side of the window.
    public var title: String
    /// In its lower side: which key closes it.
    public var footer: String
    /// The text.
    public var lines: [HelpLine]
    private var top = 0
    private var width = 76
    private var page = 20

    /// A text with a title.
    public init(title: String, lines: [HelpLine], footer: String = "") {
        self.title = title
        self.lines = lines
        self.footer = footer
    }

    /// Tells the window its room, so that scrolling ends where the text does.
    public mutating func fit(_ rect: Rect) {
        width = max(1, rect.width - 4)
        page = max(1, rect.height - 2)
        top = min(top, max(0, shown(width).count - page))
    }

    /// Scrolls or closes; every key belongs to the window while it is open.
    public mutating func handle(_ key: Key) -> Outcome {
        switch key {
        case .escape, .enter, .function(1), .function(10): return .closed
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= page - 1
        case .pageDown, .character(" "): top += max(1, page - 1)
        case .home: top = 0
        case .end: top = .max
        default: break
        }
        top = min(max(0, top), max(0, shown(width).count - page))
        return .handled
    }

    /// Draws the window over all of `rect`.
    public func draw(in frame: inout Frame, rect: Rect) {
        frame.fill(rect, style: .popup)
        let border = Style(.border, on: .popup)
        let inside = frame.box(rect, title: title, style: border).inset(columns: 1)
        let rows = shown(inside.width)
        let first = min(top, max(0, rows.count - inside.height))
        for (offset, row) in rows.dropFirst(first).prefix(inside.height).enumerated() {
            let line = inside.line(offset)
            let after = frame.put(row.key, at: line.origin, style: Style(.key, on: .popup), maxWidth: line.width)
            let start = max(after, line.column + row.indent)
            frame.put(row.text, at: Point(column: start, row: line.row), style: row.style, maxWidth: line.right - start)
        }
        let bottom = Rect(column: rect.column + 2, row: rect.bottom - 1, width: rect.width - 4, height: 1)
        if !footer.isEmpty {
            frame.put(" \(footer) ", at: bottom.origin, style: Style(.label, on: .popup), maxWidth: bottom.width)
        }
        if rows.count > inside.height {
            frame.putRight(
                " \(min(rows.count, first + inside.height))/\(rows.count) ", in: bottom, style: Style(.label, on: .popup))
        }
    }

    private struct Row {
        var key = ""
        var indent = 0
        var text: String
        var style = Style.popup
    }

    private func shown(_ width: Int) -> [Row] {
        let widths = lines.map { line in
            if case .entry(let key, _) = line { DisplayWidth.of(key) + 2 } else { 0 }
        }
        // One long name shall not push all the others' texts to the right.
        let indent = max(4, widths.filter { $0 <= width / 3 }.max() ?? 0)
        var rows: [Row] = []
        for line in lines {
            switch line {
            case .empty: rows.append(Row(text: ""))
            case .heading(let text):
                if !rows.isEmpty { rows.append(Row(text: "")) }
                rows += wrap(text, width: width).map { Row(text: $0, style: Style(.title, on: .popup)) }
            case .text(let text): rows += wrap(text, width: width).map { Row(text: $0) }
            case .entry(let key, let text):
                var pieces = wrap(text, width: width - indent)
                // A key's name wider than its column has a line of its own.
                if DisplayWidth.of(key) >= indent {
                    rows.append(Row(key: key, text: ""))
                } else {
                    rows.append(Row(key: key, indent: indent, text: pieces.isEmpty ? "" : pieces.removeFirst()))
                }
                rows += pieces.map { Row(indent: indent, text: $0) }
            }
        }
        return rows
    }
}
