import Foundation
import Testing

extension Trial {
    /// Imports a list of the given people.
    func take(_ people: [ReferralList.Person], today: String) throws {
        var list = ReferralList()
        for person in people { list.add(person) }
        let file = try write("list-\(UUID().uuidString.prefix(6)).csv", list.bytes(.utf8))
        let result = run("import", "referrals", file, "--format", "json", "--today", today)
        try #require(try result.object()["added"] as? Int == people.count, "\(result)")
    }

    /// The number of the case of a family.
    func caseNumber(of family: String) throws -> String {
        let found = try run("citizens", "--search", family, "--format", "json").list()
        try #require(found.count == 1, "«\(family)» is not one case: \(found)")
        return try #require(found[0]["case"] as? String)
    }

    /// Everything about a case.
    func caseObject(_ number: String) throws -> [String: Any] { try run("case", number, "--format", "json").object() }

    /// One term of a case, by the rule's short name.
    func term(_ rule: String, case number: String, today: String) throws -> [String: Any] {
        let terms = try run("deadlines", "--case", number, "--format", "json", "--today", today).list()
        return try #require(
            terms.first { $0["rule"] as? String == "irkutsk-414r." + rule }, "no term «\(rule)» in case \(number): \(terms)")
    }

    /// What a query of the store's tables gives, as `sqlite3` prints it; read only.
    func query(_ sql: String) -> String { system("sqlite3", "-readonly", "-cmd", ".timeout 60000", store, sql).out.trimmed }
}

extension Window {
    /// Finds a citizen in the registry and opens the case.
    func openCase(of family: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        type("2")
        try wait(for: "[2 Реестр]", sourceLocation: sourceLocation)
        type("/")
        type(family)
        try wait("«\(family)» found and chosen", sourceLocation: sourceLocation) { screen in
            screen.split(separator: "\n").contains { $0.hasPrefix("▸") && $0.contains(family) }
        }
        press("Enter")
        try wait("the case of \(family)", sourceLocation: sourceLocation) {
            $0.contains("Дело №") && $0.contains(family) && $0.contains("Можно сделать")
        }
    }

    /// Chooses the row of a family among those shown, step by step from the row chosen now.
    func choose(_ family: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let shown = try wait("«\(family)» in the list", sourceLocation: sourceLocation) {
            $0.contains(family) && $0.contains("▸")
        }
        let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
        let now = try #require(lines.firstIndex { $0.hasPrefix("▸") }, sourceLocation: sourceLocation)
        let wanted = try #require(lines.firstIndex { $0.contains(family) }, sourceLocation: sourceLocation)
        for _ in 0..<abs(wanted - now) { press(wanted > now ? "Down" : "Up") }
        try wait("«\(family)» chosen", sourceLocation: sourceLocation) { screen in
            screen.split(separator: "\n").contains { $0.hasPrefix("▸") && $0.contains(family) }
        }
    }
}
