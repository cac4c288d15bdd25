import Casework
import Foundation
import Testing

@testable import MarshrutResources

@Suite("The production calendar as shipped")
struct ShippedCalendarTests {
    private func folder(_ files: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "calendars-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8) }
        return folder.path
    }

    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    @Test("Four years, with the working Saturday of November 2025")
    func shipped() throws {
        let calendar = try ShippedCalendar.load(officeFolder: nil)
        for year in 2024...2027 { #expect(calendar.covers(year: year)) }
        #expect(!calendar.covers(year: 2028))
        #expect(calendar.isWorking(try date("2025-11-01")))
        #expect(!calendar.isWorking(try date("2025-05-08")))
        #expect(calendar.day(try date("2028-05-01")).kind == .holiday)
    }

    @Test("An office's file adds a year and replaces another")
    func officeYear() throws {
        let text = """
            {"years": {"2028": {"holidays": [{"date": "2028-01-01", "name": "Новый год"}], "moved_days_off": [],
            "short_days": [], "working_weekends": ["2028-01-15"]}}}
            """
        let calendar = try ShippedCalendar.load(officeFolder: try folder(["2028.json": text, "readme.txt": "x"]))
        #expect(calendar.covers(year: 2028))
        #expect(calendar.isWorking(try date("2028-01-15")))
        #expect(calendar.covers(year: 2025))
    }

    @Test("A bad file is named, with the place")
    func badFiles() throws {
        let notJSON = try folder(["a.json": "{"])
        #expect(throws: CalendarError.malformed(file: notJSON + "/a.json", place: "")) {
            try ShippedCalendar.load(officeFolder: notJSON)
        }
        let badDate = try folder([
            "a.json": """
            {"years": {"2028": {"holidays": [{"date": "2028-02-30", "name": "x"}], "moved_days_off": [], "short_days": [],
            "working_weekends": []}}}
            """
        ])
        #expect(throws: CalendarError.malformed(file: badDate + "/a.json", place: "years.2028.holidays.0.date")) {
            try ShippedCalendar.load(officeFolder: badDate)
        }
        let wrongYear = try folder([
            "a.json": """
            {"years": {"2028": {"holidays": [], "moved_days_off": [], "short_days": ["2027-03-05"], "working_weekends": []}}}
            """
        ])
        #expect(throws: CalendarError.misplaced(file: wrongYear + "/a.json", year: "2028")) {
            try ShippedCalendar.load(officeFolder: wrongYear)
        }
    }

    @Test("An absent office folder is no fault")
    func absentFolder() throws {
        #expect(try ShippedCalendar.load(officeFolder: "/nonexistent").covers(year: 2026))
    }
}
