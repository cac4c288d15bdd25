import Casework
import Foundation
import GRDB

/// Why an entry cannot be taken back; nothing was written.
public enum UndoRefusal: Error, Hashable, Sendable {
    /// The worker has nothing to take back.
    case nothing
    /// There is no entry of that number.
    case noSuchEntry
    /// It was taken back already, by this entry.
    case alreadyUndone(EntrySummary)
    /// It holds nothing that could be taken back, such as a filled store or a changed setting.
    case notUndoable(EntrySummary)
    /// A later entry touched the same rows: who, when, what; nil where the journal does not tell.
    case inTheWay(EntrySummary?)
    /// The store cannot work.
    case store(StoreError)
}

/// What an undo did.
public struct UndoOutcome: Hashable, Sendable {
    /// The undo's own journal entry.
    public var entry: Int
    /// What was taken back.
    public var undone: EntrySummary
    /// The cases that changed.
    public var cases: [RecordID]
}

extension CaseArchive {
    /// Takes an entry back: every row gets its former content (and the next version), rows that it made go.
    ///
    /// Allowed when no row of the entry holds anything later; else it refuses and says what stands in the way. An undo is
    /// one entry of its own and may itself be taken back by its number. Without a number the worker's last entry that is
    /// neither an undo nor taken back is meant.
    /// - Throws: ``UndoRefusal``; nothing is written then.
    public func undo(entry: Int? = nil, context: DecisionContext) throws(UndoRefusal) -> UndoOutcome {
        do {
            return try transaction { database in
                let journal = JournalReader(database: database)
                let target = try entry.map { number in
                    guard let found = try journal.entry(number) else { throw UndoRefusal.noSuchEntry }
                    return found
                }
                guard let target = try target ?? journal.lastStanding(of: context.worker) else { throw UndoRefusal.nothing }
                if let later = try journal.undo(of: target.sequence) { throw UndoRefusal.alreadyUndone(later) }
                return try Undoing(database, target, context).run()
            }
        } catch let error as UndoRefusal { throw error } catch { throw .store(Failure.storeError(error)) }
    }
}

extension JournalReader {
    /// The worker's last entry that is neither an undo nor taken back.
    func lastStanding(of worker: String) throws -> EntrySummary? {
        try database.prepared(
            """
            SELECT \(JournalReader.summaryColumns) FROM journal j INDEXED BY journalByWorker
            WHERE j."worker" = ? AND j."undoes" IS NULL AND j."action" NOT IN ('change-office', 'save-worker')
                AND NOT EXISTS (SELECT 1 FROM journal u WHERE u."undoes" = j."sequence"
                    AND NOT EXISTS (SELECT 1 FROM journal v WHERE v."undoes" = u."sequence"))
            ORDER BY j."sequence" DESC LIMIT 1
            """
        ).first({ $0.put(worker) }) { JournalReader.summary(&$0) }
    }

    /// The undo of the entry that itself stands, or nil.
    func undo(of sequence: Int) throws -> EntrySummary? {
        try database.prepared(
            """
            SELECT \(JournalReader.summaryColumns) FROM journal j WHERE j."undoes" = ?
                AND NOT EXISTS (SELECT 1 FROM journal v WHERE v."undoes" = j."sequence") LIMIT 1
            """
        ).first({ $0.put(sequence) }) { JournalReader.summary(&$0) }
    }
}

/// One entry being taken back, inside its transaction.
private final class Undoing {
    private struct Change {
        var kind: RecordKind
        var caseID: RecordID
        var rowID: RecordID
        var version: Int
        var before: [UInt8]?
        var after: [UInt8]?
    }

    private let database: Database
    private let target: EntrySummary
    private let context: DecisionContext
    private let reader: CaseFileReader
    private let rows: RowWriter
    private var journal: JournalWriter

    init(_ database: Database, _ target: EntrySummary, _ context: DecisionContext) throws {
        self.database = database
        self.target = target
        self.context = context
        reader = CaseFileReader(database: database)
        rows = RowWriter(database, at: context.now)
        journal = try JournalWriter(database, .undo, context, undoes: target.sequence)
    }

