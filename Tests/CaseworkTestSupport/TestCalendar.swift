import Casework

extension ProductionCalendar {
    /// The production calendar 2024–2027, the same facts as `Resources/Calendars`, without reading a file.
    public static let test = ProductionCalendar(
        years: [
            2024: year(
                2024,
                moved: [
                    "2024-04-29": "2024-04-27", "2024-04-30": "2024-11-02", "2024-05-10": "2024-01-06",
                    "2024-12-30": "2024-12-28",
                    "2024-12-31": "2024-01-07",
                ],
                short: ["2024-02-22", "2024-03-07", "2024-05-08", "2024-06-11", "2024-11-02"],
                workingWeekends: ["2024-04-27", "2024-11-02", "2024-12-28"]),
            2025: year(
                2025,
                moved: [
                    "2025-05-02": "2025-01-04", "2025-05-08": "2025-02-23", "2025-06-13": "2025-03-08",
                    "2025-11-03": "2025-11-01",
                    "2025-12-31": "2025-01-05",
                ],
                short: ["2025-03-07", "2025-04-30", "2025-06-11", "2025-11-01"],
                workingWeekends: ["2025-11-01"]),
            2026: year(
                2026,
                moved: [
                    "2026-01-09": "2026-01-03", "2026-03-09": "2026-03-08", "2026-05-11": "2026-05-09",
                    "2026-12-31": "2026-01-04",
                ],
                short: ["2026-04-30", "2026-05-08", "2026-06-11", "2026-11-03"],
                workingWeekends: []),
            2027: year(
                2027,
                moved: [
                    "2027-02-22": "2027-02-20", "2027-05-03": "2027-05-01", "2027-05-10": "2027-05-09",
                    "2027-06-14": "2027-06-12",
                    "2027-11-05": "2027-01-02", "2027-12-31": "2027-01-03",
                ],
                short: ["2027-02-20", "2027-04-30", "2027-06-11", "2027-11-03"],
                workingWeekends: ["2027-02-20"]),
        ],
        fixedHolidays: fixed)

    private static let fixed: [MonthDay: String] = {
        var days: [MonthDay: String] = [:]
        for day in 1...8 { days[MonthDay(month: 1, day: day)] = day == 7 ? "Рождество Христово" : "Новогодние каникулы" }
        days[MonthDay(month: 2, day: 23)] = "День защитника Отечества"
        days[MonthDay(month: 3, day: 8)] = "Международный женский день"
        days[MonthDay(month: 5, day: 1)] = "Праздник Весны и Труда"
        days[MonthDay(month: 5, day: 9)] = "День Победы"
        days[MonthDay(month: 6, day: 12)] = "День России"
        days[MonthDay(month: 11, day: 4)] = "День народного единства"
        return days
    }()

    private static func year(
        _ number: Int, moved: [CivilDate: CivilDate], short: Set<CivilDate>, workingWeekends: Set<CivilDate>
    ) -> Year {
        var holidays: [CivilDate: String] = [:]
        for (day, name) in fixed {
            if let date = CivilDate(year: number, month: day.month, day: day.day) { holidays[date] = name }
        }
        return Year(holidays: holidays, movedDaysOff: moved, shortDays: short, workingWeekends: workingWeekends)
    }
}
