import GRDB

extension Migration {
    /// Schema 3: records of the kinds that acts declare, in cases and in the office's own journal.
    static let keepEntries = Migration(number: 3) { database in
        let columns = """
            "regulation" TEXT NOT NULL, "entryKind" TEXT NOT NULL, "on" INTEGER NOT NULL, "at" INTEGER, "values" TEXT NOT NULL,
            "worker" TEXT NOT NULL
            """
        try database.execute(
            sql: """
                CREATE TABLE caseEntry (
                    "id" BLOB NOT NULL, "caseID" BLOB NOT NULL REFERENCES caseFile ("id") DEFERRABLE INITIALLY DEFERRED,
                    "version" INTEGER NOT NULL, "updatedAt" INTEGER NOT NULL, "owner" INTEGER NOT NULL,
                    \(columns),
                    PRIMARY KEY ("caseID", "id")
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX caseEntryByKind ON caseEntry ("entryKind", "regulation", "on", "caseID");
                CREATE INDEX caseEntryByID ON caseEntry ("id");
                CREATE TABLE officeEntry (
                    "id" BLOB PRIMARY KEY, "version" INTEGER NOT NULL, "updatedAt" INTEGER NOT NULL, "owner" INTEGER NOT NULL,
                    \(columns)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX officeEntryByKind ON officeEntry ("entryKind", "regulation", "on", "id");
                """)
    }
}
