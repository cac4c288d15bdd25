import Foundation
import Testing

/// `init`, `demo`, `backup`, `restore`, `verify`, `journal`, `undo`, `settings`, `workers`, and stores that do not do.
struct StoreTests {
    @Test func initMakesAPrivateStoreAndNeverReplacesOne() throws {
        let office = try TrialOffice()
        #expect(try office.run("init", "--organisation", " ").status == 2)
        #expect(try office.run("init", "--organisation", "X", "--regulation", "nowhere").status == 2)
        #expect(try office.run("init", "--regulation", "irkutsk-414r", "--organisation", "КЦСОН").status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: office.path("m.sqlite"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let again = try office.run("init", "--regulation", "irkutsk-414r", "--organisation", "КЦСОН")
        #expect(again.status == 1)
        #expect(again.err.contains("не заменит"))
    }

    @Test func aStoreThatCannotBeUsedExitsWithFour() throws {
        let office = try TrialOffice()
        let missing = try office.run("citizens")
        #expect(missing.status == 4)
        #expect(missing.err.contains("marshrut init"))
        #expect(missing.err.contains(office.path("m.sqlite")))
        _ = try office.file("m.sqlite", "это не база, а письмо")
        let foreign = try office.run("citizens")
        #expect(foreign.status == 4)
        #expect(foreign.err.contains("Это не база Маршрута"))
    }

    @Test func aStoreOfANewerVersionIsRefusedPolitely() throws {
        let office = try TrialOffice.founded()
        // `user_version`, four bytes at offset 60 of the header: https://sqlite.org/fileformat2.html#the_database_header
        let handle = try #require(FileHandle(forUpdatingAtPath: office.path("m.sqlite")))
        try handle.seek(toOffset: 60)
        try handle.write(contentsOf: Data([0, 0, 3, 231]))
        try handle.close()
        let ran = try office.run("citizens")
        #expect(ran.status == 4)
        #expect(ran.err.contains("999"))
    }

    @Test func aBackupIsRestored() throws {
        let office = try TrialOffice.withSample()
        let copy = office.path("copy.sqlite")
        #expect(try office.run("backup", copy).status == 0)
        #expect(try office.run("undo").status == 0)
        #expect(try office.run("citizens", "--format", "json").list.isEmpty)
        #expect(try office.run("restore", copy).status == 0)
        #expect(try office.run("citizens", "--format", "json").list.count == 10)
        #expect(try office.run("restore", office.path("none.sqlite")).status == 4)
        #expect(try office.run("backup", office.path("m.sqlite/copy.sqlite")).status == 4)
    }

    @Test func verifyFindsAGoodStoreGood() throws {
        let office = try TrialOffice.withSample()
        let ran = try office.run("verify", "--format", "json")
        #expect(ran.status == 0, "\(ran.err)")
        let report = try ran.object
        #expect(report["ok"] as? Bool == true)
        #expect(report["cases"] as? Int == 10)
        #expect(try office.run("verify", onTerminal: true).out.contains("База в порядке"))
    }

    @Test func theJournalTellsWhoDidWhat() throws {
        let office = try TrialOffice.withSample()
        #expect(try office.run("--user", "petrova", "assign", "1", "--user", "ivanova").status == 0)
        let entries = try office.run("journal", "--case", "1", "--format", "json").list
        #expect(entries.first?["action"] as? String == "assign-curator")
        #expect(entries.first?["worker"] as? String == "petrova")
        let changes = try #require(entries.first?["changes"] as? [[String: Any]])
        #expect(changes.contains { $0["field"] as? String == "curator" && $0["after"] as? String == "ivanova" })
        #expect(try office.run("journal", "--limit", "1", "--format", "json").list.count == 1)
        #expect(try office.run("journal", onTerminal: true).out.contains("Назначен куратор"))
        #expect(try office.run("journal", "--limit", "0").status == 2)
    }

    @Test func undoTakesBackOnceAndSaysWhatStandsInTheWay() throws {
        let office = try TrialOffice.withSample()
        #expect(try office.run("assign", "1", "--user", "petrova").status == 0)
        #expect(try office.run("assign", "1", "--user", "orlova").status == 0)
        let entries = try office.run("journal", "--case", "1", "--format", "json").list.compactMap { $0["entry"] as? Int }
        let blocked = try office.run("undo", String(entries[1]))
        #expect(blocked.status == 1)
        #expect(blocked.err.contains("marshrut undo \(entries[0])"))
        #expect(try office.run("undo").out.contains("Назначен куратор"))
        let twice = try office.run("undo", String(entries[0]))
        #expect(twice.status == 1)
        #expect(twice.err.contains("уже отменено"))
        #expect(try office.run("undo", "9999").status == 1)
        #expect(try office.run("--user", "nobody", "undo").err.contains("nobody"))
    }

    @Test func settingsGiveTheOfficeItsOwnTerms() throws {
        let office = try TrialOffice.withSample()
        // Case 8 came by a personal appeal, for which the act names no term (X-IRK-05).
        #expect(try office.run("deadlines", "--case", "8", "--format", "json").list.isEmpty)
        #expect(try office.run("settings", "--term", "contact=3", "--failed-calls", "2").status == 0)
        let own = try #require(try office.run("deadlines", "--case", "8", "--format", "json").list.first)
        #expect(own["due"] as? String == "2025-03-13")
        #expect(own["officeTerm"] as? Bool == true)
        let shown = try office.run("settings", "--format", "json").object
        #expect(shown["failedCalls"] as? Int == 2)
        #expect((shown["officeTerms"] as? [String: Any])?["contact"] as? Int == 3)
        #expect(try office.run("settings", "--term", "contact=0").status == 0)
        #expect(try office.run("deadlines", "--case", "8", "--format", "json").list.isEmpty)
        for wrong in [["--term", "nonsense=3"], ["--term", "contact"], ["--failed-calls", "0"], ["--organisation", " "]] {
            #expect(try office.run(["settings"] + wrong).status == 2)
        }
        #expect(try office.run("settings", onTerminal: true).out.contains("Сроки учреждения"))
    }

    @Test func workersAreEnteredAndListed() throws {
        let office = try TrialOffice.founded()
        #expect(try office.run("workers", "add", "petrova", "--name", "Петрова О. С.").status == 0)
        #expect(try office.run("workers", "add", "gone", "--name", "Ушедший", "--left").status == 0)
        let list = try office.run("workers", "list", "--format", "json").list
        #expect(list.compactMap { $0["login"] as? String } == ["gone", "ivanova", "petrova"])
        #expect(list.first?["active"] as? Bool == false)
        #expect(try office.run("workers", "add", "x", "--name", "X", "--role", "director").err.contains("curator"))
        #expect(try office.run("workers", onTerminal: true).out.contains("Куратор"))
    }

    @Test func theDemonstrationIsTheSameForTheSameSeed() throws {
        func people(_ office: TrialOffice) throws -> String {
            #expect(try office.run("demo", "--citizens", "120", "--seed", "7").status == 0)
            return try office.run("citizens", "--format", "csv").out
        }
        let first = try TrialOffice()
        #expect(try people(first) == people(TrialOffice()))
        let stages = Set(try first.run("citizens", "--format", "json").list.compactMap { $0["stage"] as? String })
        #expect(stages.isSuperset(of: ["signal", "contact", "measures", "programme", "implementation", "refused"]))
        #expect(try first.run("demo", "--citizens", "1").status == 1)
        #expect(try first.run("demo", "--citizens", "-1").status == 2)
        #expect(try first.run("verify", "--format", "json").status == 0)
    }
}
