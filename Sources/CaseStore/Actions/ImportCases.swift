import Casework
import GRDB
import GRDBSQLite

/// One row of an import.
public enum ImportStep: Sendable {
    /// A new person and case.
    case open(OpenCase)
    /// A further referral, or a mended card, of a case that is there.
    case act(caseID: RecordID, any CaseAction)
}

/// What an import did.
public struct ImportOutcome: Sendable {
    /// The journal entry's number; nil when nothing was written.
    public var entry: Int?
    /// Cases opened.
    public var added = 0
    /// Actions done on cases that were there.
    public var updated = 0
    /// What was refused, by the step's place from 0.
    public var refused: [Int: PerformError] = [:]
    /// The numbers of the cases opened: first and last; nil when none was.
    public var numbers: ClosedRange<Int>?
}

extension CaseArchive {
    /// Writes many referrals in one transaction and one journal entry: all of them that no rule refuses, or nothing.
    ///
    /// The steps are taken one after another and not kept, so that a long file needs little memory.
    /// - Parameters:
    ///   - steps: the rows.
    ///   - note: what the journal says of the source, such as a digest of the file; no personal data.
    ///   - progress: the number of rows done so far, every 256 rows and at the end; false calls the import off and nothing is
    ///     written.
    /// - Throws: ``StoreError``; nothing is written then.
    public func importCases(
        _ steps: some Sequence<ImportStep>, note: String? = nil, context: DecisionContext, progress: (Int) -> Bool = { _ in true }
    ) throws(StoreError) -> ImportOutcome {
        try writingMany { database in
            let first = try Settings.nextNumber(in: database)
            let writer = try CaseWriter(database, .importReferrals, context, note: note, bulkFrom: first)
            var number = first
            var outcome = ImportOutcome()
            for (index, step) in steps.enumerated() {
                if index % 256 == 255, !progress(index) { throw StoreError.cancelled }
                do {
                    switch step {
                    case .open(let order):
                        try writer.add(try order.decide(number: number, in: context))
                        number += 1
                        outcome.added += 1
                    case .act(let caseID, let action):
                        _ = try writer.perform(action, on: caseID, seen: nil)
                        outcome.updated += 1
                    }
                } catch {
                    let reason = PerformError.wrapping(error)
                    if case .store(let failure) = reason, failure != .notFound { throw failure }
                    outcome.refused[index] = reason
                }
            }
            // A last word before anything counts: the source may have turned out to be broken at its end.
            if !progress(outcome.added + outcome.updated + outcome.refused.count) { throw StoreError.cancelled }
            if writer.journal.isEmpty { return outcome }
            try writer.digests.indexBulk()
            try writer.journal.finish()
            if number > first {
                outcome.numbers = first...(number - 1)
                try Settings.saveNumber(number, in: database)
            }
            outcome.entry = writer.journal.sequence
            return outcome
        }
    }

    /// Fills the store with whole case files, as a demonstration or a measurement needs them.
    ///
    /// Rows, derived rows and search are those of real work. The journal gets one entry for the whole without the rows'
    /// images, so it cannot be taken back and says nothing of what was there before.
    /// - Parameters:
    ///   - files: case files with identifiers of their own; their numbers are allotted anew.
    ///   - progress: the number of cases done so far, every 256 cases; false calls it off and nothing is written.
    /// - Returns: how many were written.
    /// - Throws: ``StoreError``; nothing is written then.
    @discardableResult
    public func fill(
        with files: some Sequence<CaseFile>, context: DecisionContext, progress: (Int) -> Bool = { _ in true }
    ) throws(StoreError) -> Int {
        try writingMany { database in
            var number = try Settings.nextNumber(in: database)
            let writer = try CaseWriter(database, .importReferrals, context, note: "fill", bulkFrom: number)
            var count = 0
            for var file in files {
                if count % 256 == 255, !progress(count) { throw StoreError.cancelled }
                file.header.number = number
                try writer.add(file, isJournalled: false)
                number += 1
                count += 1
            }
            try writer.digests.indexBulk()
            try writer.journal.add(kind: "fill", before: nil, after: Array("{\"cases\":\(count)}".utf8))
            try writer.journal.finish()
            try Settings.saveNumber(number, in: database)
            return count
        }
    }

    /// As ``writing(_:)``, with more memory for pages until the end.
    private func writingMany<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
        func keep(_ kilobytes: Int) throws(StoreError) {
            try Failure.mapped {
                try pool.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA cache_size = -\(kilobytes); PRAGMA shrink_memory")
                }
            }
        }
        if isReadOnly { throw .readOnly }
        if isClosed { throw .unexpected(code: SQLITE_MISUSE) }
        try keep(ConnectionSettings.bulkCacheKilobytes)
        defer { try? keep(ConnectionSettings.cacheKilobytes) }
        return try writing(work)
    }
}
