/// What a worker decided about an obligation; the computed date stays beside it.
public enum OverrideKind: String, Sendable, Codable, CaseIterable {
    /// Not to be done at all.
    case waived
    /// To be done by a later day.
    case postponed
    /// Does not run until resumed.
    case suspended
    /// Runs again.
    case resumed
}

/// A decision on one obligation, with its reason.
public struct ObligationOverride: CaseRecord {
    /// `obligationOverride`
    public static let kind = RecordKind.obligationOverride

    /// The row's identifier.
    public let id: RecordID
    /// Writes so far.
    public var version = 0
    /// The case.
    public let caseID: RecordID
    /// The rule's full id, such as `irkutsk-414r.notify`.
    public var rule: String
    /// The record whose event set the obligation off.
    public var triggerID: RecordID
    /// What was decided. Named apart from the record's static kind.
    public var decision: OverrideKind
    /// The new day, for a postponement.
    public var until: CivilDate?
    /// Why.
    public var reason: String
    /// The day of the decision.
    public var on: CivilDate
    /// The worker's login.
    public var worker: String

    /// A decision on the obligation of `rule` set off by `triggerID`.
    public init(
        id: RecordID, caseID: RecordID, rule: String, triggerID: RecordID, decision: OverrideKind, until: CivilDate?,
        reason: String, on: CivilDate, worker: String
    ) {
        self.id = id
        self.caseID = caseID
        self.rule = rule
        self.triggerID = triggerID
        self.decision = decision
        self.until = until
        self.reason = reason
        self.on = on
        self.worker = worker
    }
}
