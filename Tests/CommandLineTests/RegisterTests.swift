import Foundation
import Testing

/// `marshrut register`: the list, and a register in every form.
@Suite struct RegisterTests {
    @Test("Without an id the registers of the office's acts are listed")
    func list() throws {
        let office = try TrialOffice.founded()
        let listed = try office.run("register", "--format", "json").list
        let territorial = try #require(listed.first { $0["id"] as? String == "irkutsk-territorial" })
        #expect((territorial["basis"] as? [String: Any])?["point"] as? String == "20")
        let table = try office.run("register", onTerminal: true)
        #expect(table.out.contains("irkutsk-regional-vesta"))
        #expect(table.out.contains("414-р, п. 16.4"))
    }

    @Test("JSON is a list of objects with the columns' ids, days in ISO, in the order of receipt")
    func json() throws {
        let office = try TrialOffice.withSample()
        let rows = try office.run("register", "irkutsk-territorial").list
        #expect(rows.count == 10)
        #expect(rows.compactMap { $0["number"] as? Int } == Array(1...10))
        #expect(rows[0]["name"] as? String == "Берёзкина Алёна Игоревна")
        #expect(rows[0]["born"] as? String == "1987-05-14")
        #expect(rows[0]["closed"] is NSNull)
        let days = rows.compactMap { $0["received"] as? String }
        #expect(days == days.sorted())
        #expect(try office.run("register", "irkutsk-regional-early-help").list.map { $0["case"] as? Int } == [7])
        let period = ["register", "irkutsk-territorial", "--from", "2025-03-06", "--to", "2025-03-07"]
        #expect(try office.run(period).list.count == 4)
        #expect(try office.run("register", "irkutsk-territorial", "--user", "nobody").out == "[]\n")
    }

    @Test("A case leaves the list of what is not entered when it is marked")
    func marks() throws {
        let office = try TrialOffice.withSample()
        let list = ["register", "irkutsk-esrn-notification"]
        #expect(try office.run(list).list.isEmpty)
        let called = try office.run("contact", "1", "--method", "phone", "--outcome", "agreed", "--on", "2025-03-10")
        #expect(called.status == 0)
        #expect(try office.run(list).list.map { $0["done"] as? String } == ["2025-03-10"])
        #expect(try office.run("mark", "1", "--subject", "notification").status == 0)
        #expect(try office.run(list).list.isEmpty)
    }

    @Test("Delimited text has the act's headings; files are replaced whole")
    func files() throws {
        let office = try TrialOffice.withSample()
        let text = try office.run("register", "irkutsk-esrn-survey", "--format", "csv").out
        #expect(text == "№ п/п;Дело;Фамилия, имя, отчество;Дата рождения;СНИЛС;Встреча;Опрос;Прежняя отметка;Куратор\r\n")
        let book = office.path("r.xlsx")
        for _ in 1...2 { #expect(try office.run("register", "irkutsk-territorial", "--out", book).status == 0) }
        #expect(try Data(contentsOf: URL(filePath: book)).starts(with: Array("PK".utf8)))
        let table = office.path("r.csv")
        #expect(try office.run("register", "irkutsk-territorial", "--format", "csv", "--out", table).status == 0)
        #expect(try String(contentsOfFile: table, encoding: .utf8).contains("05.03.2025"))
        let lost = try office.run("register", "irkutsk-territorial", "--out", office.path("missing/r.xlsx"))
        #expect(lost.status == 2)
        #expect(lost.err.contains("Нет папки"))
    }

    @Test("A table for people begins with the title, the point and the office")
    func table() throws {
        let office = try TrialOffice.withSample()
        let table = try office.run("register", "irkutsk-territorial", onTerminal: true).out
        #expect(table.hasPrefix("Реестр учёта граждан целевых категорий муниципального образования\n414-р, п. 20. КЦСОН."))
        #expect(table.contains("Берёзкина Алёна Игоревна"))
    }

    @Test(
        "Wrong usage ends with 2",
        arguments: [
            ["register", "nothing"], ["register", "irkutsk-territorial", "--format", "xlsx"], ["register", "--format", "xlsx"],
            ["register", "irkutsk-territorial", "--from", "2025-03-02", "--to", "2025-03-01"],
            ["register", "irkutsk-territorial", "--format", "pdf"],
        ])
    func usage(words: [String]) throws {
        let ran = try TrialOffice.founded().run(words)
        #expect(ran.status == 2)
        #expect(!ran.err.isEmpty)
    }
}
