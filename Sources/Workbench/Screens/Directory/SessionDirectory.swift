import CaseStore
import Casework

// The directory: read over values, written as the office's own version.
extension Session {
    /// Reads the office's versions of organisations.
    func directoryReader() -> @Sendable () -> [Organisation] {
        { [archive] in (try? archive.organisations()) ?? [] }
    }

    /// The directory of the office's acts with the office's versions.
    func directory(_ office: [Organisation]) -> OfficeDirectory {
        OfficeDirectory(shipped: packs.flatMap(\.directory), office: office, regulations: self.office.regulations)
    }

    /// The services that the office's acts name.
    var technologies: [PackEntry] {
        packs.filter { office.regulations.contains($0.id) }.flatMap(\.technologies)
    }

    /// Their titles by id.
    var serviceTitles: [String: String] { Dictionary(technologies.map { ($0.id, $0.title) }) { first, _ in first } }

    /// Keeps the office's version of an organisation; says so and lets it be undone.
    func keep(_ organisation: Organisation, over directory: OfficeDirectory, says key: String) -> SaveOutcome {
        do throws(StoreError) {
            let seen = directory.officeVersion(of: organisation)
            guard let saved = try archive.save(organisation, seen: seen, by: worker.login, at: now) else {
                return .rejected(["": texts("directory.conflict")])
            }
            if let entry = saved.entry { undoableEntry = entry }
            say(texts(key, saved.organisation.listName), .done)
            return .saved
        } catch {
            return .rejected(["": texts("store.\(error.code)", arguments: error.arguments)])
        }
    }
}
