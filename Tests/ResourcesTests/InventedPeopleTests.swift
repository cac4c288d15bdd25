import Casework
import Testing

@testable import MarshrutResources

@Suite("Invented people")
struct InventedPeopleTests {
    private let today: CivilDate
    private let people: InventedPeople

    init() throws {
        today = try #require(CivilDate(year: 2025, month: 3, day: 12))
        people = InventedPeople(seed: 1, today: today)
    }

    @Test("The same seed and number give the same person, another seed another one")
    func deterministic() {
        let again = InventedPeople(seed: 1, today: today)
        let other = InventedPeople(seed: 2, today: today)
        for index in [0, 1, 499, 199_999] { #expect(people.citizen(index) == again.citizen(index)) }
        #expect((0..<20).contains { people.citizen($0).fullName != other.citizen($0).fullName })
    }

    @Test("Every СНИЛС is valid and none repeats")
    func snils() throws {
        var seen: Set<String> = []
        for index in 0..<5_000 {
            guard let snils = people.citizen(index).snils else { continue }
            #expect(try SNILS(snils.printed) == snils)
            #expect(seen.insert(snils.digits).inserted)
        }
    }

    @Test("All ages, statuses and kinds of names occur")
    func variety() {
        let citizens = (0..<2_000).map(people.citizen)
        #expect(Set(citizens.map(\.disability.status)) == Set(DisabilityStatus.allCases))
        let ages = Set(citizens.map { $0.born.fullYears(on: today) })
        for age in [0, 2, 3, 17, 18, 59, 60, 85] { #expect(ages.contains(age), "\(age)") }
        #expect(citizens.contains { $0.family.contains("ё") || $0.family.contains("Ё") })
        #expect(citizens.contains { $0.family.contains("-") })
        #expect(citizens.contains { $0.phones.isEmpty })
        #expect(citizens.allSatisfy { $0.address.hasValidPostcode && $0.born < today })
        #expect(citizens.contains { $0.restrictions[.work] == 3 })
    }

    @Test("Statuses fit the age, dates are in order")
    func sense() {
        for index in 0..<2_000 {
            let citizen = people.citizen(index)
            let age = citizen.born.fullYears(on: today)
            if citizen.disability.status == .child || citizen.disability.status == .limitedHealth { #expect(age < 18) }
            if [.group1, .group2, .group3].contains(citizen.disability.status) { #expect(age >= 18) }
            if let since = citizen.disability.since { #expect(since >= citizen.born && since <= today) }
        }
    }

    @Test("Every child has a representative")
    func representatives() {
        for index in 0..<500 where people.citizen(index).born.fullYears(on: today) < 18 {
            #expect(people.representative(index) != nil)
        }
        let texts = Texts(language: .ru)
        for relation in RepresentativeRelation.allCases { #expect(texts.has("relation.\(relation.rawValue)")) }
    }
}
