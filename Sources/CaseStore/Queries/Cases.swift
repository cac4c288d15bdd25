import Casework
import GRDB

/// A case that a new referral may be about already.
public struct Duplicate: Hashable, Sendable {
    /// By what it was found.
    public enum Reason: Hashable, Sendable {
        /// The same СНИЛС.
        case snils
        /// The same folded name and birth date.
        case nameAndBirth
    }

    /// The case.
    public var caseID: RecordID
    /// The case number.
    public var number: Int
    /// By what it was found.
    public var reason: Reason
}

extension CaseArchive {
    /// The whole case, for showing and for actions.
    /// - Throws: ``StoreError/notFound``.
    public func caseFile(_ id: RecordID) throws(StoreError) -> CaseFile {
        try reading { database in
            guard let file = try CaseFileReader(database: database).file(id) else { throw StoreError.notFound }
            return file
        }
    }

    /// The case of the number people use; nil when there is none.
    public func caseID(number: Int) throws(StoreError) -> RecordID? {
        try reading { try CaseFileReader(database: $0).caseID(number: number) }
    }

    /// Cases of the same person: by СНИЛС where it is known and found, else by folded name and birth date.
    ///
    /// Nothing is merged: a person decides.
    public func duplicates(of citizen: Citizen) throws(StoreError) -> [Duplicate] {
        try reading { try DuplicateFinder(database: $0).duplicates(of: citizen) }
    }

    /// As ``duplicates(of:)`` for many people from one consistent state, for an import's preview.
    public func duplicates(of citizens: [Citizen]) throws(StoreError) -> [[Duplicate]] {
        try reading { database in
            let finder = DuplicateFinder(database: database)
            return try citizens.map { try finder.duplicates(of: $0) }
        }
    }
}

/// Looks for the same person.
struct DuplicateFinder {
    let database: Database

    func duplicates(of citizen: Citizen) throws -> [Duplicate] {
        if let snils = citizen.snils {
            let same = try database.prepared(
                """
                SELECT f."id", f."number" FROM citizen c JOIN caseFile f ON f."citizenID" = c."id" WHERE c."snils" = ?
                ORDER BY f."number"
                """
            ).all({ $0.put(snils.digits) }) { Duplicate(caseID: try $0.id(), number: $0.int(), reason: .snils) }
            if !same.isEmpty { return same }
        }
        return try database.prepared(
            """
            SELECT r."caseID", r."number", c."snils" FROM registry r INDEXED BY registryByNameKey
            JOIN caseFile f ON f."number" = r."number" JOIN citizen c ON c."id" = f."citizenID"
            WHERE r."nameKey" = ? AND r."born" = ? ORDER BY r."number"
            """
        ).all({
            $0.put(citizen.nameKey)
            $0.put(citizen.born)
        }) { row -> Duplicate? in
            let duplicate = Duplicate(caseID: try row.id(), number: row.int(), reason: .nameAndBirth)
            // Two known and different numbers are two people, namesakes born on one day.
            if let known = row.optionalText(), let snils = citizen.snils, known != snils.digits { return nil }
            return duplicate
        }.compactMap { $0 }
    }
}
