/// Day and time of the meeting agreed with the person (IRK п. 16.3).
public struct AgreeMeeting: CaseAction {
    /// `agree-meeting`
    public let name = ActionName.agreeMeeting
    /// When the meeting shall be.
    public var at: CivilDateTime
    /// The day it was agreed; nil for today, or for the meeting's own day when that has passed.
    public var agreedOn: CivilDate?
    /// Where, when not at the office.
    public var place: String?

    /// A meeting to come.
    public init(at: CivilDateTime, agreedOn: CivilDate? = nil, place: String? = nil) {
        self.at = at
        self.agreedOn = agreedOn
        self.place = place
    }

    /// The planned meeting; an earlier planned one is called off by it.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        let regulation = try context.regulation(of: file)
        guard let consent = file.accompanimentConsent, consent.isGiven else {
            throw Refusal("meeting.no-consent", basis: regulation.consentBasis)
        }
        let agreed = agreedOn ?? min(context.now.date, at.date)
        try file.mustBePast(agreed, in: context)
        if at.date < agreed { throw Refusal("meeting.before-agreed", arguments: [at.date.dotted, agreed.dotted]) }
        if at.date < consent.on { throw Refusal("meeting.before-consent", arguments: [at.date.dotted, consent.on.dotted]) }
        var changes = file.calledOffMeetings()
        changes.append(
            Meeting(
                id: context.newID(), caseID: file.header.id, agreedOn: agreed, on: at.date, at: at.time, place: place?.nonEmpty))
        let day = context.calendar.day(at.date)
        let findings = day.kind.isWorking ? [] : [Finding(.warning, "meeting.day-off", arguments: [at.date.dotted])]
        return file.decision(changes, findings: findings, in: context)
    }
}

/// What became of a planned meeting.
public struct SettleMeeting: CaseAction {
    /// `settle-meeting`
    public let name = ActionName.settleMeeting
    /// The meeting; nil for the planned one.
    public var meetingID: RecordID?
    /// Held, missed or cancelled.
    public var status: MeetingStatus

    /// A planned meeting settled.
    public init(meetingID: RecordID? = nil, status: MeetingStatus) {
        self.meetingID = meetingID
        self.status = status
    }

    /// The meeting with its new status.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        guard var meeting = file.meetings.last(where: { $0.status == .planned && (meetingID ?? $0.id) == $0.id }) else {
            throw Refusal("meeting.none-planned")
        }
        if status == .planned { throw Refusal("nothing-changed") }
        if status != .cancelled, meeting.on > context.now.date {
            throw Refusal("date.future", arguments: [meeting.on.dotted, context.now.date.dotted])
        }
        meeting.status = status
        return file.decision([meeting], in: context)
    }
}
