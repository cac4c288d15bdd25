import GRDB

extension CaseArchive {
    /// Bytes of the write-ahead journal above which a checkpoint is worth its while.
    public static let worthwhileJournal = 4 << 20

    /// Bytes waiting in the write-ahead journal.
    public var journalBytes: Int { StoreFile.size(path + "-wal") }

    /// Moves what is written into the main file, if it is worth it and nobody writes at this moment.
    ///
    /// Call it when the worker pauses. It never waits for another writer, and no writer meets it: it holds the writers' lock
    /// alone meanwhile (``StoreLock``).
    /// - Parameter bytes: nothing is done below so many waiting bytes.
    /// - Returns: whether the journal is empty now.
    @discardableResult
    public func checkpointIfQuiet(over bytes: Int = worthwhileJournal) throws(StoreError) -> Bool {
        if journalBytes <= bytes { return journalBytes == 0 }
        guard let lock, !isClosed else { return false }
        return try Failure.mapped {
            try pool.writeWithoutTransaction { database in
                guard lock.tryAlone(.writing) else { return false }
                defer { lock.release(.writing) }
                do {
                    _ = try database.checkpoint(.truncate)
                    return true
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                    // A reader stayed for longer than the busy timeout; the next quiet moment will do.
                    return false
                }
            }
        }
    }

    /// As ``checkpointIfQuiet(over:)``, whatever waits.
    func checkpoint() throws(StoreError) { _ = try checkpointIfQuiet(over: 0) }
}
