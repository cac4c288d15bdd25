import Casework
import Foundation
import GRDB
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Opening") struct OpeningTests {
    private func scratch() -> String { NSTemporaryDirectory() + "marshrut-" + UUID().uuidString }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("Files are closed to others, and every setting holds on every connection") func settingsHold() throws {
        let store = try TestStore()
        try store.open("Иванов")
        #expect(try mode(store.folder + "/store") == 0o700)
        for suffix in ["", "-wal", "-shm", "-lock"] { #expect(try mode(store.path + suffix) == 0o600) }
        try store.archive.pool.writeWithoutTransaction { database in
            try ConnectionSettings.assert(database, readOnly: false)
            let settings = [
                "journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "busy_timeout",
                "wal_autocheckpoint",
            ]
            let values = try settings.map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
            #expect(values == ["wal", "2", "1", "0", "1", "10000", "0"])
        }
        try store.archive.pool.read { database in
            let settings = ["foreign_keys", "trusted_schema", "cell_size_check", "busy_timeout", "wal_autocheckpoint"]
            let values = try settings.map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
            #expect(values == ["1", "0", "1", "10000", "0"])
        }
        let journal = store.archive.journalBytes
        for index in 0..<60 { try store.archive.setPreference("x", String(repeating: "\(index)", count: 60_000)) }
        #expect(store.archive.journalBytes > journal + 3_000_000)
        #expect(try store.archive.checkpointIfQuiet() && store.archive.journalBytes == 0)
    }

    @Test("A checkpoint waits for nobody: it is left out while another process writes") func checkpointIsQuiet() throws {
        let store = try TestStore()
        try store.open("Иванов")
        let other = try StoreLock(store: store.path)
        #expect(other.tryShare(.writing))
        #expect(try !store.archive.checkpointIfQuiet(over: 0))
        other.release(.writing)
        #expect(try store.archive.checkpointIfQuiet(over: 0))
        #expect(other.tryAlone(.writing))
    }

    @Test("A lock given up is free at once, though a child just forked still shares the open file") func lockIsGivenUp() throws {
        let store = try TestStore()
        var copy: Int32 = -1
        do {
            let lock = try StoreLock(store: store.path + "-other")
            #expect(lock.tryAlone(.presence) && lock.tryShare(.writing))
            // What a child has of it until it becomes its program.
            for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name)
                if target?.hasSuffix(store.path + "-other-lock") == true { copy = dup(try #require(Int32(name))) }
            }
            withExtendedLifetime(lock) {}
        }
        try #require(copy >= 0)
        defer { close(copy) }
        let next = try StoreLock(store: store.path + "-other")
        #expect(next.tryAlone(.presence) && next.tryAlone(.writing))
    }

    @Test("Missing, foreign, newer and cut files are told apart and not touched") func strangersAreNotTouched() throws {
        let folder = scratch()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(throws: StoreError.missing) { try CaseArchive.open(at: folder + "/none") }
        func check(_ name: String, _ error: StoreError, _ make: (String) throws -> Void) throws {
            let path = folder + "/" + name
            try make(path)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(throws: error, "\(name)") { try CaseArchive.open(at: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before, "\(name)")
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"), "\(name)")
        }
        try check("text", .notAStore) { try Data("Фамилия;Имя\n".utf8).write(to: URL(fileURLWithPath: $0)) }
        try check("noise", .notAStore) { try Data((0..<5000).map { UInt8($0 * 7 % 251) }).write(to: URL(fileURLWithPath: $0)) }
        try check("foreign", .notAStore) { path in
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "CREATE TABLE a (b)") }
            try queue.close()
        }
        let store = try TestStore()
        try store.open("Иванов")
        func copy(_ path: String, _ sql: String) throws {
            try store.archive.backup(to: path)
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
            try queue.close()
        }
        try check("newer", .newer(schema: 99)) { try copy($0, "PRAGMA user_version = 99") }
        try check("cut", .damaged) { path in
            try store.archive.backup(to: path)
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            try file.truncate(atOffset: 40_960)
            try file.close()
        }
        try check("broken", .damaged) { path in
            try store.archive.backup(to: path)
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            try file.seek(toOffset: 4096)
            let size = Int(try file.seekToEnd())
            try file.seek(toOffset: 4096)
            try file.write(contentsOf: Data(repeating: 0xA5, count: size - 4096))
            try file.close()
        }
        try check("unlike", .unexpected(code: 1)) { try copy($0, "PRAGMA foreign_keys = OFF; DROP TABLE citizen") }
        #expect(throws: StoreError.alreadyThere) {
            try CaseArchive.create(at: store.path, organisationID: RecordID(high: 1, low: 1), office: TrialAct.office)
        }
        #expect(try store.archive.count(of: RegistryQuery()) == 1)
    }

    @Test("An older schema is backed up, then migrated; a newer program's store is refused") func olderIsMigrated() throws {
        let folder = scratch()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // A store frozen at schema 1, as that version wrote it.
        let frozen = try #require(Bundle.module.url(forResource: "schema-1", withExtension: "sqlite", subdirectory: "Frozen"))
        let path = folder + "/marshrut.sqlite"
        try FileManager.default.copyItem(at: frozen, to: URL(fileURLWithPath: path))
        let trial = Migration(number: Migration.current + 1) { database in
            try database.execute(sql: "ALTER TABLE citizen ADD COLUMN trial TEXT")
        }
        let world = TrialWorld(identifiers: Identifiers(after: 1000))
        let archive = try CaseArchive.open(at: path, readOnly: false, migrations: Migration.all + [trial])
        #expect(try archive.verify(context: world.context).problems.isEmpty)
        #expect(try archive.registry(RegistryQuery()).rows.map(\.family) == ["Ежов", "Ёлкин", "Жуков"])
        try archive.perform(
            LogContactAttempt(method: .phone, outcome: .noAnswer, at: world.now),
            on: archive.registry(RegistryQuery()).rows[0].caseID, context: world.context)
        try archive.close()
        #expect(FileManager.default.fileExists(atPath: path + ".schema-1.backup"))
        #expect(throws: StoreError.newer(schema: Migration.current + 1)) { try CaseArchive.open(at: path) }
        let backup = try CaseArchive.open(at: path + ".schema-1.backup")
        #expect(try backup.count(of: RegistryQuery()) == 3)
        try backup.close()
    }

    @Test("A store opened for reading reads and refuses to write") func readOnly() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        let reader = try CaseArchive.open(at: store.path, readOnly: true)
        #expect(reader.isReadOnly)
        #expect(try reader.caseFile(file.header.id) == file)
        #expect(throws: PerformError.store(.readOnly)) {
            try reader.perform(store.call, on: file.header.id, context: store.context)
        }
        #expect(throws: StoreError.readOnly) { try reader.setPreference("a", "b") }
        #expect(throws: StoreError.readOnly) { try reader.importCases([ImportStep](), context: store.context) }
        #expect(throws: UndoRefusal.store(.readOnly)) { try reader.undo(context: store.context) }
        try reader.close()
    }

    @Test("A writer that stays too long is told as a lock") func lockIsTold() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        let path = store.path
        let other = try DatabaseQueue(path: path)
        try store.archive.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 200") }
        try other.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: PerformError.store(.locked)) {
                try store.archive.perform(store.call, on: file.header.id, context: store.context)
            }
            #expect(try store.archive.caseFile(file.header.id) == file)
            try database.execute(sql: "ROLLBACK")
        }
        try store.archive.perform(store.call, on: file.header.id, context: store.context)
        try other.close()
    }

    @Test("A backup is whole by itself, and restoring waits until nobody has the store open") func backupAndRestore() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        let backup = store.folder + "/backup/marshrut.backup"
        try store.archive.backup(to: backup)
        #expect(try mode(backup) == 0o600 && !FileManager.default.fileExists(atPath: backup + ".partial"))
        try store.archive.perform(store.call, on: file.header.id, context: store.context)
        try store.archive.backup(to: store.folder + "/backup/second")
        #expect(throws: StoreError.inUse) { try CaseArchive.restore(backup, to: store.path) }
        try store.archive.close()
        let visitor = try CaseArchive.open(at: store.path, readOnly: true)
        #expect(throws: StoreError.inUse) { try CaseArchive.restore(backup, to: store.path) }
        try visitor.close()
        // A backup whose journal was forged is refused, and the store stays as it is.
        let forged = store.folder + "/backup/second"
        let queue = try DatabaseQueue(path: forged)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "DROP TRIGGER journalRefusesUpdate; UPDATE journal SET worker = 'x' WHERE sequence = 1")
        }
        try queue.close()
        #expect(throws: StoreError.damaged) { try CaseArchive.restore(forged, to: store.path) }
        var again = try CaseArchive.open(at: store.path)
        #expect(try again.caseFile(file.header.id).attempts.count == 1)
        try again.close()
        try CaseArchive.restore(backup, to: store.path)
        again = try CaseArchive.open(at: store.path)
        #expect(try again.caseFile(file.header.id) == file)
        #expect(try again.verify(context: store.context).problems.isEmpty)
        try again.close()
        let replaced = try CaseArchive.open(at: store.path + ".replaced", readOnly: true)
        #expect(try replaced.caseFile(file.header.id).attempts.count == 1)
        try replaced.close()
    }

    @Test("Network file systems are known by their type") func networkFileSystems() {
        #expect(StoreFile.isNetwork("nfs4") && StoreFile.isNetwork("cifs") && StoreFile.isNetwork("fuse.sshfs"))
        #expect(!StoreFile.isNetwork("ext4") && !StoreFile.isNetwork("tmpfs") && !StoreFile.isNetwork("overlay"))
    }
}
