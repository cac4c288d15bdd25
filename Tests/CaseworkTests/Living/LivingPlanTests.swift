import Casework
import Testing

@Suite("Supported living, BRY п. 36-2, 38–40")
struct LivingPlanTests {
    private static let today: CivilDate = "2025-11-20"

    /// Flats, rooms and people with plain identifiers.
    struct World {
        var office: [OfficeEntry] = []
        var cases: [CaseEntry] = []
        var people: [RecordID: LivingPerson] = [:]

        static func id(_ number: Int) -> RecordID { RecordID(high: 1, low: UInt64(number)) }

        mutating func flat(_ number: Int, building: String = "дом", _ more: [String: String] = [:]) {
            var values = ["name": "кв. \(number)", "address": "адрес", "building": building, "form": "group"]
            values.merge(more) { $1 }
            office.append(entry(number, "dwelling", values))
        }

        mutating func room(_ number: Int, of flat: Int, places: Int = 1) {
            let values = ["name": "к. \(number)", "dwelling": Self.id(flat).text, "places": String(places)]
            office.append(entry(number, "room", values))
        }

        private func entry(_ number: Int, _ kind: String, _ values: [String: String]) -> OfficeEntry {
            OfficeEntry(
                id: Self.id(number), regulation: "bryansk-1206", entryKind: kind, on: "2025-01-01", values: values, worker: "i")
        }

        /// Somebody; by turns of both sexes and of different ages.
        mutating func person(_ number: Int, sex: Sex? = nil, born: CivilDate? = nil) {
            people[Self.id(number)] = LivingPerson(
                number: number, name: "Житель \(number)", sex: sex ?? (number % 2 == 0 ? .female : .male),
                born: born ?? CivilDate(dayNumber: 3_000 + Int32(number % 7) * 1_500))
        }

        mutating func place(
            _ person: Int, flat: Int, room: Int? = nil, from: CivilDate = "2025-02-01", _ more: [String: String] = [:]
        ) {
            if people[Self.id(person)] == nil { self.person(person) }
            var values = ["dwelling": Self.id(flat).text, "group-consent": "yes"]
            values["room"] = room.map { Self.id($0).text }
            values.merge(more) { $1 }
            record(person, "placement", from, values)
        }

        mutating func record(_ person: Int, _ kind: String, _ on: CivilDate, _ values: [String: String]) {
            if people[Self.id(person)] == nil { self.person(person) }
            cases.append(
                CaseEntry(
                    id: Self.id(10_000 + cases.count), caseID: Self.id(person), regulation: "bryansk-1206", entryKind: kind,
                    on: on, values: values, worker: "i"))
        }

        func plan(on date: CivilDate = LivingPlanTests.today) -> LivingPlan {
            LivingPlan(.init(office: office, cases: cases, people: people), rules: .test, on: date)
        }
    }

