import Foundation
import Testing

@testable import Interchange

@Suite("What is written is read back, and nothing makes the reader trap")
struct RoundTripTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Pieces that are trouble to some reader of tables.
    private static let pieces = [
        "Иванов", "ё", " ", ";", ",", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "'", "=", "+", "-", "@", "😀", "é", "й", "0",
        "\u{A0}", "№",
    ]

    private func randomCell(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    @Test("random tables come back cell by cell", arguments: 1...40)
    func roundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let format = DelimitedFormat(
            delimiter: Delimiter.allCases[seed % 3], byteOrderMark: seed.isMultiple(of: 2), spreadsheetSafe: true)
        let width = Int.random(in: 1...8, using: &generator)
        // A cell that is not blank keeps a row from being skipped, and the last one from being taken for padding.
        let rows = (0..<60).map { _ in (1..<width).map { _ in randomCell(&generator) } + ["x"] }
        let path = folder.path(of: "table.csv")
        let writer = try DelimitedWriter(path: path, format: format)
        for row in rows { try writer.write(row) }
        try writer.finish()

        let table = try readTable(path, delimiter: format.delimiter)
        #expect([table.header] + table.rows == rows, "seed \(seed)")
    }

    @Test("random bytes are read or refused")
    func randomBytes() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            try readOrRefuse(bytes)
        }
    }

    @Test("random text with broken structure and bytes is read or refused")
    func randomStructure() throws {
        var generator = SeededGenerator(seed: 3)
        for round in 0..<600 {
            var bytes = (0..<Int.random(in: 1...80, using: &generator)).flatMap { _ in Array(randomCell(&generator).utf8) }
            for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 1...255, using: &generator)
            }
            let marks: [[UInt8]] = [[], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]]
            try readOrRefuse(marks[round % 4] + bytes)
        }
    }

    private func readOrRefuse(_ bytes: [UInt8]) throws {
        let path = try folder.file(bytes)
        let limits = ForeignFile.Limits(rowBytes: 200, fieldBytes: 50, columns: 5, rows: 10)
        for choice in EncodingChoice.allCases {
            do throws(ForeignFileError) {
                let table = try readTable(path, encoding: choice, limits: limits)
                for cell in table.rows.joined() { _ = try? CleanText.clean(cell) }
            } catch {
                #expect(error.code.hasPrefix("foreign-file."))
            }
        }
    }

    @Test("formulas are disarmed for spreadsheets, numbers of ours are not, machines get cells untouched")
    func spreadsheetSafety() {
        var buffer: [UInt8] = []
        let cells: [DelimitedFormat.Cell] = [
            .text("=HYPERLINK(1)"), .text("-5"), .number(-5), .text("'=x"), .text("'тХоофт"), .text("а;б"),
        ]
        DelimitedFormat.spreadsheet.append(cells, to: &buffer)
        #expect(String(decoding: buffer, as: UTF8.self) == "'=HYPERLINK(1);'-5;-5;''=x;'тХоофт;\"а;б\"\r\n")
        buffer = []
        DelimitedFormat.machine.append(cells, to: &buffer)
        #expect(String(decoding: buffer, as: UTF8.self) == "=HYPERLINK(1);-5;-5;'=x;'тХоофт;\"а;б\"\r\n")
    }

    @Test("a table appears whole, for its owner alone, and only where nothing stands")
    func appears() throws {
        let path = folder.path(of: "rejected.csv")
        let writer = try DelimitedWriter(path: path)
        try writer.write(["Фамилия", "Причина"])
        #expect(!FileManager.default.fileExists(atPath: path))
        try writer.finish()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(Array(bytes) == [0xEF, 0xBB, 0xBF] + Array("Фамилия;Причина\r\n".utf8))
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(throws: DelimitedWriterError.alreadyExists) { try DelimitedWriter(path: path) }

        let second = try DelimitedWriter(path: path, replacing: true)
        try second.write(["x"])
        try second.finish()
        #expect(try readTable(path).header == ["x"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["rejected.csv"])
    }

    @Test("a writer that is dropped leaves nothing, and one that comes second refuses")
    func dropped() throws {
        do {
            let writer = try DelimitedWriter(path: folder.path(of: "a.csv"))
            try writer.write(["x"])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        let first = try DelimitedWriter(path: folder.path(of: "a.csv"))
        let second = try DelimitedWriter(path: folder.path(of: "a.csv"))
        try first.finish()
        #expect(throws: DelimitedWriterError.alreadyExists) { try second.finish() }
        #expect(throws: DelimitedWriterError.noSuchFolder) { try DelimitedWriter(path: folder.path(of: "none/a.csv")) }
    }
}
