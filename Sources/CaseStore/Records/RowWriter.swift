import Casework
import GRDB

/// Writes and removes rows of cases through statements prepared once for a transaction.
final class RowWriter {
    private let database: Database
    private let updatedAt: Int
    private var upserts: [RecordKind: Prepared] = [:]
    private var inserts: [RecordKind: Prepared] = [:]

    init(_ database: Database, at now: CivilDateTime) {
        self.database = database
        updatedAt = Moment.number(now)
    }

    /// Writes the row as it is, its version included, over the one that may be there.
    func put(_ record: some StoredRecord) throws {
        try run(try statement(type(of: record).kind, &upserts, \.upsert), record)
    }

    /// Writes a row that is not there yet.
    func add(_ record: some StoredRecord) throws { try run(try statement(type(of: record).kind, &inserts, \.insert), record) }

    private func statement(
        _ kind: RecordKind, _ known: inout [RecordKind: Prepared], _ sql: KeyPath<TableSQL, String>
    ) throws -> Prepared {
        if let statement = known[kind] { return statement }
        let statement = try database.prepared(TableSQL.of(kind)[keyPath: sql])
        known[kind] = statement
        return statement
    }

    private func run(_ statement: Prepared, _ record: some StoredRecord) throws {
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
