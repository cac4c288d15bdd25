import Testing

@testable import Interchange

@Suite("A delimited table is read row by row")
struct DelimitedReaderTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func rows(_ text: String) throws -> [[String]] {
        try readTable(try folder.file(text)).rows
    }

    @Test(
        "the delimiter is found in the header",
        arguments: [
            ("a;b;c\n", Delimiter.semicolon), ("a,b,c\n", .comma), ("a\tb\tc\n", .tab), ("a\n", .semicolon),
            ("a,b;c\n", .semicolon),
            ("\"a;b;c\",d,e\n", .comma), ("\"a\n;;;\",d\n", .comma), ("\n\na,b\n", .comma), ("sep=,\na;b,c\n", .comma),
            ("sep=\t\r\na;b\tc\n", .tab), ("sep=x\n", .semicolon),
        ])
    func delimiter(text: String, expected: Delimiter) throws {
        #expect(try DelimitedReader(try ForeignFile(path: try folder.file(text))).delimiter == expected)
    }

    @Test("the line `sep=;` is not the header")
    func separatorLine() throws {
        let reader = try DelimitedReader(try ForeignFile(path: try folder.file("sep=;\r\nа;б\r\n1;2\r\n")))
        #expect(reader.header == ["а", "б"])
        #expect(reader.headerLine == 2)
        #expect(try reader.next()?.line == 3)
    }

    @Test("a delimiter that is known is not looked for")
    func knownDelimiter() throws {
        #expect(try readTable(try folder.file("a;b,c\n1,2\n"), delimiter: .comma).header == ["a;b", "c"])
    }

    @Test("header only: no rows", arguments: ["a;b", "a;b\n", "a;b\r\n", "\n\na;b\n\n\n"])
    func headerOnly(text: String) throws {
        let table = try readTable(try folder.file(text))
        #expect(table.header == ["a", "b"])
        #expect(table.rows.isEmpty)
    }

    @Test("line ends of every kind, mixed, are counted as a person counts them")
    func lineEnds() throws {
        let table = try readTable(try folder.file("a;b\r1;2\r\n3;4\n\r\n\n5;6\r\r7;8"))
        #expect(table.rows == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]])
        #expect(table.lines == [2, 3, 6, 8])
    }

    @Test(
        "quotes by RFC 4180",
        arguments: [
            ("\"x\";y", ["x", "y"]), ("\"x;y\";z", ["x;y", "z"]), ("\"x\"\"y\";z", ["x\"y", "z"]), ("\"\";\"x\"", ["", "x"]),
            ("\"\"\"\";z", ["\"", "z"]), ("\"x\ny\";z", ["x\ny", "z"]), ("\"x\r\ny\";z", ["x\r\ny", "z"]), ("x;", ["x", ""]),
            (";y", ["", "y"]), ("ООО \"Ромашка\";y", ["ООО \"Ромашка\"", "y"]), (" \"x\";y", [" \"x\"", "y"]),
            ("x;\"y\"", ["x", "y"]),
        ])
    func quotes(row: String, expected: [String]) throws {
        for end in ["", "\n", "\r\n", "\r"] {
            #expect(try rows("a;b\n" + row + end) == [expected])
            #expect(try rows("a;b\n" + row + (end.isEmpty ? "\n" : end) + "p;q" + end) == [expected, ["p", "q"]])
        }
    }

    @Test("lines inside quotes are counted, and rows say where they begin")
    func linesInsideQuotes() throws {
        let table = try readTable(try folder.file("a;b\n\"1\r\n2\r3\n4\";x\n5;6\n"))
        #expect(table.lines == [2, 6])
    }

    @Test("an unclosed quote is told by the line where it was opened")
    func unclosedQuote() throws {
        expectRefusal(.unclosedQuote(line: 3, column: 2), try folder.file("a;b\n1;2\n3;\"4\n5;6\n7;8\n"))
        expectRefusal(.unclosedQuote(line: 4, column: 1), try folder.file("a;b\n\"1\n2\";3\n\"4\n5;6"))
        let many = String(repeating: "5;6\n", count: 100_000)
        expectRefusal(.unclosedQuote(line: 2, column: 2), try folder.file("a;b\n1;\"2\n" + many))
        expectRefusal(.unclosedQuote(line: 1, column: 1), try folder.file("\"a;b\n" + many))
    }

    @Test("text behind a closing quote is an error with line and column")
    func textAfterQuote() throws {
        expectRefusal(.textAfterQuote(line: 3, column: 2), try folder.file("a;b\n1;2\n3;\"4\"5\n"))
        expectRefusal(.textAfterQuote(line: 4, column: 1), try folder.file("a;b\n1;2\n\"3\n4\" ;5\n"))
    }

    @Test("a wrong number of cells is told by row and stops nothing")
    func fieldCounts() throws {
        let reader = try DelimitedReader(try ForeignFile(path: try folder.file("a;b;c\n1;2\n1;2;3;4\n1;2;3;;\n1;2;3\n")))
        #expect(try reader.next()?.problem == .tooFew(expected: 3, found: 2))
        #expect(try reader.next()?.problem == .tooMany(expected: 3, found: 4))
        let padded = try #require(try reader.next())
        #expect(padded.problem == nil && padded.fields == ["1", "2", "3"])
        #expect(try reader.next()?.problem == nil)
        #expect(try reader.next() == nil)
        #expect(reader.rowsRead == 4)
        #expect(reader.bytesRead == reader.file.size)
    }

    @Test("rows of empty cells are skipped and counted")
    func blankRows() throws {
        let reader = try DelimitedReader(try ForeignFile(path: try folder.file("a;b\n;\n ; \n1;\n\"\";\"\"\n\n")))
        #expect(try reader.next()?.fields == ["1", ""])
        #expect(try reader.next() == nil)
        #expect(reader.blankRows == 3)
        #expect(reader.rowsRead == 1)
    }

    @Test(
        "the spreadsheet's mark is taken off once, other apostrophes stay",
        arguments: [
            ("'=1+1", "=1+1"), ("'+7 914", "+7 914"), ("'-5", "-5"), ("'@x", "@x"), ("''=1", "'=1"), ("'тХоофт", "'тХоофт"),
            ("'", "'"),
            ("\"'=a;b\"", "=a;b"), ("x'=", "x'="),
        ])
    func spreadsheetMark(cell: String, expected: String) throws {
        #expect(try rows("a;b\n\(cell);1\n") == [[expected, "1"]])
    }

    @Test(
        "cells across the border of a chunk come out whole, in every encoding", arguments: [TextEncoding.utf8, .cp1251, .cp866])
    func chunkBorders(encoding: TextEncoding) throws {
        let row = "Берёзкина;\"ул. \"\"Новая\"\",\r\nд. 5\";№ 7\r\n"
        let head = try #require(encode("Фамилия;Адрес;Номер\r\n", as: encoding))
        let rows = [[UInt8]](repeating: try #require(encode(row, as: encoding)), count: 6000)
        let table = try readTable(try folder.file(head + rows.joined()))
        #expect(table.rows.count == 6000)
        #expect(table.rows.allSatisfy { $0 == ["Берёзкина", "ул. \"Новая\",\r\nд. 5", "№ 7"] })
        #expect(table.lines == (0..<6000).map { 2 + 2 * $0 })
    }
}
