import Foundation
import GRDB

#if canImport(Glibc)
    import Glibc
#endif

/// Copies of a store: whole, checked and forced to the disk before they take their name.
enum StoreCopy {
    /// Copies a store, open or not, to a new file.
    ///
    /// Online copy → quick check of the copy → file forced to the disk → renamed → folder forced to the disk. The copy is
    /// 0600 and complete by itself (no journal beside it). An existing file at the target is replaced only at the end.
    static func make(of path: String, to target: String) throws(StoreError) {
        try Failure.mapped {
            let source = try DatabaseQueue(path: path, configuration: ConnectionSettings.configuration(readOnly: true))
            defer { try? source.close() }
            try copy(from: source, to: target)
        }
    }

    /// As ``make(of:to:)``, from an open connection.
    static func copy(from source: some DatabaseReader, to target: String) throws {
        try StoreFile.makeFolder(for: target)
        let partial = target + ".partial"
        for suffix in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: partial + suffix) }
        try StoreFile.makeFile(partial)
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(ConnectionSettings.busyTimeout)
            let copy = try DatabaseQueue(path: partial, configuration: configuration)
            try source.backup(to: copy)
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            let verdict = try copy.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
            try copy.close()
            guard verdict == ["ok"] else { throw StoreError.damaged }
            try StoreFile.synchronise(partial)
            guard rename(partial, target) == 0 else { throw StoreError.writeFailed }
            try StoreFile.synchronise(StoreFile.folder(of: target))
        } catch {
            for suffix in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: partial + suffix) }
            throw error
        }
    }
}
