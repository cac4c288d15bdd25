import CaseStore
import Terminal

/// The selected term in full below a list: what to do and by which point, however narrow the columns.
enum DetailLine {
    static func draw(_ row: BoardRow?, in frame: inout Frame, line: Rect, session: Session) {
        guard let row, !line.isEmpty else { return }
        let words = session.wording
        let text = "\(words.ruleTitle(row.obligation.rule)) · \(words.ruleBasis(row.obligation.rule))"
        frame.put(text, at: Point(column: line.column + 1, row: line.row), style: .accent, maxWidth: line.width - 2)
    }
}
