/// A person in a flat.
public struct LivingResident: Hashable, Sendable {
    /// Where and since when.
    public var placement: Placement
    /// Who.
    public var person: LivingPerson
}

/// A flat with who lives there, what is free and what should be looked at.
public struct LivingFlat: Hashable, Sendable {
    /// The flat.
    public var dwelling: Dwelling
    /// Its rooms, by name.
    public var rooms: [LivingRoom]
    /// Who lives there, by surname.
    public var residents: [LivingResident]
    /// What should be looked at, the gravest first.
    public var findings: [Finding]

    /// Places in all rooms.
    public var places: Int { rooms.reduce(0) { $0 + $1.places } }
    /// Places that nobody has.
    public var free: Int { max(0, places - residents.count) }

    /// Who lives in a room; nil asks for those without one.
    public func residents(of room: RecordID?) -> [LivingResident] { residents.filter { $0.placement.room == room } }
}

/// Somebody on the waiting list with the place in it.
public struct LivingWaiter: Hashable, Sendable {
    /// What is waited for.
    public var place: WaitingPlace
    /// Who.
    public var person: LivingPerson
    /// The place in the list, from 1; places to stay and places to learn are two lists.
    public var position: Int
}

/// Supported living on one day: flats with their people, the waiting list, and what the act recommends otherwise.
///
/// A pure reckoning over entries; nothing of it is stored.
public struct LivingPlan: Hashable, Sendable {
    /// The flats in use, by house and name.
    public let flats: [LivingFlat]
    /// The waiting list, who has waited longest first.
    public let waiting: [LivingWaiter]
    /// What should be looked at in houses.
    public let houseFindings: [Finding]
    /// What should be looked at in courses of training, by case.
    public let trainingFindings: [RecordID: [Finding]]
    /// The people of the cases.
    public let people: [RecordID: LivingPerson]

    /// Everything recorded; people of cases unknown here are left out.
    public struct Records: Sendable {
        /// Flats and rooms.
        public var office: [OfficeEntry]
        /// Placements, waiting and training.
        public var cases: [CaseEntry]
        /// Whose cases they are.
        public var people: [RecordID: LivingPerson]

        /// Everything recorded.
        public init(office: [OfficeEntry], cases: [CaseEntry], people: [RecordID: LivingPerson]) {
            self.office = office
            self.cases = cases
            self.people = people
        }
    }

    /// The plan of a day.
    public init(_ records: Records, rules: LivingRules, on date: CivilDate) {
        let advice = LivingAdvice(rules: rules, date: date)
        let rooms = Dictionary(grouping: records.office.compactMap { LivingRoom($0) }) { $0.dwelling }
        let placements = records.cases.compactMap { Placement($0) }
        let current = Dictionary(grouping: placements.filter { $0.holds(on: date) }) { $0.dwelling }
        people = records.people
        flats = records.office.compactMap { Dwelling($0) }.filter { $0.isInUse(on: date) }
            .map { dwelling in
                let residents = (current[dwelling.id] ?? []).compactMap { placement in
                    records.people[placement.caseID].map { LivingResident(placement: placement, person: $0) }
                }
                var flat = LivingFlat(
                    dwelling: dwelling, rooms: (rooms[dwelling.id] ?? []).sorted { ($0.name, $0.id) < ($1.name, $1.id) },
                    residents: residents.sorted { ($0.person.name, $0.person.number) < ($1.person.name, $1.person.number) },
                    findings: [])
                flat.findings = advice.findings(of: flat)
                return flat
            }
            .sorted {
                ($0.dwelling.building, $0.dwelling.name, $0.dwelling.id)
                    < ($1.dwelling.building, $1.dwelling.name, $1.dwelling.id)
            }
        houseFindings = advice.findings(ofHouses: flats)
        waiting = LivingPlan.list(records, placements, flats: records.office.compactMap { Dwelling($0) }, on: date)
        let trainings = Dictionary(grouping: records.cases.compactMap { LivingTraining($0) }) { $0.caseID }
        trainingFindings = trainings.mapValues { advice.findings(of: $0) }.filter { !$0.value.isEmpty }
    }

    /// Who waits on the day. Who has been placed for the same purpose since is no longer waiting, even where nobody has
    /// said so on the list.
    private static func list(
        _ records: Records, _ placements: [Placement], flats: [Dwelling], on date: CivilDate
    ) -> [LivingWaiter] {
        let purposes = Dictionary(flats.map { ($0.id, $0.purpose) }) { first, _ in first }
        let places = records.cases.compactMap { WaitingPlace($0) }.filter { place in
            let isOff = place.until.map { $0 <= date } ?? false
            let isPlaced = placements.contains {
                $0.caseID == place.caseID && purposes[$0.dwelling] == place.purpose && $0.from >= place.since && $0.from <= date
            }
            return place.since <= date && !isOff && !isPlaced && records.people[place.caseID] != nil
        }
        var counts: [LivingPurpose: Int] = [:]
        return places.sorted { ($0.since, $0.id) < ($1.since, $1.id) }.compactMap { place in
            guard let person = records.people[place.caseID] else { return nil }
            counts[place.purpose, default: 0] += 1
            return LivingWaiter(place: place, person: person, position: counts[place.purpose] ?? 0)
        }
    }
}
