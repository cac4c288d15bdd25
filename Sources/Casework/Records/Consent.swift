/// What the person consents to or refuses.
public enum ConsentKind: String, Sendable, Codable, CaseIterable {
    /// Социальное сопровождение (IRK п. 16.3).
    case accompaniment
    /// Обработка персональных данных (152-ФЗ).
    case personalData = "personal-data"
}

/// Согласие or отказ, with its day.
public struct Consent: CaseRecord {
    /// `consent`
    public static let kind = RecordKind.consent

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// To what.
    public var to: ConsentKind
    /// True for consent, false for refusal.
    public var isGiven: Bool
    /// The day.
    public var on: CivilDate
    /// The reason of a refusal, or how the consent was given.
    public var note: String?

    /// Consent or refusal.
    public init(id: RecordID, caseID: RecordID, to: ConsentKind, isGiven: Bool, on: CivilDate, note: String? = nil) {
        self.id = id
        self.caseID = caseID
        self.to = to
        self.isGiven = isGiven
        self.on = on
        self.note = note
    }
}
