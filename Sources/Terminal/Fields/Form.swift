/// What a form did with a key.
public enum FormOutcome<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Not for the form: the screen's keys, Esc among them when no list is open.
    case ignored
    case handled
    /// The field's value is another one now.
    case changed(ID)
    /// The focus moved: validate the field that was left.
    case left(ID, entered: ID)
    /// Enter in the last field.
    case completed(ID)
}

/// Fields one below another: Tab, Enter and the arrows go through them, messages stand below the field they are about.
///
///     var form = Form([FormField(Field.name, label: labels.name, .text(TextField()), isRequired: true), …])
///     form.fit(rect)
///     switch form.handle(key) {
///     case .left(let id, _): form.setError(check(form[id]), of: id)
///     …
///     }
///     form.draw(in: &frame, rect: rect)
public struct Form<ID: Hashable & Sendable>: Sendable {
    /// The fields in their order; setting them anew keeps the focus on the same field when it is still there.
    public var fields: [FormField<ID>] {
        didSet { keepFocus(on: oldValue.indices.contains(focus) ? oldValue[focus].id : nil) }
    }
    /// Whether any value was changed by a key.
    public private(set) var isChanged = false
    /// The field with the focus, as an index into `fields`.
    public private(set) var focus: Int
    private var top = 0

    /// A form with the focus on its first enabled field.
    public init(_ fields: [FormField<ID>]) {
        self.fields = fields
        focus = fields.firstIndex { $0.isEnabled } ?? 0
    }

    /// The field with the focus; nil in a form without fields.
    public var focused: FormField<ID>? { fields.indices.contains(focus) ? fields[focus] : nil }

    /// The field of that name; nil when there is none. Setting nil does nothing.
    public subscript(_ id: ID) -> FormField<ID>? {
        get { fields.first { $0.id == id } }
        set {
            guard let newValue, let index = fields.firstIndex(where: { $0.id == id }) else { return }
            fields[index] = newValue
        }
    }

    /// Says what is wrong with a field, or that nothing is (nil).
    public mutating func setError(_ error: String?, of id: ID) {
        self[id]?.error = error
    }

    /// Moves the focus to a field; a name that is not there changes nothing.
    public mutating func focus(on id: ID) {
        guard let index = fields.firstIndex(where: { $0.id == id && $0.isEnabled }), index != focus else { return }
        fields[focus].control.leave()
        focus = index
    }

    /// Moves the focus to the first field with an error; false when there is none.
    @discardableResult
    public mutating func focusFirstError() -> Bool {
        guard let field = fields.first(where: { $0.error != nil && $0.isEnabled }) else { return false }
        focus(on: field.id)
        return true
    }

    /// Opens the list or the month of the focused field, for a screen that has a key for it.
    public mutating func openPopup() {
        guard fields.indices.contains(focus) else { return }
        fields[focus].control.open()
    }

    /// Whether a list or a month is open, so that Esc closes it rather than the form.
    public var hasPopup: Bool { focused?.control.isOpen ?? false }

    /// Passes the key to the focused field, or moves the focus.
    public mutating func handle(_ key: Key) -> FormOutcome<ID> {
        guard let focused else { return .ignored }
        if !focused.control.isOpen {
            switch key {
            case .tab: return move(by: 1, wrapping: true)
            case .backTab: return move(by: -1, wrapping: true)
            default: break
            }
        }
        switch fields[focus].control.handle(key) {
        case .changed:
            isChanged = true
            return .changed(focused.id)
        case .handled: return .handled
        case .ignored: break
        }
        switch key {
        case .down: return move(by: 1)
        case .up: return move(by: -1)
        case .enter:
            let outcome = move(by: 1)
            return outcome == .handled ? .completed(focused.id) : outcome
        default: return .ignored
        }
    }

    private mutating func move(by step: Int, wrapping: Bool = false) -> FormOutcome<ID> {
        var next = focus + step
        for _ in fields.indices {
            if wrapping { next = (next + fields.count) % fields.count }
            guard fields.indices.contains(next) else { return .handled }
            if fields[next].isEnabled {
                guard next != focus else { return .handled }
                let left = fields[focus].id
                fields[focus].control.leave()
                focus = next
                return .left(left, entered: fields[next].id)
            }
            next += step
        }
        return .handled
    }

    private mutating func keepFocus(on id: ID?) {
        // Called for every change of a field's value as well: then the order is as it was.
        guard let id, !(fields.indices.contains(focus) && fields[focus].id == id) else { return }
        focus = fields.firstIndex { $0.id == id } ?? fields.firstIndex { $0.isEnabled } ?? 0
    }

    // MARK: - Drawing

