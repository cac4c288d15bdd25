/// «Кто по порядку»: what a person is under an act on a day, and why, condition by condition.
public struct Eligibility: Hashable, Sendable {
    /// One condition of a category or a group, and whether the person meets it.
    public struct Reason: Hashable, Sendable {
        /// The category or group.
        public var target: TargetCategory
        /// The condition.
        public var criterion: Criterion
        /// Whether it is met.
        public var isMet: Bool
    }

    /// The category, the first that is met; nil when the person does not belong to the act's people.
    public var category: TargetCategory?
    /// The groups beside it.
    public var groups: [TargetCategory]
    /// Every condition of every category and group, in the act's order.
    public var reasons: [Reason]

    /// The person under the act on the day; conditions that must all hold are told one by one.
    public init(of citizen: Citizen, under act: Regulation, on date: CivilDate) {
        category = act.category(of: citizen, on: date)
        groups = act.groups.filter { $0.criterion.isMet(by: citizen, on: date) }
        reasons = (act.categories + act.groups).flatMap { target in
            let parts: [Criterion] = if case .all(let parts) = target.criterion { parts } else { [target.criterion] }
            return parts.map { Reason(target: target, criterion: $0, isMet: $0.isMet(by: citizen, on: date)) }
        }
    }

    /// The conditions of a category or a group.
    public func reasons(of target: TargetCategory) -> [Reason] { reasons.filter { $0.target == target } }
}
