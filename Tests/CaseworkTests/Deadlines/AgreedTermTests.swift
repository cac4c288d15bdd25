import Casework
import CaseworkTestSupport
import Testing

@Suite("Terms that are agreed, extended and counted back")
struct AgreedTermTests {
    private let yugra = AgreedTerm(months: 6, from: "months", extendedBy: .accompanimentExtended, atMost: 12)

    private func start(_ day: CivilDateTime, months: String? = nil, number: UInt64 = 1) -> CaseEvent {
        CaseEvent(
            .accompanimentStarted, at: day, recordID: .numbered(number), attributes: months.map { ["months": $0] } ?? [:])
    }

    private func extended(_ day: CivilDateTime, to months: String, number: UInt64 = 2) -> CaseEvent {
        CaseEvent(.accompanimentExtended, at: day, recordID: .numbered(number), attributes: ["months": months])
    }

    @Test(
        "The end of the term: the longest unless agreed otherwise, clamped to the month, never more than the act allows",
        arguments: [
            ("2025-03-12", nil, "2025-09-12"), ("2025-03-12", "2", "2025-05-12"), ("2025-08-31", nil, "2026-02-28"),
            ("2023-08-31", nil, "2024-02-29"), ("2024-08-29", "6", "2025-02-28"), ("2024-02-29", "12", "2025-02-28"),
            ("2025-03-12", "18", "2026-03-12"), ("2025-03-12", "0", "2025-09-12"), ("2025-03-12", "x", "2025-09-12"),
            ("2025-12-31", "2", "2026-02-28"),
        ] as [(CivilDateTime, String?, CivilDate)])
    func ends(day: CivilDateTime, months: String?, expected: CivilDate) {
        #expect(yugra.end(in: DueContext(start(day, months: months))) == expected)
    }

    @Test("The last extension since the start replaces the length; those of another accompaniment do not")
    func extensions() {
        let first = start("2025-03-12", months: "6")
        let second = start("2026-05-04", months: "3", number: 5)
        let events = [
            first, extended("2025-08-20", to: "9"), extended("2025-11-20", to: "20", number: 3), second,
            extended("2026-07-01", to: "4", number: 6),
        ]
        #expect(yugra.end(in: DueContext(first, among: [first])) == "2025-09-12")
        #expect(yugra.end(in: DueContext(first, among: Array(events.prefix(2)))) == "2025-12-12")
        #expect(yugra.end(in: DueContext(first, among: events)) == "2026-03-12")
        #expect(yugra.end(in: DueContext(second, among: events)) == "2026-09-04")
        #expect(yugra.end(in: DueContext(start("2025-12-01"), among: events)) == "2026-06-01")
    }

    @Test("Days before the end are counted back one by one, the end itself not among them")
    func beforeEnd() throws {
        let context = DueContext(start("2025-03-12", months: "2"))
        let calendar = try #require(DueRule.beforeEnd(.calendarDays(14), yugra).due(context, calendar: .test, office: .test))
        #expect(calendar.at == "2025-04-28")
        #expect(calendar.counted.map(\.date).prefix(3) == ["2025-03-12", "2025-05-12", "2025-05-11"])
        #expect(calendar.counted.map(\.reason).prefix(3) == [.eventDay, .endOfTerm, .calendarDay])
        #expect(calendar.counted.count { $0.counts } == 14)
        #expect(calendar.counted.last?.date == calendar.at.date)
        // Before 12 May 2025: 7, 6, 5 May and 30 April work; 8–11 and 1–4 May do not.
        let working = try #require(DueRule.beforeEnd(.workingDays(4), yugra).due(context, calendar: .test, office: .test))
        #expect(working.at == "2025-04-30")
        #expect(working.counted.count { $0.counts } == 4)
        #expect(working.counted.last?.reason == .shortDay)
    }

    @Test("A duty has a place only before the end of the term (X-UGR-09)")
    func within() {
        var rule = ObligationRule(
            id: "x.interim", title: "Промежуточная оценка", trigger: EventPattern(.accompanimentStarted), due: .months(3),
            satisfiedBy: [], responsible: "curator", basis: LegalBasis(act: "534-п", point: "5.5"))
        rule.within = yugra
        func due(_ months: String) -> DueDate? {
            rule.due(DueContext(start("2025-03-12", months: months)), calendar: .test, office: .test)
        }
        #expect(due("2") == nil)
        #expect(due("3") == nil)
        #expect(due("4")?.at == "2025-06-12")
    }

    @Test(
        "Dates that an act names, at the ends of months, quarters and years",
        arguments: [
            (.years(1), "2024-02-29", "2025-02-28"), (.years(4), "2024-02-29", "2028-02-29"),
            (.years(1), "2025-11-01", "2026-11-01"),
            (.lastDayOfMonth, "2024-02-01", "2024-02-29"), (.lastDayOfMonth, "2025-02-28", "2025-02-28"),
            (.lastDayOfMonth, "2025-12-31", "2025-12-31"), (.lastDayOfNextMonth, "2025-01-31", "2025-02-28"),
            (.lastDayOfNextMonth, "2024-01-01", "2024-02-29"), (.lastDayOfNextMonth, "2025-12-31", "2026-01-31"),
            (.dayOfYear(.init(month: 2, day: 1)), "2025-01-31", "2025-02-01"),
            (.dayOfYear(.init(month: 2, day: 1)), "2025-02-01", "2026-02-01"),
            (.dayOfYear(.init(month: 2, day: 29)), "2025-01-01", "2025-02-28"),
            (.dayOfYear(.init(month: 2, day: 29)), "2023-03-01", "2024-02-29"),
            (.dayOfYear(.init(month: 12, day: 31)), "2025-12-31", "2026-12-31"),
            (.daysBefore(30), "2025-03-01", "2025-01-30"), (.daysBefore(1), "2024-03-01", "2024-02-29"),
            (.officeDaysBefore("birthday", default: 5), "2025-05-12", "2025-04-29"),
            (.officeTerm("birthday", default: 5), "2025-04-30", "2025-05-13"),
            (.earliest([.workingDays(5), .calendarDays(10)]), "2025-12-29", "2026-01-08"),
            (.latest([.workingDays(5), .calendarDays(10)]), "2025-12-29", "2026-01-15"),
            (.earliest([.officeTerm("none"), .months(1)]), "2025-01-31", "2025-02-28"),
            (.workingDays(1), "2025-10-31", "2025-11-01"), (.workingDays(1), "2025-12-31", "2026-01-12"),
        ] as [(DueRule, CivilDateTime, CivilDateTime)])
    func named(rule: DueRule, event: CivilDateTime, expected: CivilDateTime) throws {
        let due = try #require(rule.due(after: event, calendar: .test, office: .test))
        #expect(due.at == expected)
        #expect(due.counted.last?.date == expected.date || rule == .lastDayOfMonth)
    }

    @Test("A default stands until the office sets its own term; nothing stands where there is neither")
    func defaults() {
        var office = OfficeSettings.test
        let rule = DueRule.officeDaysBefore("birthday", default: 5)
        office.officeTerms["birthday"] = 1
        #expect(rule.due(after: "2025-05-12", calendar: .test, office: office)?.at == "2025-05-07")
        office.officeTerms["birthday"] = 0
        #expect(rule.due(after: "2025-05-12", calendar: .test, office: office) == nil)
        #expect(
            DueRule.earliest([.officeTerm("a"), .officeTerm("b")]).due(after: "2025-05-12", calendar: .test, office: .test) == nil
        )
    }
}
