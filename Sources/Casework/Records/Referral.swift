/// What brought the person to us: an ИПРА extract, an appeal of another organisation, a personal visit (IRK п. 15).
public struct Referral: CaseRecord {
    /// `referral`
    public static let kind = RecordKind.referral

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// The day (and time) of receipt by the organisation; terms run from it.
    public var receivedOn: CivilDate
    /// The time of receipt, where known.
    public var receivedAt: CivilTime?
    /// The source by the pack's code, such as `ipra`.
    public var source: String
    /// The act under which the source is read, by pack id.
    public var regulation: String
    /// Who sent it, where known.
    public var sender: String?
    /// Number of the paper, where known.
    public var number: String?
    /// A note.
    public var note: String?

    /// A referral received.
    public init(
        id: RecordID, caseID: RecordID, receivedOn: CivilDate, receivedAt: CivilTime? = nil, source: String, regulation: String,
        sender: String? = nil, number: String? = nil, note: String? = nil
    ) {
        self.id = id
        self.caseID = caseID
        self.receivedOn = receivedOn
        self.receivedAt = receivedAt
        self.source = source
        self.regulation = regulation
        self.sender = sender
        self.number = number
        self.note = note
    }
}
