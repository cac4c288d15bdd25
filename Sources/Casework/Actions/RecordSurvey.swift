/// Опрос on the day of the meeting: what the person needs (IRK п. 19.1).
public struct RecordSurvey: CaseAction {
    /// `record-survey`
    public let name = ActionName.recordSurvey
    /// The day.
    public var on: CivilDate
    /// The needs found out; none only with a note that says so.
    public var needs: [Need]
    /// A note.
    public var note: String?

    /// A survey held.
    public init(on: CivilDate, needs: [Need], note: String? = nil) {
        self.on = on
        self.needs = needs
        self.note = note
    }

    /// The survey, tied to its meeting: the one of the day, held or planned, else an earlier one held without a survey,
    /// else a new one.
    ///
    /// People come without an appointment too; the meeting is then the day they came.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        try file.mustBePast(on, in: context)
        let acts = try context.acts(of: file)
        let regulation = acts.first { !$0.needAreas.isEmpty } ?? acts[0]
        guard let consent = file.accompanimentConsent, consent.isGiven else {
            throw Refusal("survey.no-consent", basis: regulation.consentBasis)
        }
        if needs.isEmpty, note?.nonEmpty == nil { throw Refusal("survey.no-needs", basis: regulation.surveyBasis) }
        let areas = acts.needAreas
        for need in needs where !areas.contains(where: { $0.entry.id == need.area }) {
            throw Refusal("survey.area-unknown", arguments: [need.area, areas.map(\.entry.id).joined(separator: ", ")])
        }
        var changes: [any CaseRecord] = []
        let surveyed = Set(file.surveys.compactMap(\.meetingID))
        let held = file.meetings.last { $0.status == .held && $0.on <= on && !surveyed.contains($0.id) }
        let meeting: Meeting
        if let held, held.on == on {
            meeting = held
        } else if var planned = file.meetings.last(where: { $0.status == .planned && $0.on == on }) {
            planned.status = .held
            meeting = planned
            changes.append(planned)
        } else if let held {
            meeting = held
        } else {
            meeting = Meeting(id: context.newID(), caseID: file.header.id, agreedOn: on, on: on, status: .held)
            changes.append(meeting)
        }
        changes.append(
            NeedsSurvey(
                id: context.newID(), caseID: file.header.id, meetingID: meeting.id, on: on, needs: needs, note: note?.nonEmpty))
        return file.decision(changes, findings: findings(acts), in: context)
    }

    /// A need of social services calls for a programme of their own, where the act says so.
    private func findings(_ acts: [Regulation]) -> [Finding] {
        let areas = Set(needs.map(\.area))
        guard
            let found = acts.first(having: { act in
                act.needAreas.first { $0.isSocialService && areas.contains($0.entry.id) }
            })
        else { return [] }
        let services = found.act.programKinds.lazy.compactMap(\.withoutSocialServices).first
        let program = services.flatMap { found.act.programKind($0.use) }?.abbreviation
        return [
            program.map { Finding(.note, "survey.social-service-program", arguments: [$0], basis: services?.basis) }
                ?? Finding(.note, "survey.social-service", basis: found.value.entry.basis)
        ]
    }
}
