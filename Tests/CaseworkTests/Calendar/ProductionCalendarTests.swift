import Casework
import CaseworkTestSupport
import Foundation
import Testing

@Suite("The production calendar")
struct ProductionCalendarTests {
    let calendar = ProductionCalendar.test

    /// `working_days_by_month` of `production-calendar-2024-2027.json`.
    static let workingDays: [(Int, [Int])] = [
        (2024, [17, 20, 20, 21, 20, 19, 23, 22, 21, 23, 21, 21]), (2025, [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22]),
        (2026, [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22]), (2027, [15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22]),
    ]

    @Test("Every month has as many working days as the published calendar says", arguments: workingDays)
    func monthsAgree(year: Int, expected: [Int]) throws {
        let counted = try (1...12).map { month in
            let first = try #require(CivilDate(year: year, month: month, day: 1))
            return calendar.workingDays(after: first.adding(days: -1), through: first.adding(months: 1).adding(days: -1))
        }
        #expect(counted == expected)
    }

    @Test(
        "A day is what the decree made of it",
        arguments: [
            ("2025-11-01", .short, nil), ("2025-11-02", .weekend, nil), ("2025-11-03", .moved, "2025-11-01"),
            ("2025-11-04", .holiday, nil), ("2025-11-05", .working, nil), ("2024-04-27", .working, nil),
            ("2024-04-29", .moved, "2024-04-27"), ("2024-12-28", .working, nil), ("2025-12-31", .moved, "2025-01-05"),
            ("2027-05-01", .holiday, nil), ("2025-03-07", .short, nil), ("2025-05-08", .moved, "2025-02-23"),
        ] as [(CivilDate, DayKind, CivilDate?)])
    func kinds(date: CivilDate, kind: DayKind, movedFrom: CivilDate?) {
        let day = calendar.day(date)
        #expect(day.kind == kind)
        #expect(day.movedFrom == movedFrom)
        #expect(!day.isProvisional)
        #expect((day.name != nil) == (kind == .holiday))
    }

    @Test(
        "A year that is not held is answered from weekends and fixed holidays, and says so",
        arguments: [
            ("2028-01-08", .holiday), ("2028-01-10", .working), ("2028-05-09", .holiday), ("2028-05-06", .weekend),
            ("2023-11-04", .holiday), ("2023-12-29", .working),
        ] as [(CivilDate, DayKind)])
    func provisionalYears(date: CivilDate, kind: DayKind) {
        #expect(calendar.day(date).kind == kind)
        #expect(calendar.day(date).isProvisional)
        #expect(!calendar.covers(year: date.year))
    }

    @Test("An office's own year replaces the shipped one or adds one")
    func overriding() {
        let own = ProductionCalendar.Year(
            holidays: ["2028-03-08": "Праздник"], movedDaysOff: [:], shortDays: [], workingWeekends: ["2028-03-11"])
        let edited = calendar.overriding(years: [2028: own])
        #expect(edited.day("2028-03-08").kind == .holiday)
        #expect(edited.isWorking("2028-03-11"))
        #expect(!edited.day("2028-03-11").isProvisional)
        #expect(edited.day("2025-11-01") == calendar.day("2025-11-01"))
    }

    @Test("The n-th working day after any day works, grows with n and with the day, and counts back to n")
    func workingDayProperties() throws {
        var generator = SeededGenerator(seed: 20_250_501)
        let first = ("2023-11-01" as CivilDate).dayNumber
        let last = ("2028-03-01" as CivilDate).dayNumber
        let starts = (0..<400).map { _ in CivilDate(dayNumber: Int32.random(in: first...last, using: &generator)) }
        try withEvery("start", in: starts) { start in
            try withEvery("n", in: 1...25) { count in
                let end = calendar.workingDay(count, after: start)
                try hold(calendar.isWorking(end), "lands on a working day")
                try hold(end > start, "the day of the event does not count")
                try hold(calendar.workingDay(count + 1, after: start) > end, "grows with n")
                try hold(calendar.workingDay(count, after: start.adding(days: 1)) >= end, "does not shrink with the start")
                try hold(calendar.workingDays(after: start, through: end) == count, "counts back")
                try hold(calendar.lastWorkingDay(notAfter: end) == end, "a working day is its own last working day")
            }
        }
    }

    @Test("No working days lie between a day and itself or an earlier one")
    func emptySpans() {
        #expect(calendar.workingDays(after: "2025-03-12", through: "2025-03-12") == 0)
        #expect(calendar.workingDays(after: "2025-03-12", through: "2025-03-11") == 0)
        #expect(calendar.workingDay(0, after: "2025-03-12") == "2025-03-12")
    }

    @Test("The file form reads holidays, moves, short days, working weekends and the fixed holidays")
    func fileForm() throws {
        let text = """
            {"years": {"2025": {"holidays": [{"date": "2025-11-04", "name": "День народного единства"}],
              "moved_days_off": [{"date": "2025-11-03", "moved_from": "2025-11-01"}],
              "short_days": ["2025-11-01"], "working_weekends": ["2025-11-01"], "working_days": 247}},
             "fixed_holidays": [{"day": "05-09", "name": "День Победы"}]}
            """
        let read = try JSONDecoder().decode(ProductionCalendarFile.self, from: Data(text.utf8)).calendar
        #expect(read.day("2025-11-01").kind == .short)
        #expect(read.day("2025-11-03").movedFrom == "2025-11-01")
        #expect(read.day("2025-11-04").name == "День народного единства")
        #expect(read.day("2031-05-09").name == "День Победы")
    }

    @Test("A wrong file says what is wrong with it, never silently leaves it out")
    func wrongFile() throws {
        let text = """
            {"years": {"2O28": {"holidays": [], "moved_days_off": [], "short_days": [], "working_weekends": []},
              "2028": {"holidays": [{"date": "2027-05-09", "name": "День Победы"}], "moved_days_off": [], "short_days": [],
                "working_weekends": [], "working_days_by_month": [21, 20]}},
             "fixed_holidays": [{"day": "13-01", "name": "?"}]}
            """
        let file = try JSONDecoder().decode(ProductionCalendarFile.self, from: Data(text.utf8))
        #expect(
            file.problems == [
                .notADay("13-01"), .outsideYear(2028, "2027-05-09"), .workingDays(year: 2028, month: 2, counted: 21, told: 20),
                .notAYear("2O28"),
            ])
    }

    @Test("The shipped file has nothing wrong with it and says the same as the tests' calendar")
    func shippedFile() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "Resources/Calendars/production-calendar-2024-2027.json"))
        let file = try JSONDecoder().decode(ProductionCalendarFile.self, from: data)
        #expect(file.problems.isEmpty)
        var date: CivilDate = "2023-01-01"
        while date < "2029-01-01" {
            #expect(file.calendar.day(date) == calendar.day(date))
            date = date.adding(days: 1)
        }
    }
}
