import Casework
import CaseworkTestSupport
import Testing

@Suite("How a due date follows from its event")
struct DueRuleTests {
    private func due(_ rule: DueRule, _ event: CivilDateTime, office: OfficeSettings = .test) throws -> DueDate {
        try #require(rule.due(after: event, calendar: .test, office: office))
    }

    @Test(
        "Five working days step over holidays, moved days and weekends, and count short days and working Saturdays",
        arguments: [
            ("2025-03-05", "2025-03-12"),  // over the moved 8 March and a short Friday
            ("2025-04-30", "2025-05-13"),  // over both May holidays
            ("2025-04-24", "2025-05-05"), ("2025-05-01", "2025-05-13"), ("2025-05-07", "2025-05-16"),
            ("2025-12-26", "2026-01-14"),  // over New Year: 29 and 30 December, then 12, 13 and 14 January
            ("2025-12-30", "2026-01-16"), ("2025-12-31", "2026-01-16"), ("2026-01-01", "2026-01-16"),
            ("2024-12-27", "2025-01-14"),
            ("2025-03-08", "2025-03-14"), ("2025-03-09", "2025-03-14"),  // from a Saturday that is a holiday, from a Sunday
            ("2025-10-29", "2025-11-06"),  // the working Saturday 1 November counts
            ("2025-11-01", "2025-11-11"),  // from a working Saturday
            ("2024-04-25", "2024-05-06"),  // the working Saturday 27 April counts
        ] as [(CivilDate, CivilDate)])
    func fiveWorkingDays(event: CivilDate, expected: CivilDate) throws {
        let due = try due(.workingDays(5), CivilDateTime(event, "16:00"))
        #expect(due.at == CivilDateTime(expected))
        #expect(due.workBy == expected)
        #expect(!due.isProvisional)
    }

    @Test("Every day on the way is told, the counted ones add up, and the reasons are those of the calendar")
    func countedDays() throws {
        let due = try due(.workingDays(5), "2025-10-29")
        let expected: [(CivilDate, Bool, CountingReason)] = [
            ("2025-10-29", false, .eventDay), ("2025-10-30", true, .working), ("2025-10-31", true, .working),
            ("2025-11-01", true, .workingWeekend), ("2025-11-02", false, .weekend),
            ("2025-11-03", false, .movedDayOff("2025-11-01")), ("2025-11-04", false, .holiday("День народного единства")),
            ("2025-11-05", true, .working), ("2025-11-06", true, .working),
        ]
        #expect(due.counted.map(\.date) == expected.map(\.0))
        #expect(due.counted.map(\.counts) == expected.map(\.1))
        #expect(due.counted.map(\.reason) == expected.map(\.2))
        #expect(try self.due(.workingDays(1), "2025-04-29").counted.last?.reason == .shortDay)
    }

    @Test("Terms in days agree with their own explanation for any event and length")
    func explanationsAddUp() throws {
        var generator = SeededGenerator(seed: 414)
        let first = ("2024-01-01" as CivilDate).dayNumber
        let last = ("2027-11-01" as CivilDate).dayNumber
        let events = (0..<200).map { _ in CivilDate(dayNumber: Int32.random(in: first...last, using: &generator)) }
        try withEvery("event", in: events) { event in
            try withEvery("rule", in: (1...15).flatMap { [DueRule.workingDays($0), .calendarDays($0)] }) { rule in
                let due = try due(rule, CivilDateTime(event))
                let length =
                    switch rule {
                    case .workingDays(let count), .calendarDays(let count): count
                    default: 0
                    }
                try hold(due.counted.count { $0.counts } == length, "as many days count as the term has")
                try hold(due.counted.first == CountedDay.event(event), "the day of the event is told and does not count")
                try hold(due.counted.last?.date == due.at.date && due.counted.last?.counts == true, "the last day counts")
                let days = due.counted.map(\.date)
                try hold(zip(days, days.dropFirst()).allSatisfy { $1.days(since: $0) == 1 }, "no day is left out")
                try hold(ProductionCalendar.test.isWorking(due.workBy) && due.workBy <= due.at.date, "workBy works")
                let between = ProductionCalendar.test.workingDays(after: due.workBy, through: due.at.date)
                try hold(between == 0, "workBy is the last working day")
            }
        }
    }

