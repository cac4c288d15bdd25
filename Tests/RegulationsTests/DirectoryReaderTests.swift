import Casework
import Foundation
import MarshrutResources
import Testing

@testable import Regulations

@Suite("Directories of the packs")
struct DirectoryReaderTests {
    private let pack: RegulationPack

    init() throws { pack = try RegulationPack.load(ResourceFolder.path("Regulations", "irkutsk-414r")) }

    @Test("46 organisations, 60 addresses, 132 telephones, 46 e-mails (R-IRK-112)")
    func counts() {
        let list = pack.directory.filter { $0.role != .authority }
        #expect(list.map(\.number) == Array(1...46))
        #expect(list.map { $0.addresses.count }.reduce(0, +) == 60)
        #expect(list.allSatisfy { $0.addresses.allSatisfy { $0.postcode?.count == 6 } })
        #expect(list.map { $0.phones.count + $0.hotlines.count }.reduce(0, +) == 132)
        #expect(list.map { $0.emails.count }.reduce(0, +) == 46)
        #expect(list.filter { $0.emails.isEmpty }.map(\.number) == [13])
        #expect(list.filter { $0.role == .operator }.map(\.number) == Array(1...39))
        #expect(list.filter { $0.role == .participant }.map(\.number) == Array(40...46))
        #expect(pack.directory.filter { $0.role == .authority }.count == 7)
        #expect(pack.technologies.count == 19)
    }

    @Test("Oddities stand as printed (X-IRK-14)")
    func asPrinted() throws {
        let list = Dictionary(uniqueKeysWithValues: pack.directory.map { ($0.number, $0) })
        #expect(list[1]?.sites == ["http.//усзн-ангарск.рф/"])
        #expect(list[10]?.addresses.map(\.postcode) == ["665388", "665390"])
        #expect(list[13]?.phones.contains("8(3952) 487482") == true)
        #expect(list[14]?.hotlines == ["8(3952) 549-000"])
        #expect(list[21]?.phones == ["8(39557) 7-16-20", "89914352699"])
        #expect(list[22]?.phones.filter { $0 == "21-1-86" || $0 == "8(39549) 21-1-86" }.count == 2)
        #expect(list[25]?.sites == ["http://усзн-саянск.рф/", "http://kcsonsayansk.ru/"])
        #expect(list[28]?.hotlines == ["(39530)2-10-94", "2-10-78"])
        #expect(list[33]?.territories == ["город Черемхово", "Черемховский район", "город Свирск"])
        #expect(
            list[36]?.addresses.map(\.text) == [
                "Иркутская область, Эхирит-Булагатский район, п. Усть-Ордынский, ул. Ленина, д. 8, ул. Буденного, д. 12"
            ])
        #expect(list[42]?.phones == ["(83952) 53-16-97"])
        #expect(list[44]?.emails == ["Sddi38@yandex.ru"])
        #expect(list[1]?.basis == LegalBasis(act: "414-р", point: "Приложение, п. 1"))
    }

    @Test("No cell holds a piece of another")
    func noLineIsTorn() throws {
        for organisation in pack.directory {
            #expect(!organisation.name.contains("Сайт") && !organisation.name.contains("  "))
            #expect(organisation.phones.allSatisfy { !$0.contains(",") && !$0.hasSuffix(".") })
            #expect(organisation.region == "Иркутская область")
        }
    }

    @Test(
        "A fault is told with its file and line",
        arguments: [
            ("2;Имя;;operator;1;Р;;;;;;;;;", "directory.csv:3 duplicate-id"),
            ("x;Имя;;operator;1;Р", "directory.csv:3 bad-value"), ("1001;Имя;;operator;1;Р", "directory.csv:3 bad-value"),
            ("3;;;operator;1;Р", "directory.csv:3 missing-key"), ("3;Имя;;хозяин;1;Р", "directory.csv:3 bad-value"),
            ("3;Имя;;operator;;Р", "directory.csv:3 missing-point"), ("3;Имя;;operator;1;", "directory.csv:3 missing-key"),
            ("3;Имя;;operator;1;Р;;;;;;звоните;;;", "directory.csv:3 bad-value"),
            ("3;Имя;;operator;1;Р;;;;;;;;почта;", "directory.csv:3 bad-value"),
            ("3;Имя;;operator;1;Р;;;;;;;;;;;", "directory.csv:3 wrong-shape"),
            ("3;\"Имя;;operator;1;Р", "directory.csv:3 wrong-shape"),
        ])
    func faults(line: String, expected: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "directory-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let head = PackReader.directoryColumns.joined(separator: ";")
        let text = "\u{FEFF}\(head)\r\n2;\"ГБУ \"\"Центр\"\"; филиал\";;operator;1;Р\r\n\(line)\r\n"
        try text.write(to: folder.appending(path: "directory.csv"), atomically: true, encoding: .utf8)
        let reader = PackReader(folder: folder.path)
        let read = reader.readDirectory(regulation: "act")
        #expect(read.first?.name == "ГБУ \"Центр\"; филиал")
        #expect(reader.faults.problems.map { "\($0.file):\($0.line) \($0.code.rawValue)" }.contains(expected))
    }

    @Test("16 providers of the Bryansk order, by name only (R-BRY-88)")
    func bryansk() throws {
        let reader = PackReader(folder: ResourceFolder.path("Regulations", "bryansk-1206"))
        let list = reader.readDirectory(regulation: "bryansk-1206")
        #expect(reader.faults.problems.isEmpty)
        #expect(list.map(\.number) == Array(1...16))
        #expect(list.allSatisfy { $0.role == .provider && $0.addresses.isEmpty && $0.phones.isEmpty })
        #expect(list[14].name.hasSuffix("интернат»»") && list[0].name.hasPrefix("Государственной бюджетное"))
    }
}
