/// What the keeping of the register is judged by (IRK п. 36, 37.2): своевременность и качество.
public enum QualityAspect: String, Hashable, Sendable, CaseIterable {
    /// Whether what must be known is there.
    case completeness
    /// Whether it was done in time.
    case timeliness
}

/// What of a case a criterion looks at.
public enum QualityCheck: Hashable, Sendable {
    /// Something about the person or the case's cover.
    case fact(QualityFact)
    /// Something that must have happened.
    case event(EventPattern)
}

/// Facts of a person and of a case's cover that a register must hold; the raw value is the pack's word.
public enum QualityFact: String, Hashable, Sendable, CaseIterable {
    /// Дата рождения: not later than today and not more than 120 years ago.
    case born
    /// СНИЛС.
    case snils
    /// Пол.
    case sex
    /// Адрес.
    case address
    /// Телефон: the person's or a representative's.
    case phone
    /// Муниципальное образование.
    case territory
    /// Инвалидность.
    case disability
    /// Целевая категория.
    case category
    /// Куратор.
    case curator
    /// Законный представитель.
    case representative
    /// No term of the case is missed: neither overdue now nor fulfilled late.
    case terms
}

/// One criterion of the register's quality, with its weight; ours, since the act gives none.
public struct QualityCriterion: Hashable, Sendable {
    /// Code, title and point.
    public var entry: PackEntry
    /// What it shows.
    public var aspect: QualityAspect
    /// How much it counts, from 1.
    public var weight: Int
    /// What is looked at.
    public var check: QualityCheck
    /// The criterion is asked of a case only after one of these; none: of every case.
    public var after: [EventPattern]
    /// The criterion is asked only of people younger than so many years.
    public var below: Int?

    /// A criterion.
    public init(
        entry: PackEntry, aspect: QualityAspect, weight: Int, check: QualityCheck, after: [EventPattern] = [], below: Int? = nil
    ) {
        self.entry = entry
        self.aspect = aspect
        self.weight = weight
        self.check = check
        self.after = after
        self.below = below
    }
}
