import GRDB
import GRDBSQLite

/// Result codes read as ``StoreError``.
enum Failure {
    /// The store's error for whatever GRDB, SQLite or our own code threw.
    static func storeError(_ error: any Error) -> StoreError {
        switch error {
        case let error as StoreError: error
        case let error as DatabaseError: storeError(code: error.extendedResultCode.rawValue)
        case is CancellationError: .cancelled
        default: .unexpected(code: SQLITE_ERROR)
        }
    }

    /// The store's error for an extended result code.
    static func storeError(code: Int32) -> StoreError {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: .locked
        case SQLITE_CORRUPT: .damaged
        case SQLITE_NOTADB: .notAStore
        case SQLITE_READONLY: .readOnly
        case SQLITE_FULL: .diskFull
        case SQLITE_IOERR: .writeFailed
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .noAccess
        case SQLITE_INTERRUPT: .cancelled
        default: .unexpected(code: code)
        }
    }

    /// Runs work and throws only ``StoreError``.
    static func mapped<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
        do { return try work() } catch { throw storeError(error) }
    }
}
