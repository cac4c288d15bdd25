import Casework
import CaseworkTestSupport
import Testing

@Suite("Duties that return with the calendar")
struct PeriodicDutyTests {
    private func act(_ rules: (id: String, event: EventName, due: DueRule, edition: Edition?)...) -> Regulation {
        Regulation(
            id: "act", title: "Порядок", act: "1-п", inForceFrom: "2025-01-01", inForceUntil: "2026-12-31",
            obligations: rules.map {
                var rule = ObligationRule(
                    id: "act.\($0.id)", title: $0.id, trigger: EventPattern($0.event), due: $0.due, satisfiedBy: [],
                    responsible: "head", basis: LegalBasis(act: "1-п", point: "1"))
                rule.edition = $0.edition
                return rule
            }, consentBasis: LegalBasis(act: "1-п"), surveyBasis: LegalBasis(act: "1-п"))
    }

    private func told(_ duties: [PeriodicDuty]) -> [String] { duties.map { "\($0.period) \($0.due.at.date.iso)" } }

    private func all(_ act: Regulation, _ span: ClosedRange<CivilDate>) -> [String] {
        told(PeriodicDuty.all(of: act, due: span, calendar: .test, office: .test))
    }

    @Test(
        "Every period has its key and its date",
        arguments: [
            (.monthEnded, .dayOfNextMonth(30), ["2024-12", "2025-01 2025-02-28", "2025-02 2025-03-30"]),
            (.monthEnded, .dayOfNextMonth(10), ["2025-01 2025-02-10", "2025-02 2025-03-10"]),
            (.quarterEnded, .dayAfterQuarter(10), ["2025-Q1 2025-04-10"]),
            (.halfYearEnded, .dayAfterHalfYear(25), ["2025-H1 2025-07-25"]),
            (.yearEnded, .dayOfYear(.init(month: 2, day: 1)), ["2025 2026-02-01"]),
            (.yearStarted, .dayOfYear(.init(month: 2, day: 1)), ["2025 2025-02-01", "2026 2026-02-01"]),
            (.yearEnded, .daysBefore(10), ["2025 2025-12-21"]),
        ] as [(EventName, DueRule, [String])])
    func periods(event: EventName, due: DueRule, expected: [String]) {
        let found = all(act(("x", event, due, nil)), "2025-01-01"..."2026-02-28")
        // The act begins with 2025: the December before it owes nothing.
        for entry in expected where entry.contains(" ") { #expect(found.contains(entry), "\(found)") }
        #expect(!found.contains { $0.hasPrefix("2024") })
        #expect(found == found.sorted { $0.suffix(10) < $1.suffix(10) })
    }

    @Test("A span takes in its own first and last day, and no other")
    func spans() {
        let act = act(("month", .monthEnded, .dayOfNextMonth(10), nil))
        #expect(all(act, "2025-04-10"..."2025-05-10") == ["2025-03 2025-04-10", "2025-04 2025-05-10"])
        #expect(all(act, "2025-04-11"..."2025-05-09") == [])
        // The act ends with 2026: December is the last month that owes a report, in the year after.
        #expect(all(act, "2026-12-01"..."2027-12-31") == ["2026-11 2026-12-10", "2026-12 2027-01-10"])
    }

    @Test("A period belongs to the edition of its last day, under one and the same id")
    func editions() {
        let act = act(
            ("report", .monthEnded, .dayOfNextMonth(10), Edition(until: "2025-03-30")),
            ("report", .monthEnded, .dayOfNextMonth(15), Edition(from: "2025-03-31")))
        #expect(
            all(act, "2025-02-01"..."2025-05-31") == [
                "2025-01 2025-02-10", "2025-02 2025-03-10", "2025-03 2025-04-15", "2025-04 2025-05-15",
            ])
    }

    @Test("The next duty of each rule is the one not yet past, the day itself included")
    func next() {
        let act = act(("month", .monthEnded, .dayOfNextMonth(10), nil), ("quarter", .quarterEnded, .dayAfterQuarter(10), nil))
        func next(_ day: CivilDate) -> [String] {
            told(PeriodicDuty.next(of: act, on: day, calendar: .test, office: .test))
        }
        #expect(next("2025-04-10") == ["2025-03 2025-04-10", "2025-Q1 2025-04-10"])
        #expect(next("2025-04-11") == ["2025-04 2025-05-10", "2025-Q2 2025-07-10"])
        let duty = PeriodicDuty.next(of: act, on: "2025-12-11", calendar: .test, office: .test).first
        #expect(duty?.id == "act.month 2025-12")
        #expect(duty?.due.workBy == "2025-12-30")
    }

    @Test("Where the office has set no term there is no duty, and the search ends")
    func unset() {
        #expect(all(act(("x", .monthEnded, .officeTerm("none"), nil)), "2025-01-01"..."2026-12-31") == [])
    }
}
