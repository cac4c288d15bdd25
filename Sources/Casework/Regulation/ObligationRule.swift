/// How grave it is to miss the term.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    /// Worth knowing.
    case note
    /// Must be looked at.
    case warning
    /// A term of the act.
    case legal

    /// Graver comes later.
    public static func < (left: Severity, right: Severity) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// The days on which an edition of a rule is in force, both ends among them.
public struct Edition: Hashable, Sendable {
    /// The first day; nil: since the act itself.
    public var from: CivilDate?
    /// The last day; nil: until further notice.
    public var until: CivilDate?

    /// An edition in force between two days.
    public init(from: CivilDate? = nil, until: CivilDate? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether the day lies in the edition.
    public func holds(_ day: CivilDate) -> Bool { from.map { $0 <= day } ?? true && until.map { day <= $0 } ?? true }

    /// Whether some day lies in both.
    public func overlaps(_ other: Edition) -> Bool {
        func ends(_ left: Edition, before right: Edition) -> Bool {
            guard let until = left.until, let from = right.from else { return false }
            return until < from
        }
        return !ends(self, before: other) && !ends(other, before: self)
    }
}

/// A rule of an act that sets a term: from which event, until when, by whom, and what fulfils it.
public struct ObligationRule: Hashable, Sendable {
    /// The full id: pack id, a dot, the rule's own id.
    public var id: String
    /// What must be done.
    public var title: String
    /// The event from which the term runs.
    public var trigger: EventPattern
    /// How the due date follows.
    public var due: DueRule
    /// Events, any of which fulfils it.
    public var satisfiedBy: [EventPattern]
    /// Events of which one must have happened for the duty to exist at all («в случае согласия»); none: always.
    public var onlyAfter: [EventPattern]
    /// The role that must do it.
    public var responsible: String
    /// How grave it is to miss it.
    public var severity: Severity
    /// Where it stands.
    public var basis: LegalBasis
    /// Events of which any takes the duty away, as long as it is neither fulfilled nor missed.
    public var unlessAfter: [EventPattern] = []
    /// The days on which this edition of the rule sets off terms; nil: always.
    public var edition: Edition?
    /// The agreed term within which the duty has a place: a date not before its end sets no duty (X-UGR-09).
    public var within: AgreedTerm?
    /// The form to print for it, by the pack's form id.
    public var form: String?
    /// What to do next, in words.
    public var next: String?
    /// True when the term is the office's own because the act is silent.
    public var isOfficeTerm: Bool { due.isOfficeTerm }
    /// True for the office's own duty that returns with the calendar, outside any case.
    public var isPeriodic: Bool { PeriodicDuty.Period(trigger.name) != nil }
    /// How an inconsistency of the act was read, where one was.
    public var reading: String?
    /// The rule stands only when the office reads the act so: option by ``ReadingChoice``; empty for most rules.
    public var underReading: [String: String] = [:]

    /// A rule.
    public init(
        id: String, title: String, trigger: EventPattern, due: DueRule, satisfiedBy: [EventPattern],
        onlyAfter: [EventPattern] = [],
        responsible: String, severity: Severity = .legal, basis: LegalBasis, reading: String? = nil
    ) {
        self.id = id
        self.title = title
        self.trigger = trigger
        self.due = due
        self.satisfiedBy = satisfiedBy
        self.onlyAfter = onlyAfter
        self.responsible = responsible
        self.severity = severity
        self.basis = basis
        self.reading = reading
    }

    /// Whether a trigger of the day falls under this edition of the rule.
    public func isInForce(on day: CivilDate) -> Bool { edition?.holds(day) ?? true }

    /// The due date for an event; nil where the office has set no term, or the date has no place within the agreed one.
    public func due(_ context: DueContext, calendar: ProductionCalendar, office: OfficeSettings) -> DueDate? {
        guard let result = due.due(context, calendar: calendar, office: office) else { return nil }
        if let within, result.at.date >= within.end(in: context) { return nil }
        return result
    }
}
