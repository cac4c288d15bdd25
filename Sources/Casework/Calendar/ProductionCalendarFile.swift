/// The file form of a production calendar: years by number, each with its exceptions (`Resources/Calendars`).
///
/// An office adds or replaces a year by a file of the same form in its own folder.
public struct ProductionCalendarFile: Codable, Sendable {
    /// One named holiday.
    public struct Holiday: Codable, Sendable {
        /// The day.
        public var date: CivilDate
        /// Its name.
        public var name: String
    }

    /// One day off moved by a decree.
    public struct Move: Codable, Sendable {
        /// The day off.
        public var date: CivilDate
        /// The day it was moved from.
        public var movedFrom: CivilDate

        enum CodingKeys: String, CodingKey {
            case date
            case movedFrom = "moved_from"
        }
    }

    /// One year.
    public struct Year: Codable, Sendable {
        /// Public holidays.
        public var holidays: [Holiday]
        /// Moved days off.
        public var movedDaysOff: [Move]
        /// Shortened working days.
        public var shortDays: [CivilDate]
        /// Saturdays and Sundays that work.
        public var workingWeekends: [CivilDate]

        enum CodingKeys: String, CodingKey {
            case holidays
            case movedDaysOff = "moved_days_off"
            case shortDays = "short_days"
            case workingWeekends = "working_weekends"
        }
    }

    /// A holiday of every year, as `MM-DD`.
    public struct FixedHoliday: Codable, Sendable {
        /// `MM-DD`.
        public var day: String
        /// Its name.
        public var name: String
    }

    /// The years held, keyed by number.
    public var years: [String: Year]
    /// Holidays of the Labour Code itself; only the shipped file holds them.
    public var fixedHolidays: [FixedHoliday]?

    enum CodingKeys: String, CodingKey {
        case years
        case fixedHolidays = "fixed_holidays"
    }

    /// The years as the domain holds them; entries whose key is no number are left out.
    public var domainYears: [Int: ProductionCalendar.Year] {
        var result: [Int: ProductionCalendar.Year] = [:]
        for (key, year) in years {
            guard let number = Int(key) else { continue }
            result[number] = ProductionCalendar.Year(
                holidays: Dictionary(year.holidays.map { ($0.date, $0.name) }) { first, _ in first },
                movedDaysOff: Dictionary(year.movedDaysOff.map { ($0.date, $0.movedFrom) }) { first, _ in first },
                shortDays: Set(year.shortDays),
                workingWeekends: Set(year.workingWeekends))
        }
        return result
    }

    /// The whole calendar.
    public var calendar: ProductionCalendar {
        var fixed: [ProductionCalendar.MonthDay: String] = [:]
        for holiday in fixedHolidays ?? [] {
            let parts = holiday.day.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2 else { continue }
            fixed[ProductionCalendar.MonthDay(month: parts[0], day: parts[1])] = holiday.name
        }
        return ProductionCalendar(years: domainYears, fixedHolidays: fixed)
    }
}
