/// The interagency working group of an act (UGR п. 1.2, 4.1–4.4, 4.9, 5.3): what comes before it, which entry is its
/// meeting and which its decision on a case.
public struct GroupRules: Hashable, Sendable {
    /// What the group is called, and where it stands.
    public var entry: PackEntry
    /// The kind of office entry that is a meeting.
    public var meeting: String
    /// The kind of case entry that is a decision.
    public var decision: String
    /// What puts a case on the agenda, in the act's order.
    public var waits: [Wait]

    /// Rules of a group.
    public init(entry: PackEntry, meeting: String, decision: String, waits: [Wait]) {
        self.entry = entry
        self.meeting = meeting
        self.decision = decision
        self.waits = waits
    }

    /// Every kind of entry by which the group decides on a case, the usual one first.
    public var decisions: [String] {
        waits.compactMap(\.decision).reduce(into: [decision]) { kinds, kind in
            if !kinds.contains(kind) { kinds.append(kind) }
        }
    }

    /// The kind of entry that decides on what waits.
    public func decision(on wait: Wait) -> String { wait.decision ?? decision }

    /// One thing that the group must consider.
    public struct Wait: Hashable, Sendable {
        /// Code, what is to be considered, and where it stands.
        public var entry: PackEntry
        /// Events, any of which puts the case on the agenda.
        public var since: [EventPattern]
        /// The full id of a rule whose term, come and still open, puts the case on the agenda.
        public var whenDue: String?
        /// Events, any of which takes the case off.
        public var until: [EventPattern]
        /// The full id of the rule that gives the last day, where there is one.
        public var due: String?
        /// The kind of case entry that decides on it, where it is not the group's usual one (UGR п. 5.3: an extension).
        public var decision: String?

        /// Something to consider.
        public init(
            entry: PackEntry, since: [EventPattern] = [], whenDue: String? = nil, until: [EventPattern] = [], due: String? = nil,
            decision: String? = nil
        ) {
            self.entry = entry
            self.since = since
            self.whenDue = whenDue
            self.until = until
            self.due = due
            self.decision = decision
        }
    }
}
