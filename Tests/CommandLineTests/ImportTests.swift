import Casework
import Foundation
import Testing

/// `marshrut import referrals`: every row ends somewhere, and a broken file changes nothing.
struct ImportTests {
    static let header = "Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Телефон;Инвалидность;Обучение;Дата поступления;Источник;Заметки"

    /// 1,000 rows: of each 20 one repeats the person before (by СНИЛС or by name), one has a wrong СНИЛС, one an impossible
    /// date, one an unknown source.
    struct Thousand {
        var text = ImportTests.header + "\r\n"
        var duplicates: [Int] = []
        var rejected: [Int: String] = [:]

        init() {
            for index in 0..<1000 {
                let line = index + 2
                var family = "Ёлкин-\(Self.letters(index))"
                var born = CivilDate(dayNumber: Int32(3650 + index * 7)).dotted
                var snils = SNILS(serial: 200_000_000 + index * 31).printed
                var source = "ipra"
                switch index % 20 {
                case 5:
                    let earlier = index - 1
                    born = CivilDate(dayNumber: Int32(3650 + earlier * 7)).dotted
                    if index % 40 == 5 {
                        snils = SNILS(serial: 200_000_000 + earlier * 31).printed
                    } else {
                        // By name and birth date, written otherwise.
                        family = "елкин  \(Self.letters(earlier))"
                        snils = ""
                    }
                    duplicates.append(line)
                case 9:
                    snils = String(snils.dropLast(2)) + (snils.hasSuffix("00") ? "01" : "00")
                    rejected[line] = "СНИЛС"
                case 13:
                    born = "30.02.1980"
                    rejected[line] = "Дата рождения"
                case 17:
                    source = "голубь"
                    rejected[line] = "Источник"
                default: break
                }
                text += "\(family);Пётр;Ильич;\(born);\(snils);8 900 000-00-00;II группа;1;05.03.2025;\(source);заметка\r\n"
            }
        }

        /// Letters that number a family name, so that no two are alike.
        private static func letters(_ number: Int) -> String {
            let alphabet = Array("абвгдежзик")
            return String(String(number).map { alphabet[Int(String($0)) ?? 0] })
        }
    }

    private func check(_ result: [String: Any], against rows: Thousand) throws {
        #expect(result["read"] as? Int == 1000)
        #expect(result["added"] as? Int == 800)
        #expect(result["updated"] as? Int == 0)
        #expect(result["duplicates"] as? Int == 50)
        let duplicates = try #require(result["duplicateRows"] as? [[String: Any]])
        #expect(duplicates.compactMap { $0["line"] as? Int } == rows.duplicates)
        #expect(duplicates.allSatisfy { ($0["earlierLine"] as? Int).map { $0 > 1 } ?? false })
        let rejected = try #require(result["rejected"] as? [[String: Any]])
        #expect(rejected.count == 150)
        #expect(rejected.allSatisfy { rows.rejected[$0["line"] as? Int ?? 0] == $0["column"] as? String })
        #expect(rejected.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
        #expect(result["unknownColumns"] as? [String] == ["Заметки"])
    }

