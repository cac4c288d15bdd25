/// A record of a kind that the act's pack declares (``EntryKind``), kept in a case.
public struct CaseEntry: CaseRecord {
    /// `caseEntry`
    public static let kind = RecordKind.caseEntry

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// The act whose pack declares the kind.
    public var regulation: String
    /// The kind's id in that pack.
    public var entryKind: String
    /// The entry's own day.
    public var on: CivilDate
    /// The time of day, where the kind asks it.
    public var at: CivilTime?
    /// What the fields hold, by field id, as ``EntryFieldKind`` says; empty fields are left out.
    public var values: [String: String]
    /// The login of who recorded it.
    public var worker: String

    /// An entry of a case.
    public init(
        id: RecordID, caseID: RecordID, regulation: String, entryKind: String, on: CivilDate, at: CivilTime? = nil,
        values: [String: String] = [:], worker: String
    ) {
        self.id = id
        self.caseID = caseID
        self.regulation = regulation
        self.entryKind = entryKind
        self.on = on
        self.at = at
        self.values = values
        self.worker = worker
    }
}

/// A record of a kind that the act's pack declares, kept in the office's own journal and not in a case.
public struct OfficeEntry: Hashable, Sendable, Codable, Identifiable {
    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The act whose pack declares the kind.
    public var regulation: String
    /// The kind's id in that pack, or one of the program's own (``OwnEntryKind``).
    public var entryKind: String
    /// The entry's own day.
    public var on: CivilDate
    /// The time of day, where the kind asks it.
    public var at: CivilTime?
    /// What the fields hold, as in ``CaseEntry``.
    public var values: [String: String]
    /// The login of who recorded it.
    public var worker: String

    /// An entry of the office.
    public init(
        id: RecordID, regulation: String, entryKind: String, on: CivilDate, at: CivilTime? = nil,
        values: [String: String] = [:], worker: String
    ) {
        self.id = id
        self.regulation = regulation
        self.entryKind = entryKind
        self.on = on
        self.at = at
        self.values = values
        self.worker = worker
    }
}
