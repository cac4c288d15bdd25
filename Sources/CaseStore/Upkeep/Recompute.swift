import Casework
import GRDB

extension CaseArchive {
    /// Computes what is derived of every case anew, as after a change of acts, calendar or settings.
    ///
    /// Cases are taken in short transactions, so that others can write meanwhile and memory stays small. Called off or
    /// broken off it may be called again: cases that agree already are not written.
    /// - Parameter progress: the number of cases looked at so far; false calls it off.
    /// - Returns: how many cases changed.
    @discardableResult
    public func recomputeObligations(
        context: DecisionContext, progress: (Int) -> Bool = { _ in true }
    ) throws(StoreError) -> Int {
        var last = 0
        var looked = 0
        var changed = 0
        while true {
            let (seen, written) = try writing { database in
                let reader = CaseFileReader(database: database)
                let stored = DigestReader(database: database)
                let digester = Digester(context)
                let writer = try DigestWriter(database)
                let cases = try database.prepared(
                    #"SELECT "number", "id" FROM caseFile WHERE "number" > ? ORDER BY "number" LIMIT 1000"#
                )
                .all({ $0.put(last) }) { (number: $0.int(), id: try $0.id()) }
                var written = 0
                for (number, id) in cases {
                    guard let file = try reader.file(id) else { throw StoreError.damaged }
                    let digest = digester.digest(file)
                    if try !stored.agrees(number: number, with: digest) {
                        try writer.replace(digest)
                        written += 1
                    }
                    last = number
                }
                return (cases.count, written)
            }
            looked += seen
            changed += written
            if seen == 0 { return changed }
            if !progress(looked) { throw StoreError.cancelled }
        }
    }

    /// Looks again at the category of every case whose day for it has come (a birthday).
    ///
    /// The category is derived from the person and the day, so this is not an action: the row's version stays and the
    /// journal has no entry. Call it once a day, when the program opens or midnight passes.
    /// - Returns: how many cases were looked at.
    @discardableResult
    public func refreshCategories(context: DecisionContext) throws(StoreError) -> Int {
        let today = context.now.date
        let due = #"SELECT "id" FROM caseFile WHERE "categoryUntil" <= ?"#
        if try reading({ try $0.prepared(due).first({ $0.put(today) }) { try $0.id() } }) == nil { return 0 }
        return try writing { database in
            let reader = CaseFileReader(database: database)
            let writer = try DigestWriter(database)
            let digester = Digester(context)
            let ids = try database.prepared(due).all({ $0.put(today) }) { try $0.id() }
            for id in ids {
                guard var file = try reader.file(id) else { throw StoreError.damaged }
                let act = context.leadingRegulation(of: file.header)
                file.header.category = act?.category(of: file.citizen, on: today)?.entry.id
                file.header.categoryUntil = act?.nextCategoryReview(of: file.citizen, after: today)
                try database.run(#"UPDATE caseFile SET "category" = ?, "categoryUntil" = ? WHERE "id" = ?"#) {
                    $0.put(file.header.category)
                    $0.put(file.header.categoryUntil)
                    $0.put(id)
                }
                try writer.replace(digester.digest(file))
            }
            return ids.count
        }
    }
}
