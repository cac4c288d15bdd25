import Casework

/// The full record of a call, a visit or a letter; the quick log of a call needs no form.
enum AttemptForm {
    static func spec(_ file: CaseFile, method: ContactMethod, session: Session) -> FormSpec {
        let outcomes = ContactOutcome.possible(for: method).map { ($0.rawValue, session.wording.outcome($0)) }
        let target = method == .phone ? file.citizen.phones.first ?? "" : file.citizen.address.text
        return FormSpec(
            id: "attempt.\(method.rawValue).\(file.header.number)", caseNumber: file.header.number,
            title: session.texts("form.attempt.title.\(method.rawValue)"),
            notes: [session.wording.person(file)] + session.wording.ladderNotes(file, method: method, session: session),
            fields: [
                FieldSpec("date", label: "field.date", kind: .date, isRequired: true, initial: session.today.dotted),
                FieldSpec("time", label: "field.time", kind: .time, initial: method == .post ? "" : session.now.time?.text ?? ""),
                FieldSpec("outcome", label: "field.outcome", kind: .choice(outcomes), isRequired: true),
                FieldSpec(
                    "target", label: method == .phone ? "field.number-dialled" : "field.address", kind: .text(maxLength: 200),
                    initial: target),
                FieldSpec("note", label: "field.note", kind: .area(rows: 3)),
            ],
            save: { values in
                guard let date = session.readDate(values["date"] ?? ""), let raw = values["outcome"],
                    let outcome = ContactOutcome(rawValue: raw)
                else { return .rejected(["": session.texts("form.incomplete")]) }
                let action = LogContactAttempt(
                    method: method, outcome: outcome, at: CivilDateTime(date, session.readTime(values["time"] ?? "")),
                    target: values["target"]?.nonEmpty, note: values["note"]?.nonEmpty)
                return session.save(action, on: file)
            })
    }
}
