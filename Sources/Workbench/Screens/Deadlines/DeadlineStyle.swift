import Casework
import Terminal

/// How a term looks: overdue, due today, still running; word and sign stand beside the colour.
enum DeadlineStyle {
    static func style(due: CivilDate, state: ObligationState, today: CivilDate) -> Style {
        switch state {
        case .overdue: .bad
        case .late: .warning
        case .done: .good
        case .waived, .suspended: .dim
        case .open: due == today ? .warning : .normal
        }
    }

    /// «сегодня», «через 3 дн.», «3 дн. назад»: short enough for a column.
    static func daysLeft(_ due: CivilDate, _ session: Session) -> String {
        let days = due.days(since: session.today)
        if abs(days) <= 1 { return session.texts.relativeDay(due, today: session.today) }
        return days > 0 ? session.texts("left.in", String(days)) : session.texts("left.ago", String(-days))
    }

    /// «сегодня», «через 3 дня», «3 дня назад», or the state's word when nothing is left to do.
    static func left(due: CivilDate, state: ObligationState, session: Session) -> String {
        switch state {
        case .open, .overdue: daysLeft(due, session)
        default: session.wording.state(state)
        }
    }
}
