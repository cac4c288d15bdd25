import GRDB

extension Migration {
    /// Schema 4: the office's own version of organisations of the directory.
    ///
    /// What an act prints stays in its pack, read only; a row stands in for the pack's entry of its number, or is an
    /// organisation of the office's own.
    static let keepTheOfficesDirectory = Migration(number: 4) { database in
        try database.execute(
            sql: """
                CREATE TABLE directoryEntry (
                    "regulation" TEXT NOT NULL, "number" INTEGER NOT NULL, "updatedAt" INTEGER NOT NULL, "body" TEXT NOT NULL,
                    PRIMARY KEY ("regulation", "number")
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
