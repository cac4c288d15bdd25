extension DueRule {
    /// The due date for a moment of which nothing else is known.
    public func due(after event: CivilDateTime, calendar: ProductionCalendar, office: OfficeSettings) -> DueDate? {
        due(DueContext(event), calendar: calendar, office: office)
    }

    /// The due date for an event, or nil where the office has set no term of its own.
    public func due(_ context: DueContext, calendar: ProductionCalendar, office: OfficeSettings) -> DueDate? {
        let event = context.at
        let day = event.date
        func named(_ date: CivilDate) -> DueDate { DueDate(named: CivilDateTime(date), event: day, calendar: calendar) }
        func back(_ days: DaysBack) -> DueDate { DueDate(days, from: day, head: [.event(day)], calendar: calendar) }
        switch self {
        case .sameDay: return DueDate(named: CivilDateTime(day), event: nil, calendar: calendar)
        case .workingDays(let count): return DueDate(workingDays: count, after: day, calendar: calendar)
        case .calendarDays(let count):
            return DueDate(calendarDaysFrom: day, to: CivilDateTime(day.adding(days: count)), calendar: calendar)
        case .hours(let count): return DueDate(named: event.adding(minutes: count * 60), event: day, calendar: calendar)
        case .minutes(let count): return DueDate(named: event.adding(minutes: count), event: day, calendar: calendar)
        case .months(let count): return named(day.adding(months: count))
        case .years(let count): return named(day.adding(months: 12 * count))
        case .dayOfNextMonth(let number): return named(day.startOfPeriod(months: 1, later: 1).atDay(number))
        case .dayAfterQuarter(let number): return named(day.startOfPeriod(months: 3, later: 1).atDay(number))
        case .dayAfterHalfYear(let number): return named(day.startOfPeriod(months: 6, later: 1).atDay(number))
        case .lastDayOfMonth: return named(day.atDay(31))
        case .dateOf(let attribute): return context.attributes[attribute].flatMap { CivilDate(iso: $0) }.map(named)
        case .lastDayOfNextMonth: return named(day.startOfPeriod(months: 1, later: 1).atDay(31))
        case .dayOfYear(let name): return named(day.next(name))
        case .term(let term): return named(term.end(in: context))
        case .beforeEnd(let days, let term):
            let end = term.end(in: context)
            let head = [CountedDay.event(day), CountedDay(date: end, counts: false, reason: .endOfTerm)]
            return DueDate(days, from: end, head: head, calendar: calendar)
        case .daysBefore(let count): return back(.calendarDays(count))
        case .officeTerm(let key, let standing):
            guard let days = office.officeTerms[key] ?? standing, days > 0 else { return nil }
            return DueDate(workingDays: days, after: day, calendar: calendar)
        case .officeDaysBefore(let key, let standing):
            guard let days = office.officeTerms[key] ?? standing, days > 0 else { return nil }
            return back(.workingDays(days))
        case .earliest(let rules):
            return rules.compactMap { $0.due(context, calendar: calendar, office: office) }.min { $1.at.isAfter($0.at) }
        case .latest(let rules):
            return rules.compactMap { $0.due(context, calendar: calendar, office: office) }.max { $1.at.isAfter($0.at) }
        }
    }
}

extension CountedDay {
    /// The day of the event, which does not count (ст. 191 ГК РФ).
    static func event(_ date: CivilDate) -> CountedDay { CountedDay(date: date, counts: false, reason: .eventDay) }
}

extension CivilDate {
    /// The first day of the period of so many months (1, 3, 6 or 12) that holds this day, or of one `later`.
    func startOfPeriod(months: Int, later: Int = 0) -> CivilDate {
        atDay(1).adding(months: months * later - (month - 1) % months)
    }

    /// The next day of the name after this one; 29 February is the last of February in common years.
    func next(_ name: ProductionCalendar.MonthDay) -> CivilDate {
        func day(in year: Int) -> CivilDate { CivilDate(uncheckedYear: year, month: name.month, day: 1).atDay(name.day) }
        return day(in: year) > self ? day(in: year) : day(in: year + 1)
    }
}
