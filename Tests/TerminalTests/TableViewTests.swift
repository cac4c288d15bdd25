import Terminal
import Testing

@Suite struct TableViewTests {
    private func table(_ count: Int) -> TableView {
        var table = TableView(
            columns: [
                TableColumn("№", .fixed(7), alignment: .right),
                TableColumn("ФИО", .flexible(min: 16, weight: 2), sort: .ascending),
                TableColumn("Срок", .fixed(10), sort: nil), TableColumn("Состояние", .flexible(min: 12)),
                TableColumn("Куратор", .fixed(20)),
                TableColumn("Район", .fixed(20)),
            ], emptyText: "Записей нет. F7 — изменить отбор.")
        table.count = count
        return table
    }

    private func row(_ index: Int) -> TableRow {
        TableRow(
            [
                "\(index + 1)", "Иванова-Петровская Мария №\(index)", "20.11.2025",
                index.isMultiple(of: 3) ? TableText("просрочено", .bad) : "в срок",
                "Сидорова А. С.", "Ангарский",
            ], isMarked: index % 4 == 1)
    }

    @Test("of ten million rows only those in view are built, once each")
    func virtual() {
        var table = table(10_000_000)
        let size = Size(columns: 100, rows: 40)
        var built: [Int] = []
        for key in [Key.down, .end, .up, .pageUp, .home, .pageDown, .end] {
            table.fit(width: size.columns, height: size.rows)
            _ = table.handle(key)
            built = []
            var frame = Frame(size: size)
            table.draw(in: &frame, rect: frame.bounds, focused: true) { index in
                built.append(index)
                return TableRow([TableText("\(index)")])
            }
            #expect(built.count == 38)
            #expect(built.contains(table.selected))
            #expect(built == Array(table.visibleRows(height: size.rows)))
        }
        #expect(built.last == 9_999_999)
        #expect(table.position == "10 000 000/10 000 000")
    }

    @Test("the cursor moves within the rows, and the list scrolls by as little as needed")
    func moving() {
        var table = table(100)
        table.fit(height: 12)
        #expect(table.visibleRows(height: 12) == 0..<10)
        #expect(table.handle(.up) == .handled)
        #expect(table.handle(.down) == .moved(1))
        #expect(table.handle(.pageDown) == .moved(10))
        #expect(table.visibleRows(height: 12) == 1..<11)
        #expect(table.handle(.end) == .moved(99))
        #expect(table.handle(.down) == .handled)
        #expect(table.handle(.up) == .moved(98))
        #expect(table.visibleRows(height: 12) == 90..<100)
        #expect(table.handle(.enter) == .activated(98))
        #expect(table.handle(.character(" ")) == .toggled(98))
        #expect(table.selected == 99)
        #expect(table.handle(.character("x")) == .ignored)
        table.count = 5
        #expect(table.selected == 4)
        table.count = 0
        #expect(table.selected == 0)
        #expect(table.handle(.down) == .ignored)
        #expect(table.handle(.enter) == .ignored)
        #expect(table.position == "0")
    }

    @Test("columns that do not fit scroll beside the first one")
    func columns() {
        var table = table(3)
        var frame = Frame(size: Size(columns: 60, rows: 6))
        table.fit(width: 60, height: 6)
        table.draw(in: &frame, rect: frame.bounds, focused: true, row: row)
        #expect(frame.rowText(0).hasSuffix("▸"))
        #expect(!frame.rowText(0).contains("Район"))
        for _ in 0..<6 {
            _ = table.handle(.right)
            table.fit(width: 60, height: 6)
        }
        frame = Frame(size: Size(columns: 60, rows: 6))
        table.draw(in: &frame, rect: frame.bounds, focused: true, row: row)
        #expect(frame.rowText(0).hasPrefix("◂"))
        #expect(frame.rowText(0).contains("№") && frame.rowText(0).contains("Район"))
        for _ in 0..<6 {
            _ = table.handle(.left)
            table.fit(width: 60, height: 6)
        }
        frame = Frame(size: Size(columns: 60, rows: 6))
        table.draw(in: &frame, rect: frame.bounds, focused: true, row: row)
        #expect(frame.rowText(0).contains("ФИО"))
        var wide = self.table(3)
        wide.fit(width: 132, height: 6)
        #expect(wide.handle(.right) == .ignored)
    }

    @Test("a table is drawn with marks, sorting, position and rows on their way", arguments: goldenSizes)
    func drawing(size: Size) throws {
        var table = table(200_000)
        table.isCountFinal = false
        table.fit(width: size.columns, height: size.rows)
        for _ in 0..<4 { _ = table.handle(.down) }
        var frame = Frame(size: size)
        table.draw(in: &frame, rect: frame.bounds, focused: true) { $0 == 7 ? nil : row($0) }
        try assertFrame(frame, "table")
    }

    @Test("an empty table says why")
    func empty() throws {
        var frame = Frame(size: goldenSizes[0])
        table(0).draw(in: &frame, rect: frame.bounds, focused: false, row: row)
        try assertFrame(frame, "table-empty")
    }

    @Test("whatever the size, drawing touches nothing else")
    func anySize() {
        for width in 0...40 {
            for height in 0...8 {
                var frame = Frame(size: Size(columns: 42, rows: 10))
                frame.fill(frame.bounds, with: "x")
                var table = table(50)
                table.selected = 30
                table.fit(width: width, height: height)
                _ = table.handle(.right)
                table.draw(in: &frame, rect: Rect(column: 1, row: 1, width: width, height: height), focused: true, row: row)
                let outside = (0..<10).flatMap { row in (0..<42).map { Point(column: $0, row: row) } }
                    .filter { !Rect(column: 1, row: 1, width: width, height: height).contains($0) }
                #expect(outside.allSatisfy { frame[$0]?.text == "x" }, "\(width)x\(height)")
            }
        }
    }
}
