/// Two terms of one act that cannot both be used up, such as BRY п. 14 and 15 (X-BRY-05): a chain of terms, each begun on the
/// last day of the one before, may end after the term that needs its outcome.
public struct TermConflict: Hashable, Sendable {
    /// Code, what it means for the work, and where it stands.
    public var entry: PackEntry
    /// Full ids of the rules of the chain, in order; the first begins at the event that sets off `rule`.
    public var chain: [String]
    /// Full id of the rule whose term is too short.
    public var rule: String
    /// The reading that explains it, where there is one.
    public var reading: String?

    /// A conflict of terms.
    public init(entry: PackEntry, chain: [String], rule: String, reading: String?) {
        self.entry = entry
        self.chain = chain
        self.rule = rule
        self.reading = reading
    }
}

/// A conflict that an event really brings, with its two days.
public struct TermWarning: Hashable, Sendable {
    /// What collides.
    public var conflict: TermConflict
    /// The last day of the chain.
    public var chainEnds: CivilDate
    /// The last day of the term that needs its outcome.
    public var due: CivilDate
}

extension DeadlineEngine {
    /// The conflicts that a term set off at the moment runs into.
    public func warnings(for rule: String, after event: CivilDateTime) -> [TermWarning] {
        regulations.flatMap(\.conflicts).filter { $0.rule == rule }.compactMap { conflict in
            guard let due = self.rule(rule)?.due.due(after: event, calendar: calendar, office: office) else { return nil }
            var moment = event
            for link in conflict.chain {
                guard let next = self.rule(link)?.due.due(after: moment, calendar: calendar, office: office) else { return nil }
                moment = next.at
            }
            guard moment.date > due.at.date else { return nil }
            return TermWarning(conflict: conflict, chainEnds: moment.date, due: due.at.date)
        }
    }
}
