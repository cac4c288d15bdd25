/// What a table did with a key.
public enum TableOutcome: Hashable, Sendable {
    /// Not for the table.
    case ignored
    /// Used, but the selection is where it was.
    case handled
    /// The selection moved to this row.
    case moved(Int)
    /// Enter was pressed on this row.
    case activated(Int)
    /// Space or Insert was pressed on this row; the caller marks it, the selection moved down.
    case toggled(Int)
}

/// A list of any length: rows are asked for by index and only while they are in view.
///
/// The table knows how many rows there are and which one is selected; the rows, their identifiers and marks belong to
/// the caller, who puts `selected` where the same record is after a new query.
///
///     var table = TableView(columns: [.init("№", .fixed(6), alignment: .right), .init("ФИО", .flexible(min: 12))])
///     table.count = people.count
///     table.fit(height: rect.height)
///     table.draw(in: &frame, rect: rect, focused: true) { TableRow([.init("\($0)"), .init(people[$0].name)]) }
public struct TableView: Hashable, Sendable {
    /// The columns from left to right; the first one stays in view when the others scroll.
    public var columns: [TableColumn]
    /// How many rows there are.
    public var count: Int {
        didSet { selected = clamped(selected) }
    }
    /// Whether `count` is all there is; false shows a `+` after it while the rows are still being counted.
    public var isCountFinal = true
    /// The row under the cursor; 0 when there are none.
    public var selected: Int {
        didSet { if selected != clamped(selected) { selected = clamped(selected) } }
    }
    /// Shown in the middle when there are no rows: why, and which key helps.
    public var emptyText: String
    /// Whether the last line of the rectangle shows the position, `12/200 000`.
    public var showsPosition: Bool
    /// Whether the first line of the rectangle shows the headings.
    public var showsHeader: Bool
    private var top = 0
    private var page = 20
    private var firstColumn = 1
    private var shownColumns = Int.max

    /// An empty table.
    public init(columns: [TableColumn], emptyText: String = "", showsHeader: Bool = true, showsPosition: Bool = true) {
        self.columns = columns
        self.emptyText = emptyText
        self.showsHeader = showsHeader
        self.showsPosition = showsPosition
        count = 0
        selected = 0
    }

    /// Where the cursor is: `12/200 000`, with `+` while the count is not final; `0` when there are no rows.
    public var position: String {
        guard count > 0 else { return "0" }
        return "\(grouped(selected + 1))/\(grouped(count))\(isCountFinal ? "" : "+")"
    }

    /// The rows that are in view in a rectangle of that height, to fetch them before drawing.
    public func visibleRows(height: Int) -> Range<Int> {
        let rows = bodyHeight(height)
        let first = scrolled(top: top, to: selected, count: count, rows: rows)
        return first..<min(count, first + rows)
    }

    /// Tells the table its room, so that paging and scrolling fit it; drawing works without, but then pages by 20 rows.
    public mutating func fit(width: Int = .max, height: Int) {
        page = max(1, bodyHeight(height))
        top = scrolled(top: top, to: selected, count: count, rows: page)
        guard width < .max else { return }
        firstColumn = min(max(1, firstColumn), max(1, columns.count - 1))
        shownColumns = layout(width: width).count
    }

    /// Moves the cursor, opens or marks a row, scrolls columns that do not fit.
    public mutating func handle(_ key: Key) -> TableOutcome {
        switch key {
        case .up, .control("p"): return move(to: selected - 1)
        case .down: return move(to: selected + 1)
        case .pageUp: return move(to: selected - max(1, page - 1))
        case .pageDown: return move(to: selected + max(1, page - 1))
        case .home, .modified(.home, .control), .modified(.pageUp, .control): return move(to: 0)
        case .end, .modified(.end, .control), .modified(.pageDown, .control): return move(to: count - 1)
        case .left: return scrollColumns(by: -1)
        case .right: return scrollColumns(by: 1)
        case .enter: return count > 0 ? .activated(selected) : .ignored
        case .character(" "), .insert:
            guard count > 0 else { return .ignored }
            let row = selected
            _ = move(to: selected + 1)
            return .toggled(row)
        default: return .ignored
        }
    }

    private mutating func move(to row: Int) -> TableOutcome {
        guard count > 0 else { return .ignored }
        let wanted = clamped(row)
        guard wanted != selected else { return .handled }
        selected = wanted
        top = scrolled(top: top, to: selected, count: count, rows: page)
        return .moved(wanted)
    }

    private mutating func scrollColumns(by step: Int) -> TableOutcome {
        let hidden = columns.count - shownColumns
        guard hidden > 0 || firstColumn > 1 else { return .ignored }
        let wanted = min(max(1, firstColumn + step), max(1, firstColumn + max(0, hiddenRight)))
        guard wanted != firstColumn else { return .handled }
        firstColumn = wanted
        return .handled
    }

    private var hiddenRight: Int { columns.count - (firstColumn - 1) - shownColumns }

    private func clamped(_ row: Int) -> Int { min(max(0, row), max(0, count - 1)) }

    private func bodyHeight(_ height: Int) -> Int {
        max(0, height - (showsHeader ? 1 : 0) - (showsPosition && height > 3 ? 1 : 0))
    }

    // MARK: - Drawing

