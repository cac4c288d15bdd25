import Casework
import CaseworkTestSupport
import Testing

@Suite("Moments by the office's clock")
struct CivilDateTimeTests {
    @Test(
        "A time is hours and minutes of one day",
        arguments: [("0:00", 0), ("00:00", 0), ("9:05", 545), ("09:05", 545), ("23:59", 1439)])
    func times(text: String, minutes: Int) throws { #expect(try #require(CivilTime(text)).minuteOfDay == minutes) }

    @Test(
        "Anything else is no time",
        arguments: ["", ":", "24:00", "12:60", "12:5", "12", "1200", "12:00:00", "-1:00", "+1:00", "123:00", " 9:00", "９:00"])
    func badTimes(text: String) { #expect(CivilTime(text) == nil) }

    @Test(
        "Minutes and hours run on the clock, over midnight, months and years",
        arguments: [
            ("2025-03-12T14:15", 15, "2025-03-12T14:30"), ("2025-03-12T23:50", 15, "2025-03-13T00:05"),
            ("2025-03-12T23:59", 1, "2025-03-13T00:00"), ("2025-03-12T10:00", 48 * 60, "2025-03-14T10:00"),
            ("2024-12-31T23:00", 60, "2025-01-01T00:00"), ("2024-02-28T12:00", 24 * 60, "2024-02-29T12:00"),
            ("2025-03-12T00:05", -10, "2025-03-11T23:55"), ("2025-03-12T10:00", 0, "2025-03-12T10:00"),
            ("2025-03-12", 48 * 60, "2025-03-14"), ("2025-03-12", 15, "2025-03-12"),
        ] as [(CivilDateTime, Int, CivilDateTime)])
    func addingMinutes(start: CivilDateTime, minutes: Int, expected: CivilDateTime) {
        #expect(start.adding(minutes: minutes) == expected)
    }

    @Test(
        "Moments compare by time where both times are known, else by days",
        arguments: [
            ("2025-03-12T10:00", "2025-03-12T09:59", true), ("2025-03-12T10:00", "2025-03-12T10:00", false),
            ("2025-03-12", "2025-03-12T09:59", false), ("2025-03-12T10:00", "2025-03-12", false),
            ("2025-03-13", "2025-03-12T23:59", true), ("2025-03-12T23:59", "2025-03-13", false),
        ] as [(CivilDateTime, CivilDateTime, Bool)])
    func isAfter(later: CivilDateTime, earlier: CivilDateTime, expected: Bool) { #expect(later.isAfter(earlier) == expected) }

    @Test("A moment is read as it is written, and a torn one is not read", arguments: ["2025-03-12", "2025-03-12T14:30"])
    func roundTrip(text: String) throws { #expect(try #require(CivilDateTime(iso: text)).iso == text) }

    @Test("A torn moment is not read", arguments: ["", "T", "2025-03-12T", "T14:30", "2025-03-12T14:30T", "2025-03-12 14:30"])
    func bad(text: String) { #expect(CivilDateTime(iso: text) == nil) }

    @Test("On paper the time follows the day")
    func dotted() {
        #expect(("2025-03-12T09:05" as CivilDateTime).dotted == "12.03.2025 09:05")
        #expect(("2025-03-12" as CivilDateTime).dotted == "12.03.2025")
    }
}
