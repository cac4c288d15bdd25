import CaseStore
import Casework
import Regulations

/// The directory that a command works on: the acts' entries, and the office's versions where there is a store.
struct DirectoryAtHand {
    let packs: [RegulationPack]
    let directory: OfficeDirectory

    var organisations: [Organisation] { directory.organisations }
    /// The vocabulary of services of the acts.
    var technologies: [PackEntry] { packs.flatMap(\.technologies) }
    /// Titles of the services by id.
    var titles: [String: String] { Dictionary(technologies.map { ($0.id, $0.title) }) { first, _ in first } }

    init(packs: [RegulationPack], office: [Organisation]) {
        self.packs = packs
        directory = OfficeDirectory(shipped: packs.flatMap(\.directory), office: office, regulations: packs.map(\.id))
    }

    /// The organisation of a number that somebody typed.
    func organisation(_ number: Int) throws -> Organisation {
        let found = organisations.filter { $0.number == number }
        guard let organisation = found.first else { throw CommandFailure.refused("directory.unknown", String(number)) }
        if found.count > 1 {
            throw CommandFailure.usage("usage.which-regulation", found.map(\.regulation).joined(separator: ", "))
        }
        return organisation
    }
}

extension Wiring {
    /// The directory for reading. Without a store the acts' entries alone; every act at hand unless one is named.
    func directory(_ regulation: String?) throws -> DirectoryAtHand {
        var office: [Organisation] = []
        var own: [String] = []
        do throws(StoreError) {
            let archive = try openForReading()
            own = try archive.office().regulations
            office = try archive.organisations()
        } catch .missing {
            // The acts stand without a store.
        } catch {
            throw CommandFailure.store(error, at: databasePath)
        }
        return DirectoryAtHand(packs: try packs(regulation.map { [$0] } ?? own), office: office)
    }

    private func openForReading() throws(StoreError) -> CaseArchive {
        do throws(StoreError) { return try CaseArchive.open(at: databasePath) } catch .readOnly {
            return try CaseArchive.open(at: databasePath, readOnly: true)
        }
    }
}

extension OfficeAtWork {
    /// The directory for writing: of the office's acts, or of the one named.
    func directory(_ regulation: String?) throws -> DirectoryAtHand {
        let office = try storing { () throws(StoreError) in try archive.organisations() }
        return DirectoryAtHand(packs: try regulation.map { [try wiring.pack($0)] } ?? packs, office: office)
    }

    /// Keeps the office's version of an organisation and says so.
    func keep(_ organisation: Organisation, in directory: DirectoryAtHand) throws {
        if let fault = OfficeDirectory.faults(of: organisation).first {
            throw CommandFailure.usage("organisation-fault.\(fault.code)", fault.arguments.joined(separator: ", "))
        }
        let saved = try storing { () throws(StoreError) in
            try archive.save(
                organisation, seen: directory.directory.officeVersion(of: organisation), by: login, at: context.now)
        }
        guard let saved else { throw CommandFailure.refused("directory.conflict") }
        let key = saved.entry == nil ? "directory.unchanged" : "directory.saved"
        console.print(
            texts(key, String(saved.organisation.number), saved.organisation.listName, saved.entry.map(String.init) ?? "") + "\n")
    }
}
