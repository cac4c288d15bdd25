import Casework
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// The store: the one owner of the connections to its file.
///
/// One writer and a few readers of this process; other processes may have the same file open. Every write is one
/// IMMEDIATE transaction that keeps the invariants: rows, what is derived from them, and the journal.
/// All methods block; call the long ones off the loop that owns the terminal. Every method throws only
/// ``StoreError`` or ``PerformError``.
///
/// ```swift
/// let archive = try CaseArchive.open(at: path)
/// let page = try archive.registry(RegistryQuery(text: "иван"))
/// let outcome = try archive.perform(AssignCurator(curator: "ivanova"), on: page.rows[0].caseID, context: context)
/// ```
public final class CaseArchive: Sendable {
    /// The path of the file.
    public let path: String
    /// Whether the store was opened for reading only.
    public let isReadOnly: Bool

    let pool: DatabasePool
    /// The writers' lock; nil for a store opened for reading.
    let lock: StoreLock?
    /// Held in common while the store is open, so that nobody replaces its file.
    private let presence: StoreLock?
    let watcher: Mutex<DatabaseQueue?>
    private let closed = Atomic(false)

    private init(path: String, pool: DatabasePool, lock: StoreLock?, presence: StoreLock?, watcher: DatabaseQueue?) {
        self.path = path
        self.pool = pool
        self.lock = lock
        self.presence = presence
        isReadOnly = lock == nil
        self.watcher = Mutex(watcher)
        OpenStores.add(path)
    }

    /// A command that ends lets its store go without a word; what it wrote must not be left in the journal beside the file.
    deinit {
        try? close()
        OpenStores.remove(path)
    }

