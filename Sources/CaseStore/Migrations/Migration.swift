import GRDB

/// One step of the schema: its number (`PRAGMA user_version` after it) and what it does.
///
/// Every migration is a file of its own, named as a sentence, and is never changed once released.
struct Migration: Sendable {
    /// The schema's number after this step, from 1.
    let number: Int
    /// Changes the schema, inside the transaction of the whole migration.
    let apply: @Sendable (Database) throws -> Void

    /// Every step in order.
    static let all: [Migration] = [
        .holdCasesAndTheirJournal, .findIdleCasesAndMeetings, .keepEntries, .keepTheOfficesDirectory,
        .rememberActsThatCasesLeft,
    ]

    /// The schema's number that this program writes.
    static var current: Int { all.last?.number ?? 0 }
}

extension [Migration] {
    /// Brings the schema from the number it has to the last one; the caller holds the transaction.
    func apply(to database: Database, from number: Int) throws {
        for migration in self where migration.number > number {
            try migration.apply(database)
            try database.execute(sql: "PRAGMA user_version = \(migration.number)")
        }
    }
}
