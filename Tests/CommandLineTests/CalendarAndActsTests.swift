import Foundation
import Testing

/// `calendar`, `regulations`, `eligibility`.
struct CalendarAndActsTests {
    let office: TrialOffice

    init() throws { office = try TrialOffice() }

    @Test func theCalendarHoldsEveryDayOfTheYear() throws {
        let days = try office.run("calendar", "2025", "--format", "json").list
        #expect(days.count == 365)
        func day(_ date: String) -> [String: Any]? { days.first { $0["date"] as? String == date } }
        #expect(day("2025-11-01")?["kind"] as? String == "short")
        #expect(day("2025-05-02")?["kind"] as? String == "moved")
        #expect(day("2025-05-09")?["name"] as? String == "День Победы")
        #expect(day("2025-05-10")?["kind"] as? String == "weekend")
        #expect(day("2025-05-12")?["kind"] as? String == "working")
        #expect(day("2025-05-12")?["name"] is NSNull)
        #expect(try office.run("calendar", "2024", "--format", "json").list.count == 366)
    }

    @Test func theCalendarsTableSumsTheMonths() throws {
        let ran = try office.run("calendar", "2025", onTerminal: true)
        #expect(ran.out.contains("май         31       18         13"))
        #expect(ran.out.contains("2025       365      247        118"))
        #expect(ran.out.contains("01.11.2025  сб    рабочий день по переносу"))
    }

    @Test func aYearNotHeldIsSaidToBeProvisional() throws {
        let ran = try office.run("calendar", "2031", "--format", "json")
        #expect(ran.status == 0)
        #expect(ran.err.contains("2031"))
        #expect(try ran.list.allSatisfy { $0["provisional"] as? Bool == true })
        #expect(try office.run("calendar", "0").status == 2)
        #expect(try office.run("calendar", "весна").status == 2)
    }

    @Test func anOfficesBrokenCalendarIsABadFile() throws {
        let folder = office.path("config/marshrut/calendars")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("{".utf8).write(to: URL(fileURLWithPath: folder + "/2031.json"))
        let ran = try office.run("calendar", "2025")
        #expect(ran.status == 3)
        #expect(ran.err.contains("2031.json"))
    }

    @Test func theActsAtHandAreListedAndShown() throws {
        let list = try office.run("regulations", "--format", "json").list
        #expect(list.contains { $0["id"] as? String == "irkutsk-414r" && $0["act"] as? String == "414-р" })
        let shown = try office.run("regulations", "show", "irkutsk-414r", "--format", "json").object
        #expect((shown["obligations"] as? [[String: Any]])?.contains { $0["rule"] as? String == "irkutsk-414r.notify" } == true)
        #expect(try office.run("regulations", "show", "irkutsk-414r", onTerminal: true).out.contains("414-р, п. 16.2"))
        #expect(try office.run("regulations", "list", onTerminal: true).out.contains("irkutsk-414r"))
        let unknown = try office.run("regulations", "show", "nowhere")
        #expect(unknown.status == 2)
        #expect(unknown.err.contains("irkutsk-414r"))
    }

    @Test func aGoodFolderPassesAndABadOneIsToldByFileAndLine() throws {
        let good = try office.run("regulations", "check", Shipped.path("Regulations", "irkutsk-414r"))
        #expect(good.status == 0)
        let folder = office.path("broken")
        try FileManager.default.copyItem(atPath: Shipped.path("Regulations", "irkutsk-414r"), toPath: folder)
        let file = URL(fileURLWithPath: folder + "/sources.yaml")
        try Data((try String(contentsOf: file, encoding: .utf8) + "  - {id: x, colour: red, title: X, point: 1}\n").utf8).write(
            to: file)
        let ran = try office.run("regulations", "check", folder)
        #expect(ran.status == 3)
        #expect(ran.err.contains(/broken\/sources\.yaml:8: .*colour/))
        let json = try office.run("regulations", "check", folder, "--format", "json")
        #expect(json.status == 3)
        #expect(try json.list.contains { $0["file"] as? String == "sources.yaml" && $0["line"] as? Int == 8 })
        #expect(try office.run("regulations", "check", office.path("nothing")).status == 3)
    }

    @Test func eligibilityFollowsThePack() throws {
        let file = try office.file(
            "p.json", #"{"born":"2010-05-01","sex":"f","disability":{"status":"child"},"restrictions":{"learning":2},"flags":[]}"#
        )
        let ran = try office.run(
            "eligibility", "--regulation", "irkutsk-414r", "--on", "2025-03-12", "--json", file, "--format", "json")
        let verdict = try ran.object
        #expect(verdict["category"] as? String == "child")
        #expect(verdict["groups"] as? [String] == ["vocational"])
        let because = try #require(verdict["because"] as? [[String: Any]])
        #expect(because.allSatisfy { $0["criterion"] is String && $0["met"] is Bool && $0["basis"] is [String: Any] })
        let later = try office.run("eligibility", "--regulation", "irkutsk-414r", "--on", "2028-05-01", "--json", file).object
        #expect(later["category"] is NSNull)
    }

    @Test func anotherReadingOfAnUnclearPlaceChangesTheVerdict() throws {
        let file = try office.file(
            "p.json", #"{"born":"1990-05-01","disability":{"status":"group-2","first":true},"restrictions":{"selfCare":2}}"#)
        let asked = ["eligibility", "--regulation", "tyumen-31r", "--on", "2025-03-12", "--json", file, "--format", "json"]
        let verdict = try office.run(asked).object
        #expect(verdict["category"] as? String == "group-1-2")
        let because = try #require(verdict["because"] as? [[String: Any]])
        let bases = because.compactMap { $0["basis"] as? [String: Any] }
        #expect(bases.allSatisfy { $0["act"] as? String == "31-р" && $0["point"] as? String == "2.1" })
        #expect(try office.run(asked + ["--reading", "X-TYU-05=and"]).object["category"] is NSNull)
        let unknown = try office.run(asked + ["--reading", "X-TYU-05=xor"])
        #expect(unknown.status == 2)
        #expect(unknown.err.contains("X-TYU-05=and"))
    }

    @Test func anOfficeKeepsItsReading() throws {
        let office = try TrialOffice.founded()
        #expect(try office.run("settings", "--reading", "X-IRK-04=by-sex", "--format", "json").status == 0)
        let file = try office.file("p.json", #"{"born":"1970-01-01","sex":"f","disability":{"status":"group-2"}}"#)
        let asked = ["eligibility", "--regulation", "irkutsk-414r", "--on", "2025-03-12", "--json", file, "--format", "json"]
        #expect(try office.run(asked).object["category"] as? String == "senior")
        #expect(try office.run("settings", "--reading", "X-IRK-04=sixty", "--format", "json").status == 0)
        #expect(try office.run(asked).object["category"] as? String == "working-age")
        #expect(try office.run("settings", "--reading", "X-IRK-04=never").status == 2)
    }

    @Test(arguments: ["{", #"{"born":"2010-13-01"}"#, #"{"born":"2010-05-01","restrictions":{"learning":7}}"#, #"{"sex":"f"}"#])
    func aBadPersonIsABadFile(text: String) throws {
        let ran = try office.run("eligibility", "--regulation", "irkutsk-414r", "--json", try office.file("p.json", text))
        #expect(ran.status == 3)
        #expect(ran.err.contains("p.json"))
    }

    @Test func aPersonMustBeNamed() throws {
        #expect(try office.run("eligibility", "--regulation", "irkutsk-414r").status == 2)
        #expect(try office.run("eligibility", "--regulation", "irkutsk-414r", "--json", office.path("none.json")).status == 3)
    }
}
