import Casework
import Foundation
import Testing

/// `marshrut due`: the contract's keys, and dates counted by hand.
struct DueTests {
    let office: TrialOffice

    init() throws { office = try TrialOffice() }

    private func dueDate(_ day: String, rule: String = "irkutsk-414r.notify") throws -> String? {
        let ran = try office.run(
            "due", "referral-received", "--source", "ipra", "--on", day, "--regulation", "irkutsk-414r", "--format", "json")
        return try ran.list.first { $0["rule"] as? String == rule }?["due"] as? String
    }

    @Test func theContractsKeysStandInEveryEntry() throws {
        let ran = try office.run(
            "due", "referral-received", "--source", "ipra", "--on", "2025-03-05", "--regulation", "irkutsk-414r", "--format",
            "json")
        #expect(ran.status == 0)
        let list = try ran.list
        #expect(
            list.compactMap { $0["rule"] as? String } == [
                "irkutsk-414r.identify-need", "irkutsk-414r.notify", "irkutsk-414r.agree-meeting", "irkutsk-414r.register-notice",
            ])
        for entry in list {
            #expect(entry["due"] as? String == "2025-03-12")
            #expect(entry["workBy"] as? String == "2025-03-12")
            #expect(entry["time"] is NSNull)
            #expect(entry["responsible"] as? String == "curator")
            #expect(entry["title"] is String)
            let basis = try #require(entry["basis"] as? [String: Any])
            #expect(basis["act"] as? String == "414-р")
            #expect((basis["point"] as? String)?.hasPrefix("16.") == true)
            let counted = try #require(entry["counted"] as? [[String: Any]])
            // The day of the event and a weekend are skipped: 6, 7, 10, 11, 12 March count.
            #expect(counted.count { $0["counts"] as? Bool == true } == 5)
            #expect(counted.first?["date"] as? String == "2025-03-05")
            #expect(counted.first?["counts"] as? Bool == false)
            #expect(counted.allSatisfy { $0["why"] is String })
        }
    }

    /// Counted by hand over a printed calendar.
    @Test(arguments: [
        // May 2025: 1, 2 (moved from 4 January), 8 (moved from 23 February) and 9 are off.
        ("2025-04-25", "2025-05-06"), ("2025-04-28", "2025-05-07"), ("2025-04-29", "2025-05-12"), ("2025-04-30", "2025-05-13"),
        ("2025-05-01", "2025-05-13"), ("2025-05-05", "2025-05-14"), ("2025-05-07", "2025-05-16"), ("2025-05-08", "2025-05-16"),
        // 1 November 2025 is a working Saturday, 3 and 4 November are off.
        ("2025-10-31", "2025-11-10"), ("2025-10-29", "2025-11-06"),
        // New Year 2026: 31 December (moved) until 11 January are off, 9 January moved from 3 January.
        ("2025-12-24", "2026-01-12"), ("2025-12-25", "2026-01-13"), ("2025-12-30", "2026-01-16"), ("2025-12-31", "2026-01-16"),
        ("2026-01-05", "2026-01-16"),
    ])
    func fiveWorkingDaysAgreeWithAHandCount(day: String, expected: String) throws {
        #expect(try dueDate(day) == expected)
    }

    /// The same counting written down anew from the data file, without the domain.
    @Test func manyDatesAgreeWithAnIndependentCount() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: Shipped.path("Calendars", "production-calendar-2024-2027.json")))
        let years = try #require(
            (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["years"] as? [String: [String: Any]])
        var off: Set<String> = []
        var on: Set<String> = []
        for year in years.values {
            for key in ["holidays", "moved_days_off"] {
                for entry in try #require(year[key] as? [[String: String]]) { off.insert(try #require(entry["date"])) }
            }
            on.formUnion(try #require(year["working_weekends"] as? [String]))
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let style = Date.ISO8601FormatStyle(timeZone: calendar.timeZone).year().month().day()
        let start = try #require(calendar.date(from: DateComponents(year: 2024, month: 1, day: 1)))
        for step in stride(from: 0, to: 1440, by: 41) {
            let event = try #require(calendar.date(byAdding: .day, value: step, to: start))
            var day = event
            var left = 5
            while left > 0 {
                day = try #require(calendar.date(byAdding: .day, value: 1, to: day))
                let weekday = calendar.component(.weekday, from: day)
                let isWeekend = weekday == 1 || weekday == 7
                let name = day.formatted(style)
                if on.contains(name) || (!isWeekend && !off.contains(name)) { left -= 1 }
            }
            #expect(try dueDate(event.formatted(style)) == day.formatted(style), "\(event.formatted(style))")
        }
    }

    @Test func aYearWithoutItsDecreeIsProvisional() throws {
        let ran = try office.run(
            "due", "referral-received", "--source", "ipra", "--on", "2028-03-01", "--regulation", "irkutsk-414r", "--format",
            "json")
        #expect(ran.status == 0)
        #expect(try ran.list.allSatisfy { $0["provisional"] as? Bool == true })
        #expect(ran.err.contains("2028"))
    }

    @Test func reportsAreDueOnTheTenthWhateverTheDay() throws {
        let month = try office.run("due", "month-ended", "--on", "2025-04-30", "--regulation", "irkutsk-414r", "--format", "json")
        let entry = try #require(try month.list.first)
        // 10 May 2025 is a Saturday after a holiday: the date stays, the last working day is 7 May.
        #expect(entry["due"] as? String == "2025-05-10")
        #expect(entry["workBy"] as? String == "2025-05-07")
        let quarter = try office.run(
            "due", "quarter-ended", "--on", "2025-12-31", "--regulation", "irkutsk-414r", "--format", "json")
        #expect(try quarter.list.first?["due"] as? String == "2026-01-10")
        #expect(try quarter.list.first?["workBy"] as? String == "2025-12-30")
    }

    @Test func theSurveyIsDueOnTheDayOfTheMeeting() throws {
        let ran = try office.run(
            "due", "meeting-held", "--on", "2025-03-12T14:30", "--regulation", "irkutsk-414r", "--format", "json")
        #expect(try ran.list.compactMap { $0["due"] as? String } == ["2025-03-12", "2025-03-12"])
    }

    @Test func theTableShowsTheCounting() throws {
        let ran = try office.run(
            "due", "month-ended", "--on", "31.03.2025", "--regulation", "irkutsk-414r", "--explain", onTerminal: true)
        #expect(
            ran.out == """
                срок        сделать до  основание           что сделать
                ──────────  ──────────  ──────────────────  ─────────────────────────
                10.04.2025  10.04.2025  06-53-4/25, п. 1.8  Сдать статистику за месяц

                Сдать статистику за месяц — до 10 числа следующего месяца, Социальный координатор семьи (гражданина) \
                (06-53-4/25, п. 1.8)
                   –  31.03.2025 пн  день события не считается (ст. 191 ГК РФ)
                   1  10.04.2025 чт  день, указанный порядком

                """)
    }

    @Test func csvHasAHeaderAndFlattensTheBasis() throws {
        let ran = try office.run("due", "month-ended", "--on", "2025-03-31", "--regulation", "irkutsk-414r", "--format", "csv")
        let lines = ran.out.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("rule,title,due,time,workBy,responsible,basis.act,basis.point") == true)
        #expect(lines.last?.hasPrefix("irkutsk-414r.monthly-statistics,Сдать статистику за месяц,2025-04-10,,2025-04-10") == true)
    }

    @Test func anEventWithoutTermsGivesAnEmptyList() throws {
        let ran = try office.run(
            "due", "training-started", "--on", "2025-03-31", "--regulation", "irkutsk-414r", "--format", "json")
        #expect(ran.status == 0)
        #expect(try ran.list.isEmpty)
    }

    @Test(arguments: [
        (["due", "nonsense", "--on", "2025-03-05", "--regulation", "irkutsk-414r"], "nonsense"),
        (["due", "referral-received", "--on", "2025-03-05", "--regulation", "irkutsk-414r"], "--source"),
        (["due", "referral-received", "--source", "x", "--on", "2025-03-05", "--regulation", "irkutsk-414r"], "hotline"),
        (["due", "meeting-held", "--on", "2025-02-30", "--regulation", "irkutsk-414r"], "2025-02-30"),
        (["due", "meeting-held", "--on", "2025-03-05", "--regulation", "nowhere"], "irkutsk-414r"),
        (["due", "request-sent", "--via", "pigeon", "--on", "2025-03-05", "--regulation", "irkutsk-414r"], "smev"),
        (["due", "accompaniment-started", "--months", "0", "--on", "2025-03-05", "--regulation", "irkutsk-414r"], "0"),
        (["due", "meeting-held"], "--on"),
        (["due"], "event"),
    ])
    func wrongUsageExitsWithTwoAndSaysWhy(words: [String], mentioned: String) throws {
        let ran = try office.run(words)
        #expect(ran.status == 2)
        #expect(ran.out.isEmpty)
        #expect(ran.err.contains(mentioned))
    }
}
