import Casework

/// Invented citizens for demonstration and measurement: the same seed and number give the same person everywhere.
///
/// All ages and statuses of the Irkutsk act occur, with names in ё and with hyphens. Nobody of them exists; СНИЛС are
/// valid by their checksum and do not repeat within a seed.
public struct InventedPeople: Sendable {
    private let names: InventedNames
    private let seed: UInt64
    private let today: CivilDate

    /// People of a seed, of such ages on the day `today`.
    public init(seed: UInt64, today: CivilDate, names: InventedNames = InventedNames()) {
        self.seed = seed
        self.today = today
        self.names = names
    }

    /// The person of a number from 0.
    public func citizen(_ index: Int) -> Citizen {
        var numbers = numbers(for: index, salt: 1)
        let isFemale = numbers.chance(52)
        let band = AgeBand.of(percent: numbers.number(in: 0..<100))
        let born = today.adding(days: -numbers.number(in: band.days))
        let family = numbers.pick(names.families)
        let patronymic = numbers.pick(names.patronymics)
        var citizen = Citizen(
            id: RecordID(high: numbers.next(), low: numbers.next()), family: isFemale ? family.female : family.male,
            given: numbers.pick(isFemale ? names.givenFemale : names.givenMale),
            patronymic: numbers.chance(97) ? (isFemale ? patronymic.female : patronymic.male) : nil, born: born)
        citizen.sex = isFemale ? .female : .male
        if numbers.chance(96) { citizen.snils = snils(index) }
        if numbers.chance(90) { citizen.phones.append(phone(&numbers)) }
        if numbers.chance(15) { citizen.phones.append(phone(&numbers)) }
        addAddress(&citizen, &numbers)
        addHealth(&citizen, band, &numbers)
        return citizen
    }

    /// The representative named with the person of a number; children have one, of adults one in ten.
    public func representative(_ index: Int) -> (name: String, relation: RepresentativeRelation, phone: String?)? {
        let citizen = citizen(index)
        var numbers = numbers(for: index, salt: 2)
        let isChild = citizen.born.fullYears(on: today) < 18
        guard isChild || numbers.chance(10) else { return nil }
        let isFemale = numbers.chance(75)
        let patronymic = numbers.pick(names.patronymics)
        // The same family in the representative's own form.
        let family = names.families.first { [$0.male, $0.female].contains(citizen.family) }
        let parts = [
            (isFemale ? family?.female : family?.male) ?? citizen.family,
            numbers.pick(isFemale ? names.givenFemale : names.givenMale), isFemale ? patronymic.female : patronymic.male,
        ]
        let relation: RepresentativeRelation = !isChild ? .guardian : isFemale ? .mother : .father
        return (parts.joined(separator: " "), relation, numbers.chance(95) ? phone(&numbers) : nil)
    }

    // MARK: Parts

    private func numbers(for index: Int, salt: UInt64) -> SeededNumbers {
        var mixer = SeededNumbers(seed: seed &* 0x2545_F491_4F6C_DD1D &+ UInt64(index) &* 4 &+ salt)
        return SeededNumbers(seed: mixer.next())
    }

    /// A number of its own for every index: the step shares no divisor with the count of numbers in use.
    private func snils(_ index: Int) -> SNILS {
        let count = 800_000_000
        let step = 333_333_331
        return SNILS(serial: 150_000_000 + (index * step + Int(seed % 1_000_000) * 797) % count)
    }

    private func phone(_ numbers: inout SeededNumbers) -> String {
        func digits(_ count: Int) -> String { (0..<count).map { _ in String(numbers.number(in: 0..<10)) }.joined() }
        return "8 9\(digits(2)) \(digits(3))-\(digits(2))-\(digits(2))"
    }

    private func addAddress(_ citizen: inout Citizen, _ numbers: inout SeededNumbers) {
        let settlement = numbers.pick(names.settlements)
        citizen.territory = settlement.territory
        citizen.address = PostalAddress(
            postcode: numbers.chance(95) ? settlement.postcode : nil, region: settlement.region, district: settlement.district,
            settlement: settlement.name, street: numbers.pick(names.streets), house: "д. \(numbers.number(in: 1..<180))",
            flat: numbers.chance(65) ? "кв. \(numbers.number(in: 1..<120))" : nil)
    }

    private func addHealth(_ citizen: inout Citizen, _ band: AgeBand, _ numbers: inout SeededNumbers) {
        let status = numbers.pick(band.statuses)
        citizen.disability.status = status
        if status.isDisabled {
            let longest = max(1, min(today.days(since: citizen.born), 3_000))
            let since = today.adding(days: -numbers.number(in: 0..<longest))
            citizen.disability.since = since
            citizen.disability.isFirst = numbers.chance(40)
            if numbers.chance(60) { citizen.disability.until = since.adding(months: 12 * numbers.number(in: 1..<4)) }
            for restriction in LifeRestriction.allCases where numbers.chance(30) {
                // No degrees of ability to work are established for small children.
                if restriction == .work && band.isChild { continue }
                citizen.restrictions[restriction] = numbers.number(in: 1..<4)
            }
            citizen.ipraNumber = "\(numbers.number(in: 100..<2_000)).\(numbers.number(in: 1..<60)).38/\(since.year)"
            citizen.ipraDate = since
            citizen.ipraUntil = citizen.disability.until
        }
        var flags: Set<CitizenFlag> = []
        if band.isChild, numbers.chance(6) { flags.insert(.sociallyDangerous) }
        if band.isChild, numbers.chance(4) { flags.insert(.orphan) }
        if band == .infant, !status.isDisabled || numbers.chance(20) { flags.insert(.risk) }
        if band == .workingAge, numbers.chance(5) { flags.insert(.svo) }
        citizen.flags = CitizenFlag.allCases.filter(flags.contains)
    }
}

/// Who a representative is to the person.
public enum RepresentativeRelation: String, Sendable, CaseIterable {
    /// Мать.
    case mother
    /// Отец.
    case father
    /// Опекун.
    case guardian
}

/// Ages by the categories of the act.
private enum AgeBand {
    case infant, child, workingAge, senior

    static func of(percent: Int) -> AgeBand {
        switch percent {
        case ..<10: .infant
        case ..<32: .child
        case ..<72: .workingAge
        default: .senior
        }
    }

    /// Ages in days.
    var days: Range<Int> {
        switch self {
        case .infant: 30..<1_090
        case .child: 1_100..<6_560
        case .workingAge: 6_590..<21_900
        case .senior: 21_930..<34_500
        }
    }

    var isChild: Bool { self == .infant || self == .child }

    /// Statuses, the frequent ones several times.
    var statuses: [DisabilityStatus] {
        switch self {
        case .infant: [.child, .child, .child, .limitedHealth, .limitedHealth, .none]
        case .child: [.child, .child, .child, .child, .child, .child, .child, .child, .limitedHealth]
        case .workingAge: [.group1, .group2, .group2, .group2, .group3, .group3, .group3, .group3]
        case .senior: [.group1, .group2, .group2, .group2, .group2, .group3, .group3]
        }
    }
}
