import Terminal
import Testing

@Suite struct MonthPopupTests {
    private func popup(_ year: Int, _ month: Int, _ day: Int) -> MonthPopup {
        MonthPopup(day: CalendarDay(year: year, month: month, day: day), today: SampleCalendar.today, page: SampleCalendar.page)
    }

    @Test(
        "keys go by days, weeks, months and years",
        arguments: [
            ((2025, 11, 20), [Key.right], (2025, 11, 21)), ((2025, 11, 30), [.right], (2025, 12, 1)),
            ((2025, 12, 31), [.right], (2026, 1, 1)),
            ((2025, 11, 1), [.left], (2025, 10, 31)), ((2025, 1, 1), [.left], (2024, 12, 31)),
            ((2025, 11, 3), [.up], (2025, 10, 27)),
            ((2025, 11, 28), [.down], (2025, 12, 5)), ((2025, 3, 31), [.pageUp], (2025, 2, 28)),
            ((2024, 1, 31), [.pageDown], (2024, 2, 29)),
            ((2025, 12, 15), [.pageDown], (2026, 1, 15)), ((2024, 2, 29), [.modified(.pageDown, .shift)], (2025, 2, 28)),
            ((2020, 5, 5), [.home], (2025, 11, 20)), ((2025, 2, 3), [.end], (2025, 2, 28)),
            ((2025, 11, 20), [.down, .up, .left, .right, .pageDown, .pageUp, .function(5)], (2025, 11, 20)),
        ])
    func moves(start: (Int, Int, Int), keys: [Key], end: (Int, Int, Int)) {
        var month = popup(start.0, start.1, start.2)
        for key in keys { #expect(month.handle(key) == .handled) }
        #expect(month.day == CalendarDay(year: end.0, month: end.1, day: end.2))
    }

    @Test("walking day by day through four years misses no day")
    func everyDay() {
        var month = popup(2023, 12, 31)
        for year in 2024...2027 {
            for number in 1...12 {
                for day in 1...SampleCalendar.length(year, number) {
                    _ = month.handle(.right)
                    #expect(month.day == CalendarDay(year: year, month: number, day: day))
                }
            }
        }
    }

    @Test("Enter chooses, Esc leaves")
    func choosing() {
        var month = popup(2025, 11, 20)
        #expect(month.handle(.enter) == .chosen(SampleCalendar.today))
        #expect(month.handle(.escape) == .cancelled)
    }

    @Test("kinds of days have signs, the day under the cursor its label", arguments: goldenSizes)
    func drawing(size: Size) throws {
        var frame = Frame(size: size)
        var month = popup(2025, 11, 20)
        month.draw(in: &frame, rect: Rect(column: 2, row: 1, width: MonthPopup.size.columns, height: MonthPopup.size.rows))
        for _ in 0..<2 { _ = month.handle(.up) }
        for _ in 0..<2 { _ = month.handle(.left) }
        month.draw(in: &frame, rect: Rect(column: 40, row: 1, width: MonthPopup.size.columns, height: MonthPopup.size.rows))
        try assertFrame(frame, "month")
    }
}

@Suite struct DateFieldTests {
    @Test("a date is typed as text, echoed, and written out when the field is left")
    func typing() {
        var field = DateField(domain: SampleCalendar.domain)
        #expect(field.reading == nil)
        for letter in "3.9.2025" { #expect(field.handle(.character(letter)) == .changed) }
        #expect(field.reading?.day == CalendarDay(year: 2025, month: 9, day: 3))
        #expect(field.settle() == true)
        #expect(field.text == "03.09.2025")
        #expect(field.settle() == false)
        field.text = "вчера"
        #expect(field.settle() == false)
        #expect(field.text == "вчера", "what was typed is not lost")
    }

    @Test("the month opens at the typed day and writes the chosen one")
    func month() {
        var field = DateField("03.09.2025", domain: SampleCalendar.domain)
        #expect(field.handle(.modified(.down, .alt)) == .handled)
        #expect(field.month?.day == CalendarDay(year: 2025, month: 9, day: 3))
        #expect(field.handle(.right) == .handled)
        #expect(field.handle(.enter) == .changed)
        #expect(field.text == "04.09.2025")
        #expect(!field.isOpen)
        field.text = ""
        #expect(field.handle(.character(" ")) == .handled)
        #expect(field.month?.day == SampleCalendar.today)
        #expect(field.handle(.escape) == .handled)
        #expect(field.handle(.escape) == .ignored)
        #expect(field.text == "")
    }
}
