/// One cell of a frame: a character of one or two cells, or the right half of a wide one.
///
/// The character is kept as scalars, not as `Character`, so that a frame is one plain block of memory.
public struct Cell: Hashable, Sendable {
    /// The scalar drawn.
    public let base: Unicode.Scalar
    /// The first combining mark over it.
    public let firstMark: Unicode.Scalar?
    /// The second combining mark over it.
    public let secondMark: Unicode.Scalar?
    /// How the cell looks.
    public internal(set) var style: Style
    /// Cells taken: 1 or 2, and 0 for the right half of a wide character.
    public let width: UInt8

    init(_ cluster: SafeCluster, _ style: Style) {
        base = cluster.base
        firstMark = cluster.firstMark
        secondMark = cluster.secondMark
        width = cluster.width
        self.style = style
    }

    private init(base: Unicode.Scalar, width: UInt8, style: Style) {
        self.base = base
        firstMark = nil
        secondMark = nil
        self.width = width
        self.style = style
    }

    /// An empty cell.
    public static func blank(_ style: Style = .normal) -> Cell {
        Cell(base: " ", width: 1, style: style)
    }

    /// The right half of a wide character.
    static func rightHalf(_ style: Style) -> Cell {
        Cell(base: " ", width: 0, style: style)
    }

    /// The text of the cell, empty for the right half of a wide character.
    public var text: String {
        guard width > 0 else { return "" }
        var scalars = String.UnicodeScalarView([base])
        if let firstMark { scalars.append(firstMark) }
        if let secondMark { scalars.append(secondMark) }
        return String(scalars)
    }
}
