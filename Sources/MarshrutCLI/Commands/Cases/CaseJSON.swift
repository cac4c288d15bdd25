import Casework

extension CaseView {
    /// The whole case for programs.
    var json: JSONValue {
        let header = file.header
        return .object([
            ("case", .text(String(header.number))), ("id", .text(header.id.text)), ("citizen", citizen),
            ("category", .optional(header.category)), ("stage", .text(header.stage)), ("curator", .optional(header.curator)),
            ("regulations", .array(header.regulations.map { .text($0) })), ("open", .bool(header.isOpen)),
            ("openedOn", .date(header.openedOn)), ("closedOn", .date(header.closedOn)),
            ("closingGround", .optional(header.closingGround)),
            ("acts", .array(office.acts(of: header).map(act))),
            ("consent", .optional(file.accompanimentConsent.map { $0.isGiven ? "given" : "refused" })),
            ("attemptCount", .number(file.attemptCount)), ("lastContactOn", .date(file.lastContact?.on)),
            ("representatives", .array(file.representatives.map(representative))),
            ("referrals", .array(file.referrals.map(referral))),
            ("attempts", .array(file.attempts.map(attempt))), ("consents", .array(file.consents.map(consent))),
            ("meetings", .array(file.meetings.map(meeting))), ("surveys", .array(file.surveys.map(survey))),
            ("programs", .array(file.programs.map { CaseView.program($0) })), ("marks", .array(file.marks.map(mark))),
            ("entries", .array(file.entries.map { EntryList.Item($0).json })),
            ("overrides", .array(file.overrides.map(override))),
            (
                "obligations",
                .array(
                    obligations.map {
                        ObligationLine($0, number: header.number, name: file.citizen.shortName).json(office)
                    })
            ),
            ("next", .array(steps.map(step))),
        ])
    }

    private var citizen: JSONValue {
        let citizen = file.citizen
        let degrees = LifeRestriction.allCases.map { ($0.rawValue, JSONValue.number(citizen.restrictions[$0])) }
        return .object([
            ("family", .text(citizen.family)), ("given", .text(citizen.given)), ("patronymic", .optional(citizen.patronymic)),
            ("born", .date(citizen.born)), ("age", .number(citizen.born.fullYears(on: office.context.now.date))),
            ("sex", .optional(citizen.sex?.rawValue)), ("snils", .optional(citizen.snils?.printed)),
            ("phones", .array(citizen.phones.map { .text($0) })), ("email", .optional(citizen.email)),
            ("postcode", .optional(citizen.address.postcode)), ("address", .text(citizen.address.text)),
            ("territory", .optional(citizen.territory)),
            (
                "disability",
                .object([
                    ("status", .text(citizen.disability.status.rawValue)), ("since", .date(citizen.disability.since)),
                    ("until", .date(citizen.disability.until)),
                    ("first", citizen.disability.isFirst.map { .bool($0) } ?? .null),
                ])
            ),
            ("restrictions", .object(degrees)),
            (
                "ipra",
                .object([
                    ("number", .optional(citizen.ipraNumber)), ("date", .date(citizen.ipraDate)),
                    ("until", .date(citizen.ipraUntil)),
                ])
            ),
            ("flags", .array(citizen.flags.map { .text($0.rawValue) })),
        ])
    }

    private func representative(_ person: Representative) -> JSONValue {
        .object([
            ("name", .text(person.name)), ("relation", .optional(person.relation)), ("authority", .optional(person.authority)),
            ("phone", .optional(person.phone)),
        ])
    }

    private func referral(_ referral: Referral) -> JSONValue {
        .object([
            ("receivedOn", .date(referral.receivedOn)), ("source", .text(referral.source)),
            ("regulation", .text(referral.regulation)), ("number", .optional(referral.number)),
            ("note", .optional(referral.note)),
        ])
    }

    private func attempt(_ attempt: ContactAttempt) -> JSONValue {
        .object([
            ("on", .date(attempt.on)), ("time", .optional(attempt.at?.text)), ("method", .text(attempt.method.rawValue)),
            ("outcome", .text(attempt.outcome.rawValue)), ("target", .optional(attempt.target)),
            ("worker", .text(attempt.worker)),
            ("note", .optional(attempt.note)),
        ])
    }

    private func consent(_ consent: Consent) -> JSONValue {
        .object([
            ("to", .text(consent.to.rawValue)), ("given", .bool(consent.isGiven)), ("on", .date(consent.on)),
            ("note", .optional(consent.note)),
        ])
    }

    private func meeting(_ meeting: Meeting) -> JSONValue {
        .object([
            ("on", .date(meeting.on)), ("time", .optional(meeting.at?.text)), ("agreedOn", .date(meeting.agreedOn)),
            ("place", .optional(meeting.place)), ("status", .text(meeting.status.rawValue)),
        ])
    }

    private func survey(_ survey: NeedsSurvey) -> JSONValue {
        .object([
            ("on", .date(survey.on)),
            ("needs", .array(survey.needs.map { .object([("area", .text($0.area)), ("text", .text($0.text))]) })),
            ("note", .optional(survey.note)),
        ])
    }

    /// A programme with its lines.
    static func program(_ program: SupportProgram) -> JSONValue {
        .object([
            ("kind", .text(program.programKind)), ("number", .number(program.ordinal)),
            ("status", .text(program.status.rawValue)),
            ("draftedOn", .date(program.draftedOn)), ("agreedOn", .date(program.agreedOn)), ("from", .date(program.from)),
            ("until", .date(program.until)), ("note", .optional(program.note)),
            (
                "measures",
                .array(
                    program.measures.map {
                        .object([
                            ("area", .text($0.area)), ("title", .text($0.title)), ("volume", .text($0.volume)),
                            ("periodicity", .text($0.periodicity)), ("duration", .text($0.duration)),
                            ("executor", .optional($0.executor)), ("complete", .bool($0.isComplete)),
                        ])
                    })
            ),
        ])
    }

    private func mark(_ mark: RegistryMark) -> JSONValue {
        .object([("subject", .text(mark.subject)), ("on", .date(mark.on)), ("worker", .text(mark.worker))])
    }

    private func override(_ override: ObligationOverride) -> JSONValue {
        .object([
            ("rule", .text(override.rule)), ("decision", .text(override.decision.rawValue)), ("until", .date(override.until)),
            ("reason", .text(override.reason)), ("on", .date(override.on)), ("worker", .text(override.worker)),
        ])
    }

    private func step(_ step: NextStep) -> JSONValue {
        .object([
            ("action", .text(step.action.rawValue)), ("method", .optional(step.method?.rawValue)),
            ("allowed", .bool(step.refusal == nil)), ("reason", .optional(step.refusal.map { office.texts.refusal($0) })),
            ("basis", .basis(step.refusal?.basis)),
        ])
    }
}
