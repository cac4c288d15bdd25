import Casework
import Testing

@testable import Regulations

@Suite("The Tyumen pack, 31-р")
struct TyumenPackTests {
    private let act: ShippedAct

    init() throws { act = try ShippedAct("tyumen-31r") }

    @Test("The pack has no faults")
    func noFaults() { #expect(RegulationPack.check(act.pack.folder).isEmpty) }

    @Test(
        "The monthly round ends on the 10th, 15th and 30th, in February on its last day (D-14…D-17)",
        arguments: [
            ("2024-12-31", "2025-01-10", "2025-01-15", "2025-01-30"), ("2025-01-31", "2025-02-10", "2025-02-15", "2025-02-28"),
            ("2024-01-31", "2024-02-10", "2024-02-15", "2024-02-29"), ("2025-02-28", "2025-03-10", "2025-03-15", "2025-03-30"),
            ("2025-04-30", "2025-05-10", "2025-05-15", "2025-05-30"),
        ])
    func month(ended: String, export: String, register: String, sent: String) throws {
        #expect(
            try act.due("month-ended", ended) == [
                "monthly-export": export, "monthly-register": register, "monthly-routes": sent, "monthly-plans": sent,
            ])
    }

    @Test(
        "The half-year's report is due on the 25th (D-19)",
        arguments: [("2025-06-30", "2025-07-25"), ("2025-12-31", "2026-01-25")])
    func halfYear(ended: String, due: String) throws {
        #expect(try act.due("half-year-ended", ended) == ["half-year-report": due])
    }

    @Test(
        "The call is due on the seventh working day (D-18)",
        arguments: [
            ("2025-03-14", "2025-03-25"), ("2025-02-20", "2025-03-03"), ("2025-04-28", "2025-05-13"),
            ("2025-12-26", "2026-01-16"),
        ])
    func call(formed: String, due: String) throws {
        #expect(try act.due("register-entry-formed", formed) == ["inform": due])
    }

    @Test(
        "Route and plan follow the reporting month of the person, whatever day of it is named",
        arguments: ["2025-01-01", "2025-01-31"])
    func sending(day: String) throws {
        #expect(try act.due("reporting-month", day) == ["send-route": "2025-02-28", "send-plan": "2025-02-28"])
    }

    @Test("Where the act names no term, the office may")
    func officeTerms() throws {
        #expect(try act.due("referral-received", "2025-03-12", ["source": "ngo"]).isEmpty)
        #expect(
            try act.due("referral-received", "2025-03-12", ["source": "ngo"], terms: ["register-entry": 2])
                == ["register-entry": "2025-03-14"])
        #expect(
            try act.due("informed", "2025-03-12", terms: ["results": 1, "urgent-service": 3])
                == ["enter-results": "2025-03-13", "enter-urgent-service": "2025-03-17"])
    }

    @Test("Points as printed")
    func points() {
        let expected = [
            "monthly-export": "3.1.1", "monthly-register": "3.2", "monthly-routes": "3.4", "monthly-plans": "4.6",
            "inform": "4.1",
            "half-year-report": "5.2", "send-route": "3.4", "send-plan": "4.6", "draw-plan": "4.3", "enter-results": "1.6.1",
            "enter-urgent-service": "1.7",
        ]
        for (rule, point) in expected { #expect(act.point(rule) == point, "\(rule)") }
    }

    @Test(
        "Self-care or mobility of the second degree (п. 2.1); the other reading wants both",
        arguments: [
            (0, 0, "", ""), (1, 1, "", ""), (2, 0, "group-1-2", ""), (0, 2, "group-1-2", ""), (2, 1, "group-1-2", ""),
            (2, 2, "group-1-2", "group-1-2"), (3, 3, "group-1-2", "group-1-2"),
        ])
    func degrees(selfCare: Int, mobility: Int, byDefault: String, both: String) throws {
        let degrees: [LifeRestriction: Int] = [.selfCare: selfCare, .mobility: mobility]
        for status in [DisabilityStatus.group1, .group2] {
            #expect(try act.category(status, degrees) == byDefault)
            #expect(try act.category(status, degrees, readings: ["X-TYU-05": "and"]) == both)
        }
        #expect(try act.category(.group3, degrees) == "")
        #expect(try act.category(.none, degrees) == "")
    }

    @Test(
        "Only those recognised for the first time; the other reading takes every disabled child",
        arguments: [(true, "child", "child"), (false, "", "child"), (nil, "", "child")] as [(Bool?, String, String)])
    func firstTime(first: Bool?, byDefault: String, other: String) throws {
        #expect(try act.category(born: "2015-01-01", .child, first: first) == byDefault)
        #expect(try act.category(born: "2015-01-01", .child, first: first, readings: ["X-TYU-05-child": "any"]) == other)
        #expect(try act.category(.group1, first: first, [.selfCare: 2]) == (first == true ? "group-1-2" : ""))
    }

    @Test(
        "A mental disorder together with the third degree of behaviour excludes; the other reading lets each exclude",
        arguments: [
            (false, 0, true, true), (true, 0, true, false), (true, 2, true, false), (false, 3, true, false),
            (true, 3, false, false),
        ])
    func exclusion(disorder: Bool, behaviour: Int, byDefault: Bool, either: Bool) throws {
        let flags: [CitizenFlag] = disorder ? [.mentalDisorder] : []
        for (status, born, id) in [(DisabilityStatus.group1, "1990-01-01", "group-1-2"), (.child, "2015-01-01", "child")] {
            let degrees: [LifeRestriction: Int] = [.selfCare: 3, .behaviour: behaviour]
            #expect(try act.category(born: born, status, degrees, flags: flags) == (byDefault ? id : ""))
            let other = try act.category(born: born, status, degrees, flags: flags, readings: ["X-TYU-05-exclusion": "either"])
            #expect(other == (either ? id : ""))
        }
    }

    @Test("Who lives in an institution does not belong")
    func stationary() throws {
        #expect(try act.category(.group1, [.selfCare: 3], flags: [.stationary]) == "")
        #expect(try act.category(born: "2015-01-01", .child, flags: [.stationary]) == "")
        #expect(try act.category(born: "2015-01-01", .child, flags: [.svo]) == "child")
    }

    @Test("Sources by code and by the abbreviations of the register's form")
    func sources() {
        #expect(act.pack.regulation.sources.map(\.short) == ["БД", "ЛП", "ОО"])
        #expect(act.pack.regulation.source(named: "оо")?.id == "ngo")
        #expect(act.pack.regulation.source(named: "database")?.id == "database")
    }

    @Test("The register has the fourteen columns of the form, in its order")
    func register() throws {
        let register = try #require(act.pack.registers.first { $0.entry.id == "tyumen-register" })
        #expect(
            register.columns.map(\.title) == [
                "N", "Дата выявления граждан из числа целевой категории", "Источник получения информации <*>",
                "Ф.И.О. гражданина", "Дата установления инвалидности", "Целевая категория (указать)",
                "Дата информирования в рамках технологии",
                "Имеется/отсутствует необходимость в составлении индивидуального реабилитационного маршрута",
                "Дата направления индивидуального реабилитационного маршрута",
                "Способ направления индивидуального реабилитационного маршрута",
                "Имеется/отсутствует необходимость в формировании индивидуального плана комплексного сопровождения",
                "Дата формировании индивидуального плана комплексного сопровождения",
                "Способ направления индивидуального плана комплексного сопровождения",
                "Реализован индивидуальный план комплексного сопровождения формирования (дата окончания реализации)",
            ])
        #expect(register.order == .received)
        #expect(register.rows == .cases)
    }
}
