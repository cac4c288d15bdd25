/// The office's own duty for one period, such as the statistics for March (RDM 1.8) or the report for a half-year
/// (TYU п. 5.2).
public struct PeriodicDuty: Hashable, Sendable, Identifiable {
    /// The rule, in the edition of the period.
    public var rule: ObligationRule
    /// The period: `2025-03`, `2025-Q1`, `2025-H1` or `2025`.
    public var period: String
    /// When it is due.
    public var due: DueDate

    /// A duty for a period.
    public init(rule: ObligationRule, period: String, due: DueDate) {
        self.rule = rule
        self.period = period
        self.due = due
    }

    /// The rule's full id and the period.
    public var id: String { "\(rule.id) \(period)" }

    /// How often a duty returns, by the event of the calendar that sets it off.
    public enum Period: String, Sendable, CaseIterable {
        /// After each month.
        case month
        /// After each quarter.
        case quarter
        /// After each half-year.
        case halfYear = "half-year"
        /// With the first day of each year.
        case yearStart = "year-start"
        /// After each year.
        case year

        /// The period that an event of the calendar ends or begins; nil for events of a case.
        public init?(_ event: EventName) {
            switch event {
            case .monthEnded: self = .month
            case .quarterEnded: self = .quarter
            case .halfYearEnded: self = .halfYear
            case .yearStarted: self = .yearStart
            case .yearEnded: self = .year
            default: return nil
            }
        }

        /// Its length in months.
        var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .halfYear: 6
            case .yearStart, .year: 12
            }
        }

        /// The day of the calendar's event for the period that begins on `start`.
        public func event(start: CivilDate) -> CivilDate {
            self == .yearStart ? start : start.adding(months: months).adding(days: -1)
        }

        /// The key of the period that holds the day.
        public func key(of day: CivilDate) -> String {
            let (year, month, _) = day.parts
            switch self {
            case .month: return "\(padded(year, 4))-\(padded(month, 2))"
            case .quarter: return "\(padded(year, 4))-Q\(day.quarter)"
            case .halfYear: return "\(padded(year, 4))-H\(month <= 6 ? 1 : 2)"
            case .yearStart, .year: return padded(year, 4)
            }
        }
    }

    /// The duties of an act that are due on the days of a span, by date.
    public static func all(
        of regulation: Regulation, due span: ClosedRange<CivilDate>, calendar: ProductionCalendar, office: OfficeSettings
    ) -> [PeriodicDuty] {
        let duties = regulation.obligations.flatMap { rule -> [PeriodicDuty] in
            guard let period = Period(rule.trigger.name) else { return [] }
            let act = Edition(from: regulation.inForceFrom, until: regulation.inForceUntil)
            var found: [PeriodicDuty] = []
            // From the latest period back: dates only grow with periods, so the first date before the span ends the search.
            // A year ahead, because a date may be counted back from the period's own day.
            var start = span.upperBound.adding(months: 12).startOfPeriod(months: period.months)
            while start.adding(months: 12 * longestTerm) >= span.lowerBound {
                let event = period.event(start: start)
                let due = rule.due(DueContext(CivilDateTime(event)), calendar: calendar, office: office)
                if let due, due.at.date < span.lowerBound { break }
                if let due, span.contains(due.at.date), rule.isInForce(on: event), act.holds(event) {
                    found.append(PeriodicDuty(rule: rule, period: period.key(of: start), due: due))
                }
                start = start.adding(months: -period.months)
            }
            return found
        }
        return duties.sorted { ($0.due.at.date, $0.id) < ($1.due.at.date, $1.id) }
    }

    /// The next duty of each rule that is not yet past on a day, by date.
    public static func next(
        of regulation: Regulation, on today: CivilDate, calendar: ProductionCalendar, office: OfficeSettings
    ) -> [PeriodicDuty] {
        var seen: Set<String> = []
        return all(of: regulation, due: today...today.adding(months: 15), calendar: calendar, office: office)
            .filter { seen.insert($0.rule.id).inserted }
    }

    /// Years back in which the search gives up where the office has set no term at all.
    private static let longestTerm = 2
}
