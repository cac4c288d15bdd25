import Casework
import GRDB

/// The office's settings and the next case number, inside a transaction.
enum Settings {
    private static let officeKey = "office"
    private static let numberKey = "nextNumber"

    static func save(_ office: OfficeSettings, in database: Database) throws {
        try put(officeKey, JSONColumn.text(office), in: database)
    }

    static func office(in database: Database) throws -> OfficeSettings {
        guard let text = try value(officeKey, in: database) else { throw StoreError.damaged }
        return try JSONColumn.value(text)
    }

    static func nextNumber(in database: Database) throws -> Int {
        guard let text = try value(numberKey, in: database), let number = Int(text) else { throw StoreError.damaged }
        return number
    }

    static func saveNumber(_ number: Int, in database: Database) throws { try put(numberKey, String(number), in: database) }

    static func value(_ key: String, in database: Database) throws -> String? {
        try database.prepared(#"SELECT "value" FROM setting WHERE "key" = ?"#).first({ $0.put(key) }) { $0.text() }
    }

    static func put(_ key: String, _ value: String, in database: Database) throws {
        try database.run(
            #"INSERT INTO setting ("key", "value") VALUES (?, ?) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value""#
        ) {
            $0.put(key)
            $0.put(value)
        }
    }
}

extension CaseArchive {
    /// The office's settings.
    public func office() throws(StoreError) -> OfficeSettings { try reading { try Settings.office(in: $0) } }

    /// Writes the office's settings, journalled. Terms may follow from them: call ``recomputeObligations(context:progress:)``.
    /// - Parameters:
    ///   - worker: the worker's login.
    ///   - at: now, by the office's clock.
    public func save(_ office: OfficeSettings, worker: String, at: CivilDateTime) throws(StoreError) {
        try writing { database in
            let before = try Settings.value("office", in: database)
            var journal = try JournalWriter(database, .changeOffice, worker: worker, at: at)
            try Settings.save(office, in: database)
            try journal.add(kind: "setting", before: before.map { Array($0.utf8) }, after: Array(JSONColumn.text(office).utf8))
            try journal.finish()
        }
    }

    /// A setting of the interface, kept as its caller wrote it; nil when it was never set.
    public func preference(_ key: String) throws(StoreError) -> String? {
        try reading { try Settings.value("ui." + key, in: $0) }
    }

    /// Keeps a setting of the interface; not journalled.
    public func setPreference(_ key: String, _ value: String) throws(StoreError) {
        try writing { try Settings.put("ui." + key, value, in: $0) }
    }
}
