/// When a part of a plan must be done.
public enum PlanTerm: Hashable, Sendable {
    /// Not later than the day: «до 1 марта 2025 года».
    case until(CivilDate)
    /// Within the plan's year: «в течение года».
    case duringYear
    /// «Постоянно»: never late, never over.
    case constantly
    /// Within the month of the plan's year: «февраль».
    case month(Int)
    /// Within these quarters of the plan's year: «2 и 4 квартал».
    case quarters([Int])
    /// Again and again; the dates come from obligations.
    case each(PlanPeriod)
    /// The document names no term.
    case missing

    /// The last day in time in a plan of the year; nil where there is none, or where obligations hold the dates.
    public func lastDay(year: Int) -> CivilDate? {
        switch self {
        case .until(let day): day
        case .duringYear: CivilDate(year: year, month: 12, day: 31)
        case .month(let month): CivilDate(year: year, month: month, day: 1)?.atDay(31)
        case .quarters(let quarters): CivilDate(year: year, month: 3 * (quarters.max() ?? 4), day: 1)?.atDay(31)
        case .constantly, .each, .missing: nil
        }
    }
}

/// How often a part of a plan returns.
public enum PlanPeriod: String, Hashable, Sendable, CaseIterable {
    /// Every month.
    case month
    /// Every quarter.
    case quarter
    /// Every half-year.
    case halfYear = "half-year"
}

/// A piece of an item with a term of its own; most items have one.
public struct PlanPart: Hashable, Sendable {
    /// The item's number, and for one of several parts its own after a dot: `1.2.1`.
    public var number: String
    /// What is done in it; nil where the item has one part.
    public var title: String?
    /// When it must be done.
    public var term: PlanTerm
    /// The full id of the obligation that holds its dates, where it returns.
    public var obligation: String?

    /// A part of an item.
    public init(number: String, title: String? = nil, term: PlanTerm, obligation: String? = nil) {
        self.number = number
        self.title = title
        self.term = term
        self.obligation = obligation
    }
}

/// One item of a plan, as printed and as rules.
public struct PlanItem: Hashable, Sendable {
    /// The number as printed, without the last dot.
    public var number: String
    /// The section's number.
    public var section: String
    /// The title as printed.
    public var title: String
    /// The term as printed; empty where the document leaves it out.
    public var printedTerm: String
    /// Who must do it, as printed.
    public var responsible: [String]
    /// Its parts, in order.
    public var parts: [PlanPart]
    /// Where it stands.
    public var basis: LegalBasis
    /// How an inconsistency of the plan was read, where one was.
    public var reading: String?

    /// An item of a plan.
    public init(
        number: String, section: String, title: String, printedTerm: String, responsible: [String], parts: [PlanPart],
        basis: LegalBasis, reading: String? = nil
    ) {
        self.number = number
        self.section = section
        self.title = title
        self.printedTerm = printedTerm
        self.responsible = responsible
        self.parts = parts
        self.basis = basis
        self.reading = reading
    }
}

/// A plan of a region for a year (дорожная карта), such as № 06-53-4/25 for 2025. Another year is another file of the pack.
public struct RegionalPlan: Hashable, Sendable {
    /// The plan's id in the pack.
    public var id: String
    /// The title as printed.
    public var title: String
    /// The year.
    public var year: Int
    /// The number of the document.
    public var act: String
    /// Its sections, in order: number and title.
    public var sections: [PackEntry]
    /// Its items, in order.
    public var items: [PlanItem]

    /// A plan.
    public init(id: String, title: String, year: Int, act: String, sections: [PackEntry], items: [PlanItem]) {
        self.id = id
        self.title = title
        self.year = year
        self.act = act
        self.sections = sections
        self.items = items
    }

    /// The item of the number, or the item that the number's part belongs to.
    public func item(_ number: String) -> PlanItem? {
        items.first { $0.number == number || $0.parts.contains { $0.number == number } }
    }
}
