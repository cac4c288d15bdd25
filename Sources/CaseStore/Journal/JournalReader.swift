import Casework
import GRDB

/// Looks things up in the journal.
struct JournalReader {
    let database: Database

    /// Columns of ``summary(_:)``.
    static let summaryColumns = #"j."sequence", j."at", j."worker", j."action", j."undoes""#

    /// Reads an entry in short.
    static func summary(_ row: inout ColumnReader) -> EntrySummary {
        EntrySummary(
            sequence: row.int(), at: Moment.value(row.int()), worker: row.text(), action: ActionName(rawValue: row.text()),
            undoes: row.optionalInt())
    }

    /// The entry of the number, or nil.
    func entry(_ sequence: Int) throws -> EntrySummary? {
        try database.prepared(#"SELECT \#(JournalReader.summaryColumns) FROM journal j WHERE j."sequence" = ?"#)
            .first({ $0.put(sequence) }) { JournalReader.summary(&$0) }
    }

    /// The latest entry that touched a row of a case, or nil.
    /// - Parameter after: only entries later than this one, and of these none that was taken back or takes back.
    func lastEntry(touching row: RecordID, of caseID: RecordID, after: Int? = nil) throws -> EntrySummary? {
        let standing = """
             AND c."entry" > ? AND j."undoes" IS NULL
             AND NOT EXISTS (SELECT 1 FROM journal u WHERE u."undoes" = j."sequence")
            """
        return try database.prepared(
            """
            SELECT \(JournalReader.summaryColumns) FROM journalCase c JOIN journal j ON j."sequence" = c."entry"
            WHERE c."caseID" = ? \(after == nil ? "" : standing)
            AND EXISTS (SELECT 1 FROM journalChange x WHERE x."entry" = c."entry"
                AND x."ordinal" BETWEEN c."firstOrdinal" AND c."lastOrdinal" AND x."rowID" = ?)
            ORDER BY c."entry" DESC LIMIT 1
            """
        ).first({
            $0.put(caseID)
            if let after { $0.put(after) }
            $0.put(row)
        }) { JournalReader.summary(&$0) }
    }
}
