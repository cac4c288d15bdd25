/// A minute of the wall clock, 00:00…23:59.
public struct CivilTime: Hashable, Sendable, Comparable {
    /// Minutes since midnight, 0…1439.
    public let minuteOfDay: Int

    /// The time, or nil outside 00:00…23:59.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minuteOfDay = hour * 60 + minute
    }

    init(minuteOfDay: Int) { self.minuteOfDay = minuteOfDay }

    /// Reads `HH:MM` or `H:MM`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// `HH:MM`.
    public var text: String { "\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))" }

    /// Earlier times come first.
    public static func < (left: CivilTime, right: CivilTime) -> Bool { left.minuteOfDay < right.minuteOfDay }
}

extension CivilTime: Codable {
    /// Reads `HH:MM`.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let time = CivilTime(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not HH:MM"))
        }
        self = time
    }

    /// Writes `HH:MM`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A minute of a day; the time may be unknown, for papers often carry a date only.
public struct CivilDateTime: Hashable, Sendable, Codable {
    /// The day.
    public var date: CivilDate
    /// The time of the day, where known.
    public var time: CivilTime?

    /// A day with its time, where known.
    public init(_ date: CivilDate, _ time: CivilTime? = nil) {
        self.date = date
        self.time = time
    }

    /// Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; nil for anything else.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard let first = parts.first, let date = CivilDate(iso: first) else { return nil }
        if parts.count == 1 {
            self.init(date)
        } else {
            guard parts.count == 2, let time = CivilTime(parts[1]) else { return nil }
            self.init(date, time)
        }
    }

    /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    public var iso: String { time.map { "\(date.iso)T\($0.text)" } ?? date.iso }

    /// `ДД.ММ.ГГГГ` or `ДД.ММ.ГГГГ ЧЧ:ММ`.
    public var dotted: String { time.map { "\(date.dotted) \($0.text)" } ?? date.dotted }

    /// The same clock time `minutes` later; a day without a time moves by whole days only.
    public func adding(minutes: Int) -> CivilDateTime {
        guard let time else { return CivilDateTime(date.adding(days: minutes / 1440)) }
        let total = time.minuteOfDay + minutes
        let remainder = total %% 1440
        return CivilDateTime(date.adding(days: (total - remainder) / 1440), CivilTime(minuteOfDay: remainder))
    }

    /// Whether this moment is later than `other`; by days where either time is unknown.
    public func isAfter(_ other: CivilDateTime) -> Bool {
        if date != other.date { return date > other.date }
        guard let time, let otherTime = other.time else { return false }
        return time > otherTime
    }
}
