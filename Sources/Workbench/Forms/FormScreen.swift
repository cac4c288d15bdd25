import Casework
import MarshrutResources
import Terminal

/// Any form on the whole screen: fields checked when left and all on F2, drafts kept, leaving with changes asked about.
public final class FormScreen: Screen {
    private let spec: FormSpec
    private let session: Session
    private var form: Form<String>
    private var general: String?
    /// What the draft in the store holds; nil when there is none of ours.
    private var draftSaved: [String: String]?
    private var isFinished = false

    /// A form; a draft of it that an earlier session left is taken up when `draft` is given.
    public init(_ spec: FormSpec, session: Session, draft: [String: String]? = nil) {
        self.spec = spec
        self.session = session
        let texts = session.texts
        form = Form(
            spec.fields.map { field in
                FormField(
                    field.key, label: FormScreen.label(field, texts),
                    FormScreen.control(field, value: draft?[field.key] ?? field.initial, session: session),
                    heading: field.heading, isRequired: field.isRequired)
            })
        draftSaved = draft
        if draft != nil { session.say(texts("status.draft-taken-up"), .info) }
    }

    /// The form's heading.
    public var heading: String { spec.title }
    /// The form's help.
    public var helpKey: String { "form" }
    /// Every letter is text in a form.
    public var takesText: Bool { true }

    /// Saves, opens a list or a month, leaves.
    public var commands: [Command] {
        [
            Command("save", function: 2, keys: [.control("s")], run: { [weak self] in self?.save() }),
            Command("open-list", function: 4, run: { [weak self] in self?.form.openPopup() }),
            Command("leave", function: 8, run: { [weak self] in self?.session.navigator?.back() }),
        ]
    }

    /// A form has nothing to read again.
    public func reload() {}

    /// Types, moves between fields, closes lists.
    public func handle(_ key: Key) -> Bool {
        switch form.handle(key) {
        case .ignored: return false
        case .handled: return true
        case .changed(let id):
            form.setError(nil, of: id)
            general = nil
        case .left(let id, _): check(id)
        case .completed: save()
        }
        return true
    }

    private var values: [String: String] {
        Dictionary(uniqueKeysWithValues: spec.fields.map { ($0.key, value($0)) })
    }

    private func value(_ field: FieldSpec) -> String {
        guard let control = form[field.key] else { return "" }
        if case .check = field.kind { return control.isOn == true ? "yes" : "" }
        if case .choice(let options) = field.kind {
            return control.selected.flatMap { options.indices.contains($0) ? options[$0].id : nil } ?? ""
        }
        return control.text
    }

    /// Checks one field; the message stands at it.
    @discardableResult
    private func check(_ key: String) -> Bool {
        guard let field = spec.fields.first(where: { $0.key == key }) else { return true }
        let value = value(field).nonEmpty
        var error: String?
        if value == nil, field.isRequired {
            error = session.texts("form.required")
        } else if let value {
            switch field.kind {
            case .date where session.readDate(value) == nil: error = session.texts("field.date-unreadable")
            case .time where session.readTime(value) == nil: error = session.texts("field.time-unreadable")
            default: break
            }
        }
        form.setError(error, of: key)
        return error == nil
    }

    private func save() {
        let sound = spec.fields.map { check($0.key) }.allSatisfy { $0 }
        guard sound else {
            form.focusFirstError()
            session.say(session.texts("form.has-errors"), .warning)
            return
        }
        switch spec.save(values) {
        case .saved:
            finish()
            session.navigator?.back()
        case .asked: break
        case .rejected(let errors):
            for (key, message) in errors where !key.isEmpty { form.setError(message, of: key) }
            if errors.keys.contains(where: { !$0.isEmpty }) { form.focusFirstError() }
            general = errors[""]
            session.say(general ?? session.texts("form.has-errors"), .failure)
        }
    }

    /// The form is done with: its draft goes, and leaving asks nothing.
    private func finish() {
        isFinished = true
        discard()
    }

    private func discard() {
        session.discardDraft(spec.id)
        draftSaved = nil
    }

    /// Asks with three different keys when something is typed and not saved.
    public func mayLeave(_ leave: @escaping () -> Void) -> Bool {
        guard !isFinished, form.isChanged || draftSaved != nil else { return true }
        session.navigator?.open(
            LeaveQuestion.overlay(title: spec.title, session: session) { [weak self] answer in
                guard let self else { return }
                if answer == .keep { self.saveDraft() } else { self.discard() }
                self.isFinished = true
                leave()
            })
        return false
    }

    /// Keeps what is typed in the store, so that a crash or a closed terminal loses nothing.
    public func saveDraft() {
        guard spec.keepsDraft, !isFinished, form.isChanged else { return }
        let now = values
        guard now != draftSaved else { return }
        if session.keepDraft(spec.id, caseNumber: spec.caseNumber, title: spec.title, values: now) { draftSaved = now }
    }

    /// Notes above, fields below.
    public func draw(in frame: inout Frame, rect: Rect) {
        var row = rect.row
        for note in spec.notes {
            for line in wrap(note, width: rect.width - 2).prefix(6) where row < rect.bottom - 8 {
                frame.put(line, at: Point(column: rect.column + 1, row: row), style: .dim)
                row += 1
            }
        }
        let fields = Rect(column: rect.column + 1, row: row, width: rect.width - 2, height: rect.bottom - row)
        form.fit(fields)
        form.draw(in: &frame, rect: fields, focused: true)
    }

    private static func label(_ field: FieldSpec, _ texts: Texts) -> String {
        let text = field.label.hasPrefix("=") ? String(field.label.dropFirst()) : texts(field.label)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func control(_ field: FieldSpec, value: String, session: Session) -> FormControl {
        switch field.kind {
        case .text(let maxLength): .text(TextField(value, maxLength: maxLength))
        case .area(let rows): .area(TextArea(value, maxLength: 4000), rows: rows)
        case .date: .date(DateField(value, domain: session.dateDomain))
        case .time: .text(TextField(value, maxLength: 5))
        case .check(let caption): .check(CheckField(caption, isOn: value == "yes"))
        case .choice(let options):
            .choice(
                ChoiceField(
                    options.map(\.title), selected: options.firstIndex { $0.id == value },
                    placeholder: session.texts("form.choose")))
        }
    }
}
