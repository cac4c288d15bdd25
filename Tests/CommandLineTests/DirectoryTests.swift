import Foundation
import Testing

/// `directory`: without a store as the acts print it, with one as the office keeps it.
struct DirectoryTests {
    @Test func theActsStandWithoutAStore() throws {
        let office = try TrialOffice()
        let list = try office.run("directory", "--regulation", "irkutsk-414r", "--format", "json").list
        #expect(list.count == 46)
        #expect(list.compactMap { ($0["phones"] as? [String])?.count }.reduce(0, +) == 132)
        #expect(list.compactMap { ($0["addresses"] as? [[String: Any]])?.count }.reduce(0, +) == 60)
        let first = try #require(list.first)
        #expect(first["number"] as? Int == 1 && first["role"] as? String == "operator")
        #expect(first["territory"] as? String == "Ангарский район" && first["verifiedOn"] is NSNull)
        #expect((first["addresses"] as? [[String: String]])?.first?["postcode"] == "665821")
        #expect(first["sites"] as? [String] == ["http.//усзн-ангарск.рф/"])
        #expect(try office.run("directory", "--role", "authority", "--format", "json").list.count == 7)
        #expect(try office.run("directory", "--role", "owner").status == 2)
        #expect(try office.run("directory", "--regulation", "nowhere").status == 2)
        #expect(try office.run("directory", "--format", "csv").out.split(separator: "\r\n").count >= 47)
        #expect(try office.run("directory", "verify", "1").status == 4)
    }

    @Test func theNearestComeFirst() throws {
        let office = try TrialOffice()
        let list = try office.run("directory", "--near", "ангарск", "--format", "json").list
        #expect(list.prefix(2).compactMap { $0["number"] as? Int } == [1, 38])
        #expect(list.count >= 46)
        #expect(try office.run("directory", "--near", "Нигде").err.contains("Нигде"))
    }

    @Test func theOfficeKeepsItsOwnVersion() throws {
        let office = try TrialOffice.founded()
        let set = try office.run(
            "directory", "set", "1", "--phone", "8(3955) 50-00-00", "--hours", "пн–пт 9–18", "--service",
            "ранняя помощь: на дому",
            "--verified", "2025-03-01")
        #expect(set.status == 0, "\(set.err)")
        let shown = try office.run("directory", "show", "1", "--format", "json").object
        #expect(shown["phones"] as? [String] == ["8(3955) 50-00-00"] && shown["hours"] as? String == "пн–пт 9–18")
        #expect(shown["verifiedOn"] as? String == "2025-03-01" && shown["verifiedBy"] as? String == "ivanova")
        #expect((shown["services"] as? [[String: Any]])?.first?["service"] as? String == "early-help")
        let offering = try office.run("directory", "--service", "Ранняя", "--format", "json").list
        #expect(offering.compactMap { $0["number"] as? Int } == [1])
        let gaps = try office.run("directory", "--gaps", "--format", "json").list
        let early = try #require(gaps.first { $0["service"] as? String == "early-help" })
        #expect(early["offeredBy"] as? Int == 1)
        #expect((early["missingIn"] as? [String])?.contains("Ангарский район") == false)
        #expect(try office.run("directory", "verify", "2").status == 0)
        #expect(try office.run("directory", "--stale", "--format", "json").list.count == 44)
        #expect(try office.run("undo").status == 0)
        #expect(try office.run("directory", "--stale", "--format", "json").list.count == 45)
        #expect(try office.run("directory", "show", "99").status == 1)
        #expect(try office.run("directory", "set", "1", "--phone", "приёмная").status == 2)
    }

    @Test func ownOrganisationsAreAddedAndClosed() throws {
        let office = try TrialOffice.founded()
        #expect(try office.run("directory", "add", "--name", "АНО «Дом»").status == 2)
        #expect(try office.run("directory", "add", "--name", "АНО «Дом»", "--territory", "Ангарский район").status == 0)
        let near = try office.run("directory", "--near", "Ангарский район", "--format", "json").list
        #expect(near.prefix(3).compactMap { $0["number"] as? Int }.contains(1001))
        #expect(try office.run("directory", "set", "1001", "--closed").status == 0)
        #expect(try office.run("directory", "--format", "json").list.count == 46)
        #expect(try office.run("directory", "--closed", "--format", "json").list.count == 47)
        let table = try office.run("directory", "show", "1001", onTerminal: true)
        #expect(table.out.contains("соисполнитель"))
    }
}
