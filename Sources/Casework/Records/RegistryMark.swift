/// A mark that something was entered in an outer system, such as АИС «ЭСРН ИО» (IRK п. 16.4, 19.2, 30).
public struct RegistryMark: CaseRecord {
    /// `registryMark`
    public static let kind = RecordKind.registryMark

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// What was entered, by the pack's id: `notification`, `survey`, `program`, `execution`.
    public var subject: String
    /// The day it was entered.
    public var on: CivilDate
    /// The worker's login.
    public var worker: String

    /// A mark made.
    public init(id: RecordID, caseID: RecordID, subject: String, on: CivilDate, worker: String) {
        self.id = id
        self.caseID = caseID
        self.subject = subject
        self.on = on
        self.worker = worker
    }
}
