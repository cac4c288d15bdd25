import Casework
import GRDB

/// An entry with the case it is kept in.
public struct EntryInCase: Hashable, Sendable {
    /// The case's number.
    public var number: Int
    /// Surname with initials.
    public var person: String
    /// The entry.
    public var entry: CaseEntry
}

extension CaseArchive {
    /// The entries of some kinds in all cases, closed ones included, the newest first.
    public func caseEntries(kinds: [String], regulation: String) throws(StoreError) -> [EntryInCase] {
        try reading { database in
            let reader = CaseFileReader(database: database)
            var cases: Set<RecordID> = []
            for kind in kinds {
                cases.formUnion(
                    try database.prepared(
                        #"SELECT DISTINCT "caseID" FROM caseEntry WHERE "entryKind" = ? AND "regulation" = ?"#
                    ).all({
                        $0.put(kind)
                        $0.put(regulation)
                    }) { try $0.id() })
            }
            return try cases.compactMap { try reader.file($0) }.flatMap { file in
                file.entries.filter { kinds.contains($0.entryKind) && $0.regulation == regulation }
                    .map { EntryInCase(number: file.header.number, person: file.citizen.shortName, entry: $0) }
            }.sorted { ($0.entry.on, $0.entry.id) > ($1.entry.on, $1.entry.id) }
        }
    }

    /// The agendas of the working groups of the given acts, made from the open cases.
    public func agendas(
        of regulations: [Regulation], engine: DeadlineEngine, today: CivilDate
    ) throws(StoreError) -> [GroupAgenda] {
        var agendas = regulations.compactMap { GroupAgenda(regulation: $0, engine: engine, today: today) }
        guard !agendas.isEmpty else { return [] }
        try eachOpenCase { file in
            for index in agendas.indices { agendas[index].add(file) }
            return true
        }
        return agendas
    }
}