    /// Makes a new store.
    /// - Parameters:
    ///   - path: the file; its folder is made (0700) where there is none, the file is 0600.
    ///   - organisationID: the owner of the rows, for exchange between offices.
    ///   - office: the office's settings, kept under ``OfficeSettings``.
    public static func create(at path: String, organisationID: RecordID, office: OfficeSettings) throws(StoreError) -> CaseArchive
    {
        try StoreFile.makeFolder(for: path)
        try StoreFile.checkFileSystem(path)
        try StoreFile.makeFile(path)
        do {
            let archive = try connect(path, Locks(path, readOnly: false), migrations: Migration.all)
            try archive.writing { database in
                try database.run(#"INSERT INTO organisation ("number", "id", "name") VALUES (1, ?, ?)"#) {
                    $0.put(organisationID)
                    $0.put(office.organisation)
                }
                try Settings.save(office, in: database)
                try Settings.saveNumber(1, in: database)
            }
            try archive.checkpoint()
            try StoreFile.synchronise(StoreFile.folder(of: path))
            return archive
        } catch {
            // What was begun is not a store; the next try must not find it standing.
            for suffix in ["", "-wal", "-shm", "-lock"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            throw error
        }
    }

    /// Opens a store; an older schema is backed up beside it, then migrated.
    /// - Throws: ``StoreError``: a missing, foreign, newer or damaged file is not touched.
    public static func open(at path: String, readOnly: Bool = false) throws(StoreError) -> CaseArchive {
        try open(at: path, readOnly: readOnly, migrations: Migration.all)
    }

    /// Opens with the given schema steps; tests bring steps that are not released.
    static func open(at path: String, readOnly: Bool, migrations: [Migration]) throws(StoreError) -> CaseArchive {
        try StoreFile.check(path)
        if !readOnly, !StoreFile.isWritable(path) { throw .readOnly }
        let locks = try Locks(path, readOnly: readOnly)
        let (schema, watcher) = try probe(path)
        let newest = migrations.last?.number ?? 0
        if schema > newest { throw .newer(schema: schema) }
        if schema < newest {
            if readOnly { throw .readOnly }
            try StoreCopy.make(of: path, to: "\(path).schema-\(schema).backup")
        }
        return try connect(path, locks, migrations: migrations, watcher: watcher)
    }

    /// The schema's number, asked through SQLite without writing; finds damage that shows at once.
    ///
    /// The connection stays, to watch for others' changes: a connection less to open, and when GRDB lets one go,
    /// libdispatch on Linux begins to look after its threads once a second for ever.
    private static func probe(_ path: String) throws(StoreError) -> (schema: Int, watcher: DatabaseQueue) {
        try Failure.mapped {
            let queue = try DatabaseQueue(
                path: StoreFile.readingName(path), configuration: ConnectionSettings.configuration(readOnly: true))
            let schema = try queue.read { database in
                guard try database.number("PRAGMA application_id") == Int(StoreFile.applicationID) else {
                    throw StoreError.notAStore
                }
                for table in ["setting", "caseFile", "citizen", "registry", "journal"] {
                    _ = try database.number("SELECT 1 FROM \(table) LIMIT 1")
                }
                return try database.number("PRAGMA user_version") ?? 0
            }
            return (schema, queue)
        }
    }

    /// The locks of an open store: that it is open, and where it may be written the writers'.
    private struct Locks {
        let writing: StoreLock?
        let presence: StoreLock?

        init(_ path: String, readOnly: Bool) throws(StoreError) {
            writing = readOnly ? nil : try StoreLock(store: path)
            presence = writing ?? StoreLock(readingStore: path)
            if let presence, !presence.tryShare(.presence) { throw .inUse }
        }
    }

    private static func connect(
        _ path: String, _ locks: Locks, migrations: [Migration], watcher: DatabaseQueue? = nil
    ) throws(StoreError) -> CaseArchive {
        try Failure.mapped {
            let readOnly = locks.writing == nil
            let name = readOnly ? StoreFile.readingName(path) : path
            let pool = try DatabasePool(path: name, configuration: ConnectionSettings.configuration(readOnly: readOnly))
            let archive = CaseArchive(
                path: path, pool: pool, lock: locks.writing, presence: locks.presence, watcher: watcher)
            if readOnly {
                try pool.read { try ConnectionSettings.assert($0, readOnly: true) }
            } else {
                try pool.writeWithoutTransaction { try ConnectionSettings.assert($0, readOnly: false) }
                try archive.migrate(migrations)
            }
            return archive
        }
    }

    private func migrate(_ migrations: [Migration]) throws {
        let newest = migrations.last?.number ?? 0
        guard try pool.read({ try $0.number("PRAGMA user_version") }) != newest else { return }
        try writing { database in
            let schema = try database.number("PRAGMA user_version") ?? 0
            if schema > newest { throw StoreError.newer(schema: schema) }
            try migrations.apply(to: database, from: schema)
        }
        try checkpoint()
    }

    /// Moves what is written into the main file where nobody else writes, and closes the connections.
    ///
    /// Closing again does nothing; any other use after it is ``StoreError/unexpected(code:)``.
    public func close() throws(StoreError) {
        if isClosed { return }
        if !isReadOnly { _ = try? checkpointIfQuiet(over: 0) }
        let queue = watcher.withLock { held in
            defer { held = nil }
            return held
        }
        closed.store(true, ordering: .releasing)
        try Failure.mapped {
            try queue?.close()
            // Readers go first: only a connection that may write takes the journal away when it is the last to go, and
            // GRDB's `close` closes the writer first (https://github.com/groue/GRDB.swift/issues/739).
            pool.releaseMemory()
            try pool.close()
        }
        presence?.release(.presence)
    }

    /// Whether the connections were closed.
    var isClosed: Bool { closed.load(ordering: .acquiring) }

    // MARK: Transactions

    /// Reads from one consistent state, beside writers.
    func reading<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
        if isClosed { throw .unexpected(code: SQLITE_MISUSE) }
        return try Failure.mapped { try pool.read(work) }
    }

    /// Writes in one IMMEDIATE transaction, sharing the writers' lock; everything or nothing.
    func writing<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
        try Failure.mapped { try transaction(work) }
    }

    /// As ``writing(_:)``, letting errors of other types through.
    func transaction<Value>(_ work: (Database) throws -> Value) throws -> Value {
        guard let lock else { throw StoreError.readOnly }
        if isClosed { throw StoreError.unexpected(code: SQLITE_MISUSE) }
        return try pool.writeWithoutTransaction { database in
            try lock.share(.writing)
            defer { lock.release(.writing) }
            var result: Value?
            try database.inTransaction(.immediate) {
                result = try work(database)
                return .commit
            }
            guard let result else { throw StoreError.unexpected(code: 1) }
            return result
        }
    }
}
