import Casework
import MarshrutResources
import Testing

@testable import Regulations

@Suite("The Irkutsk pack, 414-р")
struct IrkutskPackTests {
    private let pack: RegulationPack
    private let calendar: ProductionCalendar

    init() throws {
        pack = try RegulationPack.load(ResourceFolder.path("Regulations", "irkutsk-414r"))
        calendar = try ShippedCalendar.load(officeFolder: nil)
    }

    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func due(
        _ name: EventName, _ iso: String, _ attributes: [String: String] = [:], terms: [String: Int] = [:]
    ) throws -> [String: String] {
        let office = OfficeSettings(organisation: "УСЗСОН", regulations: [pack.id], officeTerms: terms)
        let engine = DeadlineEngine(regulations: [pack.regulation], calendar: calendar, office: office)
        let event = CaseEvent(
            name, at: CivilDateTime(try date(iso)), recordID: RecordID(high: 1, low: 1), attributes: attributes)
        let found = engine.terms(after: event, under: pack.regulation)
        return Dictionary(
            uniqueKeysWithValues: found.map { (String($0.rule.id.dropFirst(pack.id.count + 1)), $0.due.at.date.iso) })
    }

    @Test("An extract before the May holidays is due on the fifth working day", arguments: ["ipra", "agency"])
    func mayHolidays(source: String) throws {
        let day = "2025-05-07"
        #expect(
            try due(.referralReceived, "2025-04-28", ["source": source])
                == ["identify-need": day, "notify": day, "agree-meeting": day, "register-notice": day])
    }

    @Test(
        "Personal appeals, health care and the hotline have no term until the office sets one",
        arguments: ["personal", "health", "hotline"])
    func noLegalTerm(source: String) throws {
        #expect(try due(.referralReceived, "2025-04-28", ["source": source]).isEmpty)
        #expect(try due(.referralReceived, "2025-04-28", ["source": source], terms: ["contact": 3]) == ["contact": "2025-05-05"])
    }

    @Test("Survey and its entry are due on the day of the meeting")
    func meetingDay() throws {
        #expect(try due(.meetingHeld, "2025-05-10") == ["survey": "2025-05-10", "register-survey": "2025-05-10"])
    }

    @Test("Reports of the road map fall on the tenth, whatever day it is")
    func roadMap() throws {
        #expect(try due(.monthEnded, "2025-02-28") == ["monthly-statistics": "2025-03-10"])
        #expect(try due(.quarterEnded, "2025-12-31") == ["quarterly-report": "2026-01-10", "family-materials": "2025-12-31"])
        #expect(
            try due(.halfYearEnded, "2025-06-30")
                == ["remote-content": "2025-06-30", "resource-map": "2025-06-30", "site-monitoring": "2025-06-30"])
        // The plan was approved on 17 January 2025: it asks for nothing about 2024.
        #expect(try due(.monthEnded, "2024-12-31").isEmpty)
        let rule = try #require(pack.regulation.obligations.first { $0.id == "irkutsk-414r.monthly-statistics" })
        #expect(rule.basis == LegalBasis(act: "06-53-4/25", point: "1.8"))
    }

    @Test("Office terms are warnings, terms of the act are legal")
    func severities() {
        // The day of an answer is the request's own, not the act's.
        for rule in pack.regulation.obligations where rule.id != "irkutsk-414r.request-answer" {
            #expect(rule.severity == (rule.isOfficeTerm ? .warning : .legal), "\(rule.id)")
        }
        #expect(
            Set(pack.regulation.officeTerms.map(\.id)) == [
                "contact", "visit", "letter", "program", "register-program", "handover",
            ])
    }

    private func person(born: String, _ status: DisabilityStatus, work: Int = 0, flags: [CitizenFlag] = []) throws -> Citizen {
        var citizen = Citizen(id: RecordID(high: 0, low: 1), family: "Ёлкина", given: "Анна", born: try date(born))
        citizen.disability.status = status
        citizen.restrictions[.work] = work
        citizen.flags = flags
        return citizen
    }

    @Test(
        "Categories at their boundaries",
        arguments: [
            ("2022-03-12", DisabilityStatus.child, "2025-03-11", "early"), ("2022-03-12", .child, "2025-03-12", "child"),
            ("2022-03-12", .limitedHealth, "2025-03-11", "early"), ("2022-03-12", .limitedHealth, "2025-03-12", ""),
            ("2007-03-12", .child, "2025-03-11", "child"), ("2007-03-12", .group2, "2025-03-12", "working-age"),
            ("1965-03-12", .group3, "2025-03-11", "working-age"), ("1965-03-12", .group3, "2025-03-12", "senior"),
            ("1950-01-01", .none, "2025-03-12", ""),
        ])
    func categories(born: String, status: DisabilityStatus, day: String, category: String) throws {
        let citizen = try person(born: born, status)
        #expect(pack.regulation.category(of: citizen, on: try date(day))?.entry.id ?? "" == category)
    }

    @Test(
        "Where working age ends, as the office reads it (X-IRK-04); a person of 12 March 2025",
        arguments: [
            ("1970-03-13", Sex.female, "working-age", "working-age", "working-age"),
            ("1970-03-12", .female, "working-age", "senior", "working-age"),
            ("1970-03-12", .male, "working-age", "working-age", "working-age"),
            ("1970-03-12", nil, "working-age", "working-age", "working-age"),
            ("1965-03-13", .male, "working-age", "working-age", "working-age"),
            ("1965-03-12", .male, "senior", "senior", "working-age"), ("1965-03-12", .female, "senior", "senior", "senior"),
            ("1965-03-12", nil, "senior", "senior", "senior"), ("1960-03-13", .male, "senior", "senior", "working-age"),
            ("1960-03-12", .male, "senior", "senior", "senior"),
        ] as [(String, Sex?, String, String, String)])
    func workingAge(born: String, sex: Sex?, sixty: String, bySex: String, pension: String) throws {
        let act = try ShippedAct("irkutsk-414r")
        #expect(try act.category(born: born, .group2, sex: sex) == sixty)
        #expect(try act.category(born: born, .group2, sex: sex, readings: ["X-IRK-04": "by-sex"]) == bySex)
        #expect(try act.category(born: born, .group2, sex: sex, readings: ["X-IRK-04": "pension"]) == pension)
    }

    @Test("Groups beside the category")
    func groups() throws {
        let day = try date("2025-03-12")
        func groups(_ citizen: Citizen) -> [String] {
            pack.regulation.groups.filter { $0.criterion.isMet(by: citizen, on: day) }.map(\.entry.id)
        }
        #expect(groups(try person(born: "2023-01-01", .none, flags: [.risk])) == ["early-help"])
        #expect(groups(try person(born: "2023-01-01", .limitedHealth)).isEmpty)
        #expect(groups(try person(born: "1990-01-01", .group1, work: 3)) == ["social-employment"])
        #expect(groups(try person(born: "1990-01-01", .group1, work: 2)).isEmpty)
        #expect(groups(try person(born: "2011-03-12", .child)) == ["vocational"])
        #expect(groups(try person(born: "2011-03-13", .child)).isEmpty)
    }

    @Test("Every category and group is routed to its centre")
    func routing() throws {
        let day = try date("2025-03-12")
        func centres(_ citizen: Citizen) -> [String] { pack.centres(for: citizen, on: day).map(\.entry.id) }
        #expect(centres(try person(born: "2024-01-01", .child)) == ["early-help"])
        #expect(centres(try person(born: "2015-01-01", .child)) == ["polyformat"])
        #expect(centres(try person(born: "1990-01-01", .group1, work: 3)) == ["vesta", "technikum"])
        #expect(pack.centres.count == 5)
    }

    @Test("The ladder: calls always, a visit by the office's number, a letter after one visit")
    func ladder() {
        let steps = pack.regulation.ladder
        #expect(steps.map(\.method) == [.phone, .visit, .post])
        #expect(steps[0].allowedWhen.isEmpty)
        #expect(steps[1].allowedWhen == [.failedAttempts(.phone, count: nil), .outcome(.phone, [.cannotCome]), .noUsablePhone])
        #expect(steps[2].allowedWhen == [.failedAttempts(.visit, count: 1)])
        #expect(steps.map(\.basis.point) == ["16.2", "17", "18"])
    }

    @Test("Sources are found by code and by title")
    func sources() {
        #expect(pack.regulation.source(named: "выписка из ипра")?.id == "ipra")
        #expect(pack.regulation.source(named: "health")?.title == "Учреждение здравоохранения")
    }

    @Test("Only our own entries have no point")
    func points() {
        let act = pack.regulation
        #expect(act.stages.filter { $0.entry.basis == nil }.map(\.entry.id) == ["refused", "closed"])
        #expect(act.closingGrounds.allSatisfy { $0.basis == nil })
        #expect(act.stages.count == 14)
        #expect(pack.readings.map(\.id).contains("X-IRK-12"))
    }

    @Test("The pack and its forms have no faults")
    func noFaults() {
        #expect(RegulationPack.check(pack.folder).isEmpty)
        #expect(pack.formIDs == ["ipss", "notice"])
    }
}
