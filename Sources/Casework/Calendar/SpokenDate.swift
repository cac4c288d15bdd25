/// The words by which people name days; the interface's language file holds them, never the code.
public struct SpokenDateWords: Hashable, Sendable {
    /// Words for today, such as `сегодня`.
    public var today: [String]
    /// Words for tomorrow.
    public var tomorrow: [String]
    /// Words for yesterday.
    public var yesterday: [String]
    /// Words for the weekdays, Monday first; seven lists, such as `["пн", "понедельник"]`.
    public var weekdays: [[String]]
    /// What may follow `+7` for calendar days, such as `д`; a bare number is calendar days too.
    public var calendarDays: [String]
    /// What must follow `+5` for working days, such as `р`.
    public var workingDays: [String]

    /// Words of one language.
    public init(
        today: [String], tomorrow: [String], yesterday: [String], weekdays: [[String]], calendarDays: [String],
        workingDays: [String]
    ) {
        self.today = today
        self.tomorrow = tomorrow
        self.yesterday = yesterday
        self.weekdays = weekdays
        self.calendarDays = calendarDays
        self.workingDays = workingDays
    }

    /// These words and those of another language beside them.
    public func merging(_ other: SpokenDateWords) -> SpokenDateWords {
        var merged = self
        merged.today += other.today
        merged.tomorrow += other.tomorrow
        merged.yesterday += other.yesterday
        for (index, words) in other.weekdays.enumerated() {
            if index < merged.weekdays.count { merged.weekdays[index] += words } else { merged.weekdays.append(words) }
        }
        merged.calendarDays += other.calendarDays
        merged.workingDays += other.workingDays
        return merged
    }
}

/// Why a spoken date was not understood.
public enum SpokenDateError: Error, Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// Neither a known word nor a form of a date.
    case notUnderstood
    /// A date in form, but no calendar has it, such as 31.04 or 29.02 near no leap year.
    case noSuchDay
    /// So many days that a slip of the pen is likelier; the limit is ``SpokenDate/furthest``.
    case tooFar
}

/// Dates as people say and type them.
///
/// | Typed | Means |
/// |---|---|
/// | `15.03.2025`, `2025-03-15` | that day |
/// | `15.03.25` | the year of two digits lies between 79 years before this year and 20 after it |
/// | `15.3` | the 15 March nearest to today, before or after it; the later one when both are as near |
/// | `+7`, `-2` | so many calendar days from today |
/// | `+5р`, `-5р` | so many working days from today, which is not counted (ст. 191 ГК РФ) |
/// | `пн` … `вс` | the next such weekday after today, so a week from today when today is one |
/// | `сегодня`, `завтра`, `вчера` | today and its neighbours |
///
/// Parts may be parted by `.`, `,` (the numeric pad's point in a Russian layout), `/` or `-`; a point may follow.
public enum SpokenDate {
    /// The greatest number of days that `+` and `-` take.
    public static let furthest = 3660

    /// The day that the text means on the day `today`.
    /// - Throws: ``SpokenDateError`` when it means none.
    public static func parse(
        _ text: String, today: CivilDate, calendar: ProductionCalendar, words: SpokenDateWords
    ) throws(SpokenDateError) -> CivilDate {
        guard let text = text.nonEmpty?.lowercased() else { throw .empty }
        if let date = named(text, today: today, words: words) { return date }
        if let date = try shifted(text, today: today, calendar: calendar, words: words) { return date }
        return try dated(text, today: today)
    }

    private static func named(_ text: String, today: CivilDate, words: SpokenDateWords) -> CivilDate? {
        let key = SearchKey.fold(text)
        func says(_ list: [String]) -> Bool { list.contains { SearchKey.fold($0) == key } }
        if says(words.today) { return today }
        if says(words.tomorrow) { return today.adding(days: 1) }
        if says(words.yesterday) { return today.adding(days: -1) }
        guard let index = words.weekdays.prefix(7).firstIndex(where: says) else { return nil }
        return today.adding(days: (index - today.weekday) %% 7 + 1)
    }

