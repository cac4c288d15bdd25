import Terminal
import Testing

@Suite struct FrameTests {
    @Test(
        "text that does not fit is cut with the ellipsis",
        arguments: [
            ("Иванова", 7, "Иванова"), ("Иванова", 6, "Ивано…"), ("Иванова", 1, "…"), ("Иванова", 0, ""), ("漢字漢字", 5, "漢字…"),
            ("漢字漢字", 4, "漢 …"), ("漢字", 4, "漢字"), ("漢", 1, "…"), ("a漢", 2, "a…"),
        ])
    func cut(text: String, width: Int, expected: String) {
        var frame = Frame(size: Size(columns: 10, rows: 1))
        frame.put(text, at: Point(column: 0, row: 0), maxWidth: width)
        #expect(frame.text == expected)
    }

    @Test("the frame's edge cuts as well, and nothing outside is touched")
    func edge() {
        var frame = Frame(size: Size(columns: 5, rows: 2))
        frame.put("слово длинное", at: Point(column: 0, row: 0))
        frame.put("далеко", at: Point(column: 9, row: 0))
        frame.put("ниже", at: Point(column: 0, row: 2))
        frame.put("выше", at: Point(column: 0, row: -1))
        frame.put("слева", at: Point(column: -2, row: 1))
        #expect(frame.text == "слов…\nева")
    }

    @Test("ASCII frames use signs of seven bits")
    func ascii() {
        var frame = Frame(size: Size(columns: 12, rows: 3), lines: .ascii)
        frame.box(frame.bounds, title: "Title")
        frame.put("longer text", at: Point(column: 1, row: 1), maxWidth: 6)
        #expect(frame.text == "+- Title --+\n|longe~    |\n+----------+")
    }

    @Test("a clip protects what is outside of it, and clips nest")
    func clip() {
        var frame = Frame(size: Size(columns: 8, rows: 3))
        frame.clipped(to: Rect(column: 2, row: 0, width: 4, height: 2)) { frame in
            frame.fill(frame.bounds, with: "x")
            frame.clipped(to: Rect(column: 0, row: 1, width: 4, height: 9)) { $0.fill(Rect($0.size), with: "y") }
            frame.put("abcdefgh", at: Point(column: 0, row: 0))
        }
        #expect(frame.text == "  cde…\n  yyxx\n")
        #expect(frame.clip == frame.bounds)
    }

    @Test("half of a wide character never stays behind")
    func halves() {
        var frame = Frame(size: Size(columns: 6, rows: 1))
        frame.put("漢字", at: Point(column: 0, row: 0))
        frame.put("a", at: Point(column: 1, row: 0))
        #expect(frame.text == " a字")
        frame.put("b", at: Point(column: 2, row: 0))
        #expect(frame.text == " ab")
        frame.put("漢", at: Point(column: 1, row: 0))
        #expect(frame.text == " 漢")
        #expect(frame[Point(column: 2, row: 0)]?.width == 0)
        frame.clipped(to: Rect(column: 0, row: 0, width: 5, height: 1)) { $0.put("字", at: Point(column: 4, row: 0)) }
        #expect(frame.text == " 漢 …")
    }

    @Test("whatever is put, wide characters keep their halves and nothing leaves the grid", arguments: 0..<8 as Range<UInt64>)
    func invariants(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        let texts = ["漢字", "a", "Привет", "😀x😀", "e\u{301}", "\u{202E}", "字a字a", "\n"]
        var frame = Frame(size: Size(columns: 9, rows: 3))
        for _ in 0..<3_000 {
            let place = Point(column: Int.random(in: -4..<12, using: &random), row: Int.random(in: -1..<4, using: &random))
            let clip = Rect(
                column: Int.random(in: -2..<9, using: &random), row: Int.random(in: -1..<3, using: &random),
                width: Int.random(in: 0..<10, using: &random), height: Int.random(in: 0..<4, using: &random))
            let width = Bool.random(using: &random) ? Int.random(in: -1..<8, using: &random) : nil
            let text = texts.randomElement(using: &random) ?? ""
            frame.clipped(to: clip) { $0.put(text, at: place, maxWidth: width) }
            for row in 0..<3 { #expect(isSound(Array(frame.row(row)))) }
        }
    }

    private func isSound(_ cells: [Cell]) -> Bool {
        cells.indices.allSatisfy { index in
            switch cells[index].width {
            case 0: index > 0 && cells[index - 1].width == 2
            case 2: index + 1 < cells.count && cells[index + 1].width == 0
            default: true
            }
        }
    }
}

@Suite struct LayoutTests {
    @Test(
        "parts share the room by weight after their least sizes",
        arguments: [
            (80, [Extent.fixed(10), .flexible(), .flexible()], 0, [10, 35, 35]), (81, [.flexible(), .flexible()], 1, [40, 40]),
            (80, [.flexible(), .flexible()], 1, [40, 39]), (10, [.fixed(4), .fixed(4), .fixed(4)], 0, [4, 4, 2]),
            (100, [.flexible(min: 10, weight: 3), .flexible(min: 10, weight: 1)], 0, [70, 30]), (0, [.flexible()], 0, [0]),
            (5, [.fixed(3), .flexible(min: 5)], 0, [3, 2]), (7, [.fixed(3)], 0, [3]),
        ])
    func division(total: Int, parts: [Extent], gap: Int, expected: [Int]) {
        #expect(divide(total, into: parts, gap: gap) == expected)
    }