    /// Tells the form its room: text areas wrap to it and the form scrolls so that the focused field is visible.
    public mutating func fit(_ rect: Rect) {
        let width = controlWidth(rect.width)
        for index in fields.indices { fields[index].control.fit(width: width) }
        top = scrolledTop(places(), rows: rect.height)
    }

    /// Draws the form; open lists and months are drawn over it, and may reach outside of `rect`.
    public func draw(in frame: inout Frame, rect: Rect, focused hasFocus: Bool = true) {
        guard !rect.isEmpty else { return }
        let places = places()
        let first = scrolledTop(places, rows: rect.height)
        let labels = labelWidth(rect.width)
        let width = controlWidth(rect.width)
        frame.clipped(to: rect) { frame in
            for (field, place) in zip(fields, places) where place.end > first && place.start < first + rect.height {
                let isFocused = hasFocus && place.index == focus
                draw(
                    field, place.moved(by: rect.row - first), at: rect, labels: labels, width: width, focused: isFocused,
                    in: &frame)
            }
        }
        drawScrollMarks(in: &frame, rect: rect, first: first, total: places.last?.end ?? 0)
        guard hasFocus, fields.indices.contains(focus), hasPopup else { return }
        let row = rect.row + places[focus].control - first
        let control = Rect(column: rect.column + labels, row: row, width: width, height: 1)
        switch fields[focus].control {
        case .choice(let field): field.drawList(in: &frame, below: control)
        case .date(let field): field.drawMonth(in: &frame, beside: control)
        case .text, .area, .check: break
        }
    }

    private func draw(
        _ field: FormField<ID>, _ place: Place, at rect: Rect, labels: Int, width: Int, focused: Bool, in frame: inout Frame
    ) {
        if !field.heading.isEmpty {
            frame.put(field.heading, at: Point(column: rect.column, row: place.control - 1), style: .title, maxWidth: rect.width)
        }
        let style: Style = !field.isEnabled ? .disabled : field.error != nil ? .bad : focused ? .accent : .label
        let label = field.label + (field.isRequired ? "*" : "")
        frame.put(label, at: Point(column: rect.column + 1, row: place.control), style: style, maxWidth: labels - 2)
        if focused { frame.put(String(frame.lines.pointer), at: Point(column: rect.column, row: place.control), style: style) }
        let control = Rect(column: rect.column + labels, row: place.control, width: width, height: field.control.rows)
        field.control.draw(in: &frame, rect: control, focused: focused, enabled: field.isEnabled)
        if let error = field.error {
            frame.put("! \(error)", at: Point(column: control.column, row: control.bottom), style: .bad, maxWidth: width)
        }
    }

    private func drawScrollMarks(in frame: inout Frame, rect: Rect, first: Int, total: Int) {
        let column = rect.right - 1
        if first > 0 {
            frame.put(String(frame.lines.ascending), at: Point(column: column, row: rect.row), style: .dim)
        }
        if first + rect.height < total {
            frame.put(String(frame.lines.descending), at: Point(column: column, row: rect.bottom - 1), style: .dim)
        }
    }

    private struct Place {
        var index: Int
        /// First row of the field with its heading.
        var start: Int
        /// First row of the control.
        var control: Int
        /// First row after the field and its error.
        var end: Int

        func moved(by rows: Int) -> Place {
            Place(index: index, start: start + rows, control: control + rows, end: end + rows)
        }
    }

    private func places() -> [Place] {
        var row = 0
        return fields.enumerated().map { index, field in
            let start = row
            // A heading has an empty line above it unless it is the first line.
            let above = field.heading.isEmpty ? 0 : index == 0 ? 1 : 2
            let control = start + above
            row = control + field.control.rows + (field.error == nil ? 0 : 1)
            return Place(index: index, start: start, control: control, end: row)
        }
    }

    private func scrolledTop(_ places: [Place], rows: Int) -> Int {
        guard places.indices.contains(focus), let total = places.last?.end else { return 0 }
        // Both ends of the field are brought into view, its beginning last because it matters more.
        let withEnd = scrolled(top: top, to: places[focus].end - 1, count: total, rows: rows)
        return scrolled(top: withEnd, to: places[focus].start, count: total, rows: rows)
    }

    private func labelWidth(_ width: Int) -> Int {
        let widest = fields.map { DisplayWidth.of($0.label) + ($0.isRequired ? 1 : 0) }.max() ?? 0
        return min(widest + 3, max(8, width * 2 / 5))
    }

    // The last column is left for the scroll marks.
    private func controlWidth(_ width: Int) -> Int {
        max(1, width - labelWidth(width) - 1)
    }
}
