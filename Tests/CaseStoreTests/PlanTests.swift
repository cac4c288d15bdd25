import Casework
import GRDB
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Query plans") struct PlanTests {
    @Test("Pages of the registry and the board walk an index and sort nothing") func pagesWalkIndexes() throws {
        let store = try TestStore()
        try store.fill(20)
        for sort in RegistryQuery.Sort.allCases {
            for query in [RegistryQuery(sort: sort), RegistryQuery(isOpen: true, sort: sort, isDescending: true)] {
                let plan = try plan(
                    store, RegistryOrder(query).source, order: RegistryOrder(query).clause(isDescending: query.isDescending))
                #expect(!plan.contains("TEMP B-TREE"), "\(sort): \(plan)")
                #expect(plan.contains("USING INDEX") || sort == .number, "\(sort): \(plan)")
            }
        }
    }

    private func plan(_ store: TestStore, _ source: String, order: String) throws -> String {
        try store.archive.pool.read { database in
            let sql = "EXPLAIN QUERY PLAN SELECT \(RegistryReader.columns) FROM \(source) ORDER BY \(order) LIMIT 50"
            return try Row.fetchAll(database, sql: sql).map { $0["detail"] as String }.joined(separator: "; ")
        }
    }

    @Test("The board's filters search their own index") func boardSearchesIndexes() throws {
        let store = try TestStore()
        let today = store.world.now.date
        let expected: [(BoardQuery, String)] = [
            (BoardQuery(overdueOn: today), "obligationByDeadline (deadline<?)"),
            (BoardQuery(until: today, curator: "a"), "obligationByCurator (curator=? AND deadline<?)"),
            (BoardQuery(rule: "r"), "obligationByRule (rule=?)"),
            (BoardQuery(regulation: "r"), "INDEX obligationByDeadline"),
            (BoardQuery(curator: "a", regulation: "r"), "obligationByCurator (curator=?)"),
            (BoardQuery(caseNumber: 1), "PRIMARY KEY (number=?)"),
        ]
        try store.archive.pool.read { database in
            for (query, index) in expected {
                let reader = BoardReader(database: database)
                let plan = try reader.explain(query)
                #expect(plan.contains(index) && (!plan.contains("TEMP B-TREE") || query.caseNumber != nil), "\(plan)")
            }
        }
    }
}
