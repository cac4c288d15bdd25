import Casework
import Foundation

/// Why a production calendar cannot be used.
public enum CalendarError: Error, Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(file: String)
    /// Not JSON of the calendar's form; `place` says where, as far as the reader knows.
    case malformed(file: String, place: String)
    /// A year's number, or a day that does not lie in its year.
    case misplaced(file: String, year: String)

    /// The file's path.
    public var file: String {
        switch self {
        case .unreadable(let file), .malformed(let file, _), .misplaced(let file, _): file
        }
    }
}

/// The production calendar that comes with the program, with an office's own years over it.
public enum ShippedCalendar {
    /// Reads the shipped years and those of `officeFolder` (`*.json` of the same form, in name order); the folder need
    /// not exist.
    /// - Throws: ``CalendarError`` naming the file, for the office's files as for the shipped one: a calendar that is
    ///   wrong must never make terms silently wrong.
    public static func load(
        officeFolder: String? = ResourceFolder.office() + "/calendars"
    ) throws(CalendarError) -> ProductionCalendar {
        var calendar = ProductionCalendar(years: [:], fixedHolidays: [:])
        for path in files(in: ResourceFolder.path("Calendars")) {
            let shipped = try read(path).calendar
            calendar = ProductionCalendar(
                years: calendar.years.merging(shipped.years) { $1 },
                fixedHolidays: calendar.fixedHolidays.merging(shipped.fixedHolidays) { $1 })
        }
        for path in officeFolder.map(files) ?? [] { calendar = calendar.overriding(years: try read(path).domainYears) }
        return calendar
    }

    private static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { "\(folder)/\($0)" }
    }

    private static func read(_ path: String) throws(CalendarError) -> ProductionCalendarFile {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(file: path) }
        let file: ProductionCalendarFile
        do {
            file = try JSONDecoder().decode(ProductionCalendarFile.self, from: data)
        } catch let error as DecodingError {
            throw .malformed(file: path, place: place(of: error))
        } catch {
            throw .malformed(file: path, place: "")
        }
        for (key, year) in file.years {
            guard let number = Int(key), days(of: year).allSatisfy({ $0.year == number }) else {
                throw .misplaced(file: path, year: key)
            }
        }
        return file
    }

    private static func days(of year: ProductionCalendarFile.Year) -> [CivilDate] {
        year.holidays.map(\.date) + year.movedDaysOff.map(\.date) + year.shortDays + year.workingWeekends
    }

    /// The keys that lead to the fault, such as `years.2026.holidays.3.date`.
    private static func place(of error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            return context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        case .keyNotFound(let key, let context):
            return (context.codingPath + [key]).map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        @unknown default: return ""
        }
    }
}
