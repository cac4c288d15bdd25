/// Fits a table's columns into a page.
struct TableLayout {
    /// The width of every column.
    let widths: [Int]

    /// Widths near the preferred ones that fill `page`, with no word cut as long as all the words find room.
    init(_ table: PaperTable, page: Int) {
        let room = page - table.columns.count - 1
        let needed = table.columns.indices.map { index in
            ([table.columns[index].title] + table.rows.map { $0[index] }).map(LineBreaker.longestPiece).max() ?? 1
        }
        var widths = table.columns.map(\.width)
        let spare = room - widths.reduce(0, +)
        if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) { widths[widest] = max(2, widths[widest] + spare) }
        for index in widths.indices {
            while widths[index] < needed[index],
                let donor = widths.indices.filter({ widths[$0] > max(2, needed[$0]) })
                    .max(by: { widths[$0] - needed[$0] < widths[$1] - needed[$1] })
            {
                widths[donor] -= 1
                widths[index] += 1
            }
        }
        self.widths = widths
    }

    /// The lines of one row, its cells wrapped side by side.
    func lines(_ cells: [String]) -> [String] {
        let columns = zip(cells, widths).map { LineBreaker.lines($0, width: $1) }
        let height = columns.map(\.count).max() ?? 0
        return (0..<height).map { row in
            let parts = zip(columns, widths).map { lines, width in
                padded(row < lines.count ? lines[row] : "", to: width)
            }
            return "│" + parts.joined(separator: "│") + "│"
        }
    }

    /// A horizontal rule with the given ends and crossing.
    func rule(_ left: String, _ crossing: String, _ right: String) -> String {
        left + widths.map { String(repeating: "─", count: $0) }.joined(separator: crossing) + right
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
