/// Why a cell's value is refused. The raw value is the stable key of the wording: `value.no-such-day`.
///
/// No case carries the value: it may be somebody's personal data, and whoever words the error has the cell at hand.
public enum ValueError: String, Error, Sendable, CaseIterable {
    /// A required cell is empty.
    case missing = "value.missing"
    /// A control character (C0, C1, delete) other than a tab or a line break.
    case controlCharacter = "value.control-character"
    /// A character that turns the direction of writing around and can make a name look like another.
    case directionCharacter = "value.direction-character"
    /// A character of no width (zero-width space, joiner, soft hyphen …): two names would look alike and not be equal.
    case invisibleCharacter = "value.invisible-character"
    /// The replacement character U+FFFD: letters were lost before the file came to us.
    case lostLetters = "value.lost-letters"
    /// More than two combining marks on one letter.
    case stackedMarks = "value.stacked-marks"
    /// Not one of the mapping's date formats.
    case notADate = "value.not-a-date"
    /// A date of the right form that no calendar has: 30.02.2025.
    case noSuchDay = "value.no-such-day"
    /// A year of two digits: 05.03.25 could be of either century.
    case twoDigitYear = "value.two-digit-year"
    /// A year outside ``YearMonthDay/years``.
    case yearOutOfRange = "value.year-out-of-range"
    /// A date with a time of day other than midnight, where only a date is meant.
    case unexpectedTime = "value.unexpected-time"
    /// A word that the field's vocabulary does not have.
    case unknownWord = "value.unknown-word"
    /// Not a whole number from 0 to 3.
    case notADegree = "value.not-a-degree"
}
