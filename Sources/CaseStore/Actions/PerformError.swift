import Casework

/// Why an action was not performed; nothing was written.
public enum PerformError: Error, Hashable, Sendable {
    /// A rule forbids it.
    case refusal(Refusal)
    /// Someone changed what the worker saw.
    case conflict(Conflict)
    /// The store cannot work.
    case store(StoreError)
}

/// Someone else's change that stands in the way of this one.
public struct Conflict: Error, Hashable, Sendable {
    /// The kind of the row that both changed.
    public var kind: RecordKind
    /// The row.
    public var rowID: RecordID
    /// The case.
    public var caseID: RecordID
    /// The journal entry of the other change; nil where the journal holds none.
    public var entry: EntrySummary?
}

/// A journal entry in short: who did what and when.
public struct EntrySummary: Hashable, Sendable {
    /// The entry's number, from 1.
    public var sequence: Int
    /// When, by the office's clock.
    public var at: CivilDateTime
    /// The worker's login.
    public var worker: String
    /// The action; nil when a newer version of the program knows it and this one does not.
    public var action: ActionName?
    /// The entry that it took back, for an undo.
    public var undoes: Int?
}

/// What an action did.
public struct Outcome: Sendable {
    /// The journal entry's number, by which it can be taken back.
    public var entry: Int
    /// The case as it stands now.
    public var file: CaseFile
    /// Remarks that did not stop the action.
    public var findings: [Finding]
}

/// What a bulk action did.
public struct BulkOutcome: Sendable {
    /// One case of the bulk.
    public struct Result: Sendable {
        /// The case.
        public var caseID: RecordID
        /// The findings of what was done, or why it was not.
        public var verdict: Swift.Result<[Finding], PerformError>
    }

    /// The journal entry's number; nil when nothing was done.
    public var entry: Int?
    /// A result for every case asked for, in that order.
    public var results: [Result]
}

extension PerformError {
    /// The error for whatever was thrown inside a transaction.
    static func wrapping(_ error: any Error) -> PerformError {
        switch error {
        case let error as PerformError: error
        case let error as Refusal: .refusal(error)
        case let error as Conflict: .conflict(error)
        default: .store(Failure.storeError(error))
        }
    }
}
