/// One tab: its key and its title.
public struct TabItem: Hashable, Sendable {
    /// The key that opens it, e.g. a digit.
    public var key: String
    /// The title.
    public var title: String
    /// A shorter title for narrow screens; empty when there is none.
    public var shortTitle: String

    /// A tab.
    public init(key: String, title: String, shortTitle: String = "") {
        self.key = key
        self.title = title
        self.shortTitle = shortTitle
    }
}

/// A row of tabs; when they do not fit, first the gaps, then the titles of tabs that are not selected get shorter.
public struct TabBar: Hashable, Sendable {
    /// The tabs from left to right.
    public var items: [TabItem]
    /// The open one.
    public var selected: Int

    /// A bar with one tab open.
    public init(_ items: [TabItem], selected: Int = 0) {
        self.items = items
        self.selected = selected
    }

    /// Draws the bar in the first row of `rect`.
    public func draw(in frame: inout Frame, rect: Rect) {
        let line = rect.line(0)
        frame.fill(line, style: .bar)
        let (titles, gap) = fitting(line.width)
        frame.clipped(to: line) { frame in
            var column = line.column
            for (index, item) in items.enumerated() {
                let isSelected = index == selected
                let ground: Ground = isSelected ? .selection : .bar
                // The open tab stands in brackets, which is seen where bars and selections look alike.
                let before = isSelected ? "[" : gap > 1 ? " " : ""
                column = frame.put(before + item.key, at: Point(column: column, row: line.row), style: Style(.key, on: ground))
                let text = titles[index].isEmpty ? "" : " " + titles[index]
                let style = Style(isSelected ? .title : .normal, on: ground)
                column = frame.put(text + (isSelected ? "]" : " "), at: Point(column: column, row: line.row), style: style)
            }
        }
    }

    private func fitting(_ width: Int) -> (titles: [String], gap: Int) {
        let full = items.map(\.title)
        let short = items.enumerated().map { index, item in
            index == selected || item.shortTitle.isEmpty ? item.title : item.shortTitle
        }
        for (titles, gap) in [(full, 2), (full, 1), (short, 2), (short, 1)] where needed(titles, gap) <= width {
            return (titles, gap)
        }
        // No short titles given, or still too wide: cut the titles of the others to equal length.
        var room = 12
        var cut = short
        while room > 0 {
            room -= 1
            cut = short.enumerated().map { index, title in index == selected ? title : String(title.prefix(room)) }
            if needed(cut, 1) <= width { break }
        }
        return (cut, 1)
    }

    private func needed(_ titles: [String], _ gap: Int) -> Int {
        zip(items, titles).reduce(1) { sum, pair in
            sum + DisplayWidth.of(pair.0.key) + (pair.1.isEmpty ? 0 : 1 + DisplayWidth.of(pair.1)) + gap
        }
    }
}
