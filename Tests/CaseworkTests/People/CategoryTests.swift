import Casework
import CaseworkTestSupport
import Testing

@Suite("Categories of people")
struct CategoryTests {
    @Test(
        "The category changes on the birthdays that bound it",
        arguments: [
            ("2022-03-06", .child, "early"), ("2022-03-05", .child, "child"), ("2022-03-06", .limitedHealth, "early"),
            ("2022-03-05", .limitedHealth, nil), ("2025-03-05", .child, "early"), ("2007-03-06", .child, "child"),
            ("2007-03-05", .child, nil), ("2007-03-05", .group3, "working-age"), ("2007-03-06", .group3, nil),
            ("1965-03-06", .group1, "working-age"), ("1965-03-05", .group1, "senior"), ("1980-01-01", .none, nil),
            ("1980-01-01", .limitedHealth, nil),
        ] as [(CivilDate, DisabilityStatus, String?)])
    func boundaries(born: CivilDate, status: DisabilityStatus, expected: String?) {
        let citizen = Citizen.test(born: born, status: status)
        #expect(Regulation.test.category(of: citizen, on: "2025-03-05")?.entry.id == expected)
    }

    @Test(
        "The next review is the next birthday that bounds a category, 1 March for those born on 29 February",
        arguments: [
            ("2022-03-06", "2025-03-05", "2025-03-06"), ("2022-03-05", "2025-03-05", "2040-03-05"),
            ("2007-05-17", "2025-05-16", "2025-05-17"), ("2007-05-17", "2025-05-17", "2067-05-17"),
            ("1965-03-05", "2025-03-04", "2025-03-05"), ("1965-03-05", "2025-03-05", nil),
            ("2004-02-29", "2022-02-28", "2022-03-01"),
            ("2008-02-29", "2026-02-28", "2026-03-01"), ("1964-02-29", "2024-02-28", "2024-02-29"),
        ] as [(CivilDate, CivilDate, CivilDate?)])
    func reviews(born: CivilDate, today: CivilDate, expected: CivilDate?) {
        #expect(Regulation.test.nextCategoryReview(of: .test(born: born), after: today) == expected)
    }

    @Test("Between two reviews the category never changes, whoever the person is")
    func reviewsMissNothing() throws {
        var generator = SeededGenerator(seed: 33)
        try withEvery("person", in: 0..<100) { _ in
            let born = CivilDate(dayNumber: Int32.random(in: -5000...20_000, using: &generator))
            let citizen = Citizen.test(born: born, status: DisabilityStatus.allCases.randomElement(using: &generator) ?? .child)
            var today = born
            while let review = Regulation.test.nextCategoryReview(of: citizen, after: today) {
                let before = Regulation.test.category(of: citizen, on: today)
                try hold(
                    Regulation.test.category(of: citizen, on: review.adding(days: -1)) == before, "born \(born), by \(review)")
                today = review
            }
        }
    }

    @Test("Criteria combine, and tell the ages at which they may change")
    func criteria() {
        var citizen = Citizen.test(born: "2000-01-01", status: .group1)
        citizen.flags = [.orphan]
        citizen.restrictions[.work] = 2
        let yes: [Criterion] = [
            .all([]), .all([.flag(.orphan), .status([.group1])]), .any([.flag(.svo), .flag(.orphan)]), .none([.flag(.svo)]),
            .restriction(.work, atLeast: 2), .anyRestriction(atLeast: 1), .age(from: 25, below: 26), .age(from: nil, below: nil),
        ]
        let no: [Criterion] = [
            .any([]), .none([.flag(.orphan)]), .restriction(.work, atLeast: 3), .restriction(.mobility, atLeast: 1),
            .anyRestriction(atLeast: 3), .age(from: 26, below: nil), .age(from: nil, below: 25), .firstTime,
        ]
        for criterion in yes { #expect(criterion.isMet(by: citizen, on: "2025-03-05"), "\(criterion)") }
        for criterion in no { #expect(!criterion.isMet(by: citizen, on: "2025-03-05"), "\(criterion)") }
        #expect(Criterion.any([.age(from: 3, below: 18), .none([.age(from: nil, below: 60)])]).ageBounds == [3, 18, 60])
        citizen.disability.isFirst = true
        #expect(Criterion.firstTime.isMet(by: citizen, on: "2025-03-05"))
    }

    @Test("A degree outside 1 to 3 means no restriction")
    func degrees() {
        var restrictions = LifeRestrictions([.work: 4, .mobility: 0, .selfCare: 3])
        #expect(restrictions.degrees == [.selfCare: 3])
        restrictions[.selfCare] = 0
        #expect(restrictions.isEmpty)
    }

    @Test("A source is known by its code or its title, however the title is written")
    func sources() {
        #expect(Regulation.test.source(named: "ipra")?.id == "ipra")
        #expect(Regulation.test.source(named: "ВЫПИСКА  из ИПРА")?.id == "ipra")
        #expect(Regulation.test.source(named: "Выписка") == nil)
    }

    @Test("Names and addresses are put together from the parts that are known")
    func names() {
        #expect(Citizen.test(patronymic: nil).fullName == "Соколова Анна")
        #expect(Citizen.test().shortName == "Соколова А. П.")
        #expect(Citizen.test(patronymic: nil).shortName == "Соколова А.")
        #expect(Citizen.test().address.text == "г. Иркутск, ул. Ленина, д. 1")
        #expect(PostalAddress().isEmpty)
        for (postcode, valid) in [(nil, true), ("664000", true), ("66400", false), ("66400O", false), ("", false)]
            as [(String?, Bool)]
        {
            #expect(PostalAddress(postcode: postcode).hasValidPostcode == valid)
        }
    }
}
