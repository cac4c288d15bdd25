/// The pure function from a case's dated facts, the acts and the calendar to its obligations.
public struct DeadlineEngine: Sendable {
    /// The acts at hand.
    public let regulations: [Regulation]
    /// Which days work.
    public let calendar: ProductionCalendar
    /// The office's own terms.
    public let office: OfficeSettings
    /// Acts whose rules ask for the category on the day of an event: only for them is it worth finding.
    private let askingCategory: Set<String>
    /// Acts with rules about the birthday that changes the category.
    private let awaitingBirthdays: Set<String>

    /// An engine over the given acts, calendar and office.
    public init(regulations: [Regulation], calendar: ProductionCalendar, office: OfficeSettings) {
        self.regulations = regulations
        self.calendar = calendar
        self.office = office
        askingCategory = Set(
            regulations.filter { $0.patterns.contains { $0.filters["category"] != nil } }.map(\.id))
        awaitingBirthdays = Set(regulations.filter { $0.patterns.contains { $0.name == .categoryChanges } }.map(\.id))
    }

    /// All obligations of a case, fulfilled ones included, by due date.
    ///
    /// An obligation belongs to one trigger: a second extract sets off a second term. It is fulfilled by the first
    /// satisfying event not earlier than its trigger.
    public func obligations(of file: CaseFile) -> [Obligation] {
        var result: [Obligation] = []
        for regulation in regulations where file.header.regulations.contains(regulation.id) {
            let events = events(of: file, under: regulation)
            let isLeft = file.header.ending(of: regulation.id) != nil
            for rule in regulation.obligations {
                for trigger in events where sets(trigger, off: rule, of: regulation) {
                    guard isCalledFor(rule, trigger: trigger, events: events),
                        let due = rule.due(DueContext(trigger, among: events), calendar: calendar, office: office)
                    else { continue }
                    var obligation = obligation(rule, trigger: trigger, due: due, events: events, file: file)
                    // What an act still asked for falls when the case leaves it.
                    if isLeft, obligation.fulfilledAt == nil { obligation.decision = .waived }
                    if !isTakenAway(obligation, rule, trigger: trigger, events: events) { result.append(obligation) }
                }
            }
        }
        return result.sorted { ($0.due.date, $0.rule, $0.triggerID) < ($1.due.date, $1.rule, $1.triggerID) }
    }

    /// The terms that an event would set off under an act, whether or not a case exists, in the pack's order.
    public func terms(after event: CaseEvent, under regulation: Regulation) -> [(rule: ObligationRule, due: DueDate)] {
        regulation.obligations.compactMap { rule in
            guard sets(event, off: rule, of: regulation),
                let due = rule.due(DueContext(event), calendar: calendar, office: office)
            else { return nil }
            return (rule, due)
        }
    }

    /// The rule of the given full id: the edition in force on a day or, where no day is given, the first in the pack.
    public func rule(_ id: String, on day: CivilDate? = nil) -> ObligationRule? {
        for regulation in regulations {
            if let rule = regulation.obligations.first(where: { $0.id == id && day.map($0.isInForce) ?? true }) { return rule }
        }
        return nil
    }

    /// The counting behind an obligation of a case, day by day; nil when the rule is no longer in a pack.
    public func explain(_ obligation: Obligation, of file: CaseFile) -> DueDate? {
        guard let rule = rule(obligation.rule, on: obligation.triggeredAt.date),
            let regulation = regulations.first(where: { $0.obligations.contains(rule) })
        else { return nil }
        let events = events(of: file, under: regulation)
        let trigger = events.first {
            $0.recordID == obligation.triggerID && $0.at == obligation.triggeredAt && sets($0, off: rule, of: regulation)
        }
        let context = trigger.map { DueContext($0, among: events) } ?? DueContext(obligation.triggeredAt)
        return rule.due.due(context, calendar: calendar, office: office)
    }

    /// What happened in a case as an act's rules see it: with the birthdays ahead, and with the category on the day where
    /// a rule asks for it.
    private func events(of file: CaseFile, under regulation: Regulation) -> [CaseEvent] {
        var events = file.events(concerning: regulation)
        if awaitingBirthdays.contains(regulation.id) { events += file.calendarEvents(under: regulation) }
        guard askingCategory.contains(regulation.id) else { return events }
        return events.map { event in
            var event = event
            let category = regulation.category(of: file.citizen, on: event.at.date)
            event.attributes["category"] = category?.entry.id ?? Regulation.noCategory
            return event
        }
    }

    /// Whether a rule speaks of an event; a referral under one act sets off nothing under another.
    private func sets(_ event: CaseEvent, off rule: ObligationRule, of regulation: Regulation) -> Bool {
        rule.trigger.matches(event) && rule.isInForce(on: event.at.date)
            && event.attributes["regulation"].map { $0 == regulation.id } ?? true
    }

    private func isCalledFor(_ rule: ObligationRule, trigger: CaseEvent, events: [CaseEvent]) -> Bool {
        rule.onlyAfter.isEmpty
            || events.contains { event in
                event.at.date >= trigger.at.date && rule.onlyAfter.contains { $0.matches(event, setOffBy: trigger) }
            }
    }

    /// Whether something took the duty away while it ran: what was fulfilled before, or already missed, stays.
    private func isTakenAway(
        _ obligation: Obligation, _ rule: ObligationRule, trigger: CaseEvent, events: [CaseEvent]
    ) -> Bool {
        events.contains { event in
            event.at.date >= trigger.at.date && !event.at.isAfter(obligation.due)
                && obligation.fulfilledAt.map { !event.at.isAfter($0) } ?? true
                && rule.unlessAfter.contains { $0.matches(event, setOffBy: trigger) }
        }
    }

    /// What a birthday calls for is done before it: whatever happened in the year before counts. All else only counts
    /// once the trigger has happened.
    private func earliestFulfilment(of trigger: CaseEvent) -> CivilDateTime {
        trigger.name == .categoryChanges ? CivilDateTime(trigger.at.date.adding(months: -12)) : trigger.at
    }

    private func obligation(
        _ rule: ObligationRule, trigger: CaseEvent, due: DueDate, events: [CaseEvent], file: CaseFile
    ) -> Obligation {
        let earliest = earliestFulfilment(of: trigger)
        // An event does not fulfil the very duty it sets off (the fee decided anew a year later, BRY п. 29); and what was
        // done for the end of a term before it was extended is owed again for the new end (UGR п. 5.6).
        let extended = rule.due.agreedTerm?.extendedBy.flatMap { name in
            events.filter { $0.name == name && !trigger.at.isAfter($0.at) }.map(\.at.date).max()
        }
        let fulfilments = events.filter { event in
            event != trigger && !earliest.isAfter(event.at) && extended.map { event.at.date > $0 } ?? true
                && rule.satisfiedBy.contains { $0.matches(event, setOffBy: trigger) }
        }
        let fulfilment = fulfilments.map(\.at).min { $1.isAfter($0) }
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