    @Test(
        "Every other rule gives the date that the act names, never shifted, and the last working day before it",
        arguments: [
            (.sameDay, "2025-03-12T14:30", "2025-03-12", "2025-03-12"),
            (.calendarDays(10), "2025-03-05", "2025-03-15", "2025-03-14"),
            (.calendarDays(10), "2024-12-24", "2025-01-03", "2024-12-28"),
            (.minutes(15), "2025-03-12T14:15", "2025-03-12T14:30", "2025-03-12"),
            (.minutes(15), "2025-03-14T23:50", "2025-03-15T00:05", "2025-03-14"),
            (.hours(48), "2025-03-12T10:00", "2025-03-14T10:00", "2025-03-14"),
            (.hours(48), "2025-03-12", "2025-03-14", "2025-03-14"),
            (.months(3), "2025-01-31", "2025-04-30", "2025-04-30"), (.months(6), "2025-08-31", "2026-02-28", "2026-02-27"),
            (.months(12), "2024-02-29", "2025-02-28", "2025-02-28"),
            (.dayOfNextMonth(10), "2025-03-31", "2025-04-10", "2025-04-10"),
            (.dayOfNextMonth(10), "2025-12-31", "2026-01-10", "2025-12-30"),
            (.dayOfNextMonth(30), "2025-01-31", "2025-02-28", "2025-02-28"),
            (.dayOfNextMonth(30), "2024-01-31", "2024-02-29", "2024-02-29"),
            (.dayOfNextMonth(30), "2025-02-28", "2025-03-30", "2025-03-28"),
            (.dayAfterQuarter(10), "2025-03-31", "2025-04-10", "2025-04-10"),
            (.dayAfterQuarter(10), "2025-01-01", "2025-04-10", "2025-04-10"),
            (.dayAfterQuarter(10), "2025-04-01", "2025-07-10", "2025-07-10"),
            (.dayAfterQuarter(10), "2025-12-31", "2026-01-10", "2025-12-30"),
            (.dayAfterHalfYear(25), "2025-06-30", "2025-07-25", "2025-07-25"),
            (.dayAfterHalfYear(25), "2025-07-01", "2026-01-25", "2026-01-23"),
            (.dayAfterHalfYear(25), "2025-12-31", "2026-01-25", "2026-01-23"),
        ] as [(DueRule, CivilDateTime, CivilDateTime, CivilDate)])
    func namedDates(rule: DueRule, event: CivilDateTime, at: CivilDateTime, workBy: CivilDate) throws {
        let due = try due(rule, event)
        #expect(due.at == at)
        #expect(due.workBy == workBy)
        #expect(due.counted.last?.date == at.date)
        #expect(due.counted.last?.counts == true)
    }

    @Test(
        "A term is provisional as soon as a day on the way, or its last working day, lies in a year that is not held",
        arguments: [
            (.workingDays(5), "2027-12-20", false), (.workingDays(5), "2027-12-24", true), (.workingDays(5), "2028-03-01", true),
            (.workingDays(5), "2023-12-31", false), (.workingDays(5), "2023-12-30", true),
            (.calendarDays(10), "2027-12-21", false),
            (.calendarDays(10), "2027-12-22", true), (.calendarDays(8), "2023-12-31", true),
            (.calendarDays(9), "2023-12-31", false),
            (.dayOfNextMonth(10), "2027-12-31", true), (.sameDay, "2028-02-01", true),
        ] as [(DueRule, CivilDateTime, Bool)])
    func provisional(rule: DueRule, event: CivilDateTime, expected: Bool) throws {
        #expect(try due(rule, event).isProvisional == expected)
    }

    @Test("An office's own term exists only where the office has set it, and is counted in working days")
    func officeTerms() throws {
        var office = OfficeSettings.test
        #expect(DueRule.officeTerm("program").due(after: "2025-04-30", calendar: .test, office: office) == nil)
        office.officeTerms["program"] = 0
        #expect(DueRule.officeTerm("program").due(after: "2025-04-30", calendar: .test, office: office) == nil)
        office.officeTerms["program"] = 5
        #expect(try due(.officeTerm("program"), "2025-04-30", office: office).at == "2025-05-13")
    }
}

extension CountedDay {
    fileprivate static func event(_ date: CivilDate) -> CountedDay? {
        DueRule.calendarDays(1).due(after: CivilDateTime(date), calendar: .test, office: .test)?.counted.first
    }
}
