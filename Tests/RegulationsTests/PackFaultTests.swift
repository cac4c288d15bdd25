import Casework
import Foundation
import MarshrutResources
import Testing

@testable import Regulations

/// Each fault is put into a copy of the Irkutsk pack and must be found by file and line.
@Suite("Faults of a pack")
struct PackFaultTests {
    private func copy() throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "packs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let folder = root.appending(path: "irkutsk-414r")
        try FileManager.default.copyItem(
            at: URL(filePath: ResourceFolder.path("Regulations", "irkutsk-414r")), to: folder)
        return folder
    }

    /// The faults after one replacement, as `file:line code`.
    private func faults(_ file: String, _ old: String, _ new: String) throws -> [String] {
        let folder = try copy()
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let range = try #require(text.range(of: old), "the pack no longer holds «\(old)»")
        try text.replacingCharacters(in: range, with: new).write(to: url, atomically: true, encoding: .utf8)
        return RegulationPack.check(folder.path).map { "\($0.file):\($0.line) \($0.code.rawValue)" }
    }

    @Test(
        "Each is told with its line",
        arguments: [
            ("deadlines.yaml", "responsible: curator", "responsable: curator", "deadlines.yaml:6 unknown-key"),
            ("deadlines.yaml", "responsible: curator", "responsible: kurator", "deadlines.yaml:6 unknown-reference"),
            ("deadlines.yaml", "event: referral-received", "event: referral-arrived", "deadlines.yaml:8 unknown-event"),
            ("deadlines.yaml", "source: [ipra, agency]", "source: [ipra, agensy]", "deadlines.yaml:8 unknown-reference"),
            ("deadlines.yaml", "source: [ipra, agency]", "channel: smev", "deadlines.yaml:8 unknown-attribute"),
            ("deadlines.yaml", "    point: 16.1\n", "", "deadlines.yaml:3 missing-point"),
            ("deadlines.yaml", "{workingDays: 5}", "{workingDays: five}", "deadlines.yaml:9 bad-value"),
            ("deadlines.yaml", "{workingDays: 5}", "{workingDays: 5, hours: 3}", "deadlines.yaml:9 bad-value"),
            ("deadlines.yaml", "id: notify", "id: identify-need", "deadlines.yaml:14 duplicate-id"),
            ("deadlines.yaml", "satisfiedBy: [meeting-agreed]", "satisfiedBy: []", "deadlines.yaml:32 never-satisfied"),
            ("deadlines.yaml", "    satisfiedBy: [meeting-agreed]\n", "", "deadlines.yaml:24 never-satisfied"),
            ("deadlines.yaml", "reading: X-IRK-05", "reading: X-IRK-99", "deadlines.yaml:7 unknown-reference"),
            ("categories.yaml", "{from: 3, below: 18}", "{from: 18, below: 3}", "categories.yaml:12 never-met"),
            ("categories.yaml", "status: child}", "status: childe}", "categories.yaml:12 bad-value"),
            ("categories.yaml", "coordinator: polyformat", "coordinator: nobody", "categories.yaml:13 unknown-reference"),
            ("act.yaml", "from: 2024-12-18", "from: 2024-12-32", "act.yaml:8 bad-date"),
            ("act.yaml", "from: 2024-12-18", "from: 2024-12-18, until: 2024-01-01", "act.yaml:8 dates-reversed"),
            ("act.yaml", "refusedStage: refused", "refusedStage: gone", "act.yaml:11 unknown-reference"),
            ("act.yaml", "id: irkutsk-414r", "id: irkutsk", "act.yaml:3 id-not-folder"),
            ("act.yaml", "short: 414-р", "short: 414-р\n  short: 414-р", "act.yaml:4 duplicate-key"),
            ("contact.yaml", "method: visit", "method: visits", "contact.yaml:5 bad-value"),
            ("sources.yaml", "sources:", "sourses:", "sources.yaml:2 unknown-key"),
            ("forms/notice.yaml", "{citizen.postcode}", "{citizen.zip}", "forms/notice.yaml:14 unknown-placeholder"),
            ("forms/notice.yaml", "point: 18\n", "", "forms/notice.yaml:2 missing-point"),
        ])
    func faults(file: String, old: String, new: String, expected: String) throws {
        let found = try faults(file, old, new)
        #expect(found.contains(expected), "\(found)")
    }

    @Test("A file that is not YAML is told with the parser's line")
    func notYAML() throws {
        let found = try faults("contact.yaml", "ladder:", "ladder: [")
        #expect(found.contains { $0.hasPrefix("contact.yaml:") && $0.hasSuffix(" syntax") }, "\(found)")
    }

    @Test("All faults are found in one pass, in the order of the files")
    func allAtOnce() throws {
        let folder = try copy()
        for (file, old, new) in [("deadlines.yaml", "{workingDays: 5}", "{workingDays: 0}"), ("act.yaml", "point: 14", "pt: 14")]
        {
            let url = folder.appending(path: file)
            let text = try String(contentsOf: url, encoding: .utf8).replacing(old, with: new)
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        let found = RegulationPack.check(folder.path)
        #expect(found.count { $0.code == .badValue } == 4)
        #expect(found.map(\.file).sorted() == found.map(\.file))
        #expect(found.contains { $0.code == .missingPoint } && found.contains { $0.code == .unknownKey })
    }

    @Test("Every fault has wording with as many arguments as it needs")
    func wording() {
        for language in Language.allCases {
            let texts = Texts(language: language)
            for code in PackProblemCode.allCases { #expect(texts.has("pack.\(code.rawValue)"), "\(code.rawValue)") }
        }
    }

    @Test("An office's pack replaces the shipped one, and a wrong one is told of")
    func catalogue() throws {
        let folder = try copy()
        let office = folder.deletingLastPathComponent().path
        let own = RegulationCatalogue.load(shipped: ResourceFolder.regulations, office: office)
        #expect(own["irkutsk-414r"]?.folder == folder.path)
        try "act: {}".write(to: folder.appending(path: "act.yaml"), atomically: true, encoding: .utf8)
        let broken = RegulationCatalogue.load(shipped: ResourceFolder.regulations, office: office)
        #expect(broken["irkutsk-414r"] == nil)
        #expect(broken.refused.map(\.folder) == [folder.path])
        #expect(RegulationCatalogue.load(shipped: "/nonexistent", office: nil).packs.isEmpty)
        #expect(RegulationCatalogue.load(shipped: ResourceFolder.regulations, office: nil, only: ["x"]).packs.isEmpty)
    }
}
