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
    /// True when the term is the office's own because the act is silent.
    public var isOfficeTerm: Bool { if case .officeTerm = due { true } else { false } }
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
}
