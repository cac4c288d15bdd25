import Casework
import GRDB

/// Someone who works in the office.
public struct Worker: Hashable, Sendable, Codable {
    /// The login, which rows and the journal name.
    public var login: String
    /// «Фамилия И. О.» as the interface shows it.
    public var name: String
    /// The role by the pack's id, such as `curator`.
    public var role: String
    /// False for those who left: their rows keep the login.
    public var isActive: Bool

    /// A worker.
    public init(login: String, name: String, role: String, isActive: Bool = true) {
        self.login = login
        self.name = name
        self.role = role
        self.isActive = isActive
    }
}

extension CaseArchive {
    /// Everyone who works or worked here, by login.
    public func workers() throws(StoreError) -> [Worker] {
        try reading { database in
            try database.prepared(#"SELECT "login", "name", "role", "isActive" FROM worker ORDER BY "login""#)
                .all { Worker(login: $0.text(), name: $0.text(), role: $0.text(), isActive: $0.bool()) }
        }
    }

    /// Enters or changes a worker, journalled.
    /// - Parameters:
    ///   - author: the login of who does it.
    ///   - at: now, by the office's clock.
    public func save(_ worker: Worker, by author: String, at: CivilDateTime) throws(StoreError) {
        try writing { database in
            let former = try database.prepared(#"SELECT "name", "role", "isActive" FROM worker WHERE "login" = ?"#)
                .first({ $0.put(worker.login) }) {
                    Worker(login: worker.login, name: $0.text(), role: $0.text(), isActive: $0.bool())
                }
            if former == worker { return }
            var journal = try JournalWriter(database, .saveWorker, worker: author, at: at)
            try database.run(
                """
                INSERT INTO worker ("login", "name", "role", "isActive") VALUES (?, ?, ?, ?)
                ON CONFLICT ("login") DO UPDATE SET "name" = excluded."name", "role" = excluded."role", "isActive" = excluded."isActive"
                """
            ) {
                $0.put(worker.login)
                $0.put(worker.name)
                $0.put(worker.role)
                $0.put(worker.isActive)
            }
            try journal.add(
                kind: "worker", before: former.map { Array(JSONColumn.text($0).utf8) }, after: Array(JSONColumn.text(worker).utf8)
            )
            try journal.finish()
        }
    }
}
