import Casework
import Terminal

/// Duties, items of the plan and criteria of quality as rows, and whole in a window.
enum OfficeLines {
    static func row(_ duty: OfficeDuty, _ session: Session) -> TableRow {
        let state = duty.state(on: session.today)
        let due = duty.duty.due.at.date
        let style = DeadlineStyle.style(due: due, state: state, today: session.today)
        return TableRow([
            TableText(due.dotted, style), TableText(session.wording.sign(state), style),
            TableText(DeadlineStyle.left(due: due, state: state, session: session), style), TableText(duty.duty.period),
            TableText(duty.duty.rule.title), TableText(session.texts.basis(duty.duty.rule.basis), .dim),
        ])
    }

    static func row(_ standing: PlanItemStanding, _ session: Session) -> TableRow {
        let style = style(standing.status)
        return TableRow([
            TableText(standing.item.number), TableText(session.texts("plan-status.\(standing.status.rawValue)"), style),
            TableText(standing.nextDay?.dotted ?? "", style), TableText(standing.item.title),
            TableText(standing.item.printedTerm, .dim),
        ])
    }

    static func row(_ count: QualityCount) -> TableRow {
        let style: Style? = count.percent.map { $0 == 100 ? .good : $0 < 80 ? .warning : .normal }
        return TableRow([
            TableText(count.percent.map { "\($0) %" } ?? "–", style), TableText("\(count.met)/\(count.asked)"),
            TableText(count.criterion.entry.title), TableText(count.missing.map(String.init).joined(separator: ", "), .dim),
        ])
    }

    static func details(_ duty: OfficeDuty, _ session: Session) -> [HelpLine] {
        let texts = session.texts
        let rule = duty.duty.rule
        let role = session.regulations.lazy.compactMap { $0.roles[rule.responsible] }.first ?? rule.responsible
        var lines: [HelpLine] = [
            .heading("\(rule.title) · \(duty.duty.period)"), .text(texts("why.basis", texts.basis(rule.basis))),
            .text(texts("why.responsible", role)), .text(texts("office.due", duty.duty.due.at.date.dotted)),
        ]
        if duty.duty.due.workBy != duty.duty.due.at.date {
            lines.append(.text(texts("why.work-by", duty.duty.due.workBy.dotted)))
        }
        if let next = rule.next { lines.append(.text(next)) }
        return lines + reading(rule.reading, session)
    }

    static func details(_ standing: PlanItemStanding, _ session: Session) -> [HelpLine] {
        let texts = session.texts
        let item = standing.item
        var lines: [HelpLine] = [.heading("\(item.number). \(item.title)"), .text(texts("why.basis", texts.basis(item.basis)))]
        if !item.printedTerm.isEmpty { lines.append(.text(texts("office.plan.term", item.printedTerm))) }
        lines.append(.text(texts("office.plan.responsible", item.responsible.joined(separator: ", "))))
        for part in standing.parts {
            let what = part.part.title.map { "\(part.part.number). \($0): " } ?? ""
            let day = part.lastDay.map { ", \(texts("office.due", $0.dotted))" } ?? ""
            lines.append(.text("\(what)\(texts("plan-status.\(part.status.rawValue)"))\(day)"))
            if let mark = part.mark {
                lines.append(.text([mark.on.dotted, mark.note ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")))
            }
        }
        return lines + reading(item.reading, session)
    }

    private static func reading(_ id: String?, _ session: Session) -> [HelpLine] {
        guard let id, let words = session.regulations.lazy.compactMap({ $0.readings[id] }).first else { return [] }
        return [.text(session.texts("why.reading", id, words))]
    }

    private static func style(_ status: PlanStatus) -> Style {
        switch status {
        case .late: .bad
        case .inWork: .accent
        case .done: .good
        case .notBegun: .normal
        }
    }
}
