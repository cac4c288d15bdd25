import Testing

@testable import Paperwork

@Suite("Layout of plain text")
struct LayoutTests {
    @Test("Words stay whole as long as they fit")
    func wholeWords() {
        #expect(LineBreaker.lines("раз два три", width: 7) == ["раз два", "три"])
        #expect(LineBreaker.lines("", width: 7) == [""])
        #expect(LineBreaker.lines("а\nб", width: 7) == ["а", "б"])
    }

    @Test("Numbers, initials and abbreviations stay with their words")
    func boundWords() {
        #expect(LineBreaker.lines("от 2024 г. № 414-р", width: 12) == ["от 2024 г.", "№ 414-р"])
        #expect(LineBreaker.lines("Сидорова М. В.", width: 12) == ["Сидорова", "М. В."])
        #expect(LineBreaker.lines("тел. 8(3955) 52-38-61", width: 18) == ["тел. 8(3955)", "52-38-61"])
        #expect(LineBreaker.lines("тел. 8(3955) 52-38-61, сайт", width: 24) == ["тел. 8(3955) 52-38-61,", "сайт"])
    }

    @Test("A word wider than the line is parted and nothing of it is lost")
    func longWords() {
        #expect(LineBreaker.lines("Комсомольск-на-Амуре", width: 12) == ["Комсомольск-", "на-Амуре"])
        #expect(LineBreaker.lines("абвгдежз", width: 4) == ["абв-", "где-", "жз"])
    }

    @Test("A column grows for its longest word at the cost of roomy ones")
    func columns() {
        let table = PaperTable(
            columns: [.init(title: "А", width: 4), .init(title: "Б", width: 20)], rows: [["консультирование", "раз два"]])
        let layout = TableLayout(table, page: 30)
        #expect(layout.widths.reduce(0, +) == 27)
        #expect(layout.widths[0] >= 16)
        #expect(layout.lines(table.rows[0]) == ["│консультирование│раз два    │"])
    }

    @Test("No line is wider than the page, however long the names")
    func width() {
        let long = String(repeating: "Очень-длинное название ", count: 8)
        let document = PaperDocument(
            title: "",
            blocks: [
                .heading(long), .section(long), .paragraph(long), .aside(long), .fields([PaperLine(label: long, value: long)]),
                .signatures([PaperLine(label: long, value: long)]),
                .table(
                    PaperTable(columns: [.init(title: long, width: 10), .init(title: "Б", width: 60)], rows: [[long, long]])),
            ])
        for line in PlainTextPress(width: 80).print(document).split(separator: "\n") { #expect(line.count <= 80) }
    }
}
