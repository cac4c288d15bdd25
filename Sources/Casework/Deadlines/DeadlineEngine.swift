/// The pure function from a case's dated facts, the acts and the calendar to its obligations.
public struct DeadlineEngine: Sendable {
    /// The acts at hand.
    public let regulations: [Regulation]
    /// Which days work.
    public let calendar: ProductionCalendar
    /// The office's own terms.
    public let office: OfficeSettings

    /// An engine over the given acts, calendar and office.
    public init(regulations: [Regulation], calendar: ProductionCalendar, office: OfficeSettings) {
        self.regulations = regulations
        self.calendar = calendar
        self.office = office
    }

    /// All obligations of a case, fulfilled ones included, by due date.
    ///
    /// An obligation belongs to one trigger: a second extract sets off a second term. It is fulfilled by the first
    /// satisfying event not earlier than its trigger.
    public func obligations(of file: CaseFile) -> [Obligation] {
        let events = file.events
        var result: [Obligation] = []
        for regulation in regulations where file.header.regulations.contains(regulation.id) {
            for rule in regulation.obligations {
                for trigger in events where rule.trigger.matches(trigger) && belongs(trigger, to: regulation) {
                    guard isCalledFor(rule, trigger: trigger, events: events),
                        let due = rule.due.due(after: trigger.at, calendar: calendar, office: office)
                    else { continue }
                    result.append(obligation(rule, trigger: trigger, due: due, events: events, file: file))
                }
            }
        }
        return result.sorted { ($0.due.date, $0.rule) < ($1.due.date, $1.rule) }
    }

    /// The terms that an event would set off under an act, whether or not a case exists, in the pack's order.
    public func terms(after event: CaseEvent, under regulation: Regulation) -> [(rule: ObligationRule, due: DueDate)] {
        regulation.obligations.compactMap { rule in
            guard rule.trigger.matches(event), let due = rule.due.due(after: event.at, calendar: calendar, office: office)
            else { return nil }
            return (rule, due)
        }
    }

    /// The rule of the given full id.
    public func rule(_ id: String) -> ObligationRule? {
        for regulation in regulations {
            if let rule = regulation.obligations.first(where: { $0.id == id }) { return rule }
        }
        return nil
    }

    /// The counting behind an obligation, day by day; nil when the rule is no longer in a pack.
    public func explain(_ obligation: Obligation) -> DueDate? {
        rule(obligation.rule)?.due.due(after: obligation.triggeredAt, calendar: calendar, office: office)
    }

    /// A referral under one act sets off nothing under another.
    private func belongs(_ event: CaseEvent, to regulation: Regulation) -> Bool {
        event.attributes["regulation"].map { $0 == regulation.id } ?? true
    }

    private func isCalledFor(_ rule: ObligationRule, trigger: CaseEvent, events: [CaseEvent]) -> Bool {
        rule.onlyAfter.isEmpty
            || events.contains { event in event.at.date >= trigger.at.date && rule.onlyAfter.contains { $0.matches(event) } }
    }

    private func obligation(
        _ rule: ObligationRule, trigger: CaseEvent, due: DueDate, events: [CaseEvent], file: CaseFile
    ) -> Obligation {
        let fulfilment =
            events
            .filter { event in !trigger.at.isAfter(event.at) && rule.satisfiedBy.contains { $0.matches(event) } }
            .map(\.at).min { $1.isAfter($0) }
        var obligation = Obligation(
            rule: rule.id, triggerID: trigger.recordID, triggeredAt: trigger.at, due: due.at, workBy: due.workBy,
            isProvisional: due.isProvisional, fulfilledAt: fulfilment, decision: nil, postponedTo: nil)
        for override in file.overrides where override.rule == rule.id && override.triggerID == trigger.recordID {
            obligation.decision = override.decision == .resumed ? nil : override.decision
            obligation.postponedTo = override.decision == .postponed ? override.until : nil
        }
        // A closed case must not go on asking for work: its open duties fall with it, and come back if it is reopened.
        if !file.header.isOpen, fulfilment == nil { obligation.decision = .waived }
        return obligation
    }
}
