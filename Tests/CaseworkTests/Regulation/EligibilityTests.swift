import Casework
import CaseworkTestSupport
import Testing

@Suite("Who belongs to an act, and why")
struct EligibilityTests {
    @Test("A person is told under each act by itself, every condition with its answer")
    func conditions() {
        let first = Eligibility(of: .test(), under: .test, on: "2025-03-05")
        #expect(first.category?.entry.id == "working-age")
        #expect(first.reasons.count == 8)
        #expect(first.reasons.filter { $0.target == first.category }.map(\.isMet) == [true, true])
        let second = Eligibility(of: .test(), under: .second, on: "2025-03-05")
        #expect(second.category == nil)
        #expect(second.groups.map(\.entry.id) == ["adults"])
        #expect(second.reasons(of: Regulation.second.categories[0]).map(\.isMet) == [true, false])
        var citizen = Citizen.test()
        citizen.flags = [.cannotLiveAlone]
        #expect(Eligibility(of: citizen, under: .second, on: "2025-03-05").category?.entry.id == "supported-living")
    }

    @Test("The answer is the day's", arguments: [("1998-05-17", nil), ("1998-05-18", "adults")] as [(CivilDate, String?)])
    func day(on date: CivilDate, group: String?) {
        let standing = Eligibility(of: .test(born: "1980-05-18"), under: .second, on: date)
        #expect(standing.groups.first?.entry.id == group)
    }
}
