import Foundation
import Testing

/// A thousand rows as an office receives them, through the built program.
@Suite struct ImportTests {
    @Test(
        "A thousand rows are taken, in either encoding: added, duplicate and rejected are counted",
        arguments: ReferralList.Letters.allCases)
    func thousandRows(_ letters: ReferralList.Letters) throws {
        let trial = try Trial()
        try trial.begin()
        var list = ReferralList()
        list.addMany(986, received: "28.04.2025")
        list.repeatFirst(10)
        list.addMistaken()
        #expect(list.rows == 1_000)
        let file = try trial.write("выписки.csv", list.bytes(letters))
        let rehearsal = trial.run("import", "referrals", file, "--dry-run", "--format", "json", "--today", "2025-04-28")
        #expect(try rehearsal.object()["added"] as? Int == 986, "\(rehearsal)")
        #expect(try trial.run("citizens", "--format", "json").list().isEmpty)
        let result = trial.run("import", "referrals", file, "--format", "json", "--today", "2025-04-28")
        #expect(result.status == 0, "\(result)")
        let sums = try result.object()
        #expect(sums["read"] as? Int == 1_000)
        #expect(sums["added"] as? Int == 986)
        #expect(sums["duplicates"] as? Int == 10)
        let rejected = try #require(sums["rejected"] as? [[String: Any]])
        #expect(rejected.compactMap { $0["line"] as? Int } == [998, 999, 1_000, 1_001])
        #expect(rejected.compactMap { $0["column"] as? String } == ["Дата рождения", "СНИЛС", "Фамилия", "Источник"])
        #expect(sums["encoding"] as? String == letters.rawValue)
        #expect(trial.run("verify").status == 0)
    }
}
