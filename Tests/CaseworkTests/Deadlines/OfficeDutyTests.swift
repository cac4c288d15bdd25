import CaseworkTestSupport
import Testing

@testable import Casework

@Suite("The office's own duties with their marks")
struct OfficeDutyTests {
    private let calendar = ProductionCalendar.test
    private let office = OfficeSettings(organisation: "УСЗСОН", regulations: ["act"])

    private var act: Regulation {
        var act = Regulation(
            id: "act", title: "", act: "1-р", inForceFrom: "2025-01-01", consentBasis: LegalBasis(act: "1-р"),
            surveyBasis: LegalBasis(act: "1-р"))
        act.obligations = [
            ObligationRule(
                id: "act.statistics", title: "", trigger: EventPattern(.monthEnded), due: .dayOfNextMonth(10), satisfiedBy: [],
                responsible: "head", basis: LegalBasis(act: "1-р"))
        ]
        return act
    }

    private func mark(_ period: String, on day: CivilDate, of regulation: String = "act") -> OfficeEntry {
        OfficeEntry(
            id: .numbered(7), regulation: regulation, entryKind: OwnEntryKind.dutyDone, on: day,
            values: ["rule": "act.statistics", "period": period], worker: "w")
    }

    private func states(_ today: CivilDate, _ marks: [OfficeEntry]) -> [String] {
        act.officeDuties(due: "2025-02-01"..."2025-05-01", marks: marks, calendar: calendar, office: office)
            .map { "\($0.duty.period) \($0.state(on: today).rawValue)" }
    }

    @Test("Overdue the day after, done in time on the day, late a day later; another act's mark does not count")
    func states() {
        #expect(states("2025-02-10", []) == ["2025-01 open", "2025-02 open", "2025-03 open"])
        #expect(states("2025-02-11", []) == ["2025-01 overdue", "2025-02 open", "2025-03 open"])
        #expect(states("2025-02-11", [mark("2025-01", on: "2025-02-10")])[0] == "2025-01 done")
        #expect(states("2025-02-11", [mark("2025-01", on: "2025-02-11")])[0] == "2025-01 late")
        #expect(states("2025-02-11", [mark("2025-01", on: "2025-02-10", of: "other")])[0] == "2025-01 overdue")
    }

    @Test("Pressing are all that were missed since the office began and the next one")
    func pressing() {
        func periods(since start: CivilDate, _ marks: [OfficeEntry] = []) -> [String] {
            act.pressingDuties(since: start, on: "2025-04-15", marks: marks, calendar: calendar, office: office)
                .map(\.duty.period)
        }
        #expect(periods(since: "2025-03-01") == ["2025-02", "2025-03", "2025-04"])
        #expect(periods(since: "2025-04-12") == ["2025-04"])
        #expect(periods(since: "2025-03-01", [mark("2025-02", on: "2025-03-20")]) == ["2025-03", "2025-04"])
        #expect(periods(since: "2025-03-01", [mark("2025-04", on: "2025-04-15")]) == ["2025-02", "2025-03", "2025-05"])
    }
}
