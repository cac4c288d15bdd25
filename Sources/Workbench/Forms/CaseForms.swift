import Casework

/// The short forms of a case: consent, meeting, survey, assignment, closing and the like.
enum CaseForms {
    static func consent(_ file: CaseFile, session: Session) -> FormSpec {
        let kinds = ConsentKind.allCases.map { ($0.rawValue, session.wording.consentKind($0)) }
        let answers = [("given", session.texts("consent.given")), ("refused", session.texts("consent.refused"))]
        return FormSpec(
            id: "consent.\(file.header.number)", caseNumber: file.header.number, title: session.texts("form.consent.title"),
            notes: [session.wording.person(file)],
            fields: [
                FieldSpec(
                    "to", label: "field.consent-to", kind: .choice(kinds), isRequired: true,
                    initial: ConsentKind.accompaniment.rawValue),
                FieldSpec("answer", label: "field.answer", kind: .choice(answers), isRequired: true, initial: "given"),
                FieldSpec("date", label: "field.date", kind: .date, isRequired: true, initial: session.today.dotted),
                FieldSpec("note", label: "field.reason", kind: .area(rows: 3)),
            ],
            save: { values in
                guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                let kind = ConsentKind(rawValue: values["to"] ?? "") ?? .accompaniment
                return session.save(
                    RecordConsent(to: kind, isGiven: values["answer"] == "given", on: date, note: values["note"]?.nonEmpty),
                    on: file)
            })
    }

    static func meeting(_ file: CaseFile, session: Session) -> FormSpec {
        FormSpec(
            id: "meeting.\(file.header.number)", caseNumber: file.header.number, title: session.texts("form.meeting.title"),
            notes: [session.wording.person(file)],
            fields: [
                FieldSpec("date", label: "field.meeting-date", kind: .date, isRequired: true),
                FieldSpec("time", label: "field.time", kind: .time, isRequired: true),
                FieldSpec("place", label: "field.place", kind: .text(maxLength: 200)),
            ],
            save: { values in
                guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                let at = CivilDateTime(date, session.readTime(values["time"] ?? ""))
                return session.save(AgreeMeeting(at: at, place: values["place"]?.nonEmpty), on: file)
            })
    }

    static func settleMeeting(_ file: CaseFile, session: Session) -> FormSpec {
        let statuses: [MeetingStatus] = [.held, .missed, .cancelled]
        return FormSpec(
            id: "settle-meeting.\(file.header.number)", caseNumber: file.header.number,
            title: session.texts("form.settle-meeting.title"), notes: [session.wording.person(file)],
            fields: [
                FieldSpec(
                    "status", label: "field.meeting-status",
                    kind: .choice(statuses.map { ($0.rawValue, session.wording.meetingStatus($0)) }), isRequired: true)
            ],
            save: { values in
                session.save(SettleMeeting(status: MeetingStatus(rawValue: values["status"] ?? "") ?? .held), on: file)
            })
    }

    /// One line for every area of the act; several needs of an area are parted by semicolons.
    static func survey(_ file: CaseFile, session: Session) -> FormSpec {
        let areas = session.runningActs(of: file).needAreas
        return FormSpec(
            id: "survey.\(file.header.number)", caseNumber: file.header.number, title: session.texts("form.survey.title"),
            notes: [session.wording.person(file), session.texts("form.survey.hint")],
            fields: [FieldSpec("date", label: "field.date", kind: .date, isRequired: true, initial: session.today.dotted)]
                + areas.map { FieldSpec("area.\($0.entry.id)", label: "=\($0.entry.title)", kind: .text(maxLength: 500)) }
                + [FieldSpec("note", label: "field.note", kind: .area(rows: 2))],
            save: { values in
                guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                let needs = areas.flatMap { area in
                    (values["area.\(area.entry.id)"] ?? "").split(separator: ";").compactMap { String($0).nonEmpty }
                        .map { Need(area: area.entry.id, text: $0) }
                }
                return session.save(RecordSurvey(on: date, needs: needs, note: values["note"]?.nonEmpty), on: file)
            })
    }

    static func assign(_ file: CaseFile, session: Session) -> FormSpec {
        FormSpec(
            id: "assign.\(file.header.number)", caseNumber: file.header.number, title: session.texts("form.assign.title"),
            notes: [session.wording.person(file)],
            fields: [
                FieldSpec(
                    "curator", label: "field.curator", kind: .choice(session.workers.map { ($0.login, $0.name) }),
                    isRequired: true)
            ],
            save: { values in session.save(AssignCurator(curator: values["curator"] ?? ""), on: file) })
    }

    static func mark(_ file: CaseFile, session: Session) -> FormSpec {
        let acts = session.runningActs(of: file)
        let subjects = acts.registrySubjects
        return FormSpec(
            id: "mark.\(file.header.number)", caseNumber: file.header.number, title: session.texts("form.mark.title"),
            notes: [session.wording.person(file), session.outerSystems(of: acts)].filter { !$0.isEmpty },
            fields: [
                FieldSpec(
                    "subject", label: "field.mark-subject", kind: .choice(subjects.map { ($0.id, $0.title) }), isRequired: true),
                FieldSpec("date", label: "field.date", kind: .date, isRequired: true, initial: session.today.dotted),
            ],
            save: { values in
                guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                return session.save(MarkRegistry(subject: values["subject"] ?? "", on: date), on: file)
            })
    }

