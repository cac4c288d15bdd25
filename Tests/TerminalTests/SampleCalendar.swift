import Terminal

/// November 2025 and its neighbours, as a domain would describe them; dates are read as `day.month.year` only.
enum SampleCalendar {
    static let today = CalendarDay(year: 2025, month: 11, day: 20)

    static let domain = DateDomain(
        today: today,
        read: { text in
            let numbers = text.split(separator: ".").compactMap { Int($0) }
            guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[0]) else {
                return DateReading(day: nil, echo: "не дата")
            }
            return DateReading(day: CalendarDay(year: numbers[2], month: numbers[1], day: numbers[0]), echo: "рабочий день")
        },
        write: { "\(pad($0.day)).\(pad($0.month)).\($0.year)" },
        page: page)

    static let page: @Sendable (Int, Int) -> MonthPage = { year, month in
        let first = weekday(year, month)
        let days = (1...length(year, month)).map { day in
            let column = (first + day - 1) % 7
            var mark = DayMark(
                column >= 5 ? .weekend : .working, isToday: CalendarDay(year: year, month: month, day: day) == today)
            if month == 11 {
                switch day {
                case 1: mark = DayMark(.moved, label: "рабочая суббота")
                case 3: mark = DayMark(.moved, label: "перенос с 1 ноября")
                case 4: mark = DayMark(.holiday, label: "День народного единства")
                case 20: mark.label = "рабочий день"
                case 28: mark = DayMark(.short, label: "сокращён на час")
                default: break
                }
            }
            return mark
        }
        return MonthPage(
            title: "\(names[month - 1]) \(year)", weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"], firstColumn: first,
            days: days,
            legend: ". вых ! празд * кор ~ перенос")
    }

    private static let names = [
        "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь",
    ]

    static func length(_ year: Int, _ month: Int) -> Int {
        if month == 2 { return year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Sakamoto's method, counted from Monday.
    private static func weekday(_ year: Int, _ month: Int) -> Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let y = month < 3 ? year - 1 : year
        return (y + y / 4 - y / 100 + y / 400 + shifts[month - 1] + 1 + 6) % 7
    }

    private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
