import Terminal
import Testing

private enum ID: Hashable {
    case surname, name, relation, consent, birthday, closed, notes, phone
}

private func sample() -> Form<ID> {
    Form([
        FormField(.surname, label: "Фамилия", .text(TextField("Иванова")), heading: "Гражданин", isRequired: true),
        FormField(.name, label: "Имя и отчество", .text(TextField("", placeholder: "как в паспорте"))),
        FormField(.birthday, label: "Дата рождения", .date(DateField("03.09.2025", domain: SampleCalendar.domain))),
        FormField(
            .relation, label: "Кем приходится", .choice(ChoiceField(["Мать", "Отец", "Опекун"], placeholder: "не выбрано"))),
        FormField(.consent, label: "Согласие", .check(CheckField("получено")), heading: "Обращение"),
        FormField(.closed, label: "Номер дела", .text(TextField("38-0001")), isEnabled: false),
        FormField(.notes, label: "Заметки", .area(TextArea("Звонить после шести вечера,\nспросить Анну"), rows: 3)),
        FormField(.phone, label: "Телефон", .text(TextField("8 (395) 500-00-00"))),
    ])
}

@Suite struct FormTests {
    @Test("Tab, arrows and Enter go through the fields and tell what was left")
    func focus() {
        var form = sample()
        #expect(form.handle(.tab) == .left(.surname, entered: .name))
        #expect(form.handle(.enter) == .left(.name, entered: .birthday))
        #expect(form.handle(.down) == .left(.birthday, entered: .relation))
        #expect(form.handle(.down) == .left(.relation, entered: .consent))
        #expect(form.handle(.enter) == .left(.consent, entered: .notes), "a disabled field is passed over")
        #expect(form.handle(.backTab) == .left(.notes, entered: .consent))
        #expect(form.handle(.up) == .left(.consent, entered: .relation))
        form.focus(on: .phone)
        #expect(form.handle(.enter) == .completed(.phone))
        #expect(form.handle(.tab) == .left(.phone, entered: .surname))
        #expect(form.handle(.backTab) == .left(.surname, entered: .phone))
        #expect(form.handle(.escape) == .ignored)
        #expect(form.handle(.function(2)) == .ignored)
        form.focus(on: .closed)
        #expect(form.focused?.id == .phone)
        var empty = Form<ID>([])
        #expect(empty.handle(.tab) == .ignored)
    }

    @Test("letters go into the text, and changes are told")
    func changes() {
        var form = sample()
        #expect(!form.isChanged)
        #expect(form.handle(.character("q")) == .changed(.surname))
        #expect(form[.surname]?.text == "Ивановаq")
        #expect(form.isChanged)
        form.focus(on: .consent)
        #expect(form.handle(.character(" ")) == .changed(.consent))
        #expect(form[.consent]?.isOn == true)
        form.focus(on: .relation)
        #expect(form.handle(.right) == .changed(.relation))
        #expect(form[.relation]?.selected == 0)
        #expect(form.handle(.character(" ")) == .handled)
        #expect(form.hasPopup)
        #expect(form.handle(.down) == .handled, "the open list takes the arrows")
        #expect(form.handle(.enter) == .changed(.relation))
        #expect(form[.relation]?.text == "Отец")
    }

    @Test("Esc closes what is open before it leaves the form; leaving a date writes it out")
    func popups() {
        var form = sample()
        form.focus(on: .birthday)
        form.openPopup()
        #expect(form.hasPopup)
        #expect(form.handle(.escape) == .handled)
        #expect(!form.hasPopup)
        #expect(form.handle(.escape) == .ignored)
        for _ in 0..<10 { _ = form.handle(.backspace) }
        #expect(form.handle(.paste("1.2.2025")) == .changed(.birthday))
        #expect(form.handle(.tab) == .left(.birthday, entered: .relation))
        #expect(form[.birthday]?.text == "01.02.2025")
    }

    @Test("the focus goes to the first error")
    func errors() {
        var form = sample()
        #expect(form.focusFirstError() == false)
        form.setError("укажите телефон", of: .phone)
        form.setError("нельзя", of: .closed)
        #expect(form.focusFirstError() == true)
        #expect(form.focused?.id == .phone)
        form.setError(nil, of: .phone)
        #expect(form.focusFirstError() == false)
    }

    @Test("the focus stays on its field when fields come and go")
    func newFields() {
        var form = sample()
        form.focus(on: .relation)
        form.fields.removeFirst()
        #expect(form.focused?.id == .relation)
        form.fields.removeAll { $0.id == .relation }
        #expect(form.focused?.id == .name)
    }

    @Test("a form is drawn with its errors beside the fields", arguments: goldenSizes)
    func drawing(size: Size) throws {
        var form = sample()
        form.setError("укажите имя и отчество", of: .name)
        form.focus(on: .name)
        var frame = Frame(size: size)
        form.fit(frame.bounds)
        form.draw(in: &frame, rect: frame.bounds)
        try assertFrame(frame, "form")
        form.focus(on: .birthday)
        form.openPopup()
        frame = Frame(size: size)
        form.draw(in: &frame, rect: frame.bounds)
        try assertFrame(frame, "form-month")
        form.focus(on: .relation)
        form.openPopup()
        frame = Frame(size: size, lines: .ascii)
        form.draw(in: &frame, rect: frame.bounds)
        try assertFrame(frame, "form-list-ascii")
    }

    @Test("a form higher than its place scrolls to the field with the focus")
    func scrolling() {
        var form = sample()
        let rect = Rect(column: 0, row: 0, width: 60, height: 5)
        for _ in 0..<20 {
            _ = form.handle(.tab)
            form.fit(rect)
            var frame = Frame(size: Size(columns: 60, rows: 6))
            frame.fill(Rect(column: 0, row: 5, width: 60, height: 1), with: "x")
            form.draw(in: &frame, rect: rect)
            #expect(frame.text.contains("▸\(form.focused?.label ?? "?")"))
            #expect(frame.cursor.map(rect.contains) == true)
            #expect(frame.rowText(5) == String(repeating: "x", count: 60))
        }
    }
}
