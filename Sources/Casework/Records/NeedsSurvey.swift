/// One need found out: the area of help and what is needed.
public struct Need: Hashable, Sendable, Codable {
    /// The area by the pack's id: `medical`, `psychological`, `pedagogical`, `legal`, `social`, `social-service`.
    public var area: String
    /// What is needed, in words.
    public var text: String

    /// A need in an area.
    public init(area: String, text: String) {
        self.area = area
        self.text = text
    }
}

/// Опрос: what the person needs (IRK п. 19.1).
public struct NeedsSurvey: CaseRecord {
    /// `needsSurvey`
    public static let kind = RecordKind.needsSurvey

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// The meeting at which it was held.
    public var meetingID: RecordID?
    /// The day.
    public var on: CivilDate
    /// What is needed, in the order asked.
    public var needs: [Need]
    /// A note.
    public var note: String?

    /// A survey held.
    public init(id: RecordID, caseID: RecordID, meetingID: RecordID?, on: CivilDate, needs: [Need], note: String? = nil) {
        self.id = id
        self.caseID = caseID
        self.meetingID = meetingID
        self.on = on
        self.needs = needs
        self.note = note
    }
}
