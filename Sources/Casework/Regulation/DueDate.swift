/// Why a day was counted or skipped.
public enum CountingReason: Hashable, Sendable {
    /// The day of the event, which does not count (ст. 191 ГК РФ).
    case eventDay
    /// The last day of the term from which days are counted back; it does not count either.
    case endOfTerm
    /// A working day.
    case working
    /// A shortened working day, which counts as any other.
    case shortDay
    /// A Saturday or Sunday that works by decree.
    case workingWeekend
    /// A calendar day of a term in calendar days.
    case calendarDay
    /// Saturday or Sunday.
    case weekend
    /// A public holiday, by name.
    case holiday(String)
    /// A day off moved here from another day.
    case movedDayOff(CivilDate)
    /// The date that the act names.
    case namedDate
}

/// One day of the counting.
public struct CountedDay: Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Whether it counts towards the term.
    public var counts: Bool
    /// Why.
    public var reason: CountingReason
}

/// A due date with the counting that led to it.
public struct DueDate: Hashable, Sendable {
    /// The moment the act gives, never shifted.
    public var at: CivilDateTime
    /// The last working day not later than it.
    public var workBy: CivilDate
    /// The days one by one, the day of the event first; days counted back follow the end of their term, latest first.
    public var counted: [CountedDay]
    /// True when a year on the way is not held by the production calendar.
    public var isProvisional: Bool
}

extension DueDate {
    /// The `count`-th working day after `start`, with every day on the way.
    init(workingDays count: Int, after start: CivilDate, calendar: ProductionCalendar) {
        let (days, isKnown) = DueDate.workingDays(count, from: start, step: 1, calendar: calendar)
        self.init(
            at: CivilDateTime(days.last?.date ?? start),
            counted: [CountedDay(date: start, counts: false, reason: .eventDay)] + days,
            isKnown: isKnown, calendar: calendar)
    }

    /// A term in calendar days: every day after `start` counts.
    init(calendarDaysFrom start: CivilDate, to end: CivilDateTime, calendar: ProductionCalendar) {
        var days = [CountedDay(date: start, counts: false, reason: .eventDay)]
        var date = start
        while date < end.date {
            date = date.adding(days: 1)
            days.append(CountedDay(date: date, counts: true, reason: .calendarDay))
        }
        self.init(at: end, counted: days, isKnown: calendar.covers(year: end.date.year), calendar: calendar)
    }

    /// Days counted back from `end`; `head` tells what `end` is.
    init(_ back: DueRule.DaysBack, from end: CivilDate, head: [CountedDay], calendar: ProductionCalendar) {
        switch back {
        case .calendarDays(let count):
            let days = (0..<count).map { CountedDay(date: end.adding(days: -1 - $0), counts: true, reason: .calendarDay) }
            let due = end.adding(days: -count)
            self.init(
                at: CivilDateTime(due), counted: head + days, isKnown: calendar.covers(year: due.year), calendar: calendar)
        case .workingDays(let count):
            let (days, isKnown) = DueDate.workingDays(count, from: end, step: -1, calendar: calendar)
            self.init(
                at: CivilDateTime(days.last?.date ?? end), counted: head + days, isKnown: isKnown, calendar: calendar)
        }
    }

    /// A date that the act names outright.
    init(named end: CivilDateTime, event: CivilDate?, calendar: ProductionCalendar) {
        var days: [CountedDay] = []
        if let event, event != end.date { days.append(CountedDay(date: event, counts: false, reason: .eventDay)) }
        days.append(CountedDay(date: end.date, counts: true, reason: .namedDate))
        self.init(at: end, counted: days, isKnown: calendar.covers(year: end.date.year), calendar: calendar)
    }

    /// A date with its last working day; provisional when either hangs on a year that is not held.
    private init(at end: CivilDateTime, counted: [CountedDay], isKnown: Bool, calendar: ProductionCalendar) {
        let workBy = calendar.lastWorkingDay(notAfter: end.date)
        self.init(
            at: end, workBy: workBy, counted: counted, isProvisional: !isKnown || !calendar.covers(year: workBy.year))
    }

    /// The days up to the `count`-th working day from `start` in one direction, and whether their years are all held.
    private static func workingDays(
        _ count: Int, from start: CivilDate, step: Int, calendar: ProductionCalendar
    ) -> (days: [CountedDay], isKnown: Bool) {
        var days: [CountedDay] = []
        var left = count
        var date = start
        var isKnown = true
        while left > 0 {
            date = date.adding(days: step)
            let day = calendar.day(date)
            if day.isProvisional { isKnown = false }
            if day.kind.isWorking { left -= 1 }
            days.append(CountedDay(date: date, counts: day.kind.isWorking, reason: CountingReason(day)))
        }
        return (days, isKnown)
    }
}

extension CountingReason {
    /// Why a term in working days counts or skips the day.
    init(_ day: CalendarDay) {
        switch day.kind {
        case .working: self = day.date.weekday >= 6 ? .workingWeekend : .working
        case .short: self = day.date.weekday >= 6 ? .workingWeekend : .shortDay
        case .weekend: self = .weekend
        case .holiday: self = .holiday(day.name ?? "")
        case .moved: self = .movedDayOff(day.movedFrom ?? day.date)
        }
    }
}
