import Casework
import Terminal

/// The office's own periodic duties, such as the monthly statistics of the road map (1.8) and the quarterly report (1.9).
enum OfficeDuties {
    /// One duty with its next date.
    struct Duty {
        var rule: ObligationRule
        var due: DueDate
    }

    /// Whether a rule is the office's own duty, set off by the calendar.
    static func isOffices(_ rule: ObligationRule) -> Bool {
        period[rule.trigger.name] != nil || rule.trigger.name == .yearStarted
    }

    /// The duties whose date is the next one not yet past, by date; of one act where one is given.
    static func upcoming(_ session: Session, regulation chosen: String? = nil) -> [Duty] {
        var duties: [Duty] = []
        for regulation in session.regulations where regulation.id == chosen ?? regulation.id {
            for rule in regulation.obligations {
                guard let months = period[rule.trigger.name] else { continue }
                // Earlier periods whose date still lies ahead come before the present one.
                for back in [2, 1, 0, -1] {
                    let day = session.today.atDay(1).adding(months: -months * back).adding(days: -1)
                    guard let due = rule.due.due(after: CivilDateTime(day), calendar: session.calendar, office: session.office),
                        due.at.date >= session.today
                    else { continue }
                    duties.append(Duty(rule: rule, due: due))
                    break
                }
            }
        }
        return duties.sorted { $0.due.at.date < $1.due.at.date }
    }

    private static let period: [EventName: Int] = [.monthEnded: 1, .quarterEnded: 3, .halfYearEnded: 6]

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
