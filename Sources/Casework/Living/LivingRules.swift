/// An act's recommendations on supported living (BRY п. 36-2, 38–40); none of them stops an action (X-BRY-17).
public struct LivingRules: Hashable, Sendable {
    /// A recommended number and where it stands.
    public struct Limit: Hashable, Sendable {
        /// The number.
        public var value: Int
        /// Where it stands; nil where it is ours.
        public var basis: LegalBasis?
        /// How the act was read, by the reading's id.
        public var reading: String?
        /// Other values by the option of the reading that the office has chosen; the default option needs none.
        public var underReading: [String: Int] = [:]

        /// A recommended number.
        public init(_ value: Int, basis: LegalBasis?, reading: String? = nil) {
            self.value = value
            self.basis = basis
            self.reading = reading
        }
    }

    /// The numbers of ``LivingRules``, by what they limit; the raw value is the key in a pack.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        /// People in a group flat at least.
        case groupFrom
        /// People in a group flat at most by the norm.
        case groupTo
        /// People in a flat at most, whatever the norm.
        case flatMost
        /// People in a room preferably.
        case roomUsual
        /// People in a room at most, and with consent.
        case roomMost
        /// Flats of supported living in a house.
        case flatsPerBuilding
        /// People in a house or in neighbouring houses.
        case peoplePerBuilding
        /// Years between the oldest and the youngest of a group that count as different ages.
        case ageSpread
        /// Months of training without a break.
        case trainingMonths
        /// Months of one training that is repeated within a year.
        case trainingShortMonths
        /// How often in a year at least.
        case trainingTimesFrom
        /// How often in a year at most.
        case trainingTimesTo
    }

    /// The numbers.
    public var limits: [Measure: Limit]
    /// Where the group's consent stands.
    public var consentBasis: LegalBasis
    /// Where different sex and age stand.
    public var diversityBasis: LegalBasis
    /// Where different need stands.
    public var needBasis: LegalBasis
    /// Where the waiting list stands.
    public var waitingBasis: LegalBasis

    /// Recommendations on supported living.
    public init(
        limits: [Measure: Limit], consentBasis: LegalBasis, diversityBasis: LegalBasis, needBasis: LegalBasis,
        waitingBasis: LegalBasis
    ) {
        self.limits = limits
        self.consentBasis = consentBasis
        self.diversityBasis = diversityBasis
        self.needBasis = needBasis
        self.waitingBasis = waitingBasis
    }

    /// The rules with every limit as the office reads it; `chosen` gives the option of each choice by its id.
    func settled(by chosen: [String: String]) -> LivingRules {
        var rules = self
        for (measure, limit) in limits {
            guard let option = limit.reading.flatMap({ chosen[$0] }), let value = limit.underReading[option] else { continue }
            rules.limits[measure]?.value = value
        }
        return rules
    }

    /// A number of the act; the reader of packs lets none be absent.
    public func limit(_ measure: Measure) -> Limit {
        limits[measure] ?? Limit(0, basis: nil)
    }
}

/// The kinds of entries that supported living is kept in, as a pack must declare them.
public enum LivingEntryKind: String, CaseIterable, Sendable {
    /// A flat: an entry of the office.
    case dwelling
    /// A room of a flat: an entry of the office.
    case room
    /// Who lives where: an entry of a case.
    case placement
    /// A place on the waiting list: an entry of a case.
    case waiting
    /// A course of учебное проживание: an entry of a case.
    case training
    /// What the person thinks of it afterwards: an entry of a case.
    case trainingOpinion = "training-opinion"
}
