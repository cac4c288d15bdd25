import Casework
import CaseworkTestSupport
import Testing

@Suite("The directory of organisations")
struct DirectoryTests {
    private static func organisation(
        _ number: Int, _ territories: [String], in settlement: String?, _ district: String?, region: String = "Иркутская область"
    ) -> Organisation {
        var organisation = Organisation(
            regulation: "act", number: number, name: "№ \(number)", role: .operator, territories: territories)
        organisation.settlement = settlement
        organisation.district = district
        organisation.region = region
        return organisation
    }

    private let list = [
        organisation(1, ["Ангарский район"], in: "Ангарск", "Ангарский район"),
        organisation(10, ["город Зима", "Зиминский район"], in: "Зима", "город Зима"),
        organisation(14, ["Иркутский район"], in: "Иркутск", "город Иркутск"),
        organisation(24, ["Осинский район"], in: "Оса", "Осинский район"),
        organisation(26, ["Слюдянский район"], in: "Слюдянка", "Слюдянский район"),
        organisation(37, ["город Байкальск"], in: "Байкальск", "Слюдянский район"),
        organisation(38, ["Иркутская область"], in: "Ангарск", "Ангарский район"),
        organisation(90, ["Дубровский район"], in: nil, "Дубровский район", region: "Брянская область"),
    ]

    @Test(
        "The same settlement comes first, then its district, then its region",
        arguments: [
            ("Ангарск", [1, 38]), ("АНГАРСК", [1, 38]), ("г. Ангарск", [1, 38]), ("Ангарский район", [1, 38]),
            ("ангарский р-н", [1, 38]), ("Байкальск", [37, 26]), ("Слюдянка", [26, 37]), ("слюдянский р-н", [26, 37]),
            ("Зиминский район", [10]), ("город Зима", [10]), ("Оса", [24, 38]), ("Дубровский район", [90]),
            ("Иркутская область", [38]),
        ])
    func nearness(place: String, first: [Int]) {
        #expect(list.sorted(near: place).prefix(first.count).map(\.number) == first, "\(place)")
    }

    @Test("Whole regions come before other districts, other regions last")
    func ranks() {
        let ranks = Dictionary(uniqueKeysWithValues: zip(list.map(\.number), list.nearness(to: "Оса")))
        #expect(ranks[24] == .settlement && ranks[38] == .region && ranks[1] == .sameRegion && ranks[90] == .elsewhere)
        #expect(list.nearness(to: "Ёлкино").allSatisfy { $0 == .elsewhere })
        #expect(list.nearness(to: " ").allSatisfy { $0 == .elsewhere })
        #expect(list.sorted(near: "Ёлкино") == list)
    }

    @Test(
        "A verification holds for 180 days",
        arguments: [(nil, false), ("2025-11-20", true), ("2025-05-24", true), ("2025-05-23", false)] as [(String?, Bool)])
    func verification(day: String?, holds: Bool) throws {
        var organisation = list[0]
        organisation.verifiedOn = try day.map { try #require(CivilDate(iso: $0)) }
        #expect(organisation.isVerified(on: try #require(CivilDate(iso: "2025-11-20"))) == holds)
    }

    @Test("Services are read by title or id, with their form")
    func offers() {
        let vocabulary = [PackEntry(id: "early-help", title: "Ранняя помощь", basis: nil)]
        #expect(ServiceOffer(line: "ранняя  ПОМОЩЬ: на дому", vocabulary: vocabulary)?.service == "early-help")
        #expect(ServiceOffer(line: "early-help", vocabulary: vocabulary) == ServiceOffer(service: "early-help"))
        #expect(ServiceOffer(line: "Иппотерапия:", vocabulary: vocabulary) == ServiceOffer(service: "Иппотерапия"))
        #expect(ServiceOffer(line: " : на дому", vocabulary: vocabulary) == nil)
        let offer = ServiceOffer(service: "early-help", form: "на дому")
        #expect(offer.line(titles: ["early-help": "Ранняя помощь"]) == "Ранняя помощь: на дому")
    }

    @Test("Gaps: one who serves the region covers every district, a closed one none")
    func gaps() {
        let services = ["a", "b", "c"].map { PackEntry(id: $0, title: $0.uppercased(), basis: nil) }
        var list = list.filter { $0.region == "Иркутская область" }
        list[0].services = [ServiceOffer(service: "a")]
        list[6].services = [ServiceOffer(service: "b")]
        list[1].services = [ServiceOffer(service: "c")]
        list[1].isClosed = true
        let gaps = list.gaps(in: services)
        #expect(gaps.map(\.offeredBy) == [1, 1, 0])
        #expect(
            gaps[0].missing == [
                "город Зима", "Зиминский район", "Иркутский район", "Осинский район", "Слюдянский район", "город Байкальск",
            ])
        #expect(gaps[1].missing.isEmpty)
        #expect(gaps[2].missing == list.districts)
    }

    @Test("The office's versions stand in for the act's entries; its own come last; other acts' are left out")
    func overlay() {
        var changed = list[0]
        changed.phones = ["1"]
        let own = Organisation(regulation: "act", number: Organisation.firstOwnNumber, name: "Своя", role: .partner)
        let foreign = Organisation(regulation: "other", number: 1, name: "Чужая", role: .partner)
        let directory = OfficeDirectory(shipped: list, office: [own, foreign, changed], regulations: ["act"])
        #expect(directory.organisations.map(\.number) == list.map(\.number) + [1001])
        #expect(directory.organisations[0].phones == ["1"])
        #expect(directory.officeVersion(of: list[0]) == changed && directory.officeVersion(of: list[1]) == nil)
    }

    @Test("What cannot be dialled or written to is refused")
    func faults() {
        var organisation = list[0]
        #expect(OfficeDirectory.faults(of: organisation).isEmpty)
        organisation.name = ""
        organisation.territories = []
        organisation.phones = ["8(3955) 52-38-61", "приёмная"]
        organisation.emails = ["почта"]
        #expect(
            OfficeDirectory.faults(of: organisation) == [
                .nameMissing, .territoryMissing, .phoneWithoutDigits("приёмная"), .emailWithoutAt("почта"),
            ])
    }

    @Test(
        "An address begins with its postcode, where it has one",
        arguments: [
            ("665821, Иркутская область, г. Ангарск", "665821"), ("г. Ангарск", nil), ("66582, г. Ангарск", nil), ("665821", nil),
        ] as [(String, String?)])
    func address(line: String, postcode: String?) {
        let address = OrganisationAddress(line: line)
        #expect(address.postcode == postcode && address.line == line)
    }
}
