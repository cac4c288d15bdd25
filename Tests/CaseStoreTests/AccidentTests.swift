import Casework
import Foundation
import StoreTestSupport
import Testing

@testable import CaseStore

#if canImport(Glibc)
    import Glibc
#endif

/// Accidents in processes of their own; one after another, for they fill disks and crowd the processor.
@Suite("Accidents", .serialized) struct AccidentTests {
    /// Whether the store holds what its journal says and nothing else.
    private func expectSound(_ path: String, _ world: TrialWorld) throws {
        let archive = try CaseArchive.open(at: path)
        #expect(try archive.verify(context: world.context).problems == [])
        try archive.close()
    }

    @Test("Killed on the way, an import leaves nothing; left alone, it leaves everything", arguments: [1, 4, 9, 14])
    func killedImport(atReport: Int) throws {
        let store = try TestStore()
        try store.open("Иванов")
        try store.archive.close()
        let (process, output) = try Probe.start(["import", store.path, "4000"])
        var text = ""
        while text.split(separator: "\n", omittingEmptySubsequences: false).count <= atReport {
            let data = output.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // On a busy machine the signal may come when all is done; then all must be there.
        let ended = process.terminationReason == .exit
        let archive = try CaseArchive.open(at: store.path)
        let count = try archive.count(of: RegistryQuery())
        #expect(count == 4001 || count == 1 && !ended)
        try archive.close()
        try expectSound(store.path, store.world)
        if count == 1 {
            let (lines, status) = try Probe.run(["import", store.path, "300"])
            #expect(status == 0 && lines.last == "done 300")
        }
    }

    @Test("At a file-size limit the store says so, keeps everything acknowledged and is readable") func fileSizeLimit() throws {
        let store = try TestStore()
        try store.open("Иванов")
        try store.archive.close()
        let (lines, status) = try Probe.run(["limited", store.path, String(1 << 20)])
        #expect(status == 4 && lines.last == "error write-failed", "\(lines.suffix(2))")
        let safe = lines.filter { $0.hasPrefix("safe") }.count
        #expect(safe > 3)
        let archive = try CaseArchive.open(at: store.path)
        #expect(try archive.count(of: RegistryQuery()) == safe + 1)
        try store.archive.close()
        try archive.close()
        try expectSound(store.path, store.world)
    }

    @Test("On a full disk the store says so, keeps everything acknowledged and goes on when there is room")
    func fullDisk() throws {
        let folder = NSTemporaryDirectory() + "marshrut-disk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard mount("tmpfs", folder, "tmpfs", 0, "size=3m") == 0 else { return }
        defer { umount2(folder, 2) }
        let world = TrialWorld()
        let path = folder + "/marshrut.sqlite"
        let archive = try CaseArchive.create(at: path, organisationID: RecordID(high: 1, low: 1), office: TrialAct.office)
        try archive.close()
        let (lines, status) = try Probe.run(["limited", path, "0"])
        #expect(status == 4 && lines.last == "error disk-full", "\(lines.suffix(2))")
        let safe = lines.filter { $0.hasPrefix("safe") }.count
        #expect(safe > 3)
        let reader = try CaseArchive.open(at: path, readOnly: true)
        #expect(try reader.count(of: RegistryQuery()) == safe)
        try reader.close()
        #expect(mount("tmpfs", folder, "tmpfs", UInt(MS_REMOUNT), "size=30m") == 0)
        try expectSound(path, world)
        let (_, second) = try Probe.run(["import", path, "10"])
        #expect(second == 0)
        #expect(throws: StoreError.self) { try fillUp(path, folder) }
    }

    /// A backup onto a full disk fails and leaves nothing half-made.
    private func fillUp(_ path: String, _ folder: String) throws {
        try Data(count: 1).write(to: URL(fileURLWithPath: folder + "/filler"))
        let filler = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/filler"))
        while (try? filler.write(contentsOf: Data(repeating: 1, count: 65_536))) != nil {}
        let archive = try CaseArchive.open(at: path, readOnly: true)
        defer {
            try? archive.close()
            #expect(!FileManager.default.fileExists(atPath: folder + "/copy.partial"))
        }
        try archive.backup(to: folder + "/copy")
    }

    @Test("A store on a disk mounted for reading is refused for writing") func readOnlyDisk() throws {
        let folder = NSTemporaryDirectory() + "marshrut-disk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard mount("tmpfs", folder, "tmpfs", 0, "size=9m") == 0 else { return }
        defer { umount2(folder, 2) }
        let path = folder + "/marshrut.sqlite"
        try CaseArchive.create(at: path, organisationID: RecordID(high: 1, low: 1), office: TrialAct.office).close()
        try #require(closeForWriting(folder))
        #expect(throws: StoreError.readOnly) { try CaseArchive.open(at: path) }
        let reader = try CaseArchive.open(at: path, readOnly: true)
        #expect(try reader.count(of: RegistryQuery()) == 0)
        try reader.close()
        #expect(throws: StoreError.readOnly) {
            try CaseArchive.create(at: folder + "/new.sqlite", organisationID: RecordID(high: 1, low: 1), office: TrialAct.office)
        }
    }

    /// Remounts a disk for reading only. It is busy while a file of it is open for writing, and a child that another test has
    /// just forked shares what was open here until it becomes its program.
    private func closeForWriting(_ folder: String) -> Bool {
        let deadline = Date().addingTimeInterval(120)
        while mount("tmpfs", folder, "tmpfs", UInt(MS_REMOUNT) | UInt(MS_RDONLY), "") != 0 {
            guard errno == EBUSY, Date() < deadline else { return false }
            usleep(5_000)
        }
        return true
    }

    @Test("Several processes write, undo, read and make checkpoints at once: nothing breaks") func crowd() throws {
        let store = try TestStore()
        for index in 0..<10 { try store.open("Иванов\(index)") }
        try store.archive.close()
        let seconds = ProcessInfo.processInfo.environment["HAMMER_SECONDS"] ?? "4"
        let writers = try (1...4).map { try Probe.start(["write", store.path, seconds, String($0)]) }
        let readers = try (1...2).map { _ in try Probe.start(["read", store.path, seconds]) }
        var work = 0
        for (process, output) in writers + readers {
            let last = String(decoding: output.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n").last ?? ""
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(last)")
            work += Int(last.split(separator: " ").last ?? "") ?? 0
        }
        // SQLite's lock is unfair, so that one of them may get little done; together they must have met often.
        #expect(work > 40)
        try expectSound(store.path, store.world)
    }
}
