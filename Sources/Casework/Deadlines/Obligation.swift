/// How an obligation stands on a day.
public enum ObligationState: String, Sendable, Codable, CaseIterable {
    /// To be done, the term still runs.
    case open
    /// Done in time.
    case done
    /// Done, but after the term.
    case late
    /// Not done, and the term has passed.
    case overdue
    /// Not to be done: waived by a worker, or the case is closed.
    case waived
    /// Does not run until resumed.
    case suspended
}

/// Срок: what must be done in a case, by whom, by when and why. Always derived, never typed in.
public struct Obligation: Hashable, Sendable, Codable {
    /// The rule's full id.
    public var rule: String
    /// The record whose event set it off.
    public var triggerID: RecordID
    /// When that event was.
    public var triggeredAt: CivilDateTime
    /// The moment the act gives.
    public var due: CivilDateTime
    /// The last working day not later.
    public var workBy: CivilDate
    /// True when the calendar does not hold a year on the way.
    public var isProvisional: Bool
    /// The moment it was fulfilled, where it was.
    public var fulfilledAt: CivilDateTime?
    /// The last decision on it, where there is one; `resumed` gives back the one before the pause. A closed case and a
    /// refusal waive what is still open.
    public var decision: OverrideKind?
    /// The day it was postponed to, where it was.
    public var postponedTo: CivilDate?

    /// An obligation as the engine derives it; other rooms make one to read it back or to try a screen.
    public init(
        rule: String, triggerID: RecordID, triggeredAt: CivilDateTime, due: CivilDateTime, workBy: CivilDate, isProvisional: Bool,
        fulfilledAt: CivilDateTime? = nil, decision: OverrideKind? = nil, postponedTo: CivilDate? = nil
    ) {
        self.rule = rule
        self.triggerID = triggerID
        self.triggeredAt = triggeredAt
        self.due = due
        self.workBy = workBy
        self.isProvisional = isProvisional
        self.fulfilledAt = fulfilledAt
        self.decision = decision
        self.postponedTo = postponedTo
    }

    /// The day that decides whether it is late: the postponed one, where there is one.
    public var effectiveDue: CivilDateTime {
        guard let postponedTo, postponedTo > due.date else { return due }
        return CivilDateTime(postponedTo)
    }

    /// How it stands on the day `today`; a term in hours or minutes runs to the end of its day.
    public func state(on today: CivilDate) -> ObligationState { state(at: CivilDateTime(today)) }

    /// How it stands at the moment `now`.
    public func state(at now: CivilDateTime) -> ObligationState {
        if let fulfilledAt { return fulfilledAt.isAfter(effectiveDue) ? .late : .done }
        switch decision {
        case .waived: return .waived
        case .suspended: return .suspended
        default: return now.isAfter(effectiveDue) ? .overdue : .open
        }
    }
}
