import CaseStore
import Casework
import Foundation
import MarshrutResources
import Workbench

/// The screens inside of this process, for pictures of their pages.
enum Screens {
    /// The session of a worker over a store.
    static func session(_ path: String, login: String, runner: any QueryRunner) throws -> Session {
        let archive = try CaseArchive.open(at: path)
        let workers = try archive.workers()
        let office = try archive.office()
        guard let worker = workers.first(where: { $0.login == login }) else { throw BenchFailure("no worker \(login)") }
        return Session(
            archive: archive, packs: BenchOffice.packs(), calendar: try BenchOffice.calendar(), office: office,
            texts: Texts(language: .ru), worker: worker, workers: workers, runner: runner, clock: { BenchOffice.now },
            newID: {
                RecordID(
                    milliseconds: UInt64(Date().timeIntervalSince1970 * 1000),
                    random: (.random(in: .min ... .max), .random(in: .min ... .max)))
            })
    }
}

/// Why a measurement cannot go on.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
