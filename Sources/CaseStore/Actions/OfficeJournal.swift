import Casework
import GRDB

extension CaseArchive {
    /// The office's entries of a kind, by day and in the order made; of every act where none is named.
    public func officeEntries(kind: String, regulation: String? = nil) throws(StoreError) -> [OfficeEntry] {
        try reading { try OfficeEntryRows(database: $0).entries(kind: kind, regulation: regulation) }
    }

    /// The case that an entry belongs to; nil where there is no such entry.
    public func caseID(ofEntry id: RecordID) throws(StoreError) -> RecordID? {
        try reading { database in
            try database.prepared(#"SELECT "caseID" FROM caseEntry WHERE "id" = ?"#).first({ $0.put(id) }) { try $0.id() }
        }
    }

    /// Records an entry of the office's own journal, or completes one.
    /// - Parameters:
    ///   - id: the entry to complete or mend; nil makes a new one.
    ///   - seen: the version of it that the worker saw; another one now is a conflict.
    /// - Returns: the entry as written, and the journal's number of it.
    /// - Throws: ``PerformError`` when a rule refuses, when somebody else has written it since, or when the store cannot.
    @discardableResult
    public func record(
        _ order: OfficeRecord, over id: RecordID? = nil, seen: Int? = nil, context: DecisionContext
    ) throws(PerformError) -> (entry: OfficeEntry, sequence: Int) {
        try performing { database in
            let rows = OfficeEntryRows(database: database)
            let former = try id.map { id in
                guard let found = try rows.entry(id) else { throw StoreError.notFound }
                return found
            }
            if let former, let seen, former.version != seen {
                throw Conflict(kind: .caseEntry, rowID: former.id, caseID: former.id, entry: nil)
            }
            let latest = try rows.entries(kind: order.kind, regulation: order.regulation).last
            var written = try order.decide(former: former, latest: latest, in: context)
            let before = written.version == 0 ? nil : try rows.entry(written.id)
            written.version += 1
            try rows.put(written, at: context.now)
            var journal = try JournalWriter(database, .recordOfficeEntry, context)
            try journal.add(officeEntry: written, before: before)
            try journal.finish()
            return (written, journal.sequence)
        }
    }
}

extension JournalWriter {
    /// What the journal calls rows of the office's own journal.
    static let officeEntryKind = "officeEntry"

    /// Adds the change of an entry of the office.
    mutating func add(officeEntry after: OfficeEntry?, before: OfficeEntry?) throws {
        guard let entry = after ?? before else { return }
        func image(_ entry: OfficeEntry?) -> [UInt8]? { entry.map { Array(JSONColumn.text($0).utf8) } }
        try add(
            kind: JournalWriter.officeEntryKind, rowID: entry.id, version: entry.version, before: image(before),
            after: image(after))
    }
}

/// Takes back what one entry of the journal did to the office's own journal.
struct OfficeUndo {
    let database: Database
    let target: EntrySummary

    func run(_ journal: inout JournalWriter) throws {
        let changes = try database.prepared(
            """
            SELECT "rowID", "before", "after" FROM journalChange WHERE "entry" = ? AND "kind" = ? ORDER BY "ordinal" DESC
            """
        ).all({
            $0.put(target.sequence)
            $0.put(JournalWriter.officeEntryKind)
        }) { (id: try $0.id(), before: $0.optionalText(), after: $0.optionalText()) }
        if changes.isEmpty { throw UndoRefusal.notUndoable(target) }
        let rows = OfficeEntryRows(database: database)
        for change in changes {
            let current = try rows.entry(change.id)
            let after: OfficeEntry? = try change.after.map { try JSONColumn.value($0) }
            guard current.map(content) == after.map(content) else { throw UndoRefusal.inTheWay(nil) }
            if let before = change.before {
                var restored: OfficeEntry = try JSONColumn.value(before)
                restored.version = (current?.version ?? restored.version) + 1
                try rows.put(restored, at: CivilDateTime(restored.on))
                try journal.add(officeEntry: restored, before: current)
            } else if let current {
                try rows.remove(change.id)
                try journal.add(officeEntry: nil, before: current)
            }
        }
    }

    /// The entry without the number of its writes: changed and changed back is untouched.
    private func content(_ entry: OfficeEntry) -> OfficeEntry {
        var copy = entry
        copy.version = 0
        return copy
    }
}
