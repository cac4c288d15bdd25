/// A section of an act's table of standards (BRY Приложение 2), such as «Социально-бытовые услуги».
public struct ServiceSection: Hashable, Sendable {
    /// The section's number, from 1.
    public var number: Int
    /// The heading as printed; nil where the source has lost it (X-BRY-19).
    public var title: String?
    /// What must be known of the printed text, in words.
    public var note: String?
    /// The inconsistency's id, where one was read.
    public var reading: String?

    /// A section of a table of standards.
    public init(number: Int, title: String?, note: String? = nil, reading: String? = nil) {
        self.number = number
        self.title = title
        self.note = note
        self.reading = reading
    }
}

/// A social service with its norm (BRY п. 12, Приложение 2): how long one visit takes, and how often it is due at each level.
public struct ServiceStandard: Hashable, Sendable {
    /// The norm at one level of нарушение автономии.
    public struct Norm: Hashable, Sendable {
        /// The level, 1 (незначительные) … 4 (значительно выраженные).
        public var level: Int
        /// How often, as printed.
        public var periodicity: String
        /// Visits a year, as printed; not always what the words give (X-BRY-23).
        public var perYear: Int

        /// A norm of one level.
        public init(level: Int, periodicity: String, perYear: Int) {
            self.level = level
            self.periodicity = periodicity
            self.perYear = perYear
        }
    }

    /// The code in data and on the command line, such as `S1-1.1`: numbers begin anew in every section.
    public var key: String
    /// The section it stands in.
    public var section: ServiceSection
    /// The number as printed, such as `1.1`.
    public var number: String
    /// The name as printed.
    public var title: String
    /// The description as printed.
    public var description: String
    /// Whether it is done instead of the person and not together with them («замещающая»).
    public var isSubstituting: Bool
    /// Minutes of one visit.
    public var minutes: Int
    /// Norms by level, in order; a level with a dash in the table is absent.
    public var norms: [Norm]
    /// What must be known of the printed text, in words.
    public var note: String?
    /// The inconsistency's id, where one was read.
    public var reading: String?
    /// Where it stands.
    public var basis: LegalBasis

    /// A service's standard.
    public init(
        key: String, section: ServiceSection, number: String, title: String, description: String, isSubstituting: Bool,
        minutes: Int, norms: [Norm], note: String? = nil, reading: String? = nil, basis: LegalBasis
    ) {
        self.key = key
        self.section = section
        self.number = number
        self.title = title
        self.description = description
        self.isSubstituting = isSubstituting
        self.minutes = minutes
        self.norms = norms
        self.note = note
        self.reading = reading
        self.basis = basis
    }

    /// The norm at a level; nil where the table has a dash.
    public func norm(at level: Int) -> Norm? { norms.first { $0.level == level } }
}

/// What a whole table of standards comes to at one level, if every service were granted.
public struct StandardsTotal: Hashable, Sendable {
    /// Services that have a norm at the level.
    public var services: Int
    /// Visits a year.
    public var visits: Int
    /// Minutes a year.
    public var minutes: Int

    /// The total of some services at a level.
    public init(of standards: [ServiceStandard], at level: Int) {
        services = 0
        visits = 0
        minutes = 0
        for standard in standards {
            guard let norm = standard.norm(at: level) else { continue }
            services += 1
            visits += norm.perYear
            minutes += norm.perYear * standard.minutes
        }
    }
}
