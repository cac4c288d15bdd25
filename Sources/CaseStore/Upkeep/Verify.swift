import Casework
import Foundation
import GRDB

/// What verification found.
public struct VerificationReport: Hashable, Sendable {
    /// What may be wrong; never holds a person's data.
    public enum Problem: Hashable, Sendable {
        /// SQLite's integrity check complains; its words name tables and indexes only.
        case integrity(String)
        /// Rows point to rows that are not there: the table and how many.
        case foreignKey(table: String, count: Int)
        /// The journal's chain breaks at this entry.
        case journal(entry: Int)
        /// Cases without a citizen, or citizens without a case.
        case lonely(count: Int)
        /// What is derived of the case differs from a fresh computation; the case number.
        case derived(number: Int)
        /// The text index does not agree with the registry.
        case search

        /// The wording's key in `Resources/*.lproj` under `verify.`.
        public var code: String {
            switch self {
            case .integrity: "integrity"
            case .foreignKey: "foreign-key"
            case .journal: "journal"
            case .lonely: "lonely"
            case .derived: "derived"
            case .search: "search"
            }
        }

        /// What the wording needs, in order.
        public var arguments: [String] {
            switch self {
            case .integrity(let text): [text]
            case .foreignKey(let table, let count): [table, String(count)]
            case .journal(let entry): [String(entry)]
            case .lonely(let count): [String(count)]
            case .derived(let number): [String(number)]
            case .search: []
            }
        }
    }

    /// What is wrong; empty when all is well.
    public var problems: [Problem] = []
    /// Cases looked at.
    public var cases = 0
    /// Journal entries looked at.
    public var entries = 0
    /// The hash of the last journal entry, in hexadecimal, to be kept elsewhere; nil for an empty journal.
    public var head: String?
}

extension CaseArchive {
    /// Checks the file, the foreign keys, the journal's chain and the invariants.
    /// - Parameters:
    ///   - context: the acts and settings to compute obligations with; nil leaves the derived rows unchecked.
    ///   - every: every how many-th case is computed anew; 1 for all.
    ///   - progress: called with the number of cases looked at; false calls it off.
    public func verify(
        context: DecisionContext? = nil, every: Int = 1, progress: (Int) -> Bool = { _ in true }
    ) throws(StoreError) -> VerificationReport {
        try reading { database in
            var verifier = Verifier(database: database)
            try verifier.checkFile()
            try verifier.checkJournal()
            try verifier.checkPeople()
            try verifier.checkSearch()
            if let context { try verifier.checkDerived(context, every: max(1, every), progress: progress) }
            return verifier.report
        }
    }
}

/// Checks one store, inside a reading transaction.
struct Verifier {
    let database: Database
    private(set) var report = VerificationReport()

    init(database: Database) {
        self.database = database
    }

    mutating func checkFile() throws {
        for line in try String.fetchAll(database, sql: "PRAGMA integrity_check(20)") where line != "ok" {
            report.problems.append(.integrity(line))
        }
        let orphans = try database.prepared(#"SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY "table""#)
            .all { VerificationReport.Problem.foreignKey(table: $0.text(), count: $0.int()) }
        report.problems += orphans
    }

    /// Computes every hash of the journal anew.
    mutating func checkJournal() throws {
        let entries = try database.prepared(
            """
            SELECT "sequence", "at", "worker", "action", "undoes", "note", "changes", "previousHash", "hash" FROM journal
            ORDER BY "sequence"
            """)
        let changes = try database.prepared(
            """
            SELECT "kind", "caseID", "rowID", "version", "before", "after" FROM journalChange WHERE "entry" = ? ORDER BY "ordinal"
            """)
        var previous = JournalChain.origin
        var expected = 1
        // Left in the middle, a statement would keep its state of the store alive.
        defer {
            entries.finish()
            changes.finish()
        }
        entries.bind { _ in }
        while try entries.step() {
            var row = entries.row
            let sequence = row.int()
            let chain = JournalChain(
                after: previous, sequence: sequence, at: row.int(), worker: row.text(), action: row.text(),
                undoes: row.optionalInt(),
                note: row.optionalText())
            let count = row.int()
            let stated = row.bytes()
            let hash = row.bytes()
            var found = 0
            changes.bind { $0.put(sequence) }
            while try changes.step() {
                var change = changes.row
                chain.add(
                    kind: change.text(), caseID: try change.optionalID(), rowID: try change.optionalID(), version: change.int(),
                    before: change.optionalBytes(), after: change.optionalBytes())
                found += 1
            }
            if sequence != expected || stated != previous || found != count || chain.finish() != hash {
                report.problems.append(.journal(entry: sequence))
            }
            previous = hash
            expected = sequence + 1
            report.entries += 1
        }
        if report.entries > 0 { report.head = previous.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
    }

    mutating func checkPeople() throws {
        let lonely = try database.number(
            """
            SELECT (SELECT count(*) FROM citizen WHERE "id" NOT IN (SELECT "citizenID" FROM caseFile))
                + (SELECT count(*) FROM caseFile WHERE "citizenID" NOT IN (SELECT "id" FROM citizen))
                + (SELECT count(*) FROM caseFile c LEFT JOIN registry r ON r."number" = c."number" AND r."caseID" = c."id"
                    WHERE r."number" IS NULL)
                + (SELECT count(*) FROM registry r LEFT JOIN caseFile c ON r."number" = c."number" WHERE c."number" IS NULL)
            """)
        if let lonely, lonely > 0 { report.problems.append(.lonely(count: lonely)) }
    }

    /// Asks the text index for some of the registry's rows by their own words; its own check would need a writer.
    mutating func checkSearch() throws {
        let count = try database.number("SELECT count(*) FROM registry") ?? 0
        let rows = try database.prepared(#"SELECT "number", "nameKey" FROM registry WHERE "number" % ? = 0"#)
            .all({ $0.put(max(1, count / Verifier.searchSample)) }) { (number: $0.int(), words: SearchWords($0.text())) }
        let find = try database.prepared("SELECT rowid FROM search WHERE search MATCH ? AND rowid = ?")
        for (number, words) in rows where !words.sought.isEmpty {
            let found = try find.first({
                $0.put(words.match)
                $0.put(number)
            }) { $0.int() }
            if found == nil {
                report.problems.append(.search)
                return
            }
        }
    }

    /// How many rows the text index is asked for.
    private static let searchSample = 500

    mutating func checkDerived(_ context: DecisionContext, every: Int, progress: (Int) -> Bool) throws {
        let digester = Digester(context)
        let reader = CaseFileReader(database: database)
        let stored = DigestReader(database: database)
        let numbers = try database.prepared(#"SELECT "number", "id" FROM caseFile WHERE "number" % ? = 0 ORDER BY "number""#)
        defer { numbers.finish() }
        numbers.bind { $0.put(every) }
        while try numbers.step() {
            var row = numbers.row
            let number = row.int()
            let id = try row.id()
            report.cases += 1
            if report.cases % 256 == 0, !progress(report.cases) { throw StoreError.cancelled }
            guard let file = try reader.file(id) else { continue }
            if try !stored.agrees(number: number, with: digester.digest(file)) {
                report.problems.append(.derived(number: number))
            }
        }
    }
}
