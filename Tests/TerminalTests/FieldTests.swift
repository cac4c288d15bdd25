import Terminal
import Testing

extension TextField {
    mutating func type(_ keys: [Key]) {
        for key in keys { _ = handle(key) }
    }
}

@Suite struct TextFieldTests {
    @Test("typing, moving and deleting")
    func editing() {
        var field = TextField("Иванва")
        field.type([.left, .left, .character("о")])
        #expect(field.text == "Иванова")
        #expect(field.cursor == 5)
        field.type([.home, .delete, .character("Ы"), .end, .backspace])
        #expect(field.text == "Ыванов")
        #expect(field.handle(.home) == .handled)
        #expect(field.handle(.backspace) == .handled)
        #expect(field.handle(.up) == .ignored)
        #expect(field.handle(.enter) == .ignored)
        field.text = "улица  Ленина"
        field.type([.control("w")])
        #expect(field.text == "улица  ")
        field.type([.character("М"), .modified(.left, .control), .modified(.left, .control), .control("k")])
        #expect(field.text == "")
    }

    @Test("letters of commands are only letters, pasted lines become spaces")
    func pasting() {
        var field = TextField()
        #expect(field.handle(.paste("а\nб\tв\u{1B}[31m")) == .changed)
        #expect(field.text == "а б в [31m")
        #expect(field.handle(.paste("")) == .handled)
    }

    @Test("a combining mark joins the letter before the cursor")
    func combining() {
        var field = TextField("коне")
        field.type([.character("и"), .character("\u{306}")])
        #expect(field.cursor == 5)
        #expect(field.text == "коней")
        field.type([.backspace])
        #expect(field.text == "коне")
    }

    @Test("the limit counts what people see, and keeps what follows the cursor")
    func limit() {
        var field = TextField("аб", maxLength: 4)
        field.type([.home, .paste("1234")])
        #expect(field.text == "12аб")
        #expect(field.cursor == 2)
        #expect(field.handle(.character("x")) == .handled)
        var digits = TextField(accepts: { $0.isNumber })
        #expect(digits.handle(.paste("8 (395) 12-34")) == .changed)
        #expect(digits.text == "83951234")
        #expect(digits.handle(.character("x")) == .handled)
    }

    @Test("whatever is typed, the cursor stays in the text and in the field", arguments: 0..<6 as Range<UInt64>)
    func fuzz(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        let keys: [Key] = [
            .character("я"), .character("漢"), .character("\u{301}"), .paste("длинный текст, 漢字"), .left, .right, .home, .end,
            .backspace,
            .delete, .control("w"), .control("k"), .modified(.left, .control), .modified(.right, .control), .character("😀"),
        ]
        for width in 1...12 {
            var field = TextField(maxLength: 60)
            for _ in 0..<150 {
                field.type([keys.randomElement(using: &random) ?? .left])
                var frame = Frame(size: Size(columns: 14, rows: 1))
                let rect = Rect(column: 1, row: 0, width: width, height: 1)
                field.draw(in: &frame, rect: rect, focused: true)
                #expect(field.cursor >= 0 && field.cursor <= field.text.count)
                #expect(frame.cursor.map(rect.contains) == true)
            }
        }
    }

    @Test("a secret is not drawn")
    func secret() {
        var frame = Frame(size: Size(columns: 10, rows: 1))
        TextField("тайна", mask: "*").draw(in: &frame, rect: frame.bounds, focused: true)
        #expect(frame.text == "*****")
    }

    @Test("long text scrolls and says where it goes on")
    func scrolling() {
        var field = TextField("0123456789абвгдежзик")
        var frame = Frame(size: Size(columns: 10, rows: 1))
        field.draw(in: &frame, rect: frame.bounds, focused: true)
        #expect(frame.text == "◂вгдежзик")
        field.type([.home])
        field.draw(in: &frame, rect: frame.bounds, focused: true)
        #expect(frame.text == "012345678▸")
        #expect(frame.cursor == Point(column: 0, row: 0))
    }
}

@Suite struct TextAreaTests {
    @Test("lines wrap, the cursor goes by lines as they are shown")
    func wrapping() {
        var area = TextArea("Звонок в школу и больницу\nвторая")
        area.fit(width: 10, height: 3)
        var frame = Frame(size: Size(columns: 10, rows: 3))
        area.draw(in: &frame, rect: frame.bounds, focused: true)
        #expect(frame.text == "школу и\nбольницу\nвторая")
        #expect(frame.cursor == Point(column: 6, row: 2))
        #expect(area.handle(.up) == .handled)
        #expect(area.handle(.character("!")) == .changed)
        #expect(area.text == "Звонок в школу и больни!цу\nвторая")
        #expect(area.handle(.home) == .handled)
        #expect(area.handle(.enter) == .changed)
        #expect(area.text == "Звонок в школу и \nбольни!цу\nвторая")
        #expect(area.handle(.pageUp) == .handled)
        #expect(area.handle(.up) == .ignored)
    }

    @Test("whatever is typed, the cursor is in the area and the text keeps its letters", arguments: 0..<6 as Range<UInt64>)
    func fuzz(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        let keys: [Key] = [
            .character("я"), .character(" "), .enter, .character("漢"), .paste("слово\r\nи дело 漢字 длинноеслово"), .up, .down,
            .left,
            .right, .home, .end, .pageUp, .pageDown, .backspace, .delete, .control("u"), .modified(.home, .control),
        ]
        for width in 1...9 {
            var area = TextArea(maxLength: 200)
            for _ in 0..<150 {
                area.fit(width: width, height: 3)
                _ = area.handle(keys.randomElement(using: &random) ?? .left)
                var frame = Frame(size: Size(columns: 10, rows: 3))
                let rect = Rect(column: 0, row: 0, width: width, height: 3)
                area.draw(in: &frame, rect: rect, focused: true)
                #expect(area.cursor >= 0 && area.cursor <= area.text.count)
                #expect(frame.cursor.map(rect.contains) == true)
            }
        }
    }
}

@Suite struct ChoiceFieldTests {
    @Test("values are chosen by arrows, by letter in either alphabet, and from the list")
    func choosing() {
        var field = ChoiceField(["Мать", "Отец", "Опекун"])
        #expect(field.handle(.right) == .changed)
        #expect(field.text == "Мать")
        #expect(field.handle(.left) == .handled)
        #expect(field.handle(.character("о")) == .changed)
        #expect(field.text == "Отец")
        #expect(field.handle(.character("j")) == .changed, "j is the key of «о»")
        #expect(field.text == "Опекун")
        #expect(field.handle(.enter) == .ignored)
        #expect(field.handle(.character(" ")) == .handled)
        #expect(field.isOpen)
        #expect(field.handle(.up) == .handled)
        #expect(field.handle(.escape) == .handled)
        #expect(field.text == "Опекун" && !field.isOpen)
        #expect(field.handle(.escape) == .ignored)
        _ = field.handle(.modified(.down, .alt))
        _ = field.handle(.home)
        #expect(field.handle(.enter) == .changed)
        #expect(field.selected == 0)
        var empty = ChoiceField([])
        #expect(empty.handle(.character(" ")) == .ignored)
    }
}

@Suite struct CheckFieldTests {
    @Test("the space bar changes it")
    func toggling() {
        var field = CheckField("Согласие получено")
        #expect(field.handle(.enter) == .ignored)
        #expect(field.handle(.character(" ")) == .changed)
        #expect(field.isOn)
    }
}
