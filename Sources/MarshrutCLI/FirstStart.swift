import CaseStore
import Casework
import Foundation

/// Stores that the first start makes.
enum FirstStart {
    /// How many people a trial store holds.
    static let inventedCitizens = 300

    /// An empty store with its office and its first worker.
    static func create(_ wiring: Wiring, at path: String, office: OfficeSettings, worker: Worker) throws -> CaseArchive {
        try wiring.storing { () throws(StoreError) in
            let archive = try CaseArchive.create(at: path, organisationID: wiring.newID(), office: office)
            try archive.save(worker, by: worker.login, at: wiring.now)
            return archive
        }
    }

    /// A throwaway store of invented people, never at the place of the office's own.
    /// - Returns: the store's wiring: its place, and the login of a curator who has cases there.
    static func invented(_ wiring: Wiring) throws -> Wiring {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("marshrut-\(UUID().uuidString)")
        let trial = wiring.elsewhere(
            folder.appendingPathComponent("trial.sqlite").path, login: Demonstration.logins.first ?? wiring.login)
        try Demonstration(wiring: trial, seed: 1).fill(citizens: inventedCitizens)
        return trial
    }

    /// Throws a trial store away with its folder.
    static func discard(_ trial: Wiring) {
        let folder = URL(fileURLWithPath: trial.databasePath).deletingLastPathComponent()
        try? FileManager.default.removeItem(at: folder)
    }
}
