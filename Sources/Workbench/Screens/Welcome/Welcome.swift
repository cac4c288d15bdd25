import Casework
import MarshrutResources
import Terminal

/// What the worker chose at the first start.
public enum WelcomeChoice: Hashable, Sendable {
    /// Look around in a store of invented people.
    case invented
    /// Begin: who the office is, which acts it works under, who the worker is.
    case begin(organisation: String, regulations: [String], name: String, role: String)
}

/// The first start, when there is no store yet: two ways to go on, and one short form.
public final class Welcome {
    private enum Step {
        case choose(Menu)
        case fill(Form<String>)
    }

    private let port: any TerminalPort
    private let texts: Texts
    private let regulations: [Regulation]
    private let roles: [(id: String, title: String)]
    private var step: Step
    private var status = StatusLine()

    /// The roles offered, the first one preselected.
    public static let roles = ["curator", "coordinator", "head"]

    /// A first start on the given terminal.
    public init(port: any TerminalPort, texts: Texts, regulations: [Regulation]) {
        self.port = port
        self.texts = texts
        self.regulations = regulations
        roles = Welcome.roles.map { ($0, texts("role.\($0)")) }
        step = .choose(Welcome.menu(texts))
    }

    /// Asks until something is chosen; nil when the worker leaves.
    public func run() -> WelcomeChoice? {
        port.setTitle(texts("app.title"))
        while true {
            present()
            guard let key = port.nextEvent(timeout: nil) else { continue }
            switch key {
            case .hangup, .terminate, .function(10), .control("q"), .control("c"): return nil
            case .control("z"): port.suspend()
            case .resize, .wake: continue
            default:
                if let choice = serve(key) { return choice }
            }
            if wantsToLeave { return nil }
        }
    }

    private var wantsToLeave = false

    private func serve(_ key: Key) -> WelcomeChoice? {
        switch step {
        case .choose(var menu):
            defer { if case .choose = step { step = .choose(menu) } }
            switch menu.handle(key) {
            case .chosen(0): return .invented
            case .chosen(1): step = .fill(form())
            case .chosen, .cancelled: wantsToLeave = true
            default: break
            }
            return nil
        case .fill(var form):
            if key == .function(2) || key == .control("s") { return finish(&form) }
            let outcome = form.handle(key)
            if case .changed(let id) = outcome {
                form.setError(nil, of: id)
                // That no act is ticked stands at the first box, whichever is ticked then.
                if !chosenActs(form).isEmpty, let first = actFields.first { form.setError(nil, of: first.id) }
            }
            step = .fill(form)
            if case .completed = outcome { return finish(&form) }
            if outcome == .ignored, key == .escape { step = .choose(Welcome.menu(texts)) }
            return nil
        }
    }

    private func finish(_ form: inout Form<String>) -> WelcomeChoice? {
        var sound = true
        for id in ["organisation", "name"] where form[id]?.text.nonEmpty == nil {
            form.setError(texts("form.required"), of: id)
            sound = false
        }
        if form["role"]?.selected == nil {
            form.setError(texts("form.required"), of: "role")
            sound = false
        }
        let acts = chosenActs(form)
        if acts.isEmpty, let first = actFields.first {
            form.setError(texts("form.required"), of: first.id)
            sound = false
        }
        guard sound, let organisation = form["organisation"]?.text.nonEmpty, let name = form["name"]?.text.nonEmpty,
            let role = form["role"]?.selected
        else {
            form.focusFirstError()
            status = StatusLine(texts("form.incomplete"), kind: .warning)
            step = .fill(form)
            return nil
        }
        return .begin(organisation: organisation, regulations: acts, name: name, role: roles[role].id)
    }

    /// A choice where there is one act; a box to tick for each where there are several, for an office may work under several.
    private var actFields: [FormField<String>] {
        if regulations.count < 2 {
            let choice = ChoiceField(
                regulations.map { "\($0.act) — \($0.title)" }, selected: 0, placeholder: texts("form.choose"))
            return [FormField("regulation", label: texts("welcome.regulation"), .choice(choice), isRequired: true)]
        }
        return regulations.enumerated().map { index, act in
            let box = CheckField("\(act.act) — \(act.title)")
            return FormField(act.id, label: index == 0 ? texts("welcome.regulations") : "", .check(box))
        }
    }

    private func chosenActs(_ form: Form<String>) -> [String] {
        if regulations.count < 2 { return form["regulation"]?.selected.map { [regulations[$0].id] } ?? [] }
        return regulations.map(\.id).filter { form[$0]?.isOn == true }
    }

    private func form() -> Form<String> {
        Form(
            [
                FormField(
                    "organisation", label: texts("welcome.organisation"), .text(TextField(maxLength: 160)), isRequired: true)
            ] + actFields + [
                FormField("name", label: texts("welcome.name"), .text(TextField(maxLength: 80)), isRequired: true),
                FormField(
                    "role", label: texts("welcome.role"),
                    .choice(ChoiceField(roles.map(\.title), selected: 0, placeholder: texts("form.choose"))), isRequired: true),
            ])
    }

    private static func menu(_ texts: Texts) -> Menu {
        Menu(
            title: texts("welcome.title"),
            entries: [
                MenuEntry(texts("welcome.invented"), keyHint: "1", key: "1"),
                MenuEntry(texts("welcome.begin"), keyHint: "2", key: "2"),
                MenuEntry(texts("welcome.leave"), keyHint: "F10", key: "3"),
            ])
    }

    private func present() {
        var frame = port.makeFrame()
        let area = frame.bounds
        frame.fill(area.line(0), style: Style(.title, on: .bar))
        frame.put(" " + texts("app.title"), at: area.line(0).origin, style: Style(.title, on: .bar))
        let body = Rect(column: 2, row: 2, width: area.width - 4, height: max(0, area.height - 4))
        var row = body.row
        let note: String
        switch step {
        case .choose: note = texts("welcome.note")
        case .fill: note = texts("welcome.form-note")
        }
        for line in wrap(note, width: max(1, body.width)) where row < body.bottom {
            frame.put(line, at: Point(column: body.column, row: row))
            row += 1
        }
        switch step {
        case .choose(let menu):
            menu.draw(in: &frame, rect: Rect(column: body.column, row: row, width: body.width, height: max(0, body.bottom - row)))
        case .fill(var form):
            let rect = Rect(column: body.column, row: row + 1, width: body.width, height: max(0, body.bottom - row - 1))
            form.fit(rect)
            form.draw(in: &frame, rect: rect, focused: true)
        }
        status.draw(in: &frame, rect: area.line(area.height - 2))
        let save: KeySlot
        if case .fill = step { save = KeySlot(texts("command.save.short")) } else { save = KeySlot() }
        let slots = [KeySlot(), save] + Array(repeating: KeySlot(), count: 7) + [KeySlot(texts("command.quit.short"))]
        KeyBar(slots).draw(in: &frame, rect: area.line(area.height - 1))
        port.present(frame)
    }
}