    func run() throws -> UndoOutcome {
        let cases = try database.prepared(
            #"SELECT "caseID", "firstOrdinal", "lastOrdinal" FROM journalCase WHERE "entry" = ? ORDER BY "firstOrdinal" DESC"#
        ).all({ $0.put(target.sequence) }) { (id: try $0.id(), first: $0.int(), last: $0.int()) }
        if cases.isEmpty {
            // Not of a case: the office's directory, or its own journal.
            if try !DirectoryUndo(database: database, target: target, now: context.now).run(&journal) {
                try OfficeUndo(database: database, target: target).run(&journal)
            }
            try journal.finish()
            return UndoOutcome(entry: journal.sequence, undone: target, cases: [])
        }
        let digests = try DigestWriter(database)
        let digester = Digester(context)
        for part in cases {
            let changes = try changes(part.first, part.last)
            let former = try reader.file(part.id)
            for change in changes.reversed() { try takeBack(change, of: former) }
            if let file = try reader.file(part.id) {
                try digests.replace(digester.digest(file))
            } else if let former {
                try mustHaveNoRows(part.id)
                try digests.remove(number: former.header.number)
            }
        }
        try journal.finish()
        return UndoOutcome(entry: journal.sequence, undone: target, cases: cases.map(\.id).reversed())
    }

    private func changes(_ first: Int, _ last: Int) throws -> [Change] {
        try database.prepared(
            """
            SELECT "kind", "caseID", "rowID", "version", "before", "after" FROM journalChange
            WHERE "entry" = ? AND "ordinal" BETWEEN ? AND ? ORDER BY "ordinal"
            """
        ).all({
            $0.put(target.sequence)
            $0.put(first)
            $0.put(last)
        }) { row in
            Change(
                kind: try row.choice(), caseID: try row.id(), rowID: try row.id(), version: row.int(),
                before: row.optionalBytes(),
                after: row.optionalBytes())
        }
    }

    private func takeBack(_ change: Change, of former: CaseFile?) throws {
        let current = try reader.record(change.rowID, of: change.kind, in: change.caseID)
        try mustBeUntouched(change, current)
        if let before = change.before {
            var restored = try RecordImage.record(change.kind, before)
            restored.version = (current?.version ?? restored.version) + 1
            try put(restored, over: current, change)
        } else if let current {
            try rows.remove(change.kind, caseID: change.caseID, rowID: change.rowID)
            try journal.add(
                change.kind, caseID: change.caseID, rowID: change.rowID, version: current.version, before: current.image,
                after: nil)
        }
    }

    private func put(_ record: some StoredRecord, over current: (any StoredRecord)?, _ change: Change) throws {
        try rows.put(record)
        try journal.add(
            change.kind, caseID: change.caseID, rowID: change.rowID, version: record.version, before: current?.image,
            after: record.image)
    }

    /// Refuses when the row does not hold what the entry left there.
    private func mustBeUntouched(_ change: Change, _ current: (any StoredRecord)?) throws {
        if current == nil, change.after == nil { return }
        if let current, let after = change.after {
            if current.version == change.version { return }
            // Changed and changed back, as by an undo of a later entry: the content decides.
            var expected = try RecordImage.record(change.kind, after)
            expected.version = current.version
            if expected.image == current.image { return }
        }
        throw UndoRefusal.inTheWay(
            try JournalReader(database: database).lastEntry(touching: change.rowID, of: change.caseID, after: target.sequence))
    }

    /// A case that goes must leave nothing behind that later entries wrote.
    private func mustHaveNoRows(_ id: RecordID) throws {
        for kind in RecordKind.allCases where kind != .citizen && kind != .caseHeader {
            let left = try database.prepared(#"SELECT "id" FROM \#(kind.rawValue) WHERE "caseID" = ? LIMIT 1"#)
                .first({ $0.put(id) }) { try $0.id() }
            if let left {
                throw UndoRefusal.inTheWay(
                    try JournalReader(database: database).lastEntry(touching: left, of: id, after: target.sequence))
            }
        }
    }
}

/// Images of rows read back.
enum RecordImage {
    /// The record of an image.
    static func record(_ kind: RecordKind, _ bytes: [UInt8]) throws -> any StoredRecord {
        do { return try JSONDecoder().decode(kind.recordType, from: Data(bytes)) } catch { throw StoreError.damaged }
    }
}

extension CaseFileReader {
    /// One row of a case, or nil.
    func record(_ row: RecordID, of kind: RecordKind, in caseID: RecordID) throws -> (any StoredRecord)? {
        func read<Record: StoredRecord>(_ type: Record.Type) throws -> (any StoredRecord)? {
            let isPart = kind != .citizen && kind != .caseHeader
            let sql = TableSQL.of(kind).select + (isPart ? #" AND "id" = ?"# : "")
            return try database.prepared(sql).first({
                if isPart { $0.put(caseID) }
                $0.put(row)
            }) { columns in
                let id = try columns.id()
                let version = columns.int()
                return try Record(columns: &columns, id: id, caseID: caseID, version: version)
            }
        }
        return try read(kind.recordType)
    }
}
