import Foundation
import Testing

/// `docs/requirements.md` speaks of every requirement, and names only what exists.
@Suite struct RequirementsTests {
    let ids: [String]
    let rows: [[String]]

    init() throws {
        ids = try Repository.text("Tests/DocumentationTests/requirement-ids.txt").split(separator: "\n").map(String.init)
        let page = try Repository.text("docs/requirements.md")
        rows = MarkdownTable.rows(page) { $0.prefixMatch(of: /[RDX]-[A-Z0-9]/) != nil }
    }

    @Test("No id is missing, none stands twice, none is unknown")
    func allIDs() {
        #expect(ids.count == 449)
        #expect(Set(ids).subtracting(rows.map { $0[0] }).isEmpty)
        #expect(rows.map { $0[0] } == ids)
    }

    @Test("Every row is met, partly met or not yet, and says where or why")
    func states() {
        for row in rows {
            #expect(row.count == 5, "\(row[0])")
            #expect(["met", "partly", "not yet"].contains(row[3]), "\(row[0])")
            #expect(row[4].count > 10, "\(row[0])")
            if row[3] == "met" { #expect(row[4].contains("`"), "\(row[0]) does not say where") }
        }
    }

    @Test("Every file named exists", arguments: ["docs/requirements.md", "docs/architecture.md"])
    func files(page: String) throws {
        let roots = ["Sources/", "Resources/", "Tests/", "Scripts/", "docs/"]
        let named = try MarkdownTable.quoted(Repository.text(page)).filter { name in
            roots.contains(where: name.hasPrefix) && !name.contains("<") && !name.contains("*")
        }
        #expect(!named.isEmpty)
        for name in Set(named) { #expect(Repository.has(name), "\(page) names \(name)") }
    }
}
