import Casework
import GRDB

extension CaseEntry: CaseRow {
    static let columns = ["regulation", "entryKind", "on", "at", "values", "worker"]

    func bind(_ row: inout ColumnWriter) {
        row.put(regulation)
        row.put(entryKind)
        row.put(on)
        row.put(at)
        row.put(JSONColumn.text(values))
        row.put(worker)
    }

    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws {
        let regulation = row.text()
        let entryKind = row.text()
        let on = row.date()
        let at = row.optionalTime()
        let values: [String: String] = try JSONColumn.value(row.text())
        self.init(
            id: id, caseID: caseID, regulation: regulation, entryKind: entryKind, on: on, at: at, values: values,
            worker: row.text())
        self.version = version
    }

    func write(_ image: inout ImageWriter) {
        image.put("at", at)
        image.put("entryKind", entryKind)
        image.put("on", on)
        image.put("regulation", regulation)
        image.object("values") { part in
            for (field, value) in values.sorted(by: { $0.key < $1.key }) { part.put(plainName: field, value) }
        }
        image.put("worker", worker)
    }
}

/// The office's own journal: reading and writing its rows.
struct OfficeEntryRows {
    let database: Database

    private static let columns = #""id", "version", "regulation", "entryKind", "on", "at", "values", "worker""#

    /// The entry of the identifier, or nil.
    func entry(_ id: RecordID) throws -> OfficeEntry? {
        try database.prepared(#"SELECT \#(OfficeEntryRows.columns) FROM officeEntry WHERE "id" = ?"#)
            .first({ $0.put(id) }) { try OfficeEntryRows.read(&$0) }
    }

    /// The entries of a kind by day and in the order made; every act's where none is named.
    func entries(kind: String, regulation: String?) throws -> [OfficeEntry] {
        try database.prepared(
            """
            SELECT \(OfficeEntryRows.columns) FROM officeEntry WHERE "entryKind" = ? AND (?2 IS NULL OR "regulation" = ?2)
            ORDER BY "on", "id"
            """
        ).all({
            $0.put(kind)
            $0.put(regulation)
        }) { try OfficeEntryRows.read(&$0) }
    }

    /// Writes an entry over the one with its identifier, or anew.
    func put(_ entry: OfficeEntry, at moment: CivilDateTime) throws {
        try database.run(
            """
            INSERT INTO officeEntry ("id", "version", "updatedAt", "owner", "regulation", "entryKind", "on", "at", "values", "worker")
            VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
            ON CONFLICT ("id") DO UPDATE SET "version" = excluded."version", "updatedAt" = excluded."updatedAt",
                "on" = excluded."on", "at" = excluded."at", "values" = excluded."values", "worker" = excluded."worker"
            """
        ) { row in
            row.put(entry.id)
            row.put(entry.version)
            row.put(Moment.number(moment))
            row.put(entry.regulation)
            row.put(entry.entryKind)
            row.put(entry.on)
            row.put(entry.at)
            row.put(JSONColumn.text(entry.values))
            row.put(entry.worker)
        }
    }

    /// Takes an entry out.
    func remove(_ id: RecordID) throws {
        try database.run(#"DELETE FROM officeEntry WHERE "id" = ?"#) { $0.put(id) }
    }

    private static func read(_ row: inout ColumnReader) throws -> OfficeEntry {
        let id = try row.id()
        let version = row.int()
        let regulation = row.text()
        let kind = row.text()
        let on = row.date()
        let at = row.optionalTime()
        let values: [String: String] = try JSONColumn.value(row.text())
        var entry = OfficeEntry(
            id: id, regulation: regulation, entryKind: kind, on: on, at: at, values: values, worker: row.text())
        entry.version = version
        return entry
    }
}
