/// A column of a ``TableView``.
public struct TableColumn: Hashable, Sendable {
    /// Which way a column is sorted.
    public enum SortOrder: Hashable, Sendable {
        case ascending
        case descending
    }

    /// On which side of the column its text stands.
    public enum Alignment: Hashable, Sendable {
        case left
        case right
    }

    /// The heading.
    public var title: String
    /// Cells across; a flexible column is dropped from view when its minimum does not fit.
    public var extent: Extent
    /// Left for words, right for numbers.
    public var alignment: Alignment
    /// The sort mark beside the heading; nil is none.
    public var sort: SortOrder?

    /// A column.
    public init(_ title: String, _ extent: Extent, alignment: Alignment = .left, sort: SortOrder? = nil) {
        self.title = title
        self.extent = extent
        self.alignment = alignment
        self.sort = sort
    }

    /// The least cells the column can be shown with.
    var minimum: Int {
        switch extent {
        case .fixed(let cells): max(1, cells)
        case .flexible(let minimum, _): max(1, minimum)
        }
    }
}

/// Text of one cell of a table, with its look.
public struct TableText: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The text, on one line.
    public var text: String
    /// Its look; nil takes the row's.
    public var style: Style?

    /// A text with a look.
    public init(_ text: String, _ style: Style? = nil) {
        self.text = text
        self.style = style
    }

    /// A text that looks as its row.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

/// One row of a table, built only while it is in view.
public struct TableRow: Hashable, Sendable {
    /// The cells, in the order of the columns; missing ones are empty.
    public var cells: [TableText]
    /// The look of cells that have none of their own.
    public var style: Style
    /// Whether the row is marked for an action on many.
    public var isMarked: Bool

    /// A row.
    public init(_ cells: [TableText], style: Style = .normal, isMarked: Bool = false) {
        self.cells = cells
        self.style = style
        self.isMarked = isMarked
    }
}
