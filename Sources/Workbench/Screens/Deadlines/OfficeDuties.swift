import Casework
import Terminal

/// The office's own periodic duties below a list: those overdue first, then the next one of each rule.
enum OfficeDuties {
    /// Lines at most: the list above must keep its room.
    private static let most = 6

    /// The duties in words, each wrapped at the width; what does not fit is counted and shown whole by F5.
    static func lines(_ duties: [OfficeDuty], _ session: Session, width: Int) -> [(text: String, style: Style)] {
        let lines = duties.map { duty in
            let date = duty.duty.due.at.date
            let state = duty.state(on: session.today)
            let workBy = duty.duty.due.workBy
            let hint = workBy == date || state == .overdue ? "" : " " + session.texts("board.work-by", workBy.dotted)
            let rule = duty.duty.rule
            let late = state == .overdue ? session.wording.state(state) + " · " : ""
            let text = "\(date.dotted)\(hint) · \(late)\(rule.title) · \(session.texts.basis(rule.basis))"
            let style: Style = state == .overdue ? .bad : date == session.today ? .warning : .normal
            return wrap(text, width: width).map { (text: $0, style: style) }
        }
        let all = lines.flatMap { $0 }
        guard all.count > most else { return all }
        var shown: [(text: String, style: Style)] = []
        var count = 0
        for line in lines where shown.count + line.count < most {
            shown += line
            count += 1
        }
        return shown + [(text: session.texts("board.more-duties", String(duties.count - count)), style: .dim)]
    }

    /// The duties under a heading of their own.
    static func draw(_ duties: [(text: String, style: Style)], in frame: inout Frame, rect: Rect, session: Session) {
        guard !duties.isEmpty else { return }
        frame.put(session.texts("board.office"), at: Point(column: 1, row: rect.row), style: .label)
        for (offset, line) in duties.enumerated() {
            frame.put(line.text, at: Point(column: 1, row: rect.row + 1 + offset), style: line.style, maxWidth: rect.width - 2)
        }
    }
}
