import CaseStore
import Casework
import Foundation

/// The big store: built once, kept below `.build` and reused while its recipe is the same.
struct StoreCache {
    /// Raise it whenever ``InventedCases`` or the schema makes other rows.
    private static let recipe = 3

    let people: Int
    let folder: String

    var path: String { "\(folder)/store-\(StoreCache.recipe)-\(people).sqlite" }
    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    init(people: Int, folder: String) {
        self.people = people
        self.folder = folder
    }

    /// Builds the store anew; seconds taken.
    func build() throws -> Double {
        let partial = path + ".partial"
        StoreCache.remove(partial)
        StoreCache.remove(path)
        let clock = Stopwatch()
        let context = try BenchOffice.context()
        let archive = try StoreCache.create(at: partial, context: context)
        try archive.fill(with: InventedCases(count: people, context: context), context: context) { done in
            if done % 8192 == 8191 { note("  \(done + 1) of \(people) …") }
            return true
        }
        try archive.close()
        try FileManager.default.moveItem(atPath: partial, toPath: path)
        StoreCache.remove(partial)
        return clock.seconds
    }

    /// An office without cases.
    static func create(at path: String, context: DecisionContext) throws -> CaseArchive {
        let archive = try CaseArchive.create(at: path, organisationID: context.newID(), office: BenchOffice.settings)
        for worker in [BenchOffice.head] + (0..<BenchOffice.curators).map(BenchOffice.curator) {
            try archive.save(worker, by: BenchOffice.head.login, at: context.now)
        }
        return archive
    }

    /// A copy that a run may write into.
    func copy(to target: String) throws {
        StoreCache.remove(target)
        try FileManager.default.copyItem(atPath: path, toPath: target)
    }

    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-lock"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}
