import Casework
import CaseworkTestSupport
import Testing

/// What must hold for any date and length; the counting is written down anew, day by day.
@Suite("Properties of counting")
struct CountingPropertyTests {
    private static func days(_ count: Int, seed: UInt64) -> [CivilDate] {
        var generator = SeededGenerator(seed: seed)
        let first = ("2024-03-01" as CivilDate).dayNumber
        let last = ("2027-06-30" as CivilDate).dayNumber
        return (0..<count).map { _ in CivilDate(dayNumber: Int32.random(in: first...last, using: &generator)) }
    }

    private let calendar = ProductionCalendar.test

    @Test("Working days agree with a naive count, and back again with itself")
    func workingDays() throws {
        try withEvery("event", in: CountingPropertyTests.days(400, seed: 5)) { event in
            try withEvery("count", in: [1, 2, 5, 7, 10, 30]) { count in
                var day = event
                var left = count
                while left > 0 {
                    day = day.adding(days: 1)
                    if calendar.day(day).kind.isWorking { left -= 1 }
                }
                let due = DueRule.workingDays(count).due(after: CivilDateTime(event), calendar: calendar, office: .test)
                try hold(due?.at.date == day, "agrees with a naive count")
                let back = DueRule.officeDaysBefore("x", default: count)
                    .due(after: CivilDateTime(day), calendar: calendar, office: .test)
                let between = calendar.workingDays(after: back?.at.date ?? day, through: day.adding(days: -1))
                try hold(between == count - 1, "as many working days lie before the day")
                try hold(calendar.workingDay(count, before: day) == back?.at.date, "the calendar counts back alike")
            }
        }
    }

    @Test("Every rule's last working day is a working one not later, with none between")
    func workBy() throws {
        let term = AgreedTerm(months: 6)
        let rules: [DueRule] = [
            .sameDay, .calendarDays(10), .months(1), .years(1), .dayOfNextMonth(30), .dayAfterQuarter(10), .dayAfterHalfYear(25),
            .lastDayOfMonth, .lastDayOfNextMonth, .dayOfYear(.init(month: 5, day: 9)), .term(term),
            .beforeEnd(.calendarDays(14), term), .beforeEnd(.workingDays(10), term), .daysBefore(30),
            .earliest([.workingDays(3), .calendarDays(5)]), .latest([.workingDays(3), .calendarDays(5)]),
        ]
        try withEvery("event", in: CountingPropertyTests.days(150, seed: 9)) { event in
            try withEvery("rule", in: rules) { rule in
                let due = try #require(rule.due(after: CivilDateTime(event), calendar: calendar, office: .test))
                try hold(due.workBy <= due.at.date && calendar.isWorking(due.workBy), "workBy works and is not later")
                try hold(calendar.workingDays(after: due.workBy, through: due.at.date) == 0, "no working day is lost")
                try hold(due.counted.last?.date == due.at.date && due.counted.last?.counts == true, "the date is explained")
            }
        }
    }

    @Test("Months and years keep the day or end with the month")
    func months() throws {
        try withEvery("event", in: CountingPropertyTests.days(400, seed: 11)) { event in
            try withEvery("count", in: [1, 2, 3, 6, 11, 12]) { count in
                let due = event.adding(months: count)
                let next = due.adding(days: 1)
                try hold(due.day == event.day || (due.day < event.day && next.day == 1), "the same day or the month's last")
                try hold((due.year * 12 + due.month) - (event.year * 12 + event.month) == count, "so many months on")
            }
            try hold(
                event.adding(months: 12)
                    == DueRule.years(1).due(after: CivilDateTime(event), calendar: calendar, office: .test)?.at.date,
                "a year is twelve months")
        }
    }

    @Test("Days before the end and the days back to it are inverse")
    func inverse() throws {
        try withEvery("start", in: CountingPropertyTests.days(300, seed: 13)) { start in
            try withEvery("count", in: [1, 5, 14]) { count in
                let term = AgreedTerm(months: 3)
                let context = DueContext(CivilDateTime(start))
                let end = term.end(in: context)
                let byDays = DueRule.beforeEnd(.calendarDays(count), term).due(context, calendar: calendar, office: .test)
                try hold(byDays?.at.date.adding(days: count) == end, "calendar days lead back to the end")
                let byWork = DueRule.beforeEnd(.workingDays(count), term).due(context, calendar: calendar, office: .test)
                let between = calendar.workingDays(after: byWork?.at.date ?? end, through: end.adding(days: -1))
                try hold(between == count - 1, "working days lead back to the end")
            }
        }
    }

    @Test("Editions that follow each other part the days: each day has exactly one")
    func editions() throws {
        let bounds = CountingPropertyTests.days(6, seed: 17).sorted()
        var editions = [Edition(until: bounds[0].adding(days: -1))]
        for (from, next) in zip(bounds, bounds.dropFirst()) where from < next {
            editions.append(Edition(from: from, until: next.adding(days: -1)))
        }
        editions.append(Edition(from: bounds.last))
        try withEvery("day", in: CountingPropertyTests.days(500, seed: 19) + bounds) { day in
            try hold(editions.count { $0.holds(day) } == 1, "one edition")
        }
        for (index, edition) in editions.enumerated() {
            for other in editions.dropFirst(index + 1) { #expect(!edition.overlaps(other)) }
            #expect(edition.overlaps(edition))
        }
    }
}
