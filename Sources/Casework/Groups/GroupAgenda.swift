/// One case that waits for the working group, and why.
public struct GroupItem: Hashable, Sendable {
    /// The case.
    public var caseID: RecordID
    /// The case's number.
    public var number: Int
    /// Surname with initials.
    public var person: String
    /// What is to be considered.
    public var wait: GroupRules.Wait
    /// The day since which it waits.
    public var since: CivilDate
    /// The last day by the act or the office, where there is one.
    public var due: CivilDate?

    /// Whether the last day has passed.
    public func isOverdue(on today: CivilDate) -> Bool { due.map { $0 < today } ?? false }
}

/// The agenda of the working group's next meeting, made from what waits for it on a day (UGR п. 4.1–4.2, 4.8–4.9, 5.2–5.6).
///
/// A case stands once for each thing that waits, since the earliest event that nothing has answered. What answers it may
/// fall on the same day.
public struct GroupAgenda: Sendable {
    /// The act.
    public let regulation: Regulation
    /// The act's rules of the group.
    public let rules: GroupRules
    private let engine: DeadlineEngine
    private let today: CivilDate
    private var found: [GroupItem] = []

    /// An empty agenda; nil where the act knows no group.
    public init?(regulation: Regulation, engine: DeadlineEngine, today: CivilDate) {
        guard let rules = regulation.group else { return nil }
        self.regulation = regulation
        self.rules = rules
        self.engine = engine
        self.today = today
    }

    /// What waits, the most pressing first; what has no last day follows, the oldest first.
    public var items: [GroupItem] {
        found.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            if one.due != other.due { return one.due.map { due in other.due.map { due < $0 } ?? true } ?? false }
            return (one.since, one.number, left.offset) < (other.since, other.number, right.offset)
        }.map(\.element)
    }

    /// Adds what waits in a case; a closed case, or one that has left the act, waits for nothing.
    public mutating func add(_ file: CaseFile) {
        guard file.header.isOpen, file.header.regulations.contains(regulation.id),
            file.header.ending(of: regulation.id) == nil
        else { return }
        let events = file.events(concerning: regulation).filter { $0.at.date <= today }
        let duties = engine.obligations(of: file).filter { [.open, .overdue].contains($0.state(on: today)) }
        for wait in rules.waits {
            guard let start = start(of: wait, events: events, duties: duties) else { continue }
            let terms = duties.filter { $0.rule == wait.due }
            let own = terms.filter { $0.triggerID == start.recordID }
            found.append(
                GroupItem(
                    caseID: file.header.id, number: file.header.number, person: file.citizen.shortName, wait: wait,
                    since: start.on, due: (own.isEmpty ? terms : own).map(\.effectiveDue.date).min()))
        }
    }

    /// The earliest fact of the wait that nothing has answered.
    private func start(
        of wait: GroupRules.Wait, events: [CaseEvent], duties: [Obligation]
    ) -> (on: CivilDate, recordID: RecordID)? {
        var starts = events.filter { event in
            wait.since.contains { $0.matches(event) }
                && !events.contains { answer in
                    answer != event && answer.at.date >= event.at.date
                        && wait.until.contains { $0.matches(answer, setOffBy: event) }
                }
        }.map { (on: $0.at.date, recordID: $0.recordID) }
        // A term that has come is answered by what fulfils it, and by what the group has decided since.
        for duty in duties where duty.rule == wait.whenDue && duty.effectiveDue.date <= today {
            let day = duty.effectiveDue.date
            let isAnswered = events.contains { event in event.at.date >= day && wait.until.contains { $0.matches(event) } }
            if !isAnswered { starts.append((day, duty.triggerID)) }
        }
        return starts.min { ($0.on, $0.recordID) < ($1.on, $1.recordID) }
    }
}
