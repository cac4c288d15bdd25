import CaseStore
import Casework
import Terminal

/// The desk's lines as rows of its list.
enum DeskLines {
    static func row(_ line: DeskScreen.Line, _ session: Session) -> TableRow {
        let texts = session.texts
        switch line {
        case .heading(let text, let style):
            // A heading stands in the widest column, where it is read whole.
            return TableRow(["", "", "", TableText(text, style)])
        case .term(let row):
            let state = row.obligation.state(on: session.today)
            let due = row.obligation.effectiveDue.date
            let style = DeadlineStyle.style(due: due, state: state, today: session.today)
            return TableRow([
                TableText(session.wording.sign(state), style),
                TableText(DeadlineStyle.left(due: due, state: state, session: session), style), TableText(String(row.number)),
                TableText(session.listName(row.family, row.given, row.patronymic)),
                TableText(session.wording.ruleTitle(row.obligation.rule)),
            ])
        case .meeting(let meeting):
            return TableRow([
                "·", TableText(DeskLines.time(meeting, session), .accent), TableText(String(meeting.row.number)),
                TableText(session.listName(meeting.row.family, meeting.row.given, meeting.row.patronymic)),
                TableText(meeting.place ?? texts("desk.at-office")),
            ])
        case .idle(let row):
            return TableRow([
                "?", TableText(row.nextDue?.dotted ?? texts("desk.no-step"), .dim), TableText(String(row.number)),
                TableText(session.listName(row.family, row.given, row.patronymic)),
                TableText(session.stageTitle(row.stage), .dim),
            ])
        case .duty(let duty):
            let state = duty.state(on: session.today)
            let due = duty.duty.due.at.date
            let style = DeadlineStyle.style(due: due, state: state, today: session.today)
            return TableRow([
                TableText(session.wording.sign(state), style),
                TableText(DeadlineStyle.left(due: due, state: state, session: session), style), "",
                TableText("\(due.dotted) · \(duty.duty.period)"), TableText(duty.duty.rule.title),
            ])
        case .draft(let draft, let named):
            return TableRow([
                "~", TableText(texts("desk.draft"), .warning), TableText(named.caseNumber.map(String.init) ?? ""),
                TableText(named.title), TableText(session.age(of: draft), .dim),
            ])
        }
    }

    /// The time of a meeting today; the day of one that was not settled.
    private static func time(_ meeting: MeetingRow, _ session: Session) -> String {
        if meeting.at.date < session.today { return meeting.at.date.dotted }
        return meeting.at.time?.text ?? session.texts("desk.no-time")
    }
}
