/// The kinds of records a case is made of; the raw value is the table's name in the store.
public enum RecordKind: String, Sendable, Codable, CaseIterable {
    /// ``Citizen``
    case citizen
    /// ``Representative``
    case representative
    /// ``CaseHeader``
    case caseHeader = "caseFile"
    /// ``Referral``
    case referral
    /// ``ContactAttempt``
    case contactAttempt
    /// ``Consent``
    case consent
    /// ``Meeting``
    case meeting
    /// ``NeedsSurvey``
    case needsSurvey
    /// ``SupportProgram``
    case supportProgram
    /// ``ObligationOverride``
    case obligationOverride
    /// ``RegistryMark``
    case registryMark
    /// ``CaseEntry``
    case caseEntry
}

/// One stored row of a case: a value with an identifier and a version.
///
/// The version grows by one with every write; a write based on an older version is a conflict, never a silent
/// overwrite.
public protocol CaseRecord: Codable, Hashable, Sendable, Identifiable where ID == RecordID {
    /// The kind, which names the table.
    static var kind: RecordKind { get }
    /// The row's identifier.
    var id: RecordID { get }
    /// How many times the row was written, from 1; 0 before the first write.
    var version: Int { get set }
}
