import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The advisory lock file beside the store: who has it open, and who may make a checkpoint.
///
/// SQLite before 3.51.3 can damage a store when a PASSIVE checkpoint meets a writer that begins the journal anew, and a
/// TRUNCATE checkpoint that does not get the write lock falls back to PASSIVE (`shared/design/safety.md`, section 0).
/// So every writer shares the lock, and the one who makes a checkpoint holds it alone: it never meets a writer.
/// The locks belong to the open file (`man 2 fcntl`, open file description locks) and end with the process.
final class StoreLock: Sendable {
    /// What a lock is about: a byte of the lock file.
    enum Matter: Int {
        /// Held in common by all who have the store open; alone by who replaces its file.
        case presence = 0
        /// Held in common by all who write; alone by who makes a checkpoint.
        case writing = 1
    }

    private let descriptor: Int32
    private static let setLock: Int32 = 37
    private static let setLockWait: Int32 = 38

    /// Opens, and where needed makes, the lock file of a store.
    init(store path: String) throws(StoreError) {
        descriptor = open(path + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw errno == ENOSPC ? .diskFull : .readOnly }
    }

    /// Opens the lock file to share it only; nil where there is none or it may not be read.
    init?(readingStore path: String) {
        descriptor = open(path + "-lock", O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    // Given up in words, not by the closing alone: a child that another thread has just forked shares the open file until
    // it becomes its program, and would keep the locks for so long.
    deinit {
        release(.presence)
        release(.writing)
        close(descriptor)
    }

    /// Shares the lock, waiting for whoever holds it alone.
    func share(_ matter: Matter) throws(StoreError) {
        while !set(Int16(F_RDLCK), matter, StoreLock.setLockWait) {
            if errno != EINTR { throw .locked }
        }
    }

    /// Shares the lock unless someone holds it alone.
    func tryShare(_ matter: Matter) -> Bool { set(Int16(F_RDLCK), matter, StoreLock.setLock) }

    /// Takes the lock alone unless someone has it.
    func tryAlone(_ matter: Matter) -> Bool { set(Int16(F_WRLCK), matter, StoreLock.setLock) }

    /// Gives the lock up.
    func release(_ matter: Matter) { _ = set(Int16(F_UNLCK), matter, StoreLock.setLock) }

    private func set(_ kind: Int16, _ matter: Matter, _ command: Int32) -> Bool {
        var lock = flock()
        lock.l_type = kind
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = off_t(matter.rawValue)
        lock.l_len = 1
        return withUnsafeMutablePointer(to: &lock) { fcntl(descriptor, command, UnsafeMutableRawPointer($0)) } == 0
    }
}
