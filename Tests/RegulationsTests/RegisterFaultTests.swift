import Foundation
import MarshrutResources
import Testing

@testable import Regulations

/// Faults of a pack's registers are found by file and line.
@Suite("Faults of registers")
struct RegisterFaultTests {
    /// A copy of the Irkutsk pack in a folder of its own.
    private func copy() throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "registers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        let folder = root.appending(path: "irkutsk-414r")
        try FileManager.default.copyItem(at: URL(filePath: ResourceFolder.path("Regulations", "irkutsk-414r")), to: folder)
        return folder
    }

    private func faults(_ folder: URL) -> [String] {
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        return RegulationPack.check(folder.path).map { "\($0.file):\($0.line) \($0.code.rawValue)" }
    }

    @Test(
        "Each is told with its line",
        arguments: [
            ("1-territorial.yaml", "value: born", "value: birth", "12 bad-value"),
            ("1-territorial.yaml", "  point: 20\n", "", "3 missing-point"),
            ("1-territorial.yaml", "order: received", "order: date", "7 bad-value"),
            ("1-territorial.yaml", "{event: survey-recorded}", "{event: survey-held}", "44 unknown-event"),
            ("1-territorial.yaml", "{event: survey-recorded}", "{event: survey-recorded, show: day}", "44 bad-value"),
            ("1-territorial.yaml", "{event: survey-recorded}", "{mark: interview}", "44 unknown-reference"),
            ("1-territorial.yaml", "{event: survey-recorded}", "{program: ipsp}", "44 unknown-reference"),
            ("1-territorial.yaml", "{event: survey-recorded}", "{entry: no-such-kind}", "44 unknown-reference"),
            ("1-territorial.yaml", "{event: survey-recorded}", "{field: via}", "44 bad-value"),
            ("1-territorial.yaml", "{event: survey-recorded}", "{happening: x}", "44 bad-value"),
            ("1-territorial.yaml", "{id: case,", "{id: number,", "10 duplicate-id"),
            ("1-territorial.yaml", "register:\n", "registers:\n", "2 unknown-key"),
            ("2-regional-vesta.yaml", "centre: vesta", "centre: west", "8 unknown-reference"),
            ("2-regional-vesta.yaml", "columnsOf: irkutsk-territorial", "columnsOf: territorial", "9 unknown-reference"),
            ("2-regional-vesta.yaml", "where: {centre: vesta}", "where: {category: old, source: ipra}", "8 unknown-reference"),
            ("2-regional-vesta.yaml", "where: {centre: vesta}", "where: {stage: nowhere}", "8 unknown-reference"),
            ("2-regional-vesta.yaml", "where: {centre: vesta}", "where: {missingSince: mark:survey}", "8 missing-key"),
            ("2-regional-vesta.yaml", "id: irkutsk-regional-vesta", "id: irkutsk-territorial", "3 duplicate-id"),
            ("3-esrn-notification.yaml", "missing: mark:notification", "missing: mark:notice", "9 unknown-reference"),
            ("3-esrn-notification.yaml", "missing: mark:notification", "missing: notification", "9 bad-value"),
            ("3-esrn-notification.yaml", "  order: received", "  rows: {entry: no-such-kind}", "6 unknown-reference"),
        ])
    func faults(file: String, old: String, new: String, expected: String) throws {
        let folder = try copy()
        let url = folder.appending(path: "registers/\(file)")
        let text = try String(contentsOf: url, encoding: .utf8)
        let range = try #require(text.range(of: old), "the register no longer holds «\(old)»")
        try text.replacingCharacters(in: range, with: new).write(to: url, atomically: true, encoding: .utf8)
        let found = faults(folder)
        #expect(found.contains("registers/\(file):\(expected)"), "\(found)")
    }

    private static let entries = """
        entries:
          - id: talk
            point: 12.6
            title: Консультация
            fields: [{id: theme, title: Тема, kind: choice, choices: [{id: law, title: Право}]}]
          - {id: pact, point: 5, title: Соглашение, scope: office, fields: [{id: party, title: Сторона, kind: text}]}
        """

    private func register(_ rows: String, _ value: String, _ filter: String = "{}") -> String {
        """
        register:
          id: test-register
          point: 12.6
          title: Журнал
          rows: \(rows)
          where: \(filter)
          columns:
            - {id: a, title: А, value: \(value)}
        """
    }

    @Test(
        "Registers over entries are checked against the pack's kinds",
        arguments: [
            ("{entry: talk}", "{field: theme}", "{with: {theme: law}}", nil), ("{office: pact}", "{field: party}", "{}", nil),
            ("case", "{entry: talk, field: theme}", "{recorded: entry:talk}", nil),
            ("{entry: talk}", "{all: [name, {field: date}]}", "{}", nil),
            ("{entry: pact}", "number", "{}", "5 unknown-reference"), ("{office: talk}", "number", "{}", "5 unknown-reference"),
            ("{entry: talk}", "{field: party}", "{}", "8 unknown-reference"),
            ("case", "{entry: talk, field: party}", "{}", "8 unknown-reference"),
            ("{office: pact}", "name", "{}", "8 bad-value"), ("{office: pact}", "{mark: survey}", "{}", "8 bad-value"),
            ("{entry: talk}", "number", "{with: {theme: money}}", "6 unknown-reference"),
            ("{entry: talk}", "number", "{with: {topic: law}}", "6 unknown-key"),
            ("talks", "number", "{}", "5 bad-value"),
        ] as [(String, String, String, String?)])
    func entries(rows: String, value: String, filter: String, fault: String?) throws {
        let folder = try copy()
        try Self.entries.write(to: folder.appending(path: "entries-test.yaml"), atomically: true, encoding: .utf8)
        try register(rows, value, filter).write(
            to: folder.appending(path: "registers/9-test.yaml"), atomically: true, encoding: .utf8)
        let found = faults(folder)
        if let fault {
            #expect(found.contains("registers/9-test.yaml:\(fault)"), "\(found)")
        } else {
            #expect(found.isEmpty)
        }
    }

    @Test("The regional registers have the columns of the territorial one, each its centre")
    func shipped() throws {
        let pack = try RegulationPack.load(ResourceFolder.path("Regulations", "irkutsk-414r"))
        let territorial = try #require(pack.registers.first { $0.entry.id == "irkutsk-territorial" })
        #expect(territorial.order == .received)
        #expect(territorial.columns.count { !$0.isOurs } == 0)
        for register in pack.registers where register.entry.id.hasPrefix("irkutsk-regional-") {
            #expect(register.columns == territorial.columns)
            #expect(register.filter.centres.count == 1)
            #expect(register.entry.basis?.point == "21")
        }
        #expect(pack.registers.count { $0.entry.id.hasPrefix("irkutsk-esrn-") } == 4)
    }
}
