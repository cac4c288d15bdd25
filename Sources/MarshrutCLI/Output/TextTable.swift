import Terminal

/// A table in plain text: columns as wide as their contents, two spaces between them, nothing behind the last.
struct TextTable {
    /// The columns' titles.
    var titles: [String]
    /// Cells; data passes through `safe` here.
    private(set) var rows: [[String]] = []
    /// Columns that hold numbers.
    var rightAligned: Set<Int> = []

    /// The rule below a last column of long texts; a longer one would only break over the line.
    private static let longestLastRule = 50

    init(_ titles: [String], rightAligned: Set<Int> = []) {
        self.titles = titles
        self.rightAligned = rightAligned
    }

    /// Appends a row.
    mutating func append(_ cells: [String]) { rows.append(cells.map { safe($0) }) }

    /// Titles, a rule and the rows, each line ended; `empty` where there is no row.
    func text(empty: String) -> String {
        if rows.isEmpty { return empty + "\n" }
        var widths = titles.map { DisplayWidth.of($0) }
        for row in rows {
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
        }
        var rules = widths
        rules[rules.count - 1] = min(rules[rules.count - 1], TextTable.longestLastRule)
        var lines = [line(titles, widths), line(rules.map { String(repeating: "─", count: $0) }, widths)]
        lines += rows.map { line($0, widths) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        for (index, cell) in cells.enumerated() {
            let gap = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(cell)))
            if index > 0 { text += "  " }
            text += rightAligned.contains(index) ? gap + cell : cell + gap
        }
        while text.last == " " { text.removeLast() }
        return text
    }
}
