import Casework
import GRDB

extension CaseArchive {
    /// Performs one action on one case: decision, rows, derived rows and journal in one transaction.
    ///
    /// ```swift
    /// let call = LogContactAttempt(method: .phone, outcome: .noAnswer, at: context.now)
    /// let outcome = try archive.perform(call, on: caseID, seen: file.versions, context: context)
    /// ```
    /// - Parameters:
    ///   - id: the case.
    ///   - seen: the versions of the rows that the worker saw (``Casework/CaseFile/versions``). A row that would be changed
    ///     and is now newer, or was not seen, is a conflict. Nil: nothing was seen, as in a script.
    /// - Throws: ``PerformError``; nothing is written then.
    @discardableResult
    public func perform(
        _ action: any CaseAction, on id: RecordID, seen: [RecordID: Int]? = nil, context: DecisionContext
    ) throws(PerformError) -> Outcome {
        try performing { database in
            let writer = try CaseWriter(database, action.name, context)
            let (file, findings) = try writer.perform(action, on: id, seen: seen)
            try writer.journal.finish()
            return Outcome(entry: writer.journal.sequence, file: file, findings: findings)
        }
    }

    /// Opens a case; its number is allotted in the transaction and never used again.
    /// - Throws: ``PerformError``; nothing is written then.
    @discardableResult
    public func open(_ order: OpenCase, context: DecisionContext) throws(PerformError) -> Outcome {
        try performing { database in
            let number = try Settings.nextNumber(in: database)
            let file = try order.decide(number: number, in: context)
            let writer = try CaseWriter(database, .openCase, context)
            try writer.add(file)
            try writer.journal.finish()
            try Settings.saveNumber(number + 1, in: database)
            return Outcome(entry: writer.journal.sequence, file: file.written, findings: [])
        }
    }

    /// Performs one action on many cases: one transaction, one journal entry, one undo, a result for every case.
    ///
    /// A case whose rule refuses, that is gone, or that someone changed is left out with its reason; the others are done.
    /// - Parameters:
    ///   - ids: the cases; one that is named twice is done once.
    ///   - seen: as in ``perform(_:on:seen:context:)``, by case.
    ///   - progress: the number of cases looked at so far; false calls the whole off.
    ///   - action: the action for a case.
    /// - Throws: ``StoreError``; nothing is written then.
    public func performMany(
        _ ids: [RecordID], _ name: ActionName, seen: [RecordID: [RecordID: Int]] = [:], context: DecisionContext,
        progress: (Int) -> Bool = { _ in true }, action: (RecordID) -> any CaseAction
    ) throws(StoreError) -> BulkOutcome {
        try writing { database in
            let writer = try CaseWriter(database, name, context)
            var results: [BulkOutcome.Result] = []
            var known: Set<RecordID> = []
            for id in ids where known.insert(id).inserted {
                if results.count % 64 == 63, !progress(results.count) { throw StoreError.cancelled }
                do {
                    let (_, findings) = try writer.perform(action(id), on: id, seen: seen[id])
                    results.append(BulkOutcome.Result(caseID: id, verdict: .success(findings)))
                } catch {
                    let reason = PerformError.wrapping(error)
                    // What a rule or a conflict refuses has written nothing; anything else ends the whole.
                    if case .store(let failure) = reason, failure != .notFound { throw failure }
                    results.append(BulkOutcome.Result(caseID: id, verdict: .failure(reason)))
                }
            }
            if writer.journal.isEmpty { return BulkOutcome(entry: nil, results: results) }
            try writer.journal.finish()
            return BulkOutcome(entry: writer.journal.sequence, results: results)
        }
    }

    /// Runs a transaction whose errors are the worker's as well as the store's.
    func performing<Value>(_ work: (Database) throws -> Value) throws(PerformError) -> Value {
        do { return try transaction(work) } catch { throw PerformError.wrapping(error) }
    }
}

extension CaseFile {
    /// The version of every row, for ``CaseStore/CaseArchive/perform(_:on:seen:context:)``.
    public var versions: [RecordID: Int] {
        Dictionary(records.map { ($0.id, $0.version) }, uniquingKeysWith: { first, _ in first })
    }

    /// The file as it stands once every row has been written for the first time.
    var written: CaseFile {
        var copy = self
        for record in records {
            var row = record
            row.version = 1
            copy.apply(row)
        }
        return copy
    }
}
