/// What the domain makes of a typed date.
public struct DateReading: Hashable, Sendable {
    /// The day that was meant; nil when the text is not a date.
    public var day: CalendarDay?
    /// Said beside the field: the whole date and its kind, or why the text is not a date.
    public var echo: String

    /// A reading.
    public init(day: CalendarDay?, echo: String) {
        self.day = day
        self.echo = echo
    }
}

/// What a date field asks of the domain: it reads, writes and describes days.
public struct DateDomain: Sendable {
    /// The present day.
    public var today: CalendarDay
    /// Reads text as people type dates: `15.3`, `+7`, a weekday.
    public var read: @Sendable (String) -> DateReading
    /// Writes a day as the field shall show it.
    public var write: @Sendable (CalendarDay) -> String
    /// Describes a month for the pop-up.
    public var page: @Sendable (_ year: Int, _ month: Int) -> MonthPage

    /// The domain of a field.
    public init(
        today: CalendarDay, read: @escaping @Sendable (String) -> DateReading, write: @escaping @Sendable (CalendarDay) -> String,
        page: @escaping @Sendable (_ year: Int, _ month: Int) -> MonthPage
    ) {
        self.today = today
        self.read = read
        self.write = write
        self.page = page
    }
}

/// A date typed as text, with a month that opens on Alt+Down, or on Space in an empty field.
public struct DateField: Sendable {
    /// Cells that the typed text takes; the echo stands to the right of it.
    public static let textWidth = 12

    private var field: TextField
    private let domain: DateDomain
    /// The open month; nil while it is closed.
    public private(set) var month: MonthPopup?

    /// A field with a text.
    public init(_ text: String = "", domain: DateDomain, placeholder: String = "") {
        field = TextField(text, placeholder: placeholder, maxLength: 40)
        self.domain = domain
    }

    /// What is typed.
    public var text: String {
        get { field.text }
        set { field.text = newValue }
    }

    /// What the domain makes of it; nil while nothing is typed.
    public var reading: DateReading? {
        field.isEmpty ? nil : domain.read(field.text)
    }

    /// Whether the month is open.
    public var isOpen: Bool { month != nil }

    /// Closes the month without choosing.
    public mutating func closeMonth() {
        month = nil
    }

    /// Opens the month at the typed day, or at the present day.
    public mutating func openMonth() {
        month = MonthPopup(day: reading?.day ?? domain.today, today: domain.today, page: domain.page)
    }

    /// Writes out what was typed (`+7` becomes a date); called by the form when the field is left. True if it changed.
    public mutating func settle() -> Bool {
        guard let day = reading?.day else { return false }
        let written = domain.write(day)
        guard written != field.text else { return false }
        field.text = written
        return true
    }

    /// Types, opens the month, or passes the key to it.
    public mutating func handle(_ key: Key) -> FieldOutcome {
        if var open = month {
            switch open.handle(key) {
            case .handled: month = open
            case .cancelled: month = nil
            case .chosen(let day):
                month = nil
                field.text = domain.write(day)
                return .changed
            }
            return .handled
        }
        if key == .modified(.down, .alt) || (key == .character(" ") && field.isEmpty) {
            openMonth()
            return .handled
        }
        return field.handle(key)
    }

    /// Draws the text and the echo in the first row of `rect`; the month is drawn by ``drawMonth(in:beside:)``.
    public func draw(in frame: inout Frame, rect: Rect, focused: Bool, enabled: Bool = true) {
        let line = rect.line(0)
        let typed = Rect(column: line.column, row: line.row, width: min(Self.textWidth, line.width), height: line.height)
        field.draw(in: &frame, rect: typed, focused: focused, enabled: enabled)
        guard let reading, line.width > typed.width + 1 else { return }
        let style: Style = reading.day == nil ? .bad : .dim
        frame.put(
            reading.echo, at: Point(column: typed.right + 1, row: line.row), style: style, maxWidth: line.right - typed.right - 1)
    }

    /// Draws the open month beside the field, over everything else.
    public func drawMonth(in frame: inout Frame, beside rect: Rect) {
        month?.draw(in: &frame, beside: rect.line(0))
    }
}