    /// `+7`, `-2`, `+5р`; nil when the text begins with no sign.
    private static func shifted(
        _ text: String, today: CivilDate, calendar: ProductionCalendar, words: SpokenDateWords
    ) throws(SpokenDateError) -> CivilDate? {
        guard let sign = text.first, "+-−".contains(sign) else { return nil }
        let isBack = sign != "+"
        let digits = text.dropFirst().prefix { ("0"..."9").contains($0) }
        let unit = SearchKey.fold(String(text.dropFirst(1 + digits.count)))
        guard !digits.isEmpty else { throw .notUnderstood }
        let isWorking = words.workingDays.contains { SearchKey.fold($0) == unit }
        guard isWorking || unit.isEmpty || words.calendarDays.contains(where: { SearchKey.fold($0) == unit }) else {
            throw .notUnderstood
        }
        guard let count = Int(digits), count <= furthest else { throw .tooFar }
        if !isWorking { return today.adding(days: isBack ? -count : count) }
        return isBack ? calendar.workingDay(count, before: today) : calendar.workingDay(count, after: today)
    }

    /// Day, month and perhaps year in digits.
    private static func dated(_ text: String, today: CivilDate) throws(SpokenDateError) -> CivilDate {
        var parts = text.split(omittingEmptySubsequences: false) { ".,/-".contains($0) }
        if parts.count > 2, parts.last?.isEmpty == true { parts.removeLast() }
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            throw .notUnderstood
        }
        let widths = parts.map(\.utf8.count)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { throw .notUnderstood }
        let isShort: (Int) -> Bool = { (1...2).contains($0) }
        switch widths.count {
        case 3 where widths[0] == 4 && isShort(widths[1]) && isShort(widths[2]):
            return try existing(year: numbers[0], month: numbers[1], day: numbers[2])
        case 3 where isShort(widths[0]) && isShort(widths[1]) && widths[2] == 4:
            return try existing(year: numbers[2], month: numbers[1], day: numbers[0])
        case 3 where isShort(widths[0]) && isShort(widths[1]) && widths[2] == 2:
            let oldest = today.year - 79
            return try existing(year: oldest + (numbers[2] - oldest) %% 100, month: numbers[1], day: numbers[0])
        case 2 where isShort(widths[0]) && isShort(widths[1]):
            return try nearest(month: numbers[1], day: numbers[0], to: today)
        default: throw .notUnderstood
        }
    }

    private static func existing(year: Int, month: Int, day: Int) throws(SpokenDateError) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDay }
        return date
    }

    /// The day and month of last year, this year or the next, whichever is nearest to `today`.
    private static func nearest(month: Int, day: Int, to today: CivilDate) throws(SpokenDateError) -> CivilDate {
        let candidates = [1, 0, -1].compactMap { CivilDate(year: today.year + $0, month: month, day: day) }
        guard let date = candidates.min(by: { abs($0.days(since: today)) < abs($1.days(since: today)) }) else {
            throw .noSuchDay
        }
        return date
    }
}

extension CivilTime {
    /// Reads a time as people type it: `14`, `9`, `14:30`, `14.30`, `14,30`, `14-30`, `14 30`, `1430`, `930`.
    ///
    /// Minutes are always two digits; nil for anything else.
    public init?(spoken text: some StringProtocol) {
        guard let text = String(text).nonEmpty else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { ":.,- ".contains($0) }
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let first = parts.first else { return nil }
        switch (parts.count, first.utf8.count) {
        case (1, 1...2): self.init("\(first):00")
        case (1, 3...4): self.init("\(first.dropLast(2)):\(first.suffix(2))")
        case (2, _): self.init("\(first):\(parts[1])")
        default: return nil
        }
    }
}
