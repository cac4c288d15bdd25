/// The cover of a case file: whose it is, who leads it, where it stands.
public struct CaseHeader: CaseRecord {
    /// `caseFile`
    public static let kind = RecordKind.caseHeader

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The number people call the case by, from 1, unique in the store.
    public var number: Int
    /// The person.
    public let citizenID: RecordID
    /// The acts the case stands under, by pack id.
    public var regulations: [String]
    /// The stage reached, by the pack's stage id (IRK глава 7).
    public var stage: String
    /// The target category by the pack on the day of the last write; nil when no category is met.
    public var category: String?
    /// The day from which the category must be looked at again (a birthday), where there is one.
    public var categoryUntil: CivilDate?
    /// The curator's login, where assigned.
    public var curator: String?
    /// The day the curator was assigned.
    public var curatorSince: CivilDate?
    /// The day the case was opened.
    public var openedOn: CivilDate
    /// The day it was closed; nil while open.
    public var closedOn: CivilDate?
    /// Why it was closed, by the pack's ground id.
    public var closingGround: String?
    /// Why it was reopened last, in words.
    public var reopeningGround: String?
    /// Acts left while others go on; nil for none, as in every record written before acts could be left. See ``endings``.
    var leftActs: [ActEnding]?

    /// A new open case.
    public init(
        id: RecordID, number: Int, citizenID: RecordID, regulations: [String], stage: String, openedOn: CivilDate,
        curator: String? = nil
    ) {
        self.id = id
        self.number = number
        self.citizenID = citizenID
        self.regulations = regulations
        self.stage = stage
        self.openedOn = openedOn
        self.curator = curator
        curatorSince = curator == nil ? nil : openedOn
        category = nil
        categoryUntil = nil
        closedOn = nil
        closingGround = nil
        reopeningGround = nil
        leftActs = nil
    }

    /// Whether the case is open.
    public var isOpen: Bool { closedOn == nil }
}
