import Casework
import GRDB

extension CaseArchive {
    /// The day from which the office keeps its journal: that of the first entry; nil while there is none.
    public func firstDay() throws(StoreError) -> CivilDate? {
        try reading { database in
            try database.prepared(#"SELECT "at" FROM journal ORDER BY "sequence" LIMIT 1"#).first { Moment.value($0.int()).date }
        }
    }

    /// Every open case in the order of numbers, read in short pieces, so that others can write meanwhile.
    /// - Parameters:
    ///   - curator: only the cases of this curator; nil for all.
    ///   - visit: false ends the reading.
    public func eachOpenCase(curator: String? = nil, _ visit: (CaseFile) -> Bool) throws(StoreError) {
        var last = 0
        while true {
            let files = try reading { database in
                let reader = CaseFileReader(database: database)
                let filter = curator == nil ? "" : #"AND "curator" = ?"#
                let ids = try database.prepared(
                    """
                    SELECT "number", "id" FROM caseFile WHERE "number" > ? AND "closedOn" IS NULL \(filter)
                    ORDER BY "number" LIMIT 200
                    """
                ).all({
                    $0.put(last)
                    if let curator { $0.put(curator) }
                }) { (number: $0.int(), id: try $0.id()) }
                return try ids.compactMap { try reader.file($0.id) }
            }
            guard let final = files.last else { return }
            last = final.header.number
            for file in files where !visit(file) { return }
        }
    }
}
