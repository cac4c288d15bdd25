import Casework
import MarshrutResources

/// Reading of dates and times as people type them, with the words of both languages.
public enum DateWords {
    /// The day the text means, or nil.
    public static func read(_ text: String, today: CivilDate, calendar: ProductionCalendar, texts: Texts) -> CivilDate? {
        do throws(SpokenDateError) {
            return try SpokenDate.parse(text, today: today, calendar: calendar, words: words(texts))
        } catch {
            return nil
        }
    }

    private static func words(_ texts: Texts) -> SpokenDateWords {
        let list = { (key: String) in texts(key).split(separator: " ").map(String.init) }
        return SpokenDateWords(
            today: list("spoken.today"), tomorrow: list("spoken.tomorrow"), yesterday: list("spoken.yesterday"),
            weekdays: (1...7).map { list("spoken.weekday.\($0)") }, calendarDays: list("spoken.days"),
            workingDays: list("spoken.working-days"))
    }
}
