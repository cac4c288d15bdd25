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
        let allEvents = file.events
        var result: [Obligation] = []
        for regulation in regulations where file.header.regulations.contains(regulation.id) {
            let events = file.events(allEvents, under: regulation.id)
            let isLeft = file.header.ending(of: regulation.id) != nil
            for rule in regulation.obligations {
                for trigger in events where rule.trigger.matches(trigger) {
                    guard isCalledFor(rule, trigger: trigger, events: events),
                        let due = rule.due.due(after: trigger.at, calendar: calendar, office: office)
                    else { continue }
                    var obligation = obligation(rule, trigger: trigger, due: due, events: events, file: file)
                    // What an act still asked for falls when the case leaves it.
                    if isLeft, obligation.fulfilledAt == nil { obligation.decision = .waived }
                    result.append(obligation)
                }
            }
        }
        return result.sorted { ($0.due.date, $0.rule, $0.triggerID) < ($1.due.date, $1.rule, $1.triggerID) }
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
            if override.decision == .postponed { obligation.postponedTo = override.until }
            // What was resumed runs to the day it ran to before, a postponed one among them.
            let resumed: OverrideKind? = obligation.postponedTo == nil ? nil : .postponed
            obligation.decision = override.decision == .resumed ? resumed : override.decision
        }
        // A closed case must not go on asking for work: its open duties fall with it, and come back if it is reopened.
        if fulfilment == nil, !file.header.isOpen || falls(obligation, of: rule, withRefusalIn: file) {
            obligation.decision = .waived
        }
        return obligation
    }

    /// Whether a refusal ended a duty that still ran and that needs consent («в случае согласия», IRK п. 16.3, 19): one
    /// that exists only after consent, or follows from work that nobody may do without it. A term already missed on the
    /// day of the refusal stays missed.
    private func falls(_ obligation: Obligation, of rule: ObligationRule, withRefusalIn file: CaseFile) -> Bool {
        guard file.isRefused, let refusal = file.accompanimentConsent, refusal.on <= obligation.effectiveDue.date else {
            return false
        }
        let needsConsent: Set<EventName> = [.meetingAgreed, .meetingHeld, .surveyRecorded, .programDrafted, .programAgreed]
        return needsConsent.contains(rule.trigger.name) || rule.onlyAfter.contains { $0.name == .consentRecorded }
    }
}
