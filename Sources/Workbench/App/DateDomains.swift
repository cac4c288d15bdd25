import Casework
import MarshrutResources
import Terminal

/// What date fields ask of the domain: reading dates as people say them, and months of the production calendar.
enum DateDomains {
    /// The date field's domain on the given day.
    static func domain(today: CivilDate, calendar: ProductionCalendar, texts: Texts) -> DateDomain {
        DateDomain(
            today: day(today),
            read: { text in
                guard let date = DateWords.read(text, today: today, calendar: calendar, texts: texts) else {
                    return DateReading(day: nil, echo: texts("field.date-unreadable"))
                }
                let kind = calendar.day(date)
                let provisional = kind.isProvisional ? " · " + texts("calendar.provisional") : ""
                return DateReading(
                    day: day(date),
                    echo: "\(date.dotted), \(texts.shortWeekday(date.weekday)), \(label(kind, texts))\(provisional)")
            },
            write: { date(from: $0).map(\.dotted) ?? "" },
            page: { year, month in page(year: year, month: month, today: today, calendar: calendar, texts: texts) })
    }

    /// The terminal's day as the domain's.
    static func date(from day: Terminal.CalendarDay) -> CivilDate? {
        CivilDate(year: day.year, month: day.month, day: day.day)
    }

    private static func day(_ date: CivilDate) -> Terminal.CalendarDay {
        let (year, month, day) = date.parts
        return Terminal.CalendarDay(year: year, month: month, day: day)
    }

    private static func page(
        year: Int, month: Int, today: CivilDate, calendar: ProductionCalendar, texts: Texts
    ) -> MonthPage {
        let first = CivilDate(year: year, month: month, day: 1) ?? today.atDay(1)
        let days = (0..<CivilDate.daysIn(month: month, year: year)).map { offset in
            let day = calendar.day(first.adding(days: offset))
            return DayMark(mark(day.kind), label: label(day, texts), isToday: day.date == today)
        }
        let held = calendar.covers(year: year) ? "" : " · " + texts("calendar.provisional")
        return MonthPage(
            title: "\(texts.month(month)) \(year)\(held)", weekdays: (1...7).map(texts.shortWeekday),
            firstColumn: first.weekday - 1, days: days, legend: texts("calendar.legend"))
    }

    private static func label(_ day: Casework.CalendarDay, _ texts: Texts) -> String {
        if let name = day.name, !name.isEmpty { return name }
        return texts("day-kind.\(day.kind.rawValue)")
    }

    private static func mark(_ kind: Casework.DayKind) -> Terminal.DayKind {
        switch kind {
        case .working: .working
        case .short: .short
        case .weekend: .weekend
        case .holiday: .holiday
        case .moved: .moved
        }
    }
}
