import Casework
import MarshrutResources
import Terminal

/// «Почему эта дата»: the trigger, the days counted and skipped one by one, the point of the act.
enum Explanation {
    static func overlay(_ obligation: Obligation, of file: CaseFile, session: Session) -> TextOverlay {
        TextOverlay(
            title: session.texts("why.title"), lines: lines(obligation, of: file, session: session),
            footer: session.texts("about.footer"))
    }

    static func lines(_ obligation: Obligation, of file: CaseFile, session: Session) -> [HelpLine] {
        let texts = session.texts
        let wording = session.wording
        let rule = session.engine.rule(obligation.rule, on: obligation.triggeredAt.date)
        var lines: [HelpLine] = [.heading(wording.ruleTitle(obligation.rule)), .text(wording.person(file))]
        lines.append(.text(texts("why.basis", wording.ruleBasis(obligation.rule))))
        if let rule {
            lines.append(.text(texts("why.responsible", responsible(rule, session))))
            lines.append(.text(texts("why.term", termInWords(rule.due, session))))
        }
        lines.append(.text(texts("why.trigger", event(rule, session), obligation.triggeredAt.dotted)))
        lines.append(.text(texts("why.due", obligation.due.dotted, texts.weekday(obligation.due.date.weekday))))
        if obligation.workBy != obligation.due.date { lines.append(.text(texts("why.work-by", obligation.workBy.dotted))) }
        if obligation.isProvisional { lines.append(.text(texts("calendar.provisional", String(obligation.due.date.year)))) }
        lines.append(.text(texts("why.state", wording.state(obligation.state(on: session.today)))))
        if let next = rule?.next, obligation.fulfilledAt == nil { lines.append(.text(texts("why.next", next))) }
        if let fulfilled = obligation.fulfilledAt { lines.append(.text(texts("why.fulfilled", fulfilled.dotted))) }
        for override in file.overrides where override.rule == obligation.rule && override.triggerID == obligation.triggerID {
            lines.append(
                .text(
                    texts(
                        "why.override", override.on.dotted, session.workerName(override.worker),
                        wording.override(override.decision),
                        override.until?.dotted ?? "", override.reason)))
        }
        if let reading = rule?.reading, let words = session.act(ofRule: obligation.rule)?.readings[reading] {
            lines.append(.text(texts("why.reading", reading, words)))
        }
        lines += session.engine.warnings(for: obligation.rule, after: obligation.triggeredAt).map { .text(texts.warning($0)) }
        if let due = session.engine.explain(obligation, of: file), due.counted.count > 1 {
            lines.append(.heading(texts("why.counting")))
            lines += counting(due, texts)
        }
        return lines
    }

    private static func counting(_ due: DueDate, _ texts: Texts) -> [HelpLine] {
        var number = 0
        return due.counted.map { day in
            if day.counts { number += 1 }
            let mark = day.counts ? "\(number)" : "–"
            return .entry(
                key: "\(texts.shortWeekday(day.date.weekday)) \(day.date.dotted)  \(mark)", text: texts.reason(day.reason))
        }
    }

    private static func event(_ rule: ObligationRule?, _ session: Session) -> String {
        rule.map { session.texts.event($0.trigger.name, of: session.act(ofRule: $0.id)) } ?? ""
    }

    private static func termInWords(_ due: DueRule, _ session: Session) -> String {
        if case .officeTerm(let key, let standing) = due, let days = session.office.officeTerms[key] ?? standing {
            return "\(session.texts("term.office")): \(session.texts.count("due.working-days", days))"
        }
        return session.texts.due(due)
    }

    private static func responsible(_ rule: ObligationRule, _ session: Session) -> String {
        session.act(ofRule: rule.id)?.roles[rule.responsible] ?? session.texts("role.\(rule.responsible)")
    }
}