    /// Draws the table; `row` is called once for each row in view, nil is a row that is still being fetched.
    public func draw(in frame: inout Frame, rect: Rect, focused: Bool, row: (Int) -> TableRow?) {
        guard !rect.isEmpty else { return }
        frame.clipped(to: rect) { drawClipped(in: &$0, rect: rect, focused: focused, row: row) }
    }

    private func drawClipped(in frame: inout Frame, rect: Rect, focused: Bool, row: (Int) -> TableRow?) {
        frame.fill(rect)
        let body = Rect(
            column: rect.column, row: rect.row + (showsHeader ? 1 : 0), width: rect.width, height: bodyHeight(rect.height))
        let places = layout(width: rect.width)
        if showsHeader { drawHeader(in: &frame, line: rect.line(0), places: places) }
        if count == 0 { drawEmpty(in: &frame, rect: body) }
        let first = scrolled(top: top, to: selected, count: count, rows: body.height)
        for offset in 0..<body.height where first + offset < count {
            let index = first + offset
            let ground: Ground = index != selected ? .plain : focused ? .selection : .faintSelection
            let line = body.line(offset)
            if ground != .plain { frame.fill(line, style: Style(on: ground)) }
            if let row = row(index) {
                draw(row, in: &frame, line: line, places: places, ground: ground)
            } else {
                frame.put(String(frame.lines.ellipsis), at: Point(column: line.column + 2, row: line.row), style: .dim.on(ground))
            }
            if index == selected {
                frame.put(String(frame.lines.pointer), at: line.origin, style: Style(on: ground))
                if focused { frame.cursor = line.origin }
            }
        }
        if showsPosition, rect.height > 3 {
            let line = rect.line(rect.height - 1)
            frame.rule(at: line.origin, width: line.width)
            let inner = Rect(column: line.column + 1, row: line.row, width: line.width - 2, height: 1)
            frame.putRight(" \(position) ", in: inner, style: .label)
        }
    }

    private func drawHeader(in frame: inout Frame, line: Rect, places: [Place]) {
        frame.fill(line, style: Style(.label, on: .bar))
        for place in places {
            let column = columns[place.index]
            var title = column.title
            if let sort = column.sort {
                title += String(sort == .ascending ? frame.lines.ascending : frame.lines.descending)
            }
            let style = Style(column.sort == nil ? .label : .title, on: .bar)
            put(title, column.alignment, in: place.rect(line), style: style, frame: &frame)
        }
        let marks = Style(.key, on: .bar)
        if firstColumn > 1, places.count > 1 { frame.put(String(frame.lines.moreLeft), at: line.origin, style: marks) }
        if let last = places.last, last.index < columns.count - 1 {
            frame.put(String(frame.lines.moreRight), at: Point(column: line.right - 1, row: line.row), style: marks)
        }
    }

    private func draw(_ row: TableRow, in frame: inout Frame, line: Rect, places: [Place], ground: Ground) {
        if row.isMarked {
            let style = Style(.accent, on: ground)
            frame.put(String(frame.lines.mark), at: Point(column: line.column + 1, row: line.row), style: style)
        }
        for place in places where place.index < row.cells.count {
            let cell = row.cells[place.index]
            var style = cell.style ?? row.style
            if ground != .plain { style = style.on(ground) }
            if row.isMarked { style = style.with(.bold) }
            put(cell.text, columns[place.index].alignment, in: place.rect(line), style: style, frame: &frame)
        }
    }

    private func put(_ text: String, _ side: TableColumn.Alignment, in rect: Rect, style: Style, frame: inout Frame) {
        switch side {
        case .left: frame.put(text, at: rect.origin, style: style, maxWidth: rect.width)
        case .right: frame.putRight(text, in: rect, style: style)
        }
    }

    private func drawEmpty(in frame: inout Frame, rect: Rect) {
        let lines = wrap(emptyText, width: rect.width - 4)
        let area = rect.centered(width: rect.width - 4, height: lines.count)
        for (index, text) in lines.prefix(area.height).enumerated() {
            frame.putCentered(text, in: area.line(index), style: .dim)
        }
    }

    private struct Place {
        var index: Int
        var start: Int
        var width: Int

        func rect(_ line: Rect) -> Rect {
            Rect(column: line.column + start, row: line.row, width: width, height: 1)
        }
    }

    /// The columns in view: two cells for pointer and mark, then the first column, then as many as fit from `firstColumn`.
    private func layout(width: Int) -> [Place] {
        guard !columns.isEmpty else { return [] }
        let room = max(1, width - 2)
        var chosen = [0]
        var used = columns[0].minimum
        for index in max(1, firstColumn)..<max(max(1, firstColumn), columns.count) {
            guard used + 1 + columns[index].minimum <= room else { break }
            used += 1 + columns[index].minimum
            chosen.append(index)
        }
        let widths = divide(room, into: chosen.map { columns[$0].extent }, gap: 1)
        var start = 2
        return zip(chosen, widths).map { index, width in
            defer { start += width + 1 }
            return Place(index: index, start: start, width: width)
        }
    }
}

/// Digits in groups of three, parted by a space.
func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count > 3 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.utf8.count - index).isMultiple(of: 3), digit != "-" { result.append(" ") }
        result.append(digit)
    }
    return result
}
