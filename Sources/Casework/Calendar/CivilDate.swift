/// A day of the Gregorian calendar, without a time zone.
///
/// Deadlines of the acts are counted in days of the office's wall calendar, so the domain never asks what
/// instant a day is. Stored as the number of days since 1970-01-01; written as ISO `YYYY-MM-DD`.
/// Source of the conversion: Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html>.
public struct CivilDate: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01 (negative before).
    public let dayNumber: Int32

    /// The day that lies `dayNumber` days after 1970-01-01.
    public init(dayNumber: Int32) { self.dayNumber = dayNumber }

    /// The day, or nil where the month has no such day.
    /// - Parameters: year 1…9999, month 1…12, day 1…31.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= CivilDate.daysIn(month: month, year: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// The day of a date known to exist.
    init(uncheckedYear year: Int, month: Int, day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `YYYY-MM-DD`; nil for anything else.
    public init?(iso text: some StringProtocol) {
        var parts = [0, 0, 0]
        var index = 0
        var digits = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-") {
                guard digits == (index == 0 ? 4 : 2), index < 2 else { return nil }
                index += 1
                digits = 0
            } else {
                guard (48...57).contains(byte), digits < 4 else { return nil }
                parts[index] = parts[index] * 10 + Int(byte - 48)
                digits += 1
            }
        }
        guard index == 2, digits == 2 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// Year, month 1…12 and day 1…31.
    public var parts: (year: Int, month: Int, day: Int) {
        let z = Int(dayNumber) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted + (shifted < 10 ? 3 : -9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The year, 1…9999.
    public var year: Int { parts.year }
    /// The month, 1…12.
    public var month: Int { parts.month }
    /// The day of the month, 1…31.
    public var day: Int { parts.day }

    /// The weekday, Monday = 1 … Sunday = 7 (ISO 8601).
    public var weekday: Int { (Int(dayNumber) + 3) %% 7 + 1 }

    /// The calendar quarter, 1…4.
    public var quarter: Int { (month - 1) / 3 + 1 }

    /// `YYYY-MM-DD`.
    public var iso: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `ДД.ММ.ГГГГ`, as Russian office papers write a date.
    public var dotted: String {
        let (year, month, day) = parts
        return "\(padded(day, 2)).\(padded(month, 2)).\(padded(year, 4))"
    }

    /// The day `days` later (earlier when negative).
    public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + Int32(days)) }

    /// The same date `months` later, clamped to the month's last day (ст. 192 п. 3 ГК РФ).
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + months
        let newYear = index / 12
        let newMonth = index % 12 + 1
        return CivilDate(
            uncheckedYear: newYear, month: newMonth, day: min(day, CivilDate.daysIn(month: newMonth, year: newYear)))
    }

    /// The day `day` of this date's month, clamped to the month's last day («30 февраля» is its last day).
    public func atDay(_ day: Int) -> CivilDate {
        let (year, month, _) = parts
        return CivilDate(uncheckedYear: year, month: month, day: max(1, min(day, CivilDate.daysIn(month: month, year: year))))
    }

    /// Days from `other` to this day.
    public func days(since other: CivilDate) -> Int { Int(dayNumber - other.dayNumber) }

    /// Full years lived on `date` by someone born on this day.
    ///
    /// A person born on 29 February completes a year on 1 March of common years (the day after the last day
    /// of February has passed), as the term of a year ends only when its last day does.
    public func fullYears(on date: CivilDate) -> Int {
        let (year, month, day) = parts
        let (otherYear, otherMonth, otherDay) = date.parts
        let reached = (otherMonth, otherDay) >= (month, day)
        return otherYear - year - (reached ? 0 : 1)
    }

    /// The number of days of a month.
    public static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Earlier days come first.
    public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
}

extension CivilDate: Codable {
    /// Reads an ISO date string.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = CivilDate(iso: text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not an ISO date"))
        }
        self = date
    }

    /// Writes an ISO date string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension CivilDate: CustomStringConvertible {
    /// The ISO form.
    public var description: String { iso }
}

infix operator %% : MultiplicationPrecedence

/// The remainder that is never negative.
func %% (left: Int, right: Int) -> Int {
    let remainder = left % right
    return remainder < 0 ? remainder + right : remainder
}

/// A non-negative number in decimal, filled with zeros to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
}
