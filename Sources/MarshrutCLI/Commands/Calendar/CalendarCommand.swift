import ArgumentParser
import Casework
import MarshrutResources

/// `marshrut calendar YEAR`: what every day of a year is.
struct CalendarCommand: WiredCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "calendar", abstract: HelpTexts.abstract("calendar"), discussion: HelpTexts.discussion("calendar"))
    }

    @Argument(help: HelpTexts.option("year", value: "year"))
    var year: Int

    @OptionGroup var format: FormatOption
    @OptionGroup var globals: GlobalOptions

    func run(at wiring: Wiring) throws {
        guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31) else {
            throw CommandFailure.usage("usage.year", String(year))
        }
        let calendar = try wiring.calendar()
        if !calendar.covers(year: year) {
            wiring.console.complain(wiring.texts("calendar.provisional", String(year)) + "\n")
        }
        let days = (0...last.days(since: first)).map { calendar.day(first.adding(days: $0)) }
        let json = JSONValue.array(days.map(CalendarCommand.json))
        wiring.print(Report(json) { CalendarCommand.table(days, year: year, wiring.texts) }, as: format)
    }

    private static func json(_ day: CalendarDay) -> JSONValue {
        .object([
            ("date", .date(day.date)), ("kind", .text(day.kind.rawValue)), ("name", .optional(day.name)),
            ("movedFrom", .date(day.movedFrom)), ("provisional", .bool(day.isProvisional)),
        ])
    }

    /// Working days by month, then every day that is not as its weekday.
    private static func table(_ days: [CalendarDay], year: Int, _ texts: Texts) -> String {
        var months = TextTable(
            [texts("cli.column.month"), texts("cli.column.days"), texts("cli.column.working"), texts("cli.column.off")],
            rightAligned: [1, 2, 3])
        for month in 1...12 {
            let of = days.filter { $0.date.month == month }
            let working = of.count { $0.kind.isWorking }
            months.append([texts.month(month), String(of.count), String(working), String(of.count - working)])
        }
        let working = days.count { $0.kind.isWorking }
        months.append([String(year), String(days.count), String(working), String(days.count - working)])
        var special = TextTable([texts("field.date"), texts("cli.column.weekday"), texts("cli.column.kind")])
        for day in days where isSpecial(day) {
            special.append([day.date.dotted, texts.shortWeekday(day.date.weekday), kind(day, texts)])
        }
        return months.text(empty: "") + "\n" + special.text(empty: texts("cli.empty"))
    }

    private static func isSpecial(_ day: CalendarDay) -> Bool {
        switch day.kind {
        case .working: day.date.weekday >= 6
        case .weekend: false
        case .short, .holiday, .moved: true
        }
    }

    private static func kind(_ day: CalendarDay, _ texts: Texts) -> String {
        if let origin = day.movedFrom { return texts("counted.moved", origin.dotted) }
        if day.kind.isWorking, day.date.weekday >= 6 {
            let kind = texts("counted.working-weekend")
            return day.kind == .short ? "\(kind), \(texts("day-kind.short"))" : kind
        }
        return day.name ?? texts("day-kind.\(day.kind.rawValue)")
    }
}
