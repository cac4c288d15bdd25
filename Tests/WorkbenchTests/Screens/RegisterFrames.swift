import Foundation
import MarshrutResources
import Regulations
import Terminal
import Testing

/// Pictures of the registers, small and wide, and their export.
@Suite struct RegisterFrames {
    static let sizes = [Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)]
    /// Opens the territorial register, wherever it stands among those of the packs.
    static let open: [TestOffice.Step] = {
        let packs = RegulationCatalogue.load(shipped: ResourceFolder.regulations, office: nil).packs
        let place = packs.flatMap(\.registers).firstIndex { $0.entry.id == "irkutsk-territorial" } ?? 0
        return ["0"] + Array(repeating: .key(.down), count: place) + [.key(.enter)]
    }()
    static let scripts: [(name: String, steps: [TestOffice.Step])] = [
        ("list", ["0"]),
        ("table", open),
        ("scrolled", open + Array(repeating: .key(.right), count: 9)),
        ("filtered", open + ["/", "жук"]),
        ("nobody", open + ["/", "нет такого"]),
        ("sort", open + [.key(.function(6))]),
        ("sorted", open + [.key(.function(6)), "фамил", .key(.enter)]),
        ("export", open + [.key(.function(5))]),
    ]

    @Test("Registers look as their pictures", arguments: scripts.map(\.name), sizes)
    func picture(_ name: String, _ size: Size) throws {
        let steps = try #require(Self.scripts.first { $0.name == name }?.steps)
        let office = try TestOffice(size: size)
        assertGolden(office.script(steps), "register-\(name)-\(size.columns)x\(size.rows)")
    }

    @Test("An empty register says so in words")
    func empty() throws {
        let office = try TestOffice(populated: false)
        assertGolden(office.script(Self.open), "register-empty")
    }

    @Test("Enter opens the case of the row")
    func openCase() throws {
        let frame = try TestOffice().script(Self.open + [.key(.enter)])
        #expect(frame.contains("Яковлева") && !frame.contains("Поиск:"))
    }

    @Test("F5 writes the register and says where; an existing file is not written over")
    func export() throws {
        let path = NSTemporaryDirectory() + "register-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let clear = Array(repeating: TestOffice.Step.key(.backspace), count: 60)
        let name: [TestOffice.Step] = [.key(.function(5)), .key(.tab)] + clear + [.text(path), .key(.function(2))]
        let office = try TestOffice(size: Size(columns: 160, rows: 50))
        #expect(office.script(Self.open + name).contains("Записано 5 строк в файл"))
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(try TestOffice(size: Size(columns: 160, rows: 50)).script(Self.open + name).contains("уже есть"))
    }
}
