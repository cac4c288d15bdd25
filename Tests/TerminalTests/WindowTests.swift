import Terminal
import Testing

@Suite struct BarTests {
    @Test("the bars of a screen", arguments: goldenSizes)
    func bars(size: Size) throws {
        var frame = Frame(size: size)
        let names = ["Сегодня", "Реестр", "Контакты", "Программы", "Расписание", "Сроки", "Почта", "Справочник", "Отчёты"]
        let tabs = names.enumerated().map { TabItem(key: "\($0 + 1)", title: $1) }
        TabBar(tabs, selected: 1).draw(in: &frame, rect: frame.bounds.line(0))
        let short = names.enumerated().map { TabItem(key: "\($0 + 1)", title: $1, shortTitle: String($1.prefix(4))) }
        TabBar(short, selected: 4).draw(in: &frame, rect: frame.bounds.line(1))
        StatusLine("Дело сохранено", kind: .done, hint: "F8 Вернуть").draw(in: &frame, rect: frame.bounds.line(3))
        StatusLine("Срок истекает завтра", kind: .warning).draw(in: &frame, rect: frame.bounds.line(4))
        StatusLine(
            "Не удалось сохранить: запись изменена другим сотрудником, обновите её и повторите, пожалуйста", kind: .failure,
            hint: "F1 Почему"
        ).draw(in: &frame, rect: frame.bounds.line(5))
        StatusLine("Готово").draw(in: &frame, rect: frame.bounds.line(6))
        let labels = ["Справк", "Сохран", "Просм", "Правка", "Печать", "Ещё", "Поиск", "Закрыт", "Меню", "Выход"]
        let slots = labels.enumerated().map { KeySlot($1, isEnabled: $0 != 1) }
        KeyBar(slots).draw(in: &frame, rect: frame.bounds.line(size.rows - 1))
        try assertFrame(frame, "bars")
    }
}

@Suite struct DialogTests {
    private let question = Dialog(
        title: "Есть изменения", text: "Сохранить изменения в деле Ивановой М. П.?\nНесохранённое останется черновиком.",
        buttons: [
            DialogButton("Сохранить", key: "с"), DialogButton("Не сохранять", key: "н"), DialogButton("Вернуться", key: "в"),
        ],
        selected: 2)

    @Test("letters of either alphabet, arrows and Enter choose")
    func choosing() {
        var dialog = question
        #expect(dialog.handle(.character("с")) == .chosen(0))
        #expect(dialog.handle(.character("c")) == .chosen(0), "the same key")
        #expect(dialog.handle(.character("Y")) == .chosen(1))
        #expect(dialog.handle(.character("x")) == .handled)
        #expect(dialog.handle(.enter) == .chosen(2))
        #expect(dialog.handle(.left) == .handled)
        #expect(dialog.handle(.enter) == .chosen(1))
        #expect(dialog.handle(.escape) == .cancelled)
        #expect(dialog.handle(.paste("с")) == .handled, "a paste is never an answer")
        #expect(dialog.handle(.function(10)) == .handled)
    }

    @Test("a dialog in the middle of the screen", arguments: goldenSizes)
    func drawing(size: Size) throws {
        var frame = Frame(size: size)
        question.draw(in: &frame, rect: frame.bounds)
        try assertFrame(frame, "dialog")
    }

    @Test("the smallest screens draw without harm")
    func tiny() {
        for columns in 0...20 {
            for rows in 0...8 {
                var frame = Frame(size: Size(columns: columns, rows: rows))
                question.draw(in: &frame, rect: frame.bounds)
                HelpOverlay(title: "t", lines: [.heading("h"), .entry(key: "F1", text: "x y z")]).draw(
                    in: &frame, rect: frame.bounds)
                ProgressView(title: "p", count: 1, total: 2, cancelHint: "Esc").draw(in: &frame, rect: frame.bounds)
                Menu(title: "m", entries: [MenuEntry("a", disabledReason: "r")], isFilterable: true).draw(
                    in: &frame, rect: frame.bounds)
                KeyBar([KeySlot("Справк")]).draw(in: &frame, rect: frame.bounds)
                TabBar([TabItem(key: "1", title: "Сегодня")]).draw(in: &frame, rect: frame.bounds)
                let month = MonthPopup(day: SampleCalendar.today, today: SampleCalendar.today, page: SampleCalendar.page)
                month.draw(in: &frame, beside: frame.bounds)
                #expect(frame.size.columns == columns)
            }
        }
    }
}

@Suite struct MenuTests {
    private let entries = [
        MenuEntry("Зарегистрировать направление", keyHint: "F7", key: "з", keywords: "register referral"),
        MenuEntry("Ёлка для детей", keyHint: "е", key: "е"),
        MenuEntry("Утвердить программу", keyHint: "F8", key: "у", disabledReason: "Программа ещё не согласована"),
        MenuEntry("Закрыть дело", keyHint: "Shift+F8"),
    ]

    @Test("a plain menu is chosen from by letters, arrows and Enter")
    func plain() {
        var menu = Menu(title: "Ещё", entries: entries)
        #expect(menu.handle(.character("p")) == .chosen(0), "p is the key of «з»")
        #expect(menu.handle(.character("у")) == .refused(2))
        #expect(menu.handle(.down) == .handled)
        #expect(menu.handle(.enter) == .chosen(3))
        #expect(menu.handle(.down) == .handled)
        #expect(menu.selected == 0)
        #expect(menu.handle(.up) == .handled)
        #expect(menu.selected == 3)
        #expect(menu.handle(.escape) == .cancelled)
    }

