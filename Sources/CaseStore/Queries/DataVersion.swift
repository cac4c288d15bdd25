import GRDB
import GRDBSQLite

extension CaseArchive {
    /// A number that differs from the last one when anything was written since, by this process or another.
    ///
    /// Asked on a connection kept for it; costs a few microseconds and no input or output, so that it may be polled.
    /// Source: <https://sqlite.org/pragma.html#pragma_data_version>.
    public func dataVersion() throws(StoreError) -> Int {
        if isClosed { throw .unexpected(code: SQLITE_MISUSE) }
        let configuration = ConnectionSettings.configuration(readOnly: true)
        return try Failure.mapped {
            let queue = try watcher.withLock { held in
                if let held { return held }
                let fresh = try DatabaseQueue(path: StoreFile.readingName(path), configuration: configuration)
                held = fresh
                return fresh
            }
            return try queue.unsafeRead { try $0.number("PRAGMA data_version") ?? 0 }
        }
    }
}
