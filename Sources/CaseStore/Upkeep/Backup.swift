import Foundation
import GRDB
import GRDBSQLite

extension CaseArchive {
    /// Copies the store, while it is in use, to a new file: whole, checked, forced to the disk, 0600.
    ///
    /// A file at the target is replaced only when the copy is complete.
    /// - Throws: ``StoreError/damaged`` when the copy does not pass SQLite's quick check.
    public func backup(to target: String) throws(StoreError) {
        if isClosed { throw .unexpected(code: SQLITE_MISUSE) }
        try Failure.mapped { try StoreCopy.copy(from: pool, to: target) }
    }

    /// Puts a backup in the place of a store; the store that was there is kept beside it as `….replaced`.
    ///
    /// The backup is checked first: SQLite's integrity, our schema, the journal's chain.
    /// - Throws: ``StoreError/inUse`` while any process has the store open; a refused backup changes nothing.
    public static func restore(_ backup: String, to path: String) throws(StoreError) {
        try StoreFile.check(backup)
        try StoreFile.makeFolder(for: path)
        try StoreFile.checkFileSystem(path)
        let lock = try StoreLock(store: path)
        guard lock.tryAlone(.presence) else { throw .inUse }
        defer { lock.release(.presence) }
        let candidate = path + ".restoring"
        try StoreCopy.make(of: backup, to: candidate)
        try Failure.mapped {
            do {
                let queue = try DatabaseQueue(path: candidate, configuration: ConnectionSettings.configuration(readOnly: true))
                let problems = try queue.read { database in
                    var verifier = Verifier(database: database)
                    try verifier.checkFile()
                    try verifier.checkJournal()
                    return verifier.report.problems
                }
                try queue.close()
                guard problems.isEmpty else { throw StoreError.damaged }
                if FileManager.default.fileExists(atPath: path) {
                    // The old store with its journal, as one whole file.
                    if (try? StoreCopy.make(of: path, to: path + ".replaced")) == nil {
                        try? FileManager.default.removeItem(atPath: path + ".replaced")
                        try FileManager.default.copyItem(atPath: path, toPath: path + ".replaced")
                    }
                }
                for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
                guard rename(candidate, path) == 0 else { throw StoreError.writeFailed }
                try StoreFile.synchronise(StoreFile.folder(of: path))
            } catch {
                try? FileManager.default.removeItem(atPath: candidate)
                throw error
            }
        }
    }
}
