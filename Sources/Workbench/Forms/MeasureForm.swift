import Casework

/// One line of a programme, and the programme's term.
enum MeasureForm {
    static func spec(
        _ measure: Measure, of kind: ProgramKind, file: CaseFile, title: String, session: Session,
        done: @escaping (Measure) -> Void
    ) -> FormSpec {
        let areas = session.acts(of: file).needAreas.map { ($0.entry.id, $0.entry.title) }
        let basis = kind.entry.basis.map { " (\(session.texts.basis($0)))" } ?? ""
        return FormSpec(
            id: "measure.\(file.header.number)", caseNumber: file.header.number, title: title,
            notes: [session.wording.person(file), session.texts("form.measure.hint", basis)],
            fields: [
                FieldSpec("area", label: "field.area", kind: .choice(areas), isRequired: true, initial: measure.area),
                FieldSpec("title", label: "field.measure", kind: .text(maxLength: 300), isRequired: true, initial: measure.title),
                FieldSpec("volume", label: "field.volume", kind: .text(maxLength: 120), initial: measure.volume),
                FieldSpec("periodicity", label: "field.periodicity", kind: .text(maxLength: 120), initial: measure.periodicity),
                FieldSpec("duration", label: "field.duration", kind: .text(maxLength: 120), initial: measure.duration),
                FieldSpec("executor", label: "field.executor", kind: .text(maxLength: 200), initial: measure.executor ?? ""),
            ], keepsDraft: false,
            save: { values in
                done(
                    Measure(
                        area: values["area"] ?? "", title: values["title"]?.nonEmpty ?? "",
                        volume: values["volume"]?.nonEmpty ?? "",
                        periodicity: values["periodicity"]?.nonEmpty ?? "", duration: values["duration"]?.nonEmpty ?? "",
                        executor: values["executor"]?.nonEmpty))
                return .saved
            })
    }

    static func term(
        from: CivilDate?, until: CivilDate?, file: CaseFile, session: Session, done: @escaping (CivilDate?, CivilDate?) -> Void
    ) -> FormSpec {
        FormSpec(
            id: "program-term.\(file.header.number)", caseNumber: file.header.number,
            title: session.texts("form.program-term.title"),
            notes: [session.wording.person(file)],
            fields: [
                FieldSpec("from", label: "field.from", kind: .date, initial: from?.dotted ?? ""),
                FieldSpec("until", label: "field.until", kind: .date, initial: until?.dotted ?? ""),
            ], keepsDraft: false,
            save: { values in
                let first = session.readDate(values["from"] ?? "")
                let last = session.readDate(values["until"] ?? "")
                if let first, let last, last < first {
                    return .rejected(["until": session.texts("refusal.program.dates", first.dotted, last.dotted)])
                }
                done(first, last)
                return .saved
            })
    }
}