    static func close(_ file: CaseFile, session: Session) -> FormSpec {
        let acts = session.runningActs(of: file)
        let grounds = acts.closingGrounds
        let whole = [("", session.texts("form.close.all-acts"))]
        let choice = FieldSpec(
            "regulation", label: "field.regulation", kind: .choice(whole + acts.map { ($0.id, "\($0.act) — \($0.title)") }))
        return FormSpec(
            id: "close.\(file.header.number)", caseNumber: file.header.number, title: session.texts("form.close.title"),
            notes: [session.wording.person(file), session.texts("form.close.hint")],
            fields: (acts.count > 1 ? [choice] : []) + [
                FieldSpec("ground", label: "field.ground", kind: .choice(grounds.map { ($0.id, $0.title) }), isRequired: true),
                FieldSpec("date", label: "field.date", kind: .date, isRequired: true, initial: session.today.dotted),
            ],
            save: { values in
                guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                let act = values["regulation"]?.nonEmpty
                return session.save(CloseCase(ground: values["ground"] ?? "", on: date, regulation: act), on: file)
            })
    }

    static func reopen(_ file: CaseFile, session: Session) -> FormSpec {
        FormSpec(
            id: "reopen.\(file.header.number)", caseNumber: file.header.number, title: session.texts("form.reopen.title"),
            notes: [session.wording.person(file)],
            fields: [FieldSpec("reason", label: "field.reason", kind: .area(rows: 3), isRequired: true)],
            save: { values in session.save(ReopenCase(reason: values["reason"] ?? ""), on: file) })
    }

    /// Postpone, suspend, resume or waive an obligation, with the reason.
    static func decide(_ obligation: Obligation, _ file: CaseFile, session: Session) -> FormSpec {
        let decisions: [OverrideKind] =
            obligation.decision == nil ? [.postponed, .suspended, .waived] : [.resumed, .postponed, .waived]
        return FormSpec(
            id: "decide.\(file.header.number).\(obligation.rule)", caseNumber: file.header.number,
            title: session.texts("form.decide.title"),
            notes: [
                session.wording.person(file), session.wording.ruleTitle(obligation.rule),
                session.texts("form.decide.hint", obligation.due.dotted),
            ],
            fields: [
                FieldSpec(
                    "decision", label: "field.decision",
                    kind: .choice(decisions.map { ($0.rawValue, session.wording.override($0)) }), isRequired: true),
                FieldSpec("until", label: "field.postpone-until", kind: .date),
                FieldSpec("reason", label: "field.reason", kind: .area(rows: 3), isRequired: true),
            ],
            save: { values in
                let decision = OverrideKind(rawValue: values["decision"] ?? "") ?? .postponed
                let until = session.readDate(values["until"] ?? "")
                if decision == .postponed, until == nil {
                    return .rejected(["until": session.texts("refusal.obligation.no-date")])
                }
                return session.save(
                    DecideObligation(
                        rule: obligation.rule, triggerID: obligation.triggerID, decision: decision, until: until,
                        reason: values["reason"] ?? ""),
                    on: file)
            })
    }

    /// Consent and the further referral share nothing but the case; this one sets off the act's terms anew.
    ///
    /// Under an act that is new to the case it puts the case under that act as well.
    static func addReferral(_ file: CaseFile, under act: Regulation, session: Session) -> FormSpec {
        let isNew = !file.header.regulations.contains(act.id)
        return FormSpec(
            id: "referral.\(file.header.number).\(act.id)", caseNumber: file.header.number,
            title: session.texts("form.add-referral.title"),
            notes: [session.wording.person(file)] + session.note(on: act)
                + (isNew ? [session.texts("form.add-referral.joins")] : []),
            fields: [
                FieldSpec(
                    "source", label: "field.source", kind: .choice(act.sources.map { ($0.id, $0.title) }), isRequired: true),
                FieldSpec("date", label: "field.received-on", kind: .date, isRequired: true, initial: session.today.dotted),
                FieldSpec("number", label: "field.paper-number", kind: .text(maxLength: 60)),
                FieldSpec("note", label: "field.note", kind: .area(rows: 2)),
            ],
            save: { values in
                guard let date = session.readDate(values["date"] ?? "") else { return .rejected([:]) }
                return session.save(
                    AddReferral(
                        regulation: act.id, source: values["source"] ?? "", receivedOn: date,
                        paperNumber: values["number"]?.nonEmpty,
                        note: values["note"]?.nonEmpty),
                    on: file)
            })
    }

    /// A representative with the paper that gives the authority; the first one of the case, or a new one.
    static func representative(_ file: CaseFile, session: Session) -> FormSpec {
        let known = file.representatives.first
        return FormSpec(
            id: "representative.\(file.header.number)", caseNumber: file.header.number,
            title: session.texts("form.representative.title"), notes: [session.wording.person(file)],
            fields: [
                FieldSpec(
                    "name", label: "field.representative", kind: .text(maxLength: 120), isRequired: true,
                    initial: known?.name ?? ""),
                FieldSpec("relation", label: "field.relation", kind: .text(maxLength: 60), initial: known?.relation ?? ""),
                FieldSpec("authority", label: "field.authority", kind: .text(maxLength: 200), initial: known?.authority ?? ""),
                FieldSpec("phone", label: "field.phone", kind: .text(maxLength: 40), initial: known?.phone ?? ""),
            ],
            save: { values in
                session.save(
                    EditRepresentative(
                        representativeID: known?.id, person: values["name"] ?? "", relation: values["relation"]?.nonEmpty,
                        authority: values["authority"]?.nonEmpty, phone: values["phone"]?.nonEmpty),
                    on: file)
            })
    }
}
