import Casework
import Foundation
import Testing

@testable import Interchange

@Suite("Workbooks")
struct SpreadsheetWriterTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A part of a workbook, unpacked by the system's own program.
    private func part(_ name: String, of path: String) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/unzip")
        process.arguments = ["-p", path, name]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func writer(_ path: String, replacing: Bool = false) throws -> SpreadsheetWriter {
        try SpreadsheetWriter(
            path: path, sheet: "a[b]:*?/\\'c", heading: ["Реестр", "414-р, п. 20"],
            columns: [.init(title: "N", width: 5), .init(title: "Дата", width: 12)], replacing: replacing)
    }

    @Test("Days are dates, sums are numbers, the header stays in view")
    func cells() throws {
        let path = folder.path(of: "a.xlsx")
        let writer = try writer(path)
        let time = try #require(CivilTime(hour: 12, minute: 0))
        try writer.write([.number(1), .date(day("2025-03-12")), .money(Money(kopecks: 123_450)), .time(time), .text("Ёж <&>")])
        try writer.write([.number(-5), .date(day("1899-12-31")), .empty])
        try writer.finish()
        let sheet = try part("xl/worksheets/sheet1.xml", of: path)
        #expect(sheet.contains(#"<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>"#))
        #expect(sheet.contains(#"<col min="2" max="2" width="12.7109375" customWidth="1"/>"#))
        #expect(sheet.contains("<t>414-р, п. 20</t>"))
        #expect(sheet.contains("<v>45728</v>"))
        #expect(sheet.contains("<v>1234.5</v>"))
        #expect(sheet.contains("<v>0.5</v>"))
        #expect(sheet.contains("<v>-5</v>"))
        #expect(sheet.contains("<t>Ёж &lt;&amp;&gt;</t>"))
        #expect(sheet.contains("<t>31.12.1899</t>"))
        #expect(try part("xl/styles.xml", of: path).contains(#"formatCode="dd.mm.yyyy""#))
        #expect(try part("xl/workbook.xml", of: path).contains(#"name="abc""#))
    }

    @Test("A text is never a formula", arguments: ["=1+1", "+7 914", "-5", "@SUM(A1)", "=cmd|'/c calc'!A1"])
    func formulas(text: String) throws {
        let path = folder.path(of: "f.xlsx")
        let writer = try writer(path)
        try writer.write([.text(text)])
        try writer.finish()
        let sheet = try part("xl/worksheets/sheet1.xml", of: path)
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains(/<c r="A4" s="[0-9]+" t="inlineStr">/))
    }

    @Test("A workbook that was not finished leaves nothing, and the former one stands")
    func whole() throws {
        let path = folder.path(of: "w.xlsx")
        try Data("прежний".utf8).write(to: URL(filePath: path))
        do {
            let writer = try writer(path, replacing: true)
            try writer.write([.number(1)])
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "прежний")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["w.xlsx"])
        #expect(throws: DelimitedWriterError.alreadyExists) { try self.writer(path) }
        let writer = try writer(path, replacing: true)
        try writer.finish()
        #expect(try part("xl/worksheets/sheet1.xml", of: path).contains("<t>Реестр</t>"))
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(throws: DelimitedWriterError.noSuchFolder) { try self.writer(folder.path(of: "missing/a.xlsx")) }
    }

    @Test("A register as delimited text: headings, dotted days, words, formulas disarmed")
    func delimited() throws {
        let path = folder.path(of: "r.csv")
        let columns = ["N", "Ф.И.О.", "Дата", "План"].map { RegisterColumn(id: $0, title: $0, value: .fact(.number)) }
        let definition = RegisterDefinition(
            regulation: "a", entry: PackEntry(id: "r", title: "Р", basis: nil), columns: columns)
        var pages = [
            [RegisterRow(caseID: nil, number: 1, cells: [.number(1), .text("=1+1"), .date(try day("2025-03-12")), .flag(true)])],
            [
                RegisterRow(
                    caseID: nil, number: 2,
                    cells: [.number(2), .coded("a", title: "Ёж; еж"), .empty, .joined([.word("w"), .number(3)], by: " ")])
            ],
        ]
        let file = RegisterFile(definition: definition, heading: ["Р"], words: { "<\($0)>" })
        let count = try file.write(.csv, to: path) { pages.isEmpty ? [] : pages.removeFirst() }
        #expect(count == 2)
        let text = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(text == "\u{FEFF}N;Ф.И.О.;Дата;План\r\n1;'=1+1;12.03.2025;<yes>\r\n2;\"Ёж; еж\";;<w> 3\r\n")
    }
}
