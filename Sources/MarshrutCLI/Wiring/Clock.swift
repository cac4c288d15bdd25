import Casework
import Foundation

/// The office's wall clock and new identifiers, from the machine.
enum Clock {
    /// Today and the minute by the machine's local time.
    static func now() -> CivilDateTime {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        let date = CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        // The system's clock gives existing days and times only.
        return CivilDateTime(date ?? CivilDate(dayNumber: 0), CivilTime(hour: Int(parts.tm_hour), minute: Int(parts.tm_min)))
    }

    /// A new identifier of version 7, always from the real clock: identifiers sort by when they were made.
    static func newID() -> RecordID {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
        return RecordID(milliseconds: milliseconds, random: (.random(in: .min ... .max), .random(in: .min ... .max)))
    }
}
