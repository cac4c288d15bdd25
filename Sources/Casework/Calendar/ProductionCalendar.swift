/// What a day is in the production calendar of the five-day week (ст. 112 ТК РФ).
public enum DayKind: String, Sendable, Codable, CaseIterable {
    /// A working day.
    case working
    /// A working day shortened by one hour before a holiday (ст. 95 ТК РФ).
    case short
    /// Saturday or Sunday.
    case weekend
    /// A public holiday.
    case holiday
    /// A day off moved here from another day by a government decree.
    case moved

    /// Whether terms in working days count such a day.
    public var isWorking: Bool { self == .working || self == .short }
}

/// One day as the production calendar sees it.
public struct CalendarDay: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// What the day is.
    public let kind: DayKind
    /// The holiday's name, for holidays.
    public let name: String?
    /// The day whose day off was moved here, for moved days off.
    public let movedFrom: CivilDate?
    /// True when the calendar does not hold the year: only weekends and fixed holidays are known.
    public let isProvisional: Bool
}

/// The production calendar: which days work, by years held as data.
///
/// A year that is not held is answered from weekends and the fixed public holidays of ст. 112 ТК РФ and marked
/// provisional, so that a deadline there is never silently wrong.
public struct ProductionCalendar: Hashable, Sendable {
    /// The exceptions of one year.
    public struct Year: Hashable, Sendable {
        /// Public holidays with their names.
        public var holidays: [CivilDate: String]
        /// Days off moved here, with the day they were moved from.
        public var movedDaysOff: [CivilDate: CivilDate]
        /// Shortened working days.
        public var shortDays: Set<CivilDate>
        /// Saturdays and Sundays that work.
        public var workingWeekends: Set<CivilDate>

        /// A year's exceptions to the plain week.
        public init(
            holidays: [CivilDate: String], movedDaysOff: [CivilDate: CivilDate], shortDays: Set<CivilDate>,
            workingWeekends: Set<CivilDate>
        ) {
            self.holidays = holidays
            self.movedDaysOff = movedDaysOff
            self.shortDays = shortDays
            self.workingWeekends = workingWeekends
        }
    }

    /// A day of every year, such as 1 May.
    public struct MonthDay: Hashable, Sendable {
        /// 1…12.
        public let month: Int
        /// 1…31.
        public let day: Int
        /// The day `day` of the month `month`.
        public init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }
    }

    /// The years held, by number.
    public let years: [Int: Year]
    /// Public holidays that stand in the Labour Code itself, for years not held.
    public let fixedHolidays: [MonthDay: String]

    /// A calendar of the given years.
    public init(years: [Int: Year], fixedHolidays: [MonthDay: String]) {
        self.years = years
        self.fixedHolidays = fixedHolidays
    }

    /// This calendar with some years replaced or added, as an office's own file does.
    public func overriding(years other: [Int: Year]) -> ProductionCalendar {
        ProductionCalendar(years: years.merging(other) { $1 }, fixedHolidays: fixedHolidays)
    }

    /// Whether the year's decree is held.
    public func covers(year: Int) -> Bool { years[year] != nil }

    /// What the day is.
    public func day(_ date: CivilDate) -> CalendarDay {
        let (yearNumber, month, day) = date.parts
        let isWeekend = date.weekday >= 6
        guard let year = years[yearNumber] else {
            let name = fixedHolidays[MonthDay(month: month, day: day)]
            let kind: DayKind = name != nil ? .holiday : isWeekend ? .weekend : .working
            return CalendarDay(date: date, kind: kind, name: name, movedFrom: nil, isProvisional: true)
        }
        if let origin = year.movedDaysOff[date] {
            return CalendarDay(date: date, kind: .moved, name: nil, movedFrom: origin, isProvisional: false)
        }
        if let name = year.holidays[date] {
            return CalendarDay(date: date, kind: .holiday, name: name, movedFrom: nil, isProvisional: false)
        }
        let works = !isWeekend || year.workingWeekends.contains(date)
        let kind: DayKind = !works ? .weekend : year.shortDays.contains(date) ? .short : .working
        return CalendarDay(date: date, kind: kind, name: nil, movedFrom: nil, isProvisional: false)
    }

    /// Whether terms in working days count the day.
    public func isWorking(_ date: CivilDate) -> Bool { day(date).kind.isWorking }

    /// The last working day not later than `date`.
    public func lastWorkingDay(notAfter date: CivilDate) -> CivilDate {
        var candidate = date
        while !isWorking(candidate) { candidate = candidate.adding(days: -1) }
        return candidate
    }

    /// The `count`-th working day after `date`; `date` itself does not count (ст. 191 ГК РФ).
    public func workingDay(_ count: Int, after date: CivilDate) -> CivilDate {
        var candidate = date
        var left = count
        while left > 0 {
            candidate = candidate.adding(days: 1)
            if isWorking(candidate) { left -= 1 }
        }
        return candidate
    }

    /// The `count`-th working day before `date`; `date` itself does not count.
    public func workingDay(_ count: Int, before date: CivilDate) -> CivilDate {
        var candidate = date
        var left = count
        while left > 0 {
            candidate = candidate.adding(days: -1)
            if isWorking(candidate) { left -= 1 }
        }
        return candidate
    }

    /// Working days after `start` up to and including `end`; 0 when `end` is not later.
    public func workingDays(after start: CivilDate, through end: CivilDate) -> Int {
        var count = 0
        var date = start
        while date < end {
            date = date.adding(days: 1)
            if isWorking(date) { count += 1 }
        }
        return count
    }
}
