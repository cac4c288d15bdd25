import Casework

/// The short forms of the office's own work: a duty handed in, an item of the plan marked.
enum OfficeForms {
    static func duty(_ duty: OfficeDuty, session: Session) -> FormSpec {
        let rule = duty.duty.rule
        return FormSpec(
            id: "duty.\(duty.id)", title: session.texts("form.duty.title"),
            notes: [
                "\(rule.title) · \(duty.duty.period) · \(session.texts.basis(rule.basis))",
                session.texts("office.due", duty.duty.due.at.date.dotted),
            ],
            fields: [
                FieldSpec("date", label: "field.done-on", kind: .date, isRequired: true, initial: session.today.dotted),
                FieldSpec("note", label: "field.note", kind: .area(rows: 3)),
            ], keepsDraft: false,
            save: { values in
                guard let day = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                return session.save(
                    duty.duty.done(on: day, note: values["note"]?.nonEmpty), over: duty.mark?.id,
                    saying: "\(rule.title), \(duty.duty.period)")
            })
    }

    static func planItem(_ standing: PlanItemStanding, of plan: RegionalPlan, regulation: String, session: Session) -> FormSpec {
        let item = standing.item
        let texts = session.texts
        let statuses = [PlanStatus.done, .inWork, .notBegun].map { ($0.rawValue, texts("plan-status.\($0.rawValue)")) }
        let parts = item.parts.count < 2 ? [] : item.parts.map { ($0.number, "\($0.number). \($0.title ?? "")") }
        var fields = [
            FieldSpec(
                "status", label: "field.status", kind: .choice(statuses), isRequired: true, initial: PlanStatus.done.rawValue),
            FieldSpec("date", label: "field.date", kind: .date, isRequired: true, initial: session.today.dotted),
            FieldSpec("note", label: "field.note", kind: .area(rows: 3)),
        ]
        if !parts.isEmpty {
            let all = [(item.number, texts("plan.whole-item"))]
            let part = FieldSpec(
                "part", label: "field.plan-part", kind: .choice(parts + all), isRequired: true, initial: parts[0].0)
            fields.insert(part, at: 0)
        }
        return FormSpec(
            id: "plan-item.\(item.number)", title: texts("form.plan.title", item.number),
            notes: [item.title, item.printedTerm, item.responsible.joined(separator: ", ")].filter { !$0.isEmpty },
            fields: fields, keepsDraft: false,
            save: { values in
                guard let day = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                let status = PlanStatus(rawValue: values["status"] ?? "") ?? .done
                let number = values["part"]?.nonEmpty ?? item.number
                let order = plan.mark(number, status, on: day, note: values["note"]?.nonEmpty, regulation: regulation)
                return session.save(order, saying: "\(number) — \(texts("plan-status.\(status.rawValue)"))")
            })
    }
}
