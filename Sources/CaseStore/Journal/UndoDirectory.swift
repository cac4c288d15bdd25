import Casework
import GRDB

/// Takes back what an entry did to the office's directory.
struct DirectoryUndo {
    let database: Database
    let target: EntrySummary
    let now: CivilDateTime

    /// True when the entry holds changes of the directory, which now are as before it.
    func run(_ journal: inout JournalWriter) throws -> Bool {
        let changes = try database.prepared(
            #"SELECT "before", "after" FROM journalChange WHERE "entry" = ? AND "kind" = ? ORDER BY "ordinal" DESC"#
        ).all({
            $0.put(target.sequence)
            $0.put(DirectoryRows.journalKind)
        }) { (before: try organisation($0.optionalBytes()), after: try organisation($0.optionalBytes())) }
        let rows = DirectoryRows(database: database)
        for change in changes {
            guard let known = change.after ?? change.before else { continue }
            let current = try rows.entry(known.regulation, known.number)
            guard current == change.after else { throw UndoRefusal.inTheWay(try latest(known)) }
            if let before = change.before { try rows.put(before, at: now) } else { try rows.remove(known) }
            try journal.add(
                kind: DirectoryRows.journalKind, before: DirectoryRows.image(current), after: DirectoryRows.image(change.before))
        }
        return !changes.isEmpty
    }

    private func organisation(_ bytes: [UInt8]?) throws -> Organisation? {
        try bytes.map { try JSONColumn.value(String(decoding: $0, as: UTF8.self)) }
    }

    /// The latest entry that wrote the organisation.
    private func latest(_ known: Organisation) throws -> EntrySummary? {
        try database.prepared(
            """
            SELECT \(JournalReader.summaryColumns) FROM journal j JOIN journalChange x ON x."entry" = j."sequence"
            WHERE j."sequence" > ? AND x."kind" = ? AND x."after" ->> '$.regulation' = ? AND x."after" ->> '$.number' = ?
            ORDER BY j."sequence" DESC LIMIT 1
            """
        ).first({
            $0.put(target.sequence)
            $0.put(DirectoryRows.journalKind)
            $0.put(known.regulation)
            $0.put(known.number)
        }) { JournalReader.summary(&$0) }
    }
}
