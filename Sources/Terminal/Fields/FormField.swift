/// What a field of a form is filled in with.
public enum FormControl: Sendable {
    case text(TextField)
    /// Several lines; the number is the rows it takes.
    case area(TextArea, rows: Int)
    case choice(ChoiceField)
    case check(CheckField)
    case date(DateField)

    var rows: Int {
        if case .area(_, let rows) = self { max(1, rows) } else { 1 }
    }

    var isOpen: Bool {
        switch self {
        case .choice(let field): field.isOpen
        case .date(let field): field.isOpen
        case .text, .area, .check: false
        }
    }

    mutating func handle(_ key: Key) -> FieldOutcome {
        switch self {
        case .text(var field): return using(&field, { $0.handle(key) }, { .text($0) })
        case .area(var field, let rows): return using(&field, { $0.handle(key) }, { .area($0, rows: rows) })
        case .choice(var field): return using(&field, { $0.handle(key) }, { .choice($0) })
        case .check(var field): return using(&field, { $0.handle(key) }, { .check($0) })
        case .date(var field): return using(&field, { $0.handle(key) }, { .date($0) })
        }
    }

    private mutating func using<Field, Result>(
        _ field: inout Field, _ use: (inout Field) -> Result, _ wrap: (Field) -> FormControl
    ) -> Result {
        let result = use(&field)
        self = wrap(field)
        return result
    }

    /// Closes what is open and writes out what was typed.
    mutating func leave() {
        switch self {
        case .choice(var field):
            field.closeList()
            self = .choice(field)
        case .date(var field):
            field.closeMonth()
            _ = field.settle()
            self = .date(field)
        case .text, .area, .check: break
        }
    }

    mutating func open() {
        switch self {
        case .choice(var field):
            _ = field.handle(.character(" "))
            self = .choice(field)
        case .date(var field):
            field.openMonth()
            self = .date(field)
        case .text, .area, .check: break
        }
    }

    mutating func fit(width: Int) {
        guard case .area(var field, let rows) = self else { return }
        field.fit(width: width, height: max(1, rows))
        self = .area(field, rows: rows)
    }

    func draw(in frame: inout Frame, rect: Rect, focused: Bool, enabled: Bool) {
        switch self {
        case .text(let field): field.draw(in: &frame, rect: rect, focused: focused, enabled: enabled)
        case .area(let field, _): field.draw(in: &frame, rect: rect, focused: focused, enabled: enabled)
        case .choice(let field): field.draw(in: &frame, rect: rect, focused: focused, enabled: enabled)
        case .check(let field): field.draw(in: &frame, rect: rect, focused: focused, enabled: enabled)
        case .date(let field): field.draw(in: &frame, rect: rect, focused: focused, enabled: enabled)
        }
    }
}

/// A field of a ``Form``: its caption, what fills it in, and what is wrong with it.
public struct FormField<ID: Hashable & Sendable>: Sendable {
    /// Names the field for the caller.
    public let id: ID
    /// The caption to the left of the field.
    public var label: String
    /// What fills it in.
    public var control: FormControl
    /// A heading above the field that begins a group; empty is none.
    public var heading: String
    /// What is wrong, shown below the field; nil when nothing is.
    public var error: String?
    /// What to type here; the screen may show it in its status line while the field has the focus.
    public var hint: String
    /// Whether the field must be filled in; shown as `*` after the caption.
    public var isRequired: Bool
    /// Whether the focus can enter the field.
    public var isEnabled: Bool

    /// A field.
    public init(
        _ id: ID, label: String, _ control: FormControl, heading: String = "", hint: String = "", isRequired: Bool = false,
        isEnabled: Bool = true
    ) {
        self.id = id
        self.label = label
        self.control = control
        self.heading = heading
        self.hint = hint
        self.isRequired = isRequired
        self.isEnabled = isEnabled
    }

    /// The text typed or chosen; empty when there is none, and for check boxes.
    public var text: String {
        switch control {
        case .text(let field): field.text
        case .area(let field, _): field.text
        case .choice(let field): field.text ?? ""
        case .date(let field): field.text
        case .check: ""
        }
    }

    /// Whether a check box is on; nil for other fields.
    public var isOn: Bool? {
        if case .check(let field) = control { field.isOn } else { nil }
    }

    /// Which value of a choice is chosen; nil when none is, and for other fields.
    public var selected: Int? {
        if case .choice(let field) = control { field.selected } else { nil }
    }

    /// What the domain makes of a date field; nil when it is empty, and for other fields.
    public var date: DateReading? {
        if case .date(let field) = control { field.reading } else { nil }
    }
}
