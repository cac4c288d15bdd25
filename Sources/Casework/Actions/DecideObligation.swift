/// An obligation waived, postponed, suspended or resumed, with a reason; the computed date stays beside it.
public struct DecideObligation: CaseAction {
    /// `decide-obligation`
    public let name = ActionName.decideObligation
    /// The rule's full id.
    public var rule: String
    /// The trigger's record, where the rule was set off several times; nil for the last that is not fulfilled.
    public var triggerID: RecordID?
    /// What is decided.
    public var decision: OverrideKind
    /// The new day, for a postponement.
    public var until: CivilDate?
    /// Why; must not be empty.
    public var reason: String

    /// A decision on an obligation.
    public init(rule: String, triggerID: RecordID? = nil, decision: OverrideKind, until: CivilDate? = nil, reason: String) {
        self.rule = rule
        self.triggerID = triggerID
        self.decision = decision
        self.until = until
        self.reason = reason
    }

    /// The decision beside the computed date.
    public func decide(_ file: CaseFile, in context: DecisionContext) throws(Refusal) -> Decision {
        try file.mustBeOpen()
        guard let reason = reason.nonEmpty else { throw Refusal("obligation.no-reason") }
        let candidates = context.engine.obligations(of: file).filter {
            $0.rule == rule && (triggerID ?? $0.triggerID) == $0.triggerID
        }
        guard let obligation = candidates.last(where: { $0.fulfilledAt == nil }) ?? candidates.last else {
            throw Refusal("obligation.unknown", arguments: [rule])
        }
        if let done = obligation.fulfilledAt { throw Refusal("obligation.done", arguments: [done.dotted]) }
        if decision == .postponed {
            guard let until else { throw Refusal("obligation.no-date") }
            if until <= obligation.due.date {
                throw Refusal("obligation.not-later", arguments: [until.dotted, obligation.due.date.dotted])
            }
        }
        if decision == .resumed, obligation.decision != .suspended, obligation.decision != .waived {
            throw Refusal("obligation.runs")
        }
        let override = ObligationOverride(
            id: context.newID(), caseID: file.header.id, rule: rule, triggerID: obligation.triggerID, decision: decision,
            until: decision == .postponed ? until : nil, reason: reason, on: context.now.date, worker: context.worker)
        return file.decision([override], in: context)
    }
}
