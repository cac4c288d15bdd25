/// A paper as a value: blocks from top to bottom, ready to be drawn by any press.
public struct PaperDocument: Hashable, Sendable {
    /// The title for lists and file names.
    public var title: String
    /// The blocks.
    public var blocks: [PaperBlock]

    /// A paper of the given blocks.
    public init(title: String, blocks: [PaperBlock]) {
        self.title = title
        self.blocks = blocks
    }
}

/// One block of a paper.
public enum PaperBlock: Hashable, Sendable {
    /// A heading in the middle.
    case heading(String)
    /// A heading at the left edge.
    case section(String)
    /// A paragraph.
    case paragraph(String)
    /// A text in the right half of the page.
    case aside(String)
    /// Labels with values beside them.
    case fields([PaperLine])
    /// A table.
    case table(PaperTable)
    /// Lines to sign on: a label, a line, a name in print.
    case signatures([PaperLine])
    /// An empty line.
    case space
}

/// A label and what stands beside it.
public struct PaperLine: Hashable, Sendable {
    /// On the left.
    public var label: String
    /// On the right; may be empty.
    public var value: String

    /// A label with its value.
    public init(label: String, value: String) {
        self.label = label
        self.value = value
    }
}

/// A table of texts.
public struct PaperTable: Hashable, Sendable {
    /// A column.
    public struct Column: Hashable, Sendable {
        /// The heading.
        public var title: String
        /// The preferred width in characters.
        public var width: Int

        /// A column.
        public init(title: String, width: Int) {
            self.title = title
            self.width = width
        }
    }

    /// Columns from left to right.
    public var columns: [Column]
    /// Rows, each with a text for every column.
    public var rows: [[String]]

    /// A table.
    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}