    @Test("the palette finds by parts of words, in any order, ё as е, by keywords too")
    func palette() {
        var menu = Menu(title: "Команды", entries: entries, isFilterable: true)
        func find(_ text: String) -> Int? {
            while menu.filter?.isEmpty == false { _ = menu.handle(.backspace) }
            for letter in text { #expect(menu.handle(.character(letter)) == .handled) }
            return menu.selected
        }
        #expect(find("напр зарег") == 0)
        #expect(find("елк") == 1)
        #expect(find("ДЕЛО") == 3)
        #expect(find("refer") == 0)
        #expect(find("нет такого") == nil)
        #expect(menu.handle(.enter) == .handled)
        #expect(find("утв") == 2)
        #expect(menu.handle(.enter) == .refused(2))
    }

    @Test("menu and palette on the screen", arguments: goldenSizes)
    func drawing(size: Size) throws {
        var frame = Frame(size: size)
        Menu(title: "Ещё", entries: entries, selected: 2).draw(in: &frame, rect: frame.bounds)
        try assertFrame(frame, "menu")
        var palette = Menu(title: "Команды", entries: entries, isFilterable: true, filterHint: "что сделать?")
        frame = Frame(size: size)
        palette.draw(in: &frame, rect: frame.bounds)
        try assertFrame(frame, "palette")
        for letter in "дел" { _ = palette.handle(.character(letter)) }
        frame = Frame(size: size)
        palette.draw(in: &frame, rect: frame.bounds)
        try assertFrame(frame, "palette-filtered")
    }
}

@Suite struct HelpOverlayTests {
    private func help() -> HelpOverlay {
        var lines: [HelpLine] = [
            .heading("Реестр"), .text("Список всех дел. Отбор сужается по мере набора, ничего нажимать не нужно."),
        ]
        for number in 1...30 { lines.append(.entry(key: "F\(number)", text: "действие номер \(number)")) }
        lines.append(.heading("Мышь"))
        lines.append(.entry(key: "Ctrl+Shift+PageDown и ещё что-то длинное", text: "описание"))
        return HelpOverlay(title: "Справка", lines: lines, footer: "Esc — закрыть")
    }

    @Test("help scrolls to its end and no further, and closes")
    func scrolling() {
        var help = help()
        let rect = Rect(Size(columns: 60, rows: 20))
        help.fit(rect)
        #expect(help.handle(.end) == .handled)
        var frame = Frame(size: Size(columns: 60, rows: 20))
        help.draw(in: &frame, rect: rect)
        #expect(frame.rowText(18).contains("описание"))
        let bottom = frame.text
        #expect(help.handle(.down) == .handled)
        #expect(help.handle(.pageDown) == .handled)
        frame = Frame(size: frame.size)
        help.draw(in: &frame, rect: rect)
        #expect(frame.text == bottom)
        #expect(help.handle(.home) == .handled)
        #expect(help.handle(.up) == .handled)
        #expect(help.handle(.escape) == .closed)
    }

    @Test("help on the screen", arguments: goldenSizes)
    func drawing(size: Size) throws {
        var frame = Frame(size: size)
        help().draw(in: &frame, rect: frame.bounds)
        try assertFrame(frame, "help")
    }
}

@Suite struct ProgressViewTests {
    @Test("work in progress, and how to stop it", arguments: goldenSizes)
    func drawing(size: Size) throws {
        var frame = Frame(size: size)
        let areas = frame.bounds.rows([.flexible(), .flexible()])
        ProgressView(title: "Загрузка реестра", count: 61_234, total: 200_000, cancelHint: "Esc — прервать").draw(
            in: &frame, rect: areas[0])
        ProgressView(title: "Проверка", count: 1_234).draw(in: &frame, rect: areas[1])
        try assertFrame(frame, "progress")
        #expect(ProgressView(title: "").handle(.escape) == .cancelRequested)
        #expect(ProgressView(title: "").handle(.enter) == .handled)
    }
}

@Suite struct InMemoryTerminalTests {
    @Test("a script is typed to its end, then the terminal hangs up")
    func script() {
        let terminal = InMemoryTerminal(size: Size(columns: 20, rows: 2), keys: [.down])
        terminal.type("да")
        terminal.resize(to: Size(columns: 30, rows: 3))
        var keys: [Key] = []
        while let key = terminal.nextEvent(timeout: nil) {
            keys.append(key)
            if key == .hangup { break }
        }
        #expect(keys == [.down, .character("д"), .character("а"), .resize(Size(columns: 30, rows: 3)), .hangup])
        #expect(terminal.nextEvent(timeout: 5) == nil)
        terminal.whenIdle = { .wake }
        #expect(terminal.nextEvent(timeout: nil) == .wake)
        var frame = terminal.makeFrame()
        frame.put("готово", at: Point(column: 1, row: 1))
        terminal.present(frame)
        #expect(terminal.frame?.rowText(1) == " готово")
        terminal.setTitle("дело\u{1B}]")
        #expect(terminal.titles == ["дело·]"])
    }
}
