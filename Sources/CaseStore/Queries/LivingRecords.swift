import Casework
import GRDB

extension CaseArchive {
    /// What the plan of supported living is reckoned from: flats and rooms, and the entries of open cases about them.
    ///
    /// A closed case has no one who lives anywhere: its placements end with it.
    public func livingRecords() throws(StoreError) -> LivingPlan.Records {
        try reading { database in
            let rows = OfficeEntryRows(database: database)
            let office = try [LivingEntryKind.dwelling, .room].flatMap { try rows.entries(kind: $0.rawValue, regulation: nil) }
            let kinds: [LivingEntryKind] = [.placement, .waiting, .training]
            let cases = try kinds.flatMap { kind in
                try database.prepared(
                    """
                    SELECT DISTINCT e."caseID" FROM caseEntry e JOIN caseFile f ON f."id" = e."caseID"
                    WHERE e."entryKind" = ? AND f."closedOn" IS NULL
                    """
                ).all({ $0.put(kind.rawValue) }) { try $0.id() }
            }
            var entries: [CaseEntry] = []
            var people: [RecordID: LivingPerson] = [:]
            let reader = CaseFileReader(database: database)
            for id in Set(cases).sorted() {
                guard let file = try reader.file(id) else { continue }
                people[id] = LivingPerson(file.header, file.citizen)
                entries += file.entries.filter { entry in kinds.contains { $0.rawValue == entry.entryKind } }
            }
            return LivingPlan.Records(office: office, cases: entries, people: people)
        }
    }
}
