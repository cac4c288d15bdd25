import Testing

@testable import Interchange

@Suite("Encodings are found, never repaired")
struct EncodingTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    static let table = "Фамилия;Имя;Дата рождения\r\nБерёзкина;Алёна;14.05.1987\r\nКЕДРОВ;СЕМЁН;02.11.1979\r\n"

    @Test("every encoding gives the same table", arguments: TextEncoding.allCases)
    func sameTable(encoding: TextEncoding) throws {
        let marks: [TextEncoding: [UInt8]] = [.utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF]]
        let bytes = try #require(encode(Self.table, as: encoding))
        let path = try folder.file((marks[encoding] ?? []) + bytes)
        #expect(try ForeignFile(path: path).encoding.encoding == encoding)
        let table = try readTable(path)
        #expect(table.header == ["Фамилия", "Имя", "Дата рождения"])
        #expect(table.rows == [["Берёзкина", "Алёна", "14.05.1987"], ["КЕДРОВ", "СЕМЁН", "02.11.1979"]])
        #expect(table.lines == [2, 3])
    }

    @Test(
        "our tables agree with Python's codecs",
        arguments: [
            (
                TextEncoding.cp1251, "Съешь же ещё этих мягких французских булок, да выпей чаю. №1 «Ёлка»",
                "d1fae5f8fc20e6e520e5f9b820fdf2e8f520ecffe3eae8f520f4f0e0edf6f3e7f1eae8f520e1f3ebeeea2c20e4"
                    + "e020e2fbefe5e920f7e0fe2e20b93120aba8ebeae0bb"
            ),
            (
                .cp866, "Съешь же ещё этих мягких французских булок, да выпей чаю. №1 Ёлка",
                "91eaa5e8ec20a6a520a5e9f120ede2a8e520acefa3aaa8e520e4e0a0ade6e3a7e1aaa8e520a1e3abaeaa2c20a4"
                    + "a020a2ebafa5a920e7a0ee2e20fc3120f0abaaa0"
            ),
            (
                .koi8r, "Съешь же ещё этих мягких французских булок, да выпей чаю. 1 Ёлка",
                "f3dfc5dbd820d6c520c5dda320dcd4c9c820cdd1c7cbc9c820c6d2c1cec3d5dad3cbc9c820c2d5cccfcb2c20c4"
                    + "c120d7d9d0c5ca20dec1c02e203120b3cccbc1"
            ),
        ])
    func pangram(encoding: TextEncoding, text: String, hexadecimal: String) {
        let bytes = encode(text, as: encoding)?.map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined()
        #expect(bytes == hexadecimal)
    }

    @Test(
        "a byte order mark of UTF-8 is not part of the first header, and outweighs a choice", arguments: EncodingChoice.allCases)
    func mark(choice: EncodingChoice) throws {
        let path = try folder.file("\u{FEFF}" + Self.table)
        let file = try ForeignFile(path: path, encoding: choice)
        #expect(file.encoding == EncodingFinding(encoding: .utf8, confidence: .certain, ground: .byteOrderMark))
        #expect(try readTable(path, encoding: choice).header.first == "Фамилия")
    }

    @Test("the ground of a finding is told")
    func grounds() throws {
        let ascii = try ForeignFile(path: try folder.file("a;b\n")).encoding
        #expect(ascii == EncodingFinding(encoding: .utf8, confidence: .certain, ground: .ascii))
        let utf8 = try ForeignFile(path: try folder.file("я;б\n")).encoding
        #expect(utf8 == EncodingFinding(encoding: .utf8, confidence: .certain, ground: .validUTF8))
        let chosen = try ForeignFile(path: try folder.file([0xFF, 0x0A]), encoding: .cp1251).encoding
        #expect(chosen == EncodingFinding(encoding: .cp1251, confidence: .certain, ground: .chosen))
    }

    @Test(
        "letters tell the three old encodings apart, in any case and in few words",
        arguments: [TextEncoding.cp1251, .cp866, .koi8r],
        [
            "Фамилия;Имя;Отчество\n", "ИВАНОВ;ПЕТР;СИДОРОВИЧ\n", "иванова;мария;ивановна\n", "г. Иркутск, ул. Ленина, д. 5\n",
            "СНИЛС;Телефон;Адрес\n", "Югра;Шухрат;Эльвира;Щёлково\n", "ребенок-инвалид;да;нет;впервые\n",
        ])
    func guess(encoding: TextEncoding, text: String) throws {
        let path = try folder.file(try #require(encode(text, as: encoding)))
        let finding = try ForeignFile(path: path).encoding
        #expect(finding == EncodingFinding(encoding: encoding, confidence: .likely, ground: .letters))
    }

    @Test("two letters are too few to be sure")
    func doubt() throws {
        let finding = try ForeignFile(path: try folder.file(try #require(encode("да;1\n", as: .cp1251)))).encoding
        #expect(finding.confidence == .doubtful)
        #expect(EncodingFinding.Confidence.doubtful < .likely)
    }

    @Test("invalid UTF-8 is an error with its line and byte, where UTF-8 was asked for or is most of the file")
    func invalidUTF8() throws {
        let rows = String(repeating: "Берёзкина;Алёна\n", count: 20)
        for bad: [UInt8] in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xD0]] {
            let path = try folder.file(Array((rows + "я").utf8) + bad + Array("\n".utf8))
            let place = bad == [0xC0, 0xAF] || bad.first == 0xFF || bad.first == 0xF5 ? 3 : 4
            expectRefusal(.undecodable(.utf8, line: 21, byte: place), path)
            expectRefusal(.undecodable(.utf8, line: 21, byte: place), encoding: .utf8, path)
        }
        let cut = try folder.file(Array(rows.utf8) + [0xD0])
        expectRefusal(.undecodable(.utf8, line: 21, byte: 1), cut)
        expectRefusal(.undecodable(.utf8, line: 1, byte: 5), try folder.file([0xEF, 0xBB, 0xBF, 0x61, 0x62, 0x63, 0x64, 0xFF]))
    }

    @Test("the byte 0x98, which Windows-1251 does not assign, is an error with its line")
    func byte98() throws {
        var bytes = try #require(encode(Self.table, as: .cp1251))
        bytes.append(contentsOf: [0xC8, 0x98, 0x0D, 0x0A])
        let path = try folder.file(bytes)
        expectRefusal(.undecodable(.cp1251, line: 4, byte: 2), path)
        expectRefusal(.undecodable(.cp1251, line: 4, byte: 2), encoding: .cp1251, path)
    }

    @Test("half a UTF-16 character is an error with its line")
    func brokenUTF16() throws {
        let head: [UInt8] = [0xFF, 0xFE] + (encode("а;б\r\nв", as: .utf16LittleEndian) ?? [])
        expectRefusal(.undecodable(.utf16LittleEndian, line: 2, byte: 4), try folder.file(head + [0x00, 0xD8]))
        expectRefusal(.undecodable(.utf16LittleEndian, line: 2, byte: 6), try folder.file(head + [0x00, 0xD8, 0x41, 0x00]))
        expectRefusal(.undecodable(.utf16LittleEndian, line: 2, byte: 4), try folder.file(head + [0x00, 0xDC]))
        expectRefusal(.undecodable(.utf16LittleEndian, line: 2, byte: 3), try folder.file(head + [0x41]))
        let pair = try folder.file([0xFE, 0xFF] + (encode("а;😀\nб;в\n", as: .utf16BigEndian) ?? []))
        #expect(try readTable(pair).header == ["а", "😀"])
    }

    @Test("UTF-32 is refused by name")
    func utf32() throws {
        expectRefusal(.unsupportedEncoding(.utf32), try folder.file([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]))
        expectRefusal(.unsupportedEncoding(.utf32), try folder.file([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41]))
    }
}
