import Foundation
import Testing

/// `docs/architecture.md` says who may import whom; the sources and `Package.swift` must agree with it.
@Suite struct ArchitectureTests {
    /// One row of the table of rooms.
    struct Room {
        var name: String
        var imports: Set<String>

        /// Where the room's sources lie.
        var folder: String {
            switch name {
            case "MarshrutResources": "Resources"
            case "marshrut-bench": "Sources/Bench"
            default: "Sources/\(name)"
            }
        }
    }

    /// Modules of the toolchain, which every room may import.
    static let system: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc"]

    let rooms: [Room]

    init() throws {
        let page = try Repository.text("docs/architecture.md")
        rooms = MarkdownTable.rows(page) { $0.hasPrefix("`") && $0.hasSuffix("`") && !$0.contains(" ") }.compactMap { cells in
            guard cells.count == 3, let name = MarkdownTable.quoted(cells[0]).first else { return nil }
            return Room(name: name, imports: Set(MarkdownTable.quoted(cells[2])))
        }
    }

    @Test("Every folder of Sources is a room of the table, and every room has its folder")
    func folders() throws {
        let folders = try Set(Repository.names(in: "Sources").map { "Sources/\($0)" })
        #expect(Set(rooms.map(\.folder)) == folders.union(["Resources"]))
    }

    @Test("The sources import nothing but what the table allows")
    func imports() throws {
        for room in rooms {
            for file in try Repository.swiftFiles(in: room.folder) {
                let strangers = try Self.imports(of: Repository.text(file)).subtracting(room.imports).subtracting(Self.system)
                #expect(strangers.isEmpty, "\(file) imports \(strangers.sorted()); docs/architecture.md does not allow it")
            }
        }
    }

    @Test("Package.swift gives every room what the table says, neither more nor less")
    func dependencies() throws {
        let manifest = try Repository.text("Package.swift")
        for room in rooms {
            let given = try #require(Self.dependencies(of: room.name, in: manifest), "no target \(room.name)")
            #expect(given == room.imports, "\(room.name)")
        }
    }

    @Test("Imports point one way: a room imports only rooms above it in the table")
    func oneWay() {
        let names = Set(rooms.map(\.name))
        var above: Set<String> = []
        for room in rooms {
            #expect(room.imports.intersection(names).isSubset(of: above), "\(room.name)")
            above.insert(room.name)
        }
    }

    @Test(
        "What belongs to one room stays there",
        arguments: [
            ("GRDB", ["CaseStore"]), ("GRDBSQLite", ["CaseStore", "marshrut-bench"]), ("CSodium", ["CaseStore"]),
            ("CXlsxWriter", ["Interchange"]),
            ("CNcurses", ["NcursesTerminal"]), ("CBareScreen", ["marshrut-bench"]), ("Yams", ["Regulations", "Interchange"]),
            ("ArgumentParser", ["MarshrutCLI"]),
        ])
    func oneOwner(module: String, owners: [String]) {
        #expect(Set(rooms.filter { $0.imports.contains(module) }.map(\.name)).isSubset(of: owners))
    }

    /// The modules that a source file imports.
    static func imports(of source: String) -> Set<String> {
        Set(source.split(separator: "\n").compactMap { module(importedBy: String($0)) })
    }

    /// The module of an import line; nil for any other line.
    private static func module(importedBy line: String) -> String? {
        let words = line.split(separator: " ").map(String.init)
        guard let keyword = words.firstIndex(of: "import") else { return nil }
        let levels: Set<String> = ["public", "package", "internal", "private", "fileprivate"]
        guard words[..<keyword].allSatisfy({ $0.hasPrefix("@") || levels.contains($0) }) else { return nil }
        // `import struct Foundation.Data` names a kind first.
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let name = words[(keyword + 1)...].first { !kinds.contains($0) }
        return name?.components(separatedBy: ".").first
    }

    /// The modules that `Package.swift` gives a target; nil when there is no such target.
    static func dependencies(of target: String, in manifest: String) -> Set<String>? {
        let kinds = [".target(", ".executableTarget(", ".systemLibrary("]
        let blocks = kinds.flatMap { manifest.components(separatedBy: $0).dropFirst() }
        let name = "name: \"\(target)\""
        guard let block = blocks.first(where: { $0.trimmingCharacters(in: .whitespacesAndNewlines).hasPrefix(name) }) else {
            return nil
        }
        // The next target, whatever its kind, ends this one.
        let own = block.components(separatedBy: "arget(")[0].components(separatedBy: ".systemLibrary(")[0]
        guard let start = own.range(of: "dependencies: [") else { return [] }
        let list = own[start.upperBound...].prefix { $0 != "]" }.replacing(/, package: "[^"]*"/, with: "")
        let parts = list.components(separatedBy: "\"")
        return Set(parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
    }
}
