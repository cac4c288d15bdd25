import Foundation
import Testing

/// `marshrut duties`, `duty done`, `plan`, `plan mark`, `monitoring`: the office's own work.
struct OfficeWorkTests {
    private static let statistics = "irkutsk-414r.monthly-statistics"

    /// An office that began on 20 January 2025.
    private func office() throws -> TrialOffice {
        let office = try TrialOffice(today: "2025-03-12")
        let began = try office.run(
            "init", "--regulation", "irkutsk-414r", "--organisation", "КЦСОН", "--name", "Иванова А. П.", today: "2025-01-20")
        try #require(began.status == 0)
        try #require(try office.run("import", "referrals", office.sample).status == 0)
        return office
    }

    private func states(_ office: TrialOffice, _ words: String..., today: String) throws -> [String] {
        let ran = try office.run(["duties"] + words + ["--format", "json"], today: today)
        return try ran.list.filter { $0["rule"] as? String == OfficeWorkTests.statistics }
            .map { "\($0["period"] as? String ?? "") \($0["state"] as? String ?? "")" }
    }

    @Test func dutiesOfPastPeriodsAreShownUntilTheyAreMarked() throws {
        let office = try office()
        #expect(
            try states(office, "--until", "2025-04-10", today: "2025-03-12") == [
                "2025-01 overdue", "2025-02 overdue", "2025-03 open",
            ])
        let done = try office.run(
            "duty", "done", "monthly-statistics", "--period", "2025-02", "--on", "2025-03-07", "--format", "json",
            today: "2025-03-12")
        #expect(try done.object["state"] as? String == "done")
        #expect(try states(office, "--overdue", today: "2025-03-12") == ["2025-01 overdue"])
        let late = try office.run("duty", "done", OfficeWorkTests.statistics, "--period", "2025-01", today: "2025-03-12")
        #expect(late.status == 0)
        #expect(try states(office, "--until", "2025-03-12", today: "2025-03-12") == ["2025-01 late", "2025-02 done"])
        #expect(try office.run("undo", today: "2025-03-12").status == 0)
        #expect(try states(office, "--until", "2025-03-12", today: "2025-03-12") == ["2025-01 overdue", "2025-02 done"])
    }

    @Test func aDutyMustExistAndItsDayHavePassed() throws {
        let office = try office()
        #expect(try office.run("duty", "done", "nothing", "--period", "2025-02").status == 2)
        #expect(try office.run("duty", "done", "monthly-statistics", "--period", "2025-Q1").status == 2)
        #expect(try office.run("duty", "done", "monthly-statistics", "--period", "2025-02", "--on", "2025-04-01").status == 1)
    }

    @Test func thePlanHoldsThirtyItemsThatAreMarked() throws {
        let office = try office()
        let plan = try office.run("plan", "--year", "2025", "--format", "json")
        #expect(try plan.list.count == 30)
        let late = try office.run("plan", "--status", "late", "--format", "json").list.compactMap { $0["number"] as? String }
        // 1.2 until 1 March, 1.3 until 15 February, 1.8 missed reports, 1.9 and 2.1 in February, 3.2 until 1 March.
        #expect(late == ["1.2", "1.3", "1.8", "1.9", "2.1", "3.2"])
        let marked = try office.run(
            "plan", "mark", "1.3", "--status", "done", "--on", "2025-02-14", "--note", "Утверждены", "--format", "json")
        #expect(try marked.object["status"] as? String == "done")
        let item = try #require(
            try office.run("plan", "--section", "1", "--format", "json").list.first { $0["number"] as? String == "1.3" })
        #expect(item["status"] as? String == "done")
        #expect(item["markedOn"] as? String == "2025-02-14")
        #expect(item["note"] as? String == "Утверждены")
        #expect(try office.run("plan", "--year", "2026").status == 2)
        #expect(try office.run("plan", "mark", "9.9", "--status", "done").status == 2)
        #expect(try office.run("plan", "mark", "1.3", "--status", "late").status == 2)
    }

    @Test func theRegistersQualityIsCounted() throws {
        let office = try office()
        let report = try office.run("monitoring", "--format", "json", today: "2025-03-12").object
        #expect(report["cases"] as? Int == 10)
        let score = try #require(report["score"] as? Int)
        #expect((1...100).contains(score))
        let criteria = try #require(report["criteria"] as? [[String: Any]])
        #expect(criteria.first { $0["id"] as? String == "born" }?["percent"] as? Int == 100)
        let nobodys = try office.run("monitoring", "--user", "nobody", "--format", "json").object
        #expect(nobodys["cases"] as? Int == 0)
        #expect(nobodys["score"] is NSNull)
    }
}