    @Test(
        "A group flat is for 2 to 5, and 7 is the hard bound",
        arguments: [
            (0, nil), (1, "living.group-under"), (2, nil), (5, nil), (6, "living.group-over"), (7, "living.group-over"),
            (8, "living.flat-most"),
        ] as [(Int, String?)])
    func groupSize(count: Int, expected: String?) {
        var world = World()
        world.flat(1)
        for number in 0..<count {
            world.room(100 + number, of: 1)
            world.place(1_000 + number, flat: 1, room: 100 + number)
        }
        let codes = world.plan().flats[0].findings.map(\.code).filter { $0.contains("group-") || $0.contains("flat-most") }
        #expect(codes == (expected.map { [$0] } ?? []))
        #expect(
            world.plan().flats[0].findings.first?.severity
                == (count == 8 ? .legal : world.plan().flats[0].findings.first?.severity))
    }

    @Test(
        "One to a room, two with the consent of both, never three",
        arguments: [
            (["no"], []), (["yes", "yes"], ["living.room-shared"]), (["yes", "no"], ["living.room-consent"]),
            (["yes", "yes", "yes"], ["living.room-most"]),
        ] as [([String], [String])])
    func roomSize(consents: [String], expected: [String]) {
        var world = World()
        world.flat(1)
        world.room(100, of: 1, places: 3)
        for (number, consent) in consents.enumerated() {
            world.place(1_000 + number, flat: 1, room: 100, ["share-consent": consent])
        }
        #expect(world.plan().flats[0].findings.map(\.code).filter { $0.hasPrefix("living.room") } == expected)
    }

    @Test("Places are counted, and those beyond the room told of")
    func places() {
        var world = World()
        world.flat(1)
        world.room(100, of: 1, places: 2)
        world.room(101, of: 1)
        world.place(1_000, flat: 1, room: 101)
        world.place(1_001, flat: 1, room: 101, ["share-consent": "yes"])
        let flat = world.plan().flats[0]
        #expect(flat.places == 3 && flat.free == 1)
        #expect(flat.findings.contains { $0.code == "living.room-places" })
    }

    @Test("Four flats to a house, five are told of; training flats are the institution's", arguments: [(4, false), (5, true)])
    func houseFlats(count: Int, isTold: Bool) {
        var world = World()
        for number in 1...count { world.flat(number) }
        world.flat(50, building: "дом", ["purpose": "training"])
        #expect(world.plan().houseFindings.contains { $0.code == "living.house-flats" } == isTold)
    }

    @Test("28 people to a house and its neighbours, 29 are told of", arguments: [(28, false), (29, true)])
    func housePeople(count: Int, isTold: Bool) {
        var world = World()
        for flat in 1...5 { world.flat(flat, building: flat < 4 ? "дом 1" : "дом 2", ["neighbours": "двор"]) }
        for number in 0..<count { world.place(1_000 + number, flat: 1 + number % 5) }
        #expect(world.plan().houseFindings.map(\.code) == (isTold ? ["living.house-people"] : []))
    }

    @Test("Consent to the group, and how different its people are")
    func company() {
        var world = World()
        world.flat(1)
        world.person(1_000, sex: .female, born: "1980-01-01")
        world.person(1_001, sex: .female, born: "1989-01-01")
        world.place(1_000, flat: 1, ["level": "3"])
        world.place(1_001, flat: 1, ["level": "3", "group-consent": "no"])
        let codes = Set(world.plan().flats[0].findings.map(\.code))
        #expect(codes.isSuperset(of: ["living.group-consent", "living.same-sex", "living.same-age", "living.same-need"]))
        world.person(1_001, sex: .male, born: "1995-01-01")
        let mixed = Set(world.plan().flats[0].findings.map(\.code))
        #expect(mixed.isDisjoint(with: ["living.same-sex", "living.same-age"]))
    }

    @Test("Who has moved out is gone the day after", arguments: [("2025-11-20", 1), ("2025-11-19", 0)])
    func leaving(until: String, count: Int) {
        var world = World()
        world.flat(1)
        world.place(1_000, flat: 1, ["until": until])
        #expect(world.plan().flats[0].residents.count == count)
    }

    @Test("Who waits longest is first; places to stay and to learn are two lists; a place ends the waiting")
    func waiting() {
        var world = World()
        world.flat(1)
        world.flat(2, building: "учебный", ["purpose": "training"])
        world.record(1_001, "waiting", "2025-03-02", ["purpose": "permanent"])
        world.record(1_000, "waiting", "2025-03-01", ["purpose": "permanent", "wishes": "рядом с сестрой"])
        world.record(1_002, "waiting", "2025-03-03", ["purpose": "training"])
        world.record(1_003, "waiting", "2025-03-04", ["purpose": "permanent", "until": "2025-04-01"])
        world.record(1_004, "waiting", "2025-03-05", ["purpose": "permanent"])
        world.place(1_004, flat: 1, from: "2025-05-01")
        world.record(1_005, "waiting", "2025-03-06", ["purpose": "permanent"])
        world.place(1_005, flat: 2, from: "2025-05-01")
        let list = world.plan().waiting.map { "\($0.person.number) \($0.place.purpose.rawValue) \($0.position)" }
        #expect(list == ["1000 permanent 1", "1001 permanent 2", "1002 training 1", "1005 permanent 3"])
        #expect(world.plan(on: "2025-03-31").waiting.contains { $0.person.number == 1_003 })
    }

    @Test(
        "A course of training is four months, or one and more two or three times a year",
        arguments: [
            ([("2025-01-10", "2025-05-09")], []), ([("2025-01-10", "2025-05-08")], ["living.training-once"]),
            ([("2025-01-10", "2025-02-09")], ["living.training-once"]),
            ([("2025-01-10", "2025-02-08")], ["living.training-short"]),
            ([("2025-01-10", "2025-02-09"), ("2025-06-01", "2025-07-31")], []),
            (
                [("2025-01-10", "2025-02-09"), ("2025-04-01", "2025-05-01"), ("2025-06-01", "2025-07-31")], []
            ),
            (
                [
                    ("2025-01-10", "2025-02-09"), ("2025-03-10", "2025-04-09"), ("2025-05-10", "2025-06-09"),
                    ("2025-08-10", "2025-09-09"),
                ], Array(repeating: "living.training-often", count: 4)
            ),
            ([("2025-10-01", nil)], ["living.training-lasts"]), ([("2025-07-20", nil)], []),
        ] as [([(String, String?)], [String])])
    func training(courses: [(String, String?)], expected: [String]) {
        var world = World()
        for (from, until) in courses {
            var values: [String: String] = [:]
            values["until"] = until
            world.record(1_000, "training", CivilDate(iso: from) ?? Self.today, values)
        }
        #expect((world.plan().trainingFindings[World.id(1_000)] ?? []).map(\.code) == expected)
    }
}

extension LivingRules {
    /// The numbers of BRY п. 36-2, 38 and 39.
    fileprivate static let test = LivingRules(
        limits: [
            .groupFrom: Limit(2, basis: nil), .groupTo: Limit(5, basis: nil), .flatMost: Limit(7, basis: nil),
            .roomUsual: Limit(1, basis: nil), .roomMost: Limit(2, basis: nil), .flatsPerBuilding: Limit(4, basis: nil),
            .peoplePerBuilding: Limit(28, basis: nil), .ageSpread: Limit(10, basis: nil), .trainingMonths: Limit(4, basis: nil),
            .trainingShortMonths: Limit(1, basis: nil), .trainingTimesFrom: Limit(2, basis: nil),
            .trainingTimesTo: Limit(3, basis: nil),
        ],
        consentBasis: LegalBasis(act: "1206", point: "36-2.а"), diversityBasis: LegalBasis(act: "1206", point: "36-2.г"),
        needBasis: LegalBasis(act: "1206", point: "36-2.д"), waitingBasis: LegalBasis(act: "1206", point: "40"))
}
