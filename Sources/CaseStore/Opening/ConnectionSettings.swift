import GRDB

/// How every connection is set, and the check that it is.
///
/// Source: `shared/design/safety.md`, «Decided» 1–2.
enum ConnectionSettings {
    /// Seconds that a connection waits for another process.
    static let busyTimeout = 10.0

    /// KiB of pages that a connection keeps.
    static let cacheKilobytes = 6144

    /// KiB of pages that the writer keeps while it writes very many rows.
    static let bulkCacheKilobytes = 12288

    /// The configuration of the store's connections.
    static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = 4
        configuration.publicStatementArguments = false
        configuration.label = "marshrut"
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA wal_autocheckpoint = 0;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -\(cacheKilobytes);
                    """)
        }
        return configuration
    }

    /// Sets full durability, which GRDB lowers while opening, and checks everything.
    ///
    /// - Throws: ``StoreError/unexpected(code:)`` when a setting does not hold.
    static func assert(_ database: Database, readOnly: Bool) throws {
        if !readOnly { try database.execute(sql: "PRAGMA synchronous = FULL") }
        var expected = [
            "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "wal_autocheckpoint": 0,
            "busy_timeout": Int(busyTimeout * 1000),
        ]
        if !readOnly { expected["synchronous"] = 2 }
        for (name, value) in expected {
            guard try Int.fetchOne(database, sql: "PRAGMA \(name)") == value else { throw StoreError.unexpected(code: 1) }
        }
        // A backup is one file in the other mode, and may be looked at as it is.
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
        guard mode == "wal" || readOnly, try mapped(database) == 0 else { throw StoreError.unexpected(code: 1) }
    }

    /// Bytes of the file that may be mapped into memory; SQLite built without mapping answers nothing.
    private static func mapped(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA mmap_size") ?? 0
    }
}
