import Casework
import Foundation
import MarshrutResources
import Regulations
import Testing

/// The invented act of `docs/regulation-packs.md` is a pack: cut out as the page tells, it is sound and counts its terms.
@Suite("The act invented in the guide to packs")
struct InventedActTests {
    private func cutOut() throws -> String {
        let root = FileManager.default.temporaryDirectory.appending(path: "guide-\(UUID().uuidString)/ozerny-7p")
        let page = try Repository.text("docs/regulation-packs.md")
        for block in page.components(separatedBy: "```yaml\n# file: ").dropFirst() {
            let text = try #require(block.components(separatedBy: "\n```").first)
            let lines = text.split(separator: "\n", maxSplits: 1)
            let file = root.appending(path: String(lines[0]))
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(lines[1].utf8).write(to: file)
        }
        return root.path
    }

    @Test("It has no fault, and every part of it is read")
    func sound() throws {
        let folder = try cutOut()
        #expect(RegulationPack.check(folder).map { "\($0.file):\($0.line) \($0.code.rawValue) \($0.arguments)" } == [])
        let pack = try RegulationPack.load(folder)
        #expect(pack.id == "ozerny-7p")
        #expect(pack.regulation.obligations.count == 7)
        #expect(pack.regulation.entryKinds.map(\.entry.id) == ["request", "accompaniment", "assessment"])
        #expect(pack.registers.map(\.entry.id) == ["ozerny-appeals"])
    }

    @Test("It counts its terms: three working days over the May holidays, two weeks before the agreed end")
    func terms() throws {
        let act = try RegulationPack.load(cutOut()).regulation
        let calendar = try ShippedCalendar.load(officeFolder: nil)
        let engine = DeadlineEngine(
            regulations: [act], calendar: calendar, office: OfficeSettings(organisation: "КЦСОН", regulations: [act.id]))
        func due(_ name: EventName, _ day: String, _ attributes: [String: String] = [:]) throws -> [String: String] {
            let at = CivilDateTime(try #require(CivilDate(iso: day)))
            let event = CaseEvent(name, at: at, recordID: RecordID(high: 1, low: 1), attributes: attributes)
            let terms = engine.terms(after: event, under: act)
            return Dictionary(uniqueKeysWithValues: terms.map { ($0.rule.id, $0.due.at.date.iso) })
        }
        // 28 April 2025 is a Monday; 1–4 and 8–11 May do not work, 5–7 May do.
        #expect(try due(.referralReceived, "2025-04-28") == ["ozerny-7p.call": "2025-05-05"])
        #expect(
            try due(EventName(rawValue: "accompaniment-started"), "2025-08-31", ["months": "6"])
                == ["ozerny-7p.term": "2026-02-28", "ozerny-7p.assess": "2026-02-14"])
    }
}
