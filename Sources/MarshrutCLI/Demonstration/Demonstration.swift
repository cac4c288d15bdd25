import CaseStore
import Casework
import Foundation
import MarshrutResources

/// A new store of an invented office, for trials, training and measurement.
///
/// The same seed, number and day give the same people, cases and facts everywhere; only identifiers differ.
public struct Demonstration {
    private let wiring: Wiring
    private let seed: UInt64

    /// A demonstration of a seed in the wiring's store.
    public init(wiring: Wiring, seed: UInt64) {
        self.wiring = wiring
        self.seed = seed
    }

    /// Makes the store and fills it.
    /// - Returns: how many cases it holds.
    @discardableResult
    public func fill(citizens: Int) throws -> Int {
        let packs = try wiring.packs([])
        let texts = wiring.texts
        let office = OfficeSettings(
            organisation: texts("demo.organisation"), contacts: texts("demo.contacts"), regulations: packs.map(\.id),
            officeTerms: ["contact": 5, "visit": 5, "letter": 3, "program": 10, "register-program": 3])
        let archive = try wiring.storing { () throws(StoreError) in
            try CaseArchive.create(at: wiring.databasePath, organisationID: wiring.newID(), office: office)
        }
        let work = try wiring.at(archive, office, packs: packs)
        let progress = Progress(console: wiring.console, texts: texts, key: "progress.cases")
        let count = try wiring.storing { () throws(StoreError) in
            for worker in workers(texts) { try archive.save(worker, by: wiring.login, at: wiring.now) }
            let files = InventedCases(
                seed: seed, count: citizens, context: work.context, workers: Demonstration.logins, texts: texts)
            return try archive.fill(with: files, context: work.context) { progress.show($0) }
        }
        progress.clear()
        try wiring.storing { () throws(StoreError) in try archive.close() }
        return count
    }

    /// Invented curators by login.
    static let logins = ["belova", "gromov", "zimina", "krylova", "orlov"]

    private func workers(_ texts: Texts) -> [Worker] {
        var workers = Demonstration.logins.map { Worker(login: $0, name: texts("demo.worker.\($0)"), role: "curator") }
        // Whoever tries the program works in it too.
        if !Demonstration.logins.contains(wiring.login) {
            workers.append(Worker(login: wiring.login, name: wiring.login, role: "curator"))
        }
        return workers
    }
}