    @Test(arguments: [String.Encoding.utf8, .windowsCP1251])
    func aThousandRowsEndWhereTheyShould(encoding: String.Encoding) throws {
        let rows = Thousand()
        let office = try TrialOffice.founded()
        let file = try office.file("list.csv", try #require(rows.text.data(using: encoding)))
        let rehearsal = try office.run("import", "referrals", file, "--dry-run", "--format", "json")
        #expect(rehearsal.status == 0)
        try check(rehearsal.object, against: rows)
        #expect(try office.run("citizens", "--format", "json").list.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: office.path("list.rejected.csv")))

        let ran = try office.run("import", "referrals", file, "--format", "json")
        #expect(ran.status == 0)
        try check(ran.object, against: rows)
        #expect(try ran.object["encoding"] as? String == (encoding == .utf8 ? "utf-8" : "cp1251"))
        #expect(try office.run("citizens", "--format", "json").list.count == 800)
        #expect(try office.run("citizens", "--search", "елкин бов", "--format", "json").list.count == 0)
        #expect(try office.run("citizens", "--search", "ёлкин", "--format", "json").list.count == 800)
        #expect(try office.run("verify", "--format", "json").status == 0)

        // The rejected rows, mended, are imported again.
        let rejects = try #require(try ran.object["rejectsFile"] as? String)
        #expect(rejects == office.path("list.rejected.csv"))
        var text = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(text.split(separator: "\r\n").count == 151)
        #expect(text.contains("Причина отказа"))
        text = text.replacing("голубь", with: "ipra").replacing("30.02.1980", with: "28.02.1980")
        let mended = try office.file("mended.csv", text)
        let again = try office.run("import", "referrals", mended, "--format", "json").object
        #expect(again["added"] as? Int == 100)
        #expect((again["rejected"] as? [Any])?.count == 50)
        #expect(again["unknownColumns"] as? [String] == ["Заметки"])

        // The same file once more brings nobody, and one undo takes the whole import back.
        let twice = try office.run("import", "referrals", file, "--format", "json").object
        #expect(twice["added"] as? Int == 0)
        #expect(twice["duplicates"] as? Int == 850)
        #expect(twice["rejectsFile"] as? String == office.path("list.rejected-2.csv"))
        let entry = try #require(again["entry"] as? Int)
        #expect(try office.run("undo", String(entry)).status == 0)
        #expect(try office.run("citizens", "--format", "json").list.count == 800)
    }

    @Test func aBrokenFileChangesNothing() throws {
        let office = try TrialOffice.founded()
        let row = "Кедров;Семён;;02.11.1979;;;;;05.03.2025;ipra;\n"
        let broken: [(String, Data)] = [
            ("quote.csv", Data((Self.header + "\n" + row + "\"не закрыта;x\n").utf8)),
            ("far.csv", Data((Self.header + "\n" + String(repeating: row, count: 3000) + "\"не закрыта;x\n").utf8)),
            ("binary.csv", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) })),
            ("empty.csv", Data()),
            ("columns.csv", Data("Фамилия;Имя\nКедров;Семён\n".utf8)),
            ("twice.csv", Data("Фамилия;Имя;Дата рождения;Дата поступления;Источник;Фамилия\n".utf8)),
            ("book.xlsx", Data("PK\u{3}\u{4}".utf8) + Data(count: 200)),
        ]
        for (name, data) in broken {
            let ran = try office.run("import", "referrals", try office.file(name, data))
            #expect(ran.status == 3, "\(name): \(ran.err)")
            #expect(ran.err.contains(name), "\(ran.err)")
            #expect(ran.out.isEmpty)
        }
        #expect(try office.run("import", "referrals", office.path("none.csv")).status == 3)
        #expect(try office.run("import", "referrals", office.folder).status == 3)
        #expect(try office.run("citizens", "--format", "json").list.isEmpty)
        let journal = try office.run("journal", "--format", "json").list
        #expect(!journal.contains { $0["action"] as? String == "import-referrals" })
    }

    @Test func aBrokenMappingIsTold() throws {
        let office = try TrialOffice.founded()
        let mapping = try office.file("map.yaml", "format: 1\ncolour: red\n")
        let ran = try office.run("import", "referrals", office.sample, "--mapping", mapping)
        #expect(ran.status == 3)
        #expect(ran.err.contains(/map\.yaml:\d+/))
    }

    @Test func hostileNamesNeverComeIn() throws {
        let office = try TrialOffice.founded()
        let rows = ["Кед\u{202E}ров", "Кед\u{200B}ров", "Кед\u{7}ров", "Кед\u{FFFD}ров"].map {
            "\($0);Семён;;02.11.1979;;;;;05.03.2025;ipra;"
        }
        let file = try office.file("hostile.csv", ([Self.header] + rows).joined(separator: "\n") + "\n")
        let result = try office.run("import", "referrals", file, "--format", "json").object
        #expect(result["added"] as? Int == 0)
        let rejected = try #require(result["rejected"] as? [[String: Any]])
        #expect(rejected.compactMap { $0["line"] as? Int } == [2, 3, 4, 5])
        #expect(rejected.allSatisfy { $0["column"] as? String == "Фамилия" })
        let shown = try office.run("import", "referrals", file, "--dry-run", onTerminal: true)
        #expect(!shown.out.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{200B}" || $0 == "\u{7}" })
    }

    @Test func rowsOfTheWrongWidthAndTheFutureAreRejected() throws {
        let office = try TrialOffice.founded()
        let file = try office.file(
            "odd.csv",
            """
            \(Self.header)
            Кедров;Семён;;02.11.1979
            Кедров;Семён;;02.11.2079;;;;;05.03.2025;ipra;
            Кедров;Семён;;02.11.1979;;;;;05.03.2026;ipra;
            ;Семён;;02.11.1979;;;;9;05.03.2025;;
            """)
        let rejected = try #require(
            try office.run("import", "referrals", file, "--format", "json").object["rejected"] as? [[String: Any]])
        #expect(rejected.compactMap { $0["line"] as? Int } == [2, 3, 4, 5])
        #expect(rejected.map { $0["column"] as? String } == [nil, "Дата рождения", "Дата поступления", "Фамилия"])
        #expect((rejected[3]["more"] as? [Any])?.count == 2)
    }

    @Test func aKnownPersonsReferralIsAddedOnlyWhenAskedFor() throws {
        let office = try TrialOffice.withSample(today: "2025-04-10")
        let row = "Берёзкина;Алёна;Игоревна;14.05.1987;900-000-011 84;;;;01.04.2025;agency;"
        let other = "Другая;Алёна;Игоревна;14.05.1987;900-000-022 87;;;;01.04.2025;agency;"
        let file = try office.file("more.csv", [Self.header, row, other].joined(separator: "\n") + "\n")
        let shown = try office.run("import", "referrals", file, "--format", "json").object
        #expect(shown["duplicates"] as? Int == 2)
        let updated = try office.run("import", "referrals", file, "--on-duplicate", "update", "--format", "json").object
        #expect(updated["updated"] as? Int == 1)
        #expect(updated["duplicates"] as? Int == 1)
        #expect(try office.run("case", "1", "--format", "json").object["referrals"].map { ($0 as? [Any])?.count } == 2)
        let again = try office.run("import", "referrals", file, "--on-duplicate", "update", "--format", "json").object
        #expect(again["updated"] as? Int == 0)
        #expect(again["duplicates"] as? Int == 2)
    }

    @Test func theTableSumsUpForPeople() throws {
        let office = try TrialOffice.founded()
        let ran = try office.run("import", "referrals", office.sample, onTerminal: true)
        #expect(ran.out.contains("Строк прочитано 10: добавлено 10, дополнено 0, повторов 0, отклонено 0."))
        #expect(ran.out.contains("marshrut undo"))
    }
}
