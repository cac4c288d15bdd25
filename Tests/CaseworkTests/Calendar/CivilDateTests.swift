import Casework
import CaseworkTestSupport
import Foundation
import Testing

@Suite("Days of the calendar")
struct CivilDateTests {
    @Test("Every day of two centuries agrees with a simple count from 1 January 1900, there and back")
    func roundTrip() throws {
        // 1900-01-01 was a Monday, 25567 days before 1970-01-01.
        var number: Int32 = -25_567
        var weekday = 1
        for year in 1900...2099 {
            let leap = (year % 4 == 0 && year % 100 != 0) || year == 2000
            let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (index, length) in lengths.enumerated() {
                for day in 1...length {
                    let date = try #require(CivilDate(year: year, month: index + 1, day: day))
                    guard date.dayNumber == number, date.parts == (year, index + 1, day), date.weekday == weekday,
                        CivilDate(iso: date.iso) == date
                    else {
                        Issue.record("\(year)-\(index + 1)-\(day) is day \(date.dayNumber), expected \(number)")
                        return
                    }
                    number += 1
                    weekday = weekday % 7 + 1
                }
                #expect(CivilDate(year: year, month: index + 1, day: length + 1) == nil)
            }
        }
    }

    @Test(
        "Anything but a real day as YYYY-MM-DD is not a date",
        arguments: [
            "", "-", "--", "2025", "2025-03", "2025-3-12", "2025-03-1", "25-03-12", "2025-03-012", "2025-003-12", "12025-03-12",
            "2025-00-10", "2025-13-10", "2025-02-29", "2025-04-31", "2025-03-00", "2025-03-32", "0000-01-01", " 2025-03-12",
            "2025-03-12 ", "2025/03/12", "2025-03-12-", "2025-03-12T10:00", "٢٠٢٥-03-12", "-025-03-12", "+025-03-12", "20250312",
        ])
    func badISO(text: String) { #expect(CivilDate(iso: text) == nil) }

    @Test(
        "A month later is the same date, clamped to the month's last day",
        arguments: [
            ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-01-31", 2, "2025-03-31"),
            ("2025-03-31", 1, "2025-04-30"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
            ("2025-08-31", 6, "2026-02-28"), ("2025-12-15", 1, "2026-01-15"), ("2025-01-15", -1, "2024-12-15"),
            ("2025-03-31", -1, "2025-02-28"), ("2025-03-12", 0, "2025-03-12"),
        ] as [(CivilDate, Int, CivilDate)])
    func addingMonths(start: CivilDate, months: Int, expected: CivilDate) { #expect(start.adding(months: months) == expected) }

    @Test(
        "A day that the month lacks is its last day",
        arguments: [
            ("2025-02-01", 30, "2025-02-28"), ("2024-02-01", 30, "2024-02-29"), ("2025-04-10", 31, "2025-04-30"),
            ("2025-05-10", 31, "2025-05-31"), ("2025-05-10", 0, "2025-05-01"),
        ] as [(CivilDate, Int, CivilDate)])
    func atDay(date: CivilDate, day: Int, expected: CivilDate) { #expect(date.atDay(day) == expected) }

    @Test(
        "Leap years are those divisible by 4, of full centuries those divisible by 400",
        arguments: [(1900, false), (2000, true), (2023, false), (2024, true), (2100, false)])
    func leapYears(year: Int, expected: Bool) {
        #expect(CivilDate.isLeap(year) == expected)
        #expect(CivilDate.daysIn(month: 2, year: year) == (expected ? 29 : 28))
    }

    @Test(
        "A year is full on the birthday; for those born on 29 February on 1 March of common years",
        arguments: [
            ("2007-05-17", "2025-05-16", 17), ("2007-05-17", "2025-05-17", 18), ("2007-05-17", "2025-05-18", 18),
            ("2004-02-29", "2022-02-28", 17), ("2004-02-29", "2022-03-01", 18), ("2004-02-29", "2024-02-28", 19),
            ("2004-02-29", "2024-02-29", 20), ("2025-03-05", "2025-03-05", 0), ("2025-03-05", "2025-03-04", -1),
            ("2024-12-31", "2025-01-01", 0),
        ] as [(CivilDate, CivilDate, Int)])
    func ages(born: CivilDate, on: CivilDate, expected: Int) { #expect(born.fullYears(on: on) == expected) }

    @Test("A person's birthday never comes a day late: the age grows by one exactly on the day the category review names")
    func agesGrowOnTheBirthday() throws {
        var generator = SeededGenerator(seed: 1)
        let births = (0..<300).map { _ in CivilDate(dayNumber: Int32.random(in: -10_000...20_000, using: &generator)) }
        try withEvery("born", in: births + ["2000-02-29", "2004-02-29"]) { born in
            try withEvery("years", in: [1, 3, 18, 60]) { years in
                var birthday = born.adding(months: 12 * years)
                if birthday.day != born.day { birthday = birthday.adding(days: 1) }
                try hold(born.fullYears(on: birthday) == years, "reached on the birthday")
                try hold(born.fullYears(on: birthday.adding(days: -1)) == years - 1, "not a day before")
            }
        }
    }

    @Test("Dates are written with dots on paper, and quarters follow months")
    func forms() {
        let date: CivilDate = "2025-03-05"
        #expect(date.dotted == "05.03.2025")
        #expect((1...12).map { date.atDay(1).adding(months: $0 - 3).quarter } == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
        #expect(("2025-03-12" as CivilDate).days(since: date) == 7)
        #expect(date.adding(days: -5) == "2025-02-28")
    }

    @Test("A stored date is its ISO text, and a wrong text is refused")
    func codable() throws {
        #expect(String(decoding: try JSONEncoder().encode(["2025-03-12" as CivilDate]), as: UTF8.self) == #"["2025-03-12"]"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CivilDate].self, from: Data(#"["2025-02-29"]"#.utf8)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CivilTime].self, from: Data(#"["25:00"]"#.utf8)) }
    }
}
