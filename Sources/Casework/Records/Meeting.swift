/// How a meeting stands.
public enum MeetingStatus: String, Sendable, Codable, CaseIterable {
    /// Agreed, still to come.
    case planned
    /// Held.
    case held
    /// The person did not come.
    case missed
    /// Called off.
    case cancelled
}

/// Встреча, at which the list of measures is found out (IRK п. 16.3, 19).
public struct Meeting: CaseRecord {
    /// `meeting`
    public static let kind = RecordKind.meeting

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// The day the meeting was agreed.
    public var agreedOn: CivilDate
    /// The day of the meeting.
    public var on: CivilDate
    /// The time of the meeting, where agreed.
    public var at: CivilTime?
    /// Where, when not at the office.
    public var place: String?
    /// Planned, held, missed or cancelled.
    public var status: MeetingStatus

    /// A meeting.
    public init(
        id: RecordID, caseID: RecordID, agreedOn: CivilDate, on: CivilDate, at: CivilTime? = nil, place: String? = nil,
        status: MeetingStatus = .planned
    ) {
        self.id = id
        self.caseID = caseID
        self.agreedOn = agreedOn
        self.on = on
        self.at = at
        self.place = place
        self.status = status
    }
}
