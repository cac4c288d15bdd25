import Casework
import Terminal

/// The office's own periodic duties, such as the monthly statistics of the road map (1.8) and the quarterly report (1.9).
enum OfficeDuties {
    /// The duties whose date is the next one not yet past, by date; of one act where one is given.
    static func upcoming(_ session: Session, regulation: String? = nil) -> [PeriodicDuty] {
        session.regulations.filter { $0.id == regulation ?? $0.id }
            .flatMap { PeriodicDuty.next(of: $0, on: session.today, calendar: session.calendar, office: session.office) }
            .sorted { $0.due.at.date < $1.due.at.date }
    }

    /// The duties in words, each wrapped at the width.
    static func lines(_ session: Session, regulation: String? = nil, width: Int) -> [(text: String, style: Style)] {
        upcoming(session, regulation: regulation).flatMap { duty in
            let date = duty.due.at.date
            let workBy = duty.due.workBy == date ? "" : " " + session.texts("board.work-by", duty.due.workBy.dotted)
            let text = "\(date.dotted)\(workBy) · \(duty.rule.title) · \(session.texts.basis(duty.rule.basis))"
            let style: Style = date == session.today ? .warning : .normal
            return wrap(text, width: width).map { (text: $0, style: style) }
        }
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
