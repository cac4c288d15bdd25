/// The size of a terminal or of a frame, in character cells.
public struct Size: Hashable, Sendable {
    /// Cells across.
    public var columns: Int
    /// Cells down.
    public var rows: Int

    /// A size; negative numbers become zero, since a terminal may report nonsense.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A cell's place: column 0, row 0 is the top left corner.
public struct Point: Hashable, Sendable {
    /// Cells from the left edge.
    public var column: Int
    /// Cells from the top edge.
    public var row: Int

    /// A place on the screen.
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A rectangle of cells in frame coordinates; `right` and `bottom` are the first cells outside of it.
public struct Rect: Hashable, Sendable {
    /// First column inside.
    public var column: Int
    /// First row inside.
    public var row: Int
    /// Columns inside, never negative.
    public var width: Int
    /// Rows inside, never negative.
    public var height: Int

    /// A rectangle; negative sizes become zero so that layouts of tiny windows need no checks.
    public init(column: Int, row: Int, width: Int, height: Int) {
        self.column = column
        self.row = row
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The whole area of a frame of that size.
    public init(_ size: Size) {
        self.init(column: 0, row: 0, width: size.columns, height: size.rows)
    }

    /// The first column to the right of the rectangle.
    public var right: Int { column + width }

    /// The first row below the rectangle.
    public var bottom: Int { row + height }

    /// Whether there is no cell inside.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// The top left cell.
    public var origin: Point { Point(column: column, row: row) }

    /// Whether the cell is inside.
    public func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < right && point.row >= row && point.row < bottom
    }

    /// The common part of two rectangles; empty (at this rectangle's origin) when they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        let width = min(right, other.right) - left
        let height = min(bottom, other.bottom) - top
        guard width > 0, height > 0 else { return Rect(column: column, row: row, width: 0, height: 0) }
        return Rect(column: left, row: top, width: width, height: height)
    }

    /// The rectangle without a margin of that many columns and rows on every side.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        Rect(column: column + columns, row: row + rows, width: width - 2 * columns, height: height - 2 * rows)
    }

    /// A rectangle of at most that size in the middle of this one.
    public func centered(width wanted: Int, height wantedRows: Int) -> Rect {
        let newWidth = min(max(0, wanted), width)
        let newHeight = min(max(0, wantedRows), height)
        return Rect(
            column: column + (width - newWidth) / 2, row: row + (height - newHeight) / 2, width: newWidth, height: newHeight)
    }

    /// One row of the rectangle, counted from its top; empty when outside.
    public func line(_ index: Int) -> Rect {
        guard index >= 0, index < height else { return Rect(column: column, row: row, width: 0, height: 0) }
        return Rect(column: column, row: row + index, width: width, height: 1)
    }
}
