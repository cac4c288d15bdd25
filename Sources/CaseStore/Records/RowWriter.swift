import Casework
import GRDB

/// Writes and removes rows of cases through statements prepared once for a transaction.
final class RowWriter {
    private let database: Database
    private let updatedAt: Int
    private var upserts: [RecordKind: Prepared] = [:]

    init(_ database: Database, at now: CivilDateTime) {
        self.database = database
        updatedAt = Moment.number(now)
    }

    /// Writes the row as it is, its version included.
    func put(_ record: some StoredRecord) throws {
        let kind = type(of: record).kind
        let statement: Prepared
        if let known = upserts[kind] {
            statement = known
        } else {
            statement = try database.prepared(TableSQL.of(kind).upsert)
            upserts[kind] = statement
        }
        try statement.run { row in
            if let part = record as? any CaseRow { row.put(part.caseID) }
            row.put(record.id)
            row.put(record.version)
            row.put(updatedAt)
            row.put(1)
            record.bind(&row)
        }
    }

    /// Removes the row.
    func remove(_ kind: RecordKind, caseID: RecordID, rowID: RecordID) throws {
        try database.run(TableSQL.of(kind).delete) { row in
            if kind != .citizen, kind != .caseHeader { row.put(caseID) }
            row.put(rowID)
        }
    }
}
