import Casework
import GRDB

/// Performs decisions inside one transaction: rows, digest, journal.
final class CaseWriter {
    let database: Database
    let context: DecisionContext
    let reader: CaseFileReader
    let rows: RowWriter
    let digests: DigestWriter
    let digester: Digester
    var journal: JournalWriter

    /// - Parameter bulkFrom: for many new cases, the first of their numbers; ``DigestWriter/indexBulk()`` ends the work.
    init(
        _ database: Database, _ action: ActionName, _ context: DecisionContext, undoes: Int? = nil, note: String? = nil,
        bulkFrom: Int? = nil
    ) throws {
        self.database = database
        self.context = context
        reader = CaseFileReader(database: database)
        rows = RowWriter(database, at: context.now)
        digests = try DigestWriter(database, bulkFrom: bulkFrom)
        digester = Digester(context)
        journal = try JournalWriter(database, action, context, undoes: undoes, note: note)
    }

    /// Decides and writes one action on one case.
    /// - Parameter seen: the versions of the rows that the worker saw; nil when the action was not decided upon a screen.
    /// - Throws: ``Refusal``, ``Conflict``, ``StoreError`` or GRDB's error; the caller rolls back.
    func perform(_ action: any CaseAction, on id: RecordID, seen: [RecordID: Int]?) throws -> (
        file: CaseFile, findings: [Finding]
    ) {
        guard var file = try reader.file(id) else { throw StoreError.notFound }
        let decision = try action.decide(file, in: context)
        for change in decision.changes { try checkVersion(change, in: file, seen: seen) }
        for change in decision.changes { try write(change.stored, into: &file) }
        try digests.replace(digester.digest(file))
        return (file, decision.findings)
    }

    /// Writes a record over the one that the file holds, with the next version and its journal change.
    func write(_ record: some StoredRecord, into file: inout CaseFile) throws {
        let kind = type(of: record).kind
        let former = file.record(record.id, of: kind)?.stored
        var written = record
        written.version = (former?.version ?? 0) + 1
        try rows.put(written)
        try journal.add(
            kind, caseID: file.header.id, rowID: record.id, version: written.version, before: former?.image, after: written.image)
        file.apply(written)
    }

    /// Writes a whole new case, every row at version 1.
    /// - Parameter isJournalled: false when the entry stands for the rows without their images.
    func add(_ file: CaseFile, isJournalled: Bool = true) throws {
        func put(_ record: some StoredRecord) throws {
            var written = record
            written.version = 1
            try rows.add(written)
            if isJournalled {
                try journal.add(
                    type(of: record).kind, caseID: file.header.id, rowID: record.id, version: 1, before: nil, after: written.image
                )
            }
        }
        try put(file.citizen)
        try put(file.header)
        for record in file.representatives { try put(record) }
        for record in file.referrals { try put(record) }
        for record in file.attempts { try put(record) }
        for record in file.consents { try put(record) }
        for record in file.meetings { try put(record) }
        for record in file.surveys { try put(record) }
        for record in file.programs { try put(record) }
        for record in file.overrides { try put(record) }
        for record in file.marks { try put(record) }
        for record in file.entries { try put(record) }
        try digests.add(digester.digest(file))
    }

    private func checkVersion(_ change: any CaseRecord, in file: CaseFile, seen: [RecordID: Int]?) throws {
        let kind = type(of: change).kind
        guard let current = file.record(change.id, of: kind) else {
            // A row that the action means to change is gone.
            if change.version > 0 { throw try conflict(kind, change.id, file) }
            return
        }
        if change.version != current.version { throw try conflict(kind, change.id, file) }
        if let seen, seen[change.id] != current.version { throw try conflict(kind, change.id, file) }
    }

    private func conflict(_ kind: RecordKind, _ row: RecordID, _ file: CaseFile) throws -> Conflict {
        Conflict(
            kind: kind, rowID: row, caseID: file.header.id,
            entry: try JournalReader(database: database).lastEntry(touching: row, of: file.header.id))
    }
}
