/// A day by its numbers in the calendar; no arithmetic here, the domain knows calendars.
public struct CalendarDay: Hashable, Sendable {
    /// E.g. 2025.
    public var year: Int
    /// 1…12.
    public var month: Int
    /// 1…31.
    public var day: Int

    /// A day; it is not checked.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}

/// What kind of day it is, told by a sign beside the number as well as by colour.
public enum DayKind: Hashable, Sendable {
    case working
    /// A working day shortened before a holiday.
    case short
    case weekend
    case holiday
    /// A day whose kind was moved by decree: a working weekend or a free weekday.
    case moved

    /// The sign after the number.
    public var sign: Character {
        switch self {
        case .working: " "
        case .short: "*"
        case .weekend: "."
        case .holiday: "!"
        case .moved: "~"
        }
    }

    var ink: Ink {
        switch self {
        case .working: .normal
        case .short: .warning
        case .weekend: .dim
        case .holiday: .bad
        case .moved: .accent
        }
    }
}

/// One day of a month page.
public struct DayMark: Hashable, Sendable {
    /// Its kind.
    public var kind: DayKind
    /// Said about the day while the cursor stands on it, e.g. the holiday's name; may be empty.
    public var label: String
    /// Whether it is the present day.
    public var isToday: Bool

    /// A day of that kind.
    public init(_ kind: DayKind, label: String = "", isToday: Bool = false) {
        self.kind = kind
        self.label = label
        self.isToday = isToday
    }
}

/// One month as the domain describes it.
public struct MonthPage: Hashable, Sendable {
    /// E.g. the month's name and the year.
    public var title: String
    /// Seven short names, the first column first.
    public var weekdays: [String]
    /// The column (0…6) of the first day of the month.
    public var firstColumn: Int
    /// The days in order, one for each day of the month.
    public var days: [DayMark]
    /// Explains the signs, one line below the grid; may be empty.
    public var legend: String

    /// A page; the number of days is the length of the month.
    public init(title: String, weekdays: [String], firstColumn: Int, days: [DayMark], legend: String = "") {
        self.title = title
        self.weekdays = weekdays
        self.firstColumn = min(max(0, firstColumn), 6)
        self.days = days
        self.legend = legend
    }
}

/// What the pop-up month did with a key.
public enum MonthOutcome: Hashable, Sendable {
    case handled
    /// Enter: this day was chosen.
    case chosen(CalendarDay)
    /// Esc: nothing was chosen.
    case cancelled
}

/// A month to choose a day from: arrows go by days and weeks, PgUp and PgDn by months, Home to the present day.
public struct MonthPopup: Sendable {
    /// The day under the cursor.
    public private(set) var day: CalendarDay
    private let today: CalendarDay
    private let page: @Sendable (_ year: Int, _ month: Int) -> MonthPage

    /// A month with the cursor on `day`; pages are asked for as they are shown.
    public init(day: CalendarDay, today: CalendarDay, page: @escaping @Sendable (_ year: Int, _ month: Int) -> MonthPage) {
        self.day = day
        self.today = today
        self.page = page
    }

    /// Cells that the window takes with its frame.
    public static let size = Size(columns: 33, rows: 12)

    /// Moves, chooses or leaves.
    public mutating func handle(_ key: Key) -> MonthOutcome {
        switch key {
        case .left: step(days: -1)
        case .right: step(days: 1)
        case .up: step(days: -7)
        case .down: step(days: 7)
        case .pageUp: step(months: -1)
        case .pageDown: step(months: 1)
        case .modified(.pageUp, .shift), .modified(.pageUp, .control): step(months: -12)
        case .modified(.pageDown, .shift), .modified(.pageDown, .control): step(months: 12)
        case .home: day = today
        case .end: day.day = length(day.year, day.month)
        case .enter, .character(" "): return .chosen(day)
        case .escape: return .cancelled
        default: break
        }
        return .handled
    }

    private func length(_ year: Int, _ month: Int) -> Int {
        max(1, page(year, month).days.count)
    }

    private mutating func step(days: Int) {
        day.day += days
        if day.day < 1 {
            let rest = day.day
            moveMonth(by: -1)
            day.day = max(1, length(day.year, day.month) + rest)
        } else if day.day > length(day.year, day.month) {
            day.day -= length(day.year, day.month)
            moveMonth(by: 1)
        }
    }

    private mutating func step(months: Int) {
        moveMonth(by: months)
        day.day = min(day.day, length(day.year, day.month))
    }

    private mutating func moveMonth(by months: Int) {
        let index = day.year * 12 + day.month - 1 + months
        guard index >= 12 else { return }
        day.year = index / 12
        day.month = index % 12 + 1
    }

    /// Draws the window beside the field it belongs to.
    public func draw(in frame: inout Frame, beside field: Rect) {
        draw(in: &frame, rect: popupRect(width: Self.size.columns, height: Self.size.rows, beside: field, within: frame.bounds))
    }

    /// Draws the window in `rect`.
    public func draw(in frame: inout Frame, rect: Rect) {
        let month = page(day.year, day.month)
        frame.fill(rect, style: .popup)
        let inside = frame.box(rect, title: month.title, style: Style(.border, on: .popup))
        frame.clipped(to: inside) { frame in
            for (column, name) in month.weekdays.prefix(7).enumerated() {
                let cell = Rect(column: inside.column + 1 + column * 4, row: inside.row, width: 3, height: 1)
                frame.putRight(name, in: cell, style: Style(.label, on: .popup))
            }
            // The chosen day comes last: its bracket stands where the next day begins.
            let chosen = day.day - 1
            for index in month.days.indices.filter({ $0 != chosen }) + month.days.indices.filter({ $0 == chosen }) {
                let slot = month.firstColumn + index
                let place = Point(column: inside.column + 1 + slot % 7 * 4, row: inside.row + 1 + slot / 7)
                draw(month.days[index], number: index + 1, at: place, in: &frame)
            }
            let label = month.days.indices.contains(chosen) ? month.days[chosen].label : ""
            let bottom = inside.row + 8
            frame.put(label, at: Point(column: inside.column + 1, row: bottom), style: Style(.accent, on: .popup))
            frame.put(month.legend, at: Point(column: inside.column + 1, row: bottom + 1), style: Style(.dim, on: .popup))
        }
    }

    private func draw(_ mark: DayMark, number: Int, at place: Point, in frame: inout Frame) {
        let isSelected = number == day.day
        var style = Style(mark.kind.ink, on: isSelected ? .selection : .popup)
        if mark.isToday { style = style.with([.bold, .underline]) }
        let text = (number < 10 ? " \(number)" : "\(number)") + String(mark.kind.sign)
        frame.put(isSelected ? "[\(text)]" : " \(text)", at: place, style: style)
        if isSelected { frame.cursor = place }
    }
}
