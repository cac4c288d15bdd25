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
        /// Working days of each month as published, where the file tells them; a check on the rest.
        public var workingDaysByMonth: [Int]?

        enum CodingKeys: String, CodingKey {
            case holidays
            case movedDaysOff = "moved_days_off"
            case shortDays = "short_days"
            case workingWeekends = "working_weekends"
            case workingDaysByMonth = "working_days_by_month"
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

    /// Why a file must not be used as it is.
    public enum Problem: Hashable, Sendable {
        /// A year's key is no year.
        case notAYear(String)
        /// A date stands under another year's key.
        case outsideYear(Int, CivilDate)
        /// A fixed holiday is no `MM-DD`.
        case notADay(String)
        /// A month has not as many working days as the file itself tells.
        case workingDays(year: Int, month: Int, counted: Int, told: Int)
    }

    /// Everything that is wrong with the file, by year; whoever reads an office's own file refuses it when there is any.
    public var problems: [Problem] {
        let calendar = calendar
        let days = (fixedHolidays ?? []).filter { CivilDate(iso: "2024-\($0.day)") == nil }.map { Problem.notADay($0.day) }
        return days + years.sorted { $0.key < $1.key }.flatMap { key, year in year.problems(key: key, calendar: calendar) }
    }

    /// The years as the domain holds them; entries whose key is no number are left out, see ``problems``.
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

extension ProductionCalendarFile.Year {
    fileprivate func problems(key: String, calendar: ProductionCalendar) -> [ProductionCalendarFile.Problem] {
        guard let number = Int(key), let newYear = CivilDate(year: number, month: 1, day: 1) else { return [.notAYear(key)] }
        let dates = holidays.map(\.date) + movedDaysOff.map(\.date) + shortDays + workingWeekends
        let strayed = dates.filter { $0.year != number }.map { ProductionCalendarFile.Problem.outsideYear(number, $0) }
        let months = (workingDaysByMonth ?? []).prefix(12).enumerated().compactMap { index, told in
            let first = newYear.adding(months: index)
            let last = first.adding(months: 1).adding(days: -1)
            let counted = calendar.workingDays(after: first.adding(days: -1), through: last)
            return counted == told
                ? nil : ProductionCalendarFile.Problem.workingDays(year: number, month: index + 1, counted: counted, told: told)
        }
        return strayed + months
    }
}
