/// Draws a paper as plain text, for the screen, for `.txt` files and for printers without graphics.
public struct PlainTextPress: Sendable {
    /// Characters across the page.
    public var width: Int
    /// The room for labels of fields, at most.
    static let longestLabel = 32
    /// The rule to sign on.
    static let signatureRule = 20

    /// A press for pages of the given width.
    public init(width: Int = 80) { self.width = width }

    /// The whole paper, each line ended, no white space at line ends.
    public func print(_ document: PaperDocument) -> String {
        document.blocks.flatMap(lines).map { line in
            var line = line[...]
            while line.last == " " { line = line.dropLast() }
            return line + "\n"
        }.joined()
    }

    private func lines(_ block: PaperBlock) -> [String] {
        switch block {
        case .heading(let text):
            return LineBreaker.lines(text, width: width - 8).map { line in
                String(repeating: " ", count: (width - line.count) / 2) + line
            }
        case .section(let text):
            let lines = LineBreaker.lines(text, width: width)
            return [""] + lines + [String(repeating: "─", count: lines.map(\.count).max() ?? 0)]
        case .paragraph(let text): return LineBreaker.lines(text, width: width)
        case .aside(let text):
            return LineBreaker.lines(text, width: width - width / 2).map { String(repeating: " ", count: width / 2) + $0 }
        case .fields(let lines): return fields(lines)
        case .table(let table): return self.table(table)
        case .signatures(let lines): return lines.flatMap(signature)
        case .space: return [""]
        }
    }

    private func fields(_ lines: [PaperLine]) -> [String] {
        let widest = min(PlainTextPress.longestLabel, lines.map(\.label.count).max() ?? 0)
        return lines.flatMap { line in
            sideBySide(
                LineBreaker.lines(line.label, width: widest), widest + 2,
                LineBreaker.lines(line.value, width: width - widest - 2))
        }
    }

    private func signature(_ line: PaperLine) -> [String] {
        let left = width / 2 - 4
        let rule = String(repeating: "_", count: PlainTextPress.signatureRule)
        let right = width - left - rule.count - 2
        let labels = LineBreaker.lines(line.label, width: left - 1)
        // The rule stands beside the label's last line, the name beside the rule.
        let names = Array(repeating: "", count: labels.count - 1) + LineBreaker.lines(line.value, width: right)
        let rules = Array(repeating: "", count: labels.count - 1) + [rule]
        return sideBySide(sideBySide(labels, left, rules), left + rule.count + 2, names) + [""]
    }

    private func table(_ table: PaperTable) -> [String] {
        let layout = TableLayout(table, page: width)
        var lines = [layout.rule("┌", "┬", "┐")] + layout.lines(table.columns.map(\.title))
        for row in table.rows { lines += [layout.rule("├", "┼", "┤")] + layout.lines(row) }
        return lines + [layout.rule("└", "┴", "┘")]
    }

    /// Two columns of lines, the second beginning at `offset`.
    private func sideBySide(_ left: [String], _ offset: Int, _ right: [String]) -> [String] {
        (0..<max(left.count, right.count)).map { row in
            let first = row < left.count ? left[row] : ""
            guard row < right.count, !right[row].isEmpty else { return first }
            return first + String(repeating: " ", count: max(1, offset - first.count)) + right[row]
        }
    }
}
