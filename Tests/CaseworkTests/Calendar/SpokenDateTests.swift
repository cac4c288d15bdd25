import Casework
import CaseworkTestSupport
import Testing

@Suite("Dates and times as people type them")
struct SpokenDateTests {
    static let russian = SpokenDateWords(
        today: ["сегодня", "с"], tomorrow: ["завтра"], yesterday: ["вчера"],
        weekdays: [
            ["пн", "понедельник"], ["вт", "вторник"], ["ср", "среда"], ["чт", "четверг"], ["пт", "пятница"], ["сб", "суббота"],
            ["вс", "воскресенье"],
        ], calendarDays: ["д"], workingDays: ["р", "рд"])
    static let english = SpokenDateWords(
        today: ["today"], tomorrow: ["tomorrow"], yesterday: ["yesterday"],
        weekdays: [["mon", "monday"], ["tue"], ["wed"], ["thu"], ["fri"], ["sat"], ["sun"]], calendarDays: ["d"],
        workingDays: ["w"])

    private func parse(_ text: String, today: CivilDate) throws(SpokenDateError) -> CivilDate {
        try SpokenDate.parse(text, today: today, calendar: .test, words: Self.russian.merging(Self.english))
    }

    @Test(
        "A full date is that day, whatever parts it",
        arguments: [
            "15.03.2025", "15.3.2025", "15,03,2025", "15/03/2025", "15-03-2025", "2025-03-15", "2025.03.15", "15.03.25",
            "15.3.25",
            "15.03.2025.", "  15.03.2025 ",
        ])
    func fullDates(text: String) throws { #expect(try parse(text, today: "2026-08-01") == "2025-03-15") }

    @Test(
        "A year of two digits lies between 79 years back and 20 years ahead",
        arguments: [
            ("01.01.45", "2045-01-01"), ("01.01.46", "1946-01-01"), ("01.01.25", "2025-01-01"), ("01.01.99", "1999-01-01"),
            ("01.01.00", "2000-01-01"), ("17.05.58", "1958-05-17"),
        ] as [(String, CivilDate)])
    func twoDigitYears(text: String, expected: CivilDate) throws { #expect(try parse(text, today: "2025-06-15") == expected) }

    @Test(
        "A day and a month mean the nearest such day, before or after today",
        arguments: [
            ("15.3", "2025-03-10", "2025-03-15"), ("15.3", "2025-03-15", "2025-03-15"), ("1.3", "2025-03-10", "2025-03-01"),
            ("28.12", "2026-01-10", "2025-12-28"), ("15.1", "2025-12-20", "2026-01-15"), ("15.3", "2025-10-01", "2026-03-15"),
            ("15.3", "2025-09-10", "2025-03-15"), ("15,03", "2025-03-10", "2025-03-15"), ("29.2", "2025-01-10", "2024-02-29"),
            ("29.2", "2024-02-01", "2024-02-29"), ("29.02", "2027-03-01", "2028-02-29"),
        ] as [(String, CivilDate, CivilDate)])
    func nearestYear(text: String, today: CivilDate, expected: CivilDate) throws {
        #expect(try parse(text, today: today) == expected)
    }

    @Test("Of two days just as near the later one is meant")
    func nearestTie() throws {
        // Only a leap year has a day halfway: 16 July 2024 lies 183 days from both.
        #expect(try parse("15.1", today: "2024-07-16") == "2025-01-15")
    }

    @Test(
        "A signed number counts calendar days, with the letter for it working days",
        arguments: [
            ("+7", "2025-03-19"), ("+0", "2025-03-12"), ("-2", "2025-03-10"), ("+7д", "2025-03-19"), ("+7d", "2025-03-19"),
            ("+5р", "2025-03-19"), ("+5 р", "2025-03-19"), ("+5РД", "2025-03-19"), ("+5w", "2025-03-19"), ("-3р", "2025-03-07"),
            ("−3", "2025-03-09"),
        ] as [(String, CivilDate)])
    func shifts(text: String, expected: CivilDate) throws { #expect(try parse(text, today: "2025-03-12") == expected) }

    @Test("Working days step over the May holidays")
    func workingShift() throws {
        #expect(try parse("+5р", today: "2025-04-30") == "2025-05-13")
        #expect(try parse("-5р", today: "2025-05-13") == "2025-04-30")
    }

    @Test("A weekday is the next one after today, a week away when today is one")
    func weekdays() throws {
        let today: CivilDate = "2025-03-12"  // Wednesday
        let expected: [(String, CivilDate)] = [
            ("чт", "2025-03-13"), ("Пт", "2025-03-14"), ("сб", "2025-03-15"), ("вс", "2025-03-16"), ("ПОНЕДЕЛЬНИК", "2025-03-17"),
            ("вт", "2025-03-18"), ("ср", "2025-03-19"), ("mon", "2025-03-17"), ("Sun", "2025-03-16"),
        ]
        for (word, date) in expected { #expect(try parse(word, today: today) == date, "\(word)") }
        for shift in 0..<7 {
            let day = today.adding(days: shift)
            for (index, words) in Self.russian.weekdays.enumerated() {
                let date = try parse(try #require(words.first), today: day)
                #expect(date.weekday == index + 1 && (1...7).contains(date.days(since: day)))
            }
        }
    }

    @Test(
        "Today and its neighbours have words in every language at hand",
        arguments: [
            ("сегодня", "2025-03-01"), ("Завтра", "2025-03-02"), ("ВЧЕРА", "2025-02-28"), ("today", "2025-03-01"),
            ("Tomorrow", "2025-03-02"), ("yesterday", "2025-02-28"), ("с", "2025-03-01"),
        ] as [(String, CivilDate)])
    func words(text: String, expected: CivilDate) throws { #expect(try parse(text, today: "2025-03-01") == expected) }

    @Test(
        "What means no day is refused with the reason",
        arguments: [
            ("", .empty), ("   ", .empty), ("31.04", .noSuchDay), ("31.04.2025", .noSuchDay), ("29.02.2025", .noSuchDay),
            ("00.03", .noSuchDay), ("15.13", .noSuchDay), ("29.2", .noSuchDay), ("15.03.0000", .noSuchDay), ("+", .notUnderstood),
            ("+р", .notUnderstood), ("+5х", .notUnderstood), ("+3661", .tooFar), ("-99999999999999999999", .tooFar),
            ("15", .notUnderstood), ("послезавтра", .notUnderstood), ("15.03.202", .notUnderstood), ("115.03", .notUnderstood),
            ("15..03", .notUnderstood), (".", .notUnderstood), ("15.03.2025.1", .notUnderstood), ("１５.03", .notUnderstood),
            ("15.март", .notUnderstood), ("2025-03-15T10:00", .notUnderstood),
        ] as [(String, SpokenDateError)])
    func refused(text: String, reason: SpokenDateError) {
        #expect(throws: reason) { try parse(text, today: "2022-03-12") }
    }

    @Test("Random keys never stop the program: they are a day or a reason")
    func randomKeys() {
        var generator = SeededGenerator(seed: 7)
        let keys = Array("0123456789.,/-+−рдчпвс TtЁ\u{301}🙂")
        for _ in 0..<5000 {
            let text = String(
                (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in keys.randomElement(using: &generator) })
            _ = try? parse(text, today: "2025-03-12")
            _ = CivilTime(spoken: text)
        }
    }

    @Test(
        "A time is understood however the hours and minutes are parted",
        arguments: [
            ("14", "14:00"), ("9", "09:00"), ("0", "00:00"), ("14:30", "14:30"), ("14.30", "14:30"), ("14,30", "14:30"),
            ("14-30", "14:30"), ("14 30", "14:30"), ("1430", "14:30"), ("930", "09:30"), ("0930", "09:30"), ("9:05", "09:05"),
            (" 14:30 ", "14:30"), ("000", "00:00"), ("2359", "23:59"),
        ] as [(String, CivilTime)])
    func looseTimes(text: String, expected: CivilTime) { #expect(CivilTime(spoken: text) == expected) }

    @Test(
        "What names no time is refused",
        arguments: ["", " ", "24", "2400", "14:60", "1460", "14:5", "14:", ":30", "14:30:00", "12345", "полдень", "-5", "１４"])
    func badLooseTimes(text: String) { #expect(CivilTime(spoken: text) == nil) }
}
