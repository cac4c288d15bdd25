/// A grid of cells that a screen is drawn into.
///
/// Coordinates are always those of the whole frame; ``clipped(to:_:)`` limits what can be touched, so a widget can
/// never draw outside of the rectangle it was given.
///
///     var frame = terminal.makeFrame()
///     frame.put(name, at: Point(column: 2, row: 1), style: .title, maxWidth: 30)
///     terminal.present(frame)
public struct Frame: Hashable, Sendable {
    /// Cells across and down.
    public let size: Size
    /// The signs to draw frames and cuts with.
    public let lines: LineSet
    /// Where the terminal's cursor stands; nil hides it.
    public var cursor: Point?
    /// What can be touched now.
    public private(set) var clip: Rect
    private var cells: [Cell]

    /// An empty frame.
    public init(size: Size, lines: LineSet = .unicode) {
        self.size = size
        self.lines = lines
        clip = Rect(size)
        cells = Array(repeating: .blank(), count: size.columns * size.rows)
    }

    /// The whole area.
    public var bounds: Rect { Rect(size) }

    /// The cell at a place, nil outside of the frame.
    public subscript(_ point: Point) -> Cell? {
        bounds.contains(point) ? cells[point.row * size.columns + point.column] : nil
    }

    /// The cells of one row, empty outside of the frame.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// Draws with everything outside of `rect` protected.
    public mutating func clipped(to rect: Rect, _ draw: (inout Frame) -> Void) {
        let outer = clip
        clip = outer.intersection(rect)
        draw(&self)
        clip = outer
    }

    /// Writes one line of text, made safe, and returns the column after it.
    ///
    /// Text wider than `maxWidth`, or than the room up to the right edge of the clip, is cut with the ellipsis sign.
    @discardableResult
    public mutating func put(_ text: String, at point: Point, style: Style = .normal, maxWidth: Int? = nil) -> Int {
        let room = clip.right - point.column
        let limit = min(maxWidth ?? room, room)
        guard limit > 0 else { return point.column }
        let end = point.column + limit
        var column = point.column
        for cluster in SafeClusters(text) {
            let width = Int(cluster.width)
            if column + width > end {
                cut(at: end - 1, upTo: column, row: point.row, style: style)
                return end
            }
            set(Cell(cluster, style), column: column, row: point.row)
            column += width
        }
        return column
    }

    /// Writes text that ends at the right edge of `rect`'s first row; text that is too wide is cut as usual.
    public mutating func putRight(_ text: String, in rect: Rect, style: Style = .normal) {
        let width = min(DisplayWidth.of(text), rect.width)
        put(text, at: Point(column: rect.right - width, row: rect.row), style: style, maxWidth: width)
    }

    /// Writes text in the middle of `rect`'s first row.
    public mutating func putCentered(_ text: String, in rect: Rect, style: Style = .normal) {
        let width = min(DisplayWidth.of(text), rect.width)
        put(text, at: Point(column: rect.column + (rect.width - width) / 2, row: rect.row), style: style, maxWidth: width)
    }

    /// Fills a rectangle with one character of one cell; others are taken for a space.
    public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .normal) {
        let cell = single(character, style)
        let area = clip.intersection(rect)
        for row in area.row..<area.bottom {
            for column in area.column..<area.right { set(cell, column: column, row: row) }
        }
    }

    /// Changes the look of what is drawn already, e.g. of a selected row.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = clip.intersection(rect)
        for row in area.row..<area.bottom {
            for column in area.column..<area.right {
                let index = row * size.columns + column
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// A horizontal rule.
    public mutating func rule(at point: Point, width: Int, style: Style = .border) {
        fill(Rect(column: point.column, row: point.row, width: width, height: 1), with: lines.horizontal, style: style)
    }

    /// A vertical rule.
    public mutating func verticalRule(at point: Point, height: Int, style: Style = .border) {
        fill(Rect(column: point.column, row: point.row, width: 1, height: height), with: lines.vertical, style: style)
    }

    /// A frame along the inside of `rect` with a title in its upper side; returns the room inside.
    @discardableResult
    public mutating func box(
        _ rect: Rect, title: String = "", style: Style = .border, titleStyle: Style? = nil
    ) -> Rect {
        guard rect.width >= 2, rect.height >= 2 else { return rect.inset(columns: 1, rows: 1) }
        let right = rect.right - 1
        let bottom = rect.bottom - 1
        rule(at: Point(column: rect.column + 1, row: rect.row), width: rect.width - 2, style: style)
        rule(at: Point(column: rect.column + 1, row: bottom), width: rect.width - 2, style: style)
        verticalRule(at: Point(column: rect.column, row: rect.row + 1), height: rect.height - 2, style: style)
        verticalRule(at: Point(column: right, row: rect.row + 1), height: rect.height - 2, style: style)
        let places = [(rect.column, rect.row), (right, rect.row), (rect.column, bottom), (right, bottom)]
        for (corner, place) in zip(lines.corners, places) {
            set(single(corner, style), column: place.0, row: place.1)
        }
        if !title.isEmpty, rect.width > 6 {
            put(
                " \(title) ", at: Point(column: rect.column + 2, row: rect.row),
                style: titleStyle ?? Style(.title, on: style.ground), maxWidth: rect.width - 4)
        }
        return rect.inset(columns: 1, rows: 1)
    }

    // MARK: - Cells

    private func single(_ character: Character, _ style: Style) -> Cell {
        var clusters = SafeClusters(String(character))
        guard let cluster = clusters.next(), cluster.width == 1 else { return .blank(style) }
        return Cell(cluster, style)
    }

    // Puts the ellipsis in the last cell; when it falls on the right half of a wide character, `set` clears the left.
    private mutating func cut(at column: Int, upTo written: Int, row: Int, style: Style) {
        for gap in stride(from: written, to: column, by: 1) { set(.blank(style), column: gap, row: row) }
        set(single(lines.ellipsis, style), column: column, row: row)
    }

    private mutating func set(_ cell: Cell, column: Int, row: Int) {
        guard row >= clip.row, row < clip.bottom, column >= clip.column, column < clip.right else { return }
        let index = row * size.columns + column
        let wide = cell.width == 2
        // A wide character half outside of the clip cannot be shown.
        if wide && column + 1 >= clip.right {
            clear(index, column: column)
            cells[index] = .blank(cell.style)
            return
        }
        clear(index, column: column)
        if wide {
            clear(index + 1, column: column + 1)
            cells[index + 1] = .rightHalf(cell.style)
        }
        cells[index] = cell
    }

    // What shared a wide character with this cell becomes a space, so that no half stays behind.
    private mutating func clear(_ index: Int, column: Int) {
        let old = cells[index]
        if old.width == 0, column > 0 {
            cells[index - 1] = .blank(cells[index - 1].style)
        } else if old.width == 2, column + 1 < size.columns {
            cells[index + 1] = .blank(cells[index + 1].style)
        }
    }
}
