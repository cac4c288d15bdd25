import CaseStore
import Casework
import Terminal

/// The selected term in full below a list: what to do and by which point, however narrow the columns.
enum DetailLine {
    static func draw(_ row: BoardRow?, in frame: inout Frame, line: Rect, session: Session) {
        guard let row else { return }
        let words = session.wording
        draw("\(words.ruleTitle(row.obligation.rule)) · \(words.ruleBasis(row.obligation.rule))", in: &frame, line: line)
    }

    static func draw(_ rule: ObligationRule, in frame: inout Frame, line: Rect, session: Session) {
        draw("\(rule.title) · \(session.texts.basis(rule.basis))", in: &frame, line: line)
    }

    private static func draw(_ text: String, in frame: inout Frame, line: Rect) {
        guard !line.isEmpty else { return }
        frame.put(text, at: Point(column: line.column + 1, row: line.row), style: .accent, maxWidth: line.width - 2)
    }
}
