import Casework

/// The rows of a register that are shown, in the register's order or by a column.
struct ShownRows {
    /// The rows as they are shown.
    private(set) var shown: [RegisterRow] = []
    /// Whether these are all there are; only then can they be sorted.
    private(set) var isWhole = true
    /// The column they are sorted by; nil for the register's own order.
    private(set) var sort: (column: Int, isDescending: Bool)?

    /// Other rows, in the register's order; a sort stays.
    mutating func replace(_ rows: [RegisterRow], isWhole: Bool, words: (String) -> String) {
        shown = rows
        self.isWhole = isWhole
        if let sort, isWhole { arrange(by: sort, words) } else { sort = nil }
    }

    /// Sorts by a column; by the same column again backwards; nil gives back the register's order.
    mutating func sort(by column: Int?, words: (String) -> String) {
        sort = column.map { column in (column, sort?.column == column && sort?.isDescending == false) }
        if let sort { arrange(by: sort, words) } else { shown.sort { $0.number < $1.number } }
    }

    private mutating func arrange(by sort: (column: Int, isDescending: Bool), _ words: (String) -> String) {
        let keyed = shown.map { row in (row, row.cells[safe: sort.column].map { RegisterPlace($0, words) }) }
        // Empty cells stand last in both directions: what is sought is never under them.
        shown = keyed.sorted { left, right in
            guard let first = left.1, let second = right.1, first != second else { return left.0.number < right.0.number }
            if first.isEmpty != second.isEmpty { return second.isEmpty }
            return sort.isDescending ? second < first : first < second
        }.map(\.0)
    }
}

/// Where a cell stands among those of its column: numbers and days by their size, words as a dictionary has them.
struct RegisterPlace: Comparable {
    let isEmpty: Bool
    private let size: Int
    private let words: String

    init(_ cell: RegisterCell, _ words: (String) -> String) {
        isEmpty = cell == .empty
        switch cell {
        case .number(let number): (size, self.words) = (number, "")
        case .money(let money): (size, self.words) = (money.kopecks, "")
        case .date(let date): (size, self.words) = (Int(date.dayNumber), "")
        case .time(let time): (size, self.words) = (time.minuteOfDay, "")
        case .flag(let isSet): (size, self.words) = (isSet ? 0 : 1, "")
        default: (size, self.words) = (0, SearchKey.sortKey(cell.text(words)))
        }
    }

    static func < (left: RegisterPlace, right: RegisterPlace) -> Bool {
        (left.size, left.words) < (right.size, right.words)
    }
}
