/// A condition on a person, as a pack writes it.
public indirect enum Criterion: Hashable, Sendable {
    /// Every part holds.
    case all([Criterion])
    /// At least one part holds.
    case any([Criterion])
    /// No part holds.
    case none([Criterion])
    /// Full years lived: at least `from`, less than `below`.
    case age(from: Int?, below: Int?)
    /// The disability status is one of these.
    case status(Set<DisabilityStatus>)
    /// A restriction of at least this degree, 1…3.
    case restriction(LifeRestriction, atLeast: Int)
    /// Some restriction, whichever, of at least this degree.
    case anyRestriction(atLeast: Int)
    /// The circumstance is recorded.
    case flag(CitizenFlag)
    /// The disability is established for the first time.
    case firstTime
    /// The person's sex, as recorded; one whose sex is not recorded does not meet it.
    case sex(Sex)
    /// The person lives in one of these territories, as the register of the office names them.
    case territory(Set<String>)
    /// The office reads an unclear place of the act so: an option of a ``ReadingChoice``. Settled before anybody is asked
    /// about, see ``Regulation/read(with:)``.
    case reading(choice: String, option: String)

    /// Whether the person meets the condition on the day.
    public func isMet(by citizen: Citizen, on date: CivilDate) -> Bool {
        switch self {
        case .all(let parts): return parts.allSatisfy { $0.isMet(by: citizen, on: date) }
        case .any(let parts): return parts.contains { $0.isMet(by: citizen, on: date) }
        case .none(let parts): return !parts.contains { $0.isMet(by: citizen, on: date) }
        case .age(let from, let below):
            let age = citizen.born.fullYears(on: date)
            return age >= from ?? 0 && age < below ?? Int.max
        case .status(let statuses): return statuses.contains(citizen.disability.status)
        case .restriction(let restriction, let degree): return citizen.restrictions[restriction] >= degree
        case .anyRestriction(let degree): return citizen.restrictions.degrees.values.contains { $0 >= degree }
        case .flag(let flag): return citizen.flags.contains(flag)
        case .firstTime: return citizen.disability.isFirst == true
        case .sex(let sex): return citizen.sex == sex
        case .territory(let names):
            guard let home = citizen.territory.map(SearchKey.fold) else { return false }
            return names.contains { SearchKey.fold($0) == home }
        case .reading: return false
        }
    }

    /// The ages at which the answer may change, in years.
    public var ageBounds: Set<Int> {
        switch self {
        case .all(let parts), .any(let parts), .none(let parts): parts.reduce(into: []) { $0.formUnion($1.ageBounds) }
        case .age(let from, let below): Set([from, below].compactMap { $0 })
        default: []
        }
    }
}

/// A category of people the act covers (IRK п. 3) or a group within it.
public struct TargetCategory: Hashable, Sendable {
    /// Code, title and point.
    public var entry: PackEntry
    /// Who belongs to it.
    public var criterion: Criterion
    /// The resource centre that coordinates it (IRK п. 4.3), where the act names one.
    public var coordinator: String?
    /// How an inconsistency of the act was read, such as `X-IRK-04`, where one was.
    public var reading: String?

    /// A category.
    public init(entry: PackEntry, criterion: Criterion, coordinator: String?, reading: String?) {
        self.entry = entry
        self.criterion = criterion
        self.coordinator = coordinator
        self.reading = reading
    }
}

extension Regulation {
    /// The ids of the centres that coordinate a person: that of the category, then those of the groups (IRK п. 4.3).
    public func coordinators(of citizen: Citizen, on date: CivilDate) -> [String] {
        let belonged =
            [category(of: citizen, on: date)].compactMap { $0 } + groups.filter { $0.criterion.isMet(by: citizen, on: date) }
        var ids: [String] = []
        for id in belonged.compactMap(\.coordinator) where !ids.contains(id) { ids.append(id) }
        return ids
    }
}
