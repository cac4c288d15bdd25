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
    /// The same date n years later, clamped to the month's last day (ст. 192 ГК РФ).
    case years(Int)
    /// «До n-го числа» of the month after the event's month.
    case dayOfNextMonth(Int)
    /// «До n-го числа» of the first month after the event's quarter.
    case dayAfterQuarter(Int)
    /// «До n-го числа» of the first month after the event's half-year.
    case dayAfterHalfYear(Int)
    /// The last day of the event's month.
    case lastDayOfMonth
    /// The last day of the month after the event's month.
    case lastDayOfNextMonth
    /// The next day of this name after the event, such as 1 February; 29 February is the 28th in common years.
    case dayOfYear(ProductionCalendar.MonthDay)
    /// The end of an agreed term (UGR п. 5.1–5.3).
    case term(AgreedTerm)
    /// Days counted back from the end of an agreed term (UGR п. 5.6).
    case beforeEnd(DaysBack, AgreedTerm)
    /// Calendar days back from the event's own day, for events that lie ahead.
    case daysBefore(Int)
    /// Working days set by the office under this key, where the act is silent; while it has set none, the pack's own
    /// number, and no obligation where there is none either.
    case officeTerm(String, default: Int? = nil)
    /// The same, counted back from the event's own day.
    case officeDaysBefore(String, default: Int? = nil)
    /// The date that an attribute of the event holds, such as the last day by the ИПРА (BRY п. 9.2).
    case dateOf(String)
    /// The earliest of several dates.
    case earliest([DueRule])
    /// The latest of several dates.
    case latest([DueRule])

    /// Days counted back from a day, which itself does not count.
    public enum DaysBack: Hashable, Sendable {
        /// Every day counts.
        case calendarDays(Int)
        /// Working days count.
        case workingDays(Int)
    }

    /// The agreed term at whose end the rule's date stands.
    public var agreedTerm: AgreedTerm? {
        switch self {
        case .term(let term), .beforeEnd(_, let term): term
        case .earliest(let rules), .latest(let rules): rules.lazy.compactMap(\.agreedTerm).first
        default: nil
        }
    }

    /// Attributes of the event that the date rests on.
    public var attributes: [String] {
        switch self {
        case .dateOf(let attribute): [attribute]
        case .term(let term), .beforeEnd(_, let term): term.from.map { [$0] } ?? []
        case .earliest(let rules), .latest(let rules): rules.flatMap(\.attributes)
        default: []
        }
    }

    /// Whether the office itself sets the term, because the act is silent.
    public var isOfficeTerm: Bool {
        switch self {
        case .officeTerm, .officeDaysBefore: true
        default: false
        }
    }
}

/// A term agreed with the person in months, which a later decision may extend (UGR п. 5.1–5.3).
public struct AgreedTerm: Hashable, Sendable {
    /// The months where none were agreed: the act's longest.
    public var months: Int
    /// The trigger's attribute that holds the agreed months.
    public var from: String?
    /// The event that extends the term; its attribute `months` holds the whole length from the start.
    public var extendedBy: EventName?
    /// The longest the term may be, extensions included.
    public var atMost: Int?

    /// A term of so many months unless others were agreed.
    public init(months: Int, from: String? = nil, extendedBy: EventName? = nil, atMost: Int? = nil) {
        self.months = months
        self.from = from
        self.extendedBy = extendedBy
        self.atMost = atMost
    }

    /// The whole length in months: the last extension's, else the agreed one, never more than the act allows.
    public func length(in context: DueContext) -> Int {
        let agreed = from.flatMap { context.attributes[$0] }.flatMap(AgreedTerm.count)
        let extended = extendedBy.flatMap(context.last).flatMap { $0.attributes["months"] }.flatMap(AgreedTerm.count)
        return min(extended ?? agreed ?? months, atMost ?? Int.max)
    }

    /// The day on which the term ends, clamped to the month's last day (ст. 192 ГК РФ).
    public func end(in context: DueContext) -> CivilDate { context.at.date.adding(months: length(in: context)) }

    /// A number of months out of a record; nil for what is none.
    private static func count(_ text: String) -> Int? { Int(text).flatMap { (1...1200).contains($0) ? $0 : nil } }
}

/// The event from which a term runs, with what happened after it.
public struct DueContext: Hashable, Sendable {
    /// When the event was.
    public var at: CivilDateTime
    /// The event's details.
    public var attributes: [String: String]
    /// What happened from the event until the next of its name: a term begun anew is not extended by what follows.
    private var following: [CaseEvent]

    /// A moment of which nothing else is known.
    public init(_ at: CivilDateTime) {
        self.at = at
        attributes = [:]
        following = []
    }

    /// An event among those of its case.
    public init(_ event: CaseEvent, among events: [CaseEvent] = []) {
        at = event.at
        attributes = event.attributes
        let next = events.filter { $0.name == event.name && $0.at.isAfter(event.at) }.map(\.at).min { $1.isAfter($0) }
        following = events.filter { other in !event.at.isAfter(other.at) && next.map { $0.isAfter(other.at) } ?? true }
    }

    /// The last event of a name since the trigger.
    func last(_ name: EventName) -> CaseEvent? {
        following.filter { $0.name == name }
            .max { $1.at.isAfter($0.at) || (!$0.at.isAfter($1.at) && $0.recordID < $1.recordID) }
    }
}