    @Test("rectangles are cut without holes")
    func rectangles() {
        let rect = Rect(column: 2, row: 3, width: 20, height: 10)
        let rows = rect.rows([.fixed(1), .flexible(), .fixed(2)])
        #expect(rows.map(\.row) == [3, 4, 11] && rows.map(\.height) == [1, 7, 2])
        let columns = rect.columns([.flexible(), .fixed(5)], gap: 1)
        #expect(columns.map(\.column) == [2, 17] && columns.map(\.width) == [14, 5])
        #expect(rect.intersection(Rect(column: 0, row: 0, width: 3, height: 4)) == Rect(column: 2, row: 3, width: 1, height: 1))
        #expect(rect.intersection(Rect(column: 50, row: 0, width: 3, height: 4)).isEmpty)
        #expect(rect.inset(columns: 30).isEmpty)
    }
}

@Suite struct WrapTests {
    @Test(
        "text is cut at spaces, long words inside",
        arguments: [
            ("один два три", 8, ["один два", "три"]), ("один", 4, ["один"]), ("", 5, [""]), ("а\n\nб", 5, ["а", "", "б"]),
            ("Верхнеудинск", 5, ["Верхн", "еудин", "ск"]), ("а Верхнеудинск", 6, ["а", "Верхне", "удинск"]),
            ("漢字漢", 4, ["漢字", "漢"]),
            ("  много   пробелов ", 20, ["много пробелов"]), ("слово", 0, []),
        ])
    func wrapping(text: String, width: Int, expected: [String]) {
        #expect(wrap(text, width: width) == expected)
    }
}

@Suite struct PhysicalKeyTests {
    @Test("both alphabets name the same key")
    func bothAlphabets() {
        for (russian, latin) in zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm") {
            #expect(PhysicalKey.command(for: russian) == latin)
            #expect(PhysicalKey.command(for: latin) == latin)
            #expect(PhysicalKey.russian(for: latin) == russian)
            #expect(PhysicalKey.same(Character(russian.uppercased()), latin))
        }
        #expect(PhysicalKey.command(for: "Ё") == "`")
        #expect(PhysicalKey.command(for: "1") == "1")
        #expect(PhysicalKey.command(for: "/") == "/")
        #expect(PhysicalKey.russian(for: "1") == nil)
        #expect(!PhysicalKey.same("т", "m"))
        #expect(PhysicalKey.command(for: "ß") == "ß")
    }
}

@Suite struct ThemeTests {
    @Test("without colour what matters is told apart by attributes alone")
    func mono() {
        let theme = Theme(.dark, depth: .mono)
        for ink in Ink.allCases {
            for ground in Ground.allCases {
                let paint = theme.paint(for: Style(ink, on: ground))
                #expect(paint.foreground == -1 && paint.background == -1)
            }
        }
        #expect(theme.paint(for: .selection).attributes == .reverse)
        #expect(theme.paint(for: .field).attributes == .underline)
        #expect(theme.paint(for: .bad).attributes == .bold)
        #expect(theme.paint(for: Style(.normal, on: .selection, .reverse)).attributes == [])
    }

    @Test("colours stay within the palette, and the selection is always seen")
    func palettes() {
        for tone in [Theme.Tone.dark, .light] {
            for (depth, limit) in [(ColorDepth.eight, 8), (.indexed256, 256)] {
                let theme = Theme(tone, depth: depth)
                for ink in Ink.allCases {
                    for ground in Ground.allCases {
                        let paint = theme.paint(for: Style(ink, on: ground))
                        #expect((-1..<limit).contains(Int(paint.foreground)) && (-1..<limit).contains(Int(paint.background)))
                        #expect(paint.foreground == -1 || paint.foreground != paint.background)
                    }
                    #expect(theme.paint(for: Style(ink, on: .selection)) != theme.paint(for: Style(ink)))
                }
            }
        }
    }
}

@Suite struct ClipboardCommandTests {
    @Test(
        "text goes out as base 64",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("Ёж", "0IHQtg=="),
        ])
    func encoded(text: String, base64: String) {
        #expect(clipboardCommand(text) == Array("\u{1B}]52;c;\(base64)\u{07}".utf8))
    }

    @Test("what is too long for a terminal is not cut but refused")
    func tooLong() {
        #expect(clipboardCommand(String(repeating: "я", count: 40_000)) == nil)
    }
}
