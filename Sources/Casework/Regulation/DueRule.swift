/// How a due date follows from its trigger. The day of the event is never counted (ст. 191 ГК РФ).
public enum DueRule: Hashable, Sendable {
    /// The day of the event itself.
    case sameDay
    /// The n-th working day after.
    case workingDays(Int)
    /// The n-th calendar day after.
    case calendarDays(Int)
    /// n hours by the clock.
    case hours(Int)
    /// n minutes by the clock.
    case minutes(Int)
    /// The same date n months later, clamped to the month's last day (ст. 192 ГК РФ).
    case months(Int)
    /// «До n-го числа» of the month after the event's month.
    case dayOfNextMonth(Int)
    /// «До n-го числа» of the first month after the event's quarter.
    case dayAfterQuarter(Int)
    /// «До n-го числа» of the first month after the event's half-year.
    case dayAfterHalfYear(Int)
    /// Working days set by the office under this key, where the act is silent; no obligation while not set.
    case officeTerm(String)
}

/// Why a day was counted or skipped.
public enum CountingReason: Hashable, Sendable {
    /// The day of the event, which does not count (ст. 191 ГК РФ).
    case eventDay
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
    /// The days one by one, the day of the event first.
    public var counted: [CountedDay]
    /// True when a year on the way is not held by the production calendar.
    public var isProvisional: Bool
}

extension DueRule {
    /// The due date for an event, or nil where the office has set no term of its own.
    public func due(after event: CivilDateTime, calendar: ProductionCalendar, office: OfficeSettings) -> DueDate? {
        switch self {
        case .sameDay:
            return DueDate(named: CivilDateTime(event.date), event: nil, calendar: calendar)
        case .workingDays(let count): return DueDate(workingDays: count, after: event.date, calendar: calendar)
        case .calendarDays(let count):
            return DueDate(calendarDaysFrom: event.date, to: CivilDateTime(event.date.adding(days: count)), calendar: calendar)
        case .hours(let count): return DueDate(named: event.adding(minutes: count * 60), event: event.date, calendar: calendar)
        case .minutes(let count): return DueDate(named: event.adding(minutes: count), event: event.date, calendar: calendar)
        case .months(let count):
            return DueDate(named: CivilDateTime(event.date.adding(months: count)), event: event.date, calendar: calendar)
        case .dayOfNextMonth(let day):
            let month = event.date.atDay(1).adding(months: 1)
            return DueDate(named: CivilDateTime(month.atDay(day)), event: event.date, calendar: calendar)
        case .dayAfterQuarter(let day):
            let month = event.date.atDay(1).adding(months: 3 - (event.date.month - 1) % 3)
            return DueDate(named: CivilDateTime(month.atDay(day)), event: event.date, calendar: calendar)
        case .dayAfterHalfYear(let day):
            let month = event.date.atDay(1).adding(months: 6 - (event.date.month - 1) % 6)
            return DueDate(named: CivilDateTime(month.atDay(day)), event: event.date, calendar: calendar)
        case .officeTerm(let key):
            guard let days = office.officeTerms[key], days > 0 else { return nil }
            return DueDate(workingDays: days, after: event.date, calendar: calendar)
        }
    }
}

extension DueDate {
    /// The `count`-th working day after `start`, with every day on the way.
    init(workingDays count: Int, after start: CivilDate, calendar: ProductionCalendar) {
        var days = [CountedDay(date: start, counts: false, reason: .eventDay)]
        var left = count
        var date = start
        var provisional = false
        while left > 0 {
            date = date.adding(days: 1)
            let day = calendar.day(date)
            if day.isProvisional { provisional = true }
            if day.kind.isWorking { left -= 1 }
            days.append(CountedDay(date: date, counts: day.kind.isWorking, reason: CountingReason(day)))
        }
        self.init(
            at: CivilDateTime(date), workBy: calendar.lastWorkingDay(notAfter: date), counted: days, isProvisional: provisional)
    }

    /// A term in calendar days: every day after `start` counts.
    init(calendarDaysFrom start: CivilDate, to end: CivilDateTime, calendar: ProductionCalendar) {
        var days = [CountedDay(date: start, counts: false, reason: .eventDay)]
        var date = start
        while date < end.date {
            date = date.adding(days: 1)
            days.append(CountedDay(date: date, counts: true, reason: .calendarDay))
        }
        self.init(at: end, counted: days, calendar: calendar)
    }

    /// A date that does not hang on working days; provisional when its last working day does.
    private init(at end: CivilDateTime, counted: [CountedDay], calendar: ProductionCalendar) {
        let workBy = calendar.lastWorkingDay(notAfter: end.date)
        let isKnown = calendar.covers(year: end.date.year) && calendar.covers(year: workBy.year)
        self.init(at: end, workBy: workBy, counted: counted, isProvisional: !isKnown)
    }

    /// A date that the act names outright.
    init(named end: CivilDateTime, event: CivilDate?, calendar: ProductionCalendar) {
        var days: [CountedDay] = []
        if let event, event != end.date { days.append(CountedDay(date: event, counts: false, reason: .eventDay)) }
        days.append(CountedDay(date: end.date, counts: true, reason: .namedDate))
        self.init(at: end, counted: days, calendar: calendar)
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
