import Casework
import GRDB

/// The office's versions of organisations, inside a transaction.
struct DirectoryRows {
    let database: Database

    func all() throws -> [Organisation] {
        try database.prepared(#"SELECT "body" FROM directoryEntry ORDER BY "regulation", "number""#)
            .all { try JSONColumn.value($0.text()) }
    }

    func entry(_ regulation: String, _ number: Int) throws -> Organisation? {
        try database.prepared(#"SELECT "body" FROM directoryEntry WHERE "regulation" = ? AND "number" = ?"#).first({
            $0.put(regulation)
            $0.put(number)
        }) { try JSONColumn.value($0.text()) }
    }

    func put(_ organisation: Organisation, at moment: CivilDateTime) throws {
        try database.run(
            """
            INSERT INTO directoryEntry ("regulation", "number", "updatedAt", "body") VALUES (?, ?, ?, ?)
            ON CONFLICT ("regulation", "number") DO UPDATE SET "updatedAt" = excluded."updatedAt", "body" = excluded."body"
            """
        ) {
            $0.put(organisation.regulation)
            $0.put(organisation.number)
            $0.put(Moment.number(moment))
            $0.put(JSONColumn.text(organisation))
        }
    }

    func remove(_ organisation: Organisation) throws {
        try database.run(#"DELETE FROM directoryEntry WHERE "regulation" = ? AND "number" = ?"#) {
            $0.put(organisation.regulation)
            $0.put(organisation.number)
        }
    }

    /// The number of the office's next own organisation under an act.
    func nextOwnNumber(_ regulation: String) throws -> Int {
        let last = try database.number(#"SELECT max("number") FROM directoryEntry WHERE "regulation" = ?"#) {
            $0.put(regulation)
        }
        return max(Organisation.firstOwnNumber, (last ?? 0) + 1)
    }

    /// The kind under which the journal keeps a change.
    static let journalKind = "organisation"

    static func image(_ organisation: Organisation?) -> [UInt8]? { organisation.map { Array(JSONColumn.text($0).utf8) } }
}

extension CaseArchive {
    /// The office's own versions of organisations and the organisations it added, by act and number.
    public func organisations() throws(StoreError) -> [Organisation] {
        try reading { try DirectoryRows(database: $0).all() }
    }

    /// Keeps the office's version of an organisation, journalled; a number of 0 adds one of the office's own.
    /// - Parameters:
    ///   - seen: the office's version that the worker saw; nil where there was none. Another one is a conflict.
    ///   - worker: the worker's login.
    ///   - at: now, by the office's clock.
    /// - Returns: the journal entry and the organisation with its number; no entry when nothing changed; nil when somebody
    ///   else has written another version since.
    public func save(
        _ organisation: Organisation, seen: Organisation?, by worker: String, at: CivilDateTime
    ) throws(StoreError) -> (entry: Int?, organisation: Organisation)? {
        try writing { database in
            let rows = DirectoryRows(database: database)
            var organisation = organisation
            if organisation.number == 0 { organisation.number = try rows.nextOwnNumber(organisation.regulation) }
            let former = try rows.entry(organisation.regulation, organisation.number)
            if former == organisation { return (nil, organisation) }
            guard former == seen else { return nil }
            var journal = try JournalWriter(database, .saveOrganisation, worker: worker, at: at)
            try rows.put(organisation, at: at)
            try journal.add(
                kind: DirectoryRows.journalKind, before: DirectoryRows.image(former), after: DirectoryRows.image(organisation))
            try journal.finish()
            return (journal.sequence, organisation)
        }
    }
}
