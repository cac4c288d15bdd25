import Casework
import CaseworkTestSupport
import Foundation
import Testing

@testable import Regulations

@Suite("Service standards of order 1206, Приложение 2")
struct StandardsTests {
    private let table: StandardsTable

    init() throws {
        let folder = try BryanskTrialPack.make()
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        table = try #require(try RegulationPack.load(folder.path).standards)
    }

    @Test("32 rows stand in seven sections: 14 + 7 + 2 + 2 + 2 + 2 + 3")
    func rows() {
        let counts = Dictionary(grouping: table.services, by: \.section.number).mapValues(\.count)
        #expect((1...7).map { counts[$0] } == [14, 7, 2, 2, 2, 2, 3])
        #expect(Set(table.services.map(\.key)).count == 32)
        #expect(table.services.allSatisfy { $0.key == "S\($0.section.number)-\($0.number)" })
    }

    @Test(
        "Granted whole, each level comes to what the requirements reckon",
        arguments: [
            (1, 26, 735, 28_500), (2, 27, 1_223, 60_280), (3, 28, 3_542, 133_715), (4, 29, 4_663, 167_605),
        ])
    func totals(level: Int, services: Int, visits: Int, minutes: Int) {
        let total = StandardsTotal(of: table.services, at: level)
        #expect(total.services == services)
        #expect(total.visits == visits)
        #expect(total.minutes == minutes)
    }

    @Test("Substituting are rows 1, 2.1, 3.1, 4 and 8 of section 1")
    func substituting() {
        #expect(table.services.filter(\.isSubstituting).map(\.key) == ["S1-1", "S1-2.1", "S1-3.1", "S1-4", "S1-8"])
    }

    @Test(
        "Every count but the six of X-BRY-23 follows from the words",
        arguments: [
            ("1 раз в день", 365), ("1 раза в день", 365), ("2 раза в день", 730), ("4 раза в день", 1460),
            ("1 раз в неделю", 52), ("3 раза в неделю", 156), ("5 раз в неделю", 260), ("1 раз в 2 недели", 26),
            ("1 раз в месяц", 12), ("1 раз в год", 1), ("2 раза в год", 2), ("3 раза в год", 3),
            ("2 курса в год по 10 занятий", 20),
        ])
    func counts(words: String, perYear: Int) {
        let norms = table.services.flatMap(\.norms).filter { $0.periodicity == words }
        #expect(!norms.isEmpty)
        #expect(norms.allSatisfy { $0.perYear == perYear })
    }

    @Test("The six cells that do not follow stand as printed")
    func odd() {
        let odd = table.services.flatMap { service in
            service.norms.filter { $0.periodicity.contains("необходимости") }.map { "\(service.key) \($0.level) \($0.perYear)" }
        }
        #expect(odd == ["S2-1 1 24", "S2-1 2 48", "S2-3 1 28", "S2-3 2 48", "S2-5 1 12", "S2-5 2 12"])
        #expect(table.services.flatMap(\.norms).count == 110)
    }

    @Test("What the source has lost is said and not made up")
    func lost() throws {
        let cut = try #require(table.services.first { $0.key == "S6-2" })
        #expect(cut.description.hasSuffix("(заявление, согласие,"))
        #expect(cut.reading == "X-BRY-19" && cut.note != nil)
        let section = try #require(table.services.last?.section)
        #expect(section.title == nil && section.reading == "X-BRY-19" && section.note != nil)
    }

    @Test(
        "Each fault is told with its line",
        arguments: [
            ("number: 1\n          title", "numer: 1\n          title", "unknown-key"),
            ("minutes: 50", "minutes: fifty", "bad-value"), ("minutes: 50\n", "", "missing-key"),
            ("perYear: 52}", "perYear: 0}", "bad-value"), ("            3: {", "            5: {", "unknown-key"),
            ("key: S1-1.1", "key: S1-1", "duplicate-id"), ("reading: X-BRY-20", "reading: X-BRY-99", "unknown-reference"),
            ("substituting: true", "substituting: yes", "bad-value"),
        ])
    func faults(old: String, new: String, code: String) throws {
        let folder = try BryanskTrialPack.make()
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        let url = folder.appending(path: "standards.yaml")
        let text = try String(contentsOf: url, encoding: .utf8)
        let range = try #require(text.range(of: old), "the table no longer holds «\(old)»")
        try text.replacingCharacters(in: range, with: new).write(to: url, atomically: true, encoding: .utf8)
        let found = RegulationPack.check(folder.path)
        #expect(found.contains { $0.code.rawValue == code && $0.file == "standards.yaml" && $0.line > 0 }, "\(found)")
    }
}
