import Casework

/// A minute of the office's clock as the store keeps it: minutes since 1970-01-01.
enum Moment {
    static func number(_ at: CivilDateTime) -> Int { Int(at.date.dayNumber) * 1440 + (at.time?.minuteOfDay ?? 0) }

    static func value(_ number: Int) -> CivilDateTime {
        let minute = ((number % 1440) + 1440) % 1440
        return CivilDateTime(
            CivilDate(dayNumber: Int32(truncatingIfNeeded: (number - minute) / 1440)),
            CivilTime(hour: minute / 60, minute: minute % 60))
    }
}
