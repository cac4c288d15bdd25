import GRDB

extension Migration {
    /// Schema 1: the records of a case, what is derived from them, and the journal.
    ///
    /// Days are numbers of days since 1970-01-01, times minutes since midnight, moments minutes since 1970-01-01 by the
    /// office's clock, identifiers 16 bytes. Rows of a case lie together: their key begins with the case.
    static let holdCasesAndTheirJournal = Migration(number: 1) { database in
        try database.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
        for statements in [office, people, caseRows, derived, journal, desk] { try database.execute(sql: statements) }
    }

    private static let office = """
        CREATE TABLE organisation (
            "number" INTEGER PRIMARY KEY, "id" BLOB NOT NULL UNIQUE, "name" TEXT NOT NULL
        ) STRICT;
        CREATE TABLE worker (
            "login" TEXT PRIMARY KEY, "name" TEXT NOT NULL, "role" TEXT NOT NULL, "isActive" INTEGER NOT NULL DEFAULT 1
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE setting ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """

    /// The columns that every row of a case carries.
    private static let common = """
        "version" INTEGER NOT NULL, "updatedAt" INTEGER NOT NULL, "owner" INTEGER NOT NULL
        """

    private static let people = """
        CREATE TABLE citizen (
            "id" BLOB PRIMARY KEY, \(common),
            "family" TEXT NOT NULL, "given" TEXT NOT NULL, "patronymic" TEXT, "born" INTEGER NOT NULL, "sex" TEXT, "snils" TEXT,
            "phones" TEXT NOT NULL, "email" TEXT,
            "postcode" TEXT, "region" TEXT, "district" TEXT, "settlement" TEXT, "street" TEXT, "house" TEXT, "flat" TEXT,
            "addressLine" TEXT, "territory" TEXT,
            "disability" TEXT NOT NULL, "disabledSince" INTEGER, "disabledUntil" INTEGER, "isFirst" INTEGER,
            "restrictions" TEXT NOT NULL, "ipraNumber" TEXT, "ipraDate" INTEGER, "ipraUntil" INTEGER, "flags" TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX citizenBySNILS ON citizen ("snils") WHERE "snils" IS NOT NULL;
        CREATE TABLE caseFile (
            "number" INTEGER PRIMARY KEY, "id" BLOB NOT NULL UNIQUE, \(common),
            "citizenID" BLOB NOT NULL UNIQUE REFERENCES citizen ("id") DEFERRABLE INITIALLY DEFERRED,
            "regulations" TEXT NOT NULL, "stage" TEXT NOT NULL, "category" TEXT, "categoryUntil" INTEGER,
            "curator" TEXT, "curatorSince" INTEGER, "openedOn" INTEGER NOT NULL, "closedOn" INTEGER,
            "closingGround" TEXT, "reopeningGround" TEXT
        ) STRICT;
        CREATE INDEX caseFileByCategoryReview ON caseFile ("categoryUntil") WHERE "categoryUntil" IS NOT NULL;
        """

    /// A table of rows that belong to a case.
    private static func caseTable(_ name: String, _ columns: String) -> String {
        """
        CREATE TABLE \(name) (
            "id" BLOB NOT NULL, "caseID" BLOB NOT NULL REFERENCES caseFile ("id") DEFERRABLE INITIALLY DEFERRED, \(common),
            \(columns),
            PRIMARY KEY ("caseID", "id")
        ) STRICT, WITHOUT ROWID;

        """
    }

    private static let caseRows =
        caseTable("representative", #""name" TEXT NOT NULL, "relation" TEXT, "authority" TEXT, "phone" TEXT"#)
        + caseTable(
            "referral",
            """
            "receivedOn" INTEGER NOT NULL, "receivedAt" INTEGER, "source" TEXT NOT NULL, "regulation" TEXT NOT NULL,
            "sender" TEXT, "paperNumber" TEXT, "note" TEXT
            """)
        + caseTable(
            "contactAttempt",
            """
            "on" INTEGER NOT NULL, "at" INTEGER, "method" TEXT NOT NULL, "outcome" TEXT NOT NULL, "target" TEXT,
            "worker" TEXT NOT NULL, "note" TEXT
            """)
        + caseTable("consent", #""to" TEXT NOT NULL, "isGiven" INTEGER NOT NULL, "on" INTEGER NOT NULL, "note" TEXT"#)
        + caseTable(
            "meeting",
            #""agreedOn" INTEGER NOT NULL, "on" INTEGER NOT NULL, "at" INTEGER, "place" TEXT, "status" TEXT NOT NULL"#)
        + caseTable("needsSurvey", #""meetingID" BLOB, "on" INTEGER NOT NULL, "needs" TEXT NOT NULL, "note" TEXT"#)
        + caseTable(
            "supportProgram",
            """
            "programKind" TEXT NOT NULL, "ordinal" INTEGER NOT NULL, "status" TEXT NOT NULL, "draftedOn" INTEGER NOT NULL,
            "agreedOn" INTEGER, "from" INTEGER, "until" INTEGER, "measures" TEXT NOT NULL, "note" TEXT
            """)
        + caseTable(
            "obligationOverride",
            """
            "rule" TEXT NOT NULL, "triggerID" BLOB NOT NULL, "decision" TEXT NOT NULL, "until" INTEGER, "reason" TEXT NOT NULL,
            "on" INTEGER NOT NULL, "worker" TEXT NOT NULL
            """)
        + caseTable("registryMark", #""subject" TEXT NOT NULL, "on" INTEGER NOT NULL, "worker" TEXT NOT NULL"#)

    /// What the lists show; written anew with every change of a case, never by hand.
    ///
    /// Empty texts and `9999-12-31` stand for «none», so that pages can be told apart by comparing whole rows.
    private static let derived = """
        CREATE TABLE registry (
            "number" INTEGER PRIMARY KEY, "caseID" BLOB NOT NULL,
            "family" TEXT NOT NULL, "given" TEXT NOT NULL, "patronymic" TEXT, "born" INTEGER NOT NULL,
            "sortKey" BLOB NOT NULL, "nameKey" TEXT NOT NULL, "haystack" TEXT NOT NULL,
            "category" TEXT NOT NULL, "stage" TEXT NOT NULL, "curator" TEXT NOT NULL, "territory" TEXT NOT NULL,
            "source" TEXT NOT NULL, "isOpen" INTEGER NOT NULL, "nextDue" INTEGER NOT NULL, "nextRule" TEXT,
            "contactDue" INTEGER NOT NULL, "attempts" INTEGER NOT NULL, "lastContactOn" INTEGER,
            "lastAttemptOn" INTEGER, "lastAttemptAt" INTEGER, "lastMethod" TEXT, "lastOutcome" TEXT,
            "meetingOn" INTEGER, "meetingAt" INTEGER, "meetingPlace" TEXT
        ) STRICT;
        CREATE INDEX registryByName ON registry ("sortKey", "number", "isOpen");
        CREATE INDEX registryByBirth ON registry ("born", "number");
        CREATE INDEX registryByNameKey ON registry ("nameKey", "born");
        CREATE INDEX registryByDue ON registry ("nextDue", "number");
        CREATE INDEX registryByStage ON registry ("stage", "sortKey", "number");
        CREATE INDEX registryByCurator ON registry ("curator", "sortKey", "number");
        CREATE INDEX registryByCuratorDue ON registry ("curator", "nextDue", "number");
        CREATE INDEX registryByContact ON registry ("contactDue", "number") WHERE "contactDue" < \(Sentinel.noDay);
        CREATE INDEX registryByCuratorContact ON registry ("curator", "contactDue", "number")
            WHERE "contactDue" < \(Sentinel.noDay);
        CREATE INDEX registryByMeeting ON registry ("meetingOn", "meetingAt", "number") WHERE "meetingOn" IS NOT NULL;
        CREATE VIRTUAL TABLE search USING fts5 (
            haystack, content = 'registry', content_rowid = 'number', tokenize = 'trigram case_sensitive 1',
            columnsize = 0, detail = none);
        CREATE TABLE obligation (
            "number" INTEGER NOT NULL, "rule" TEXT NOT NULL, "triggerID" BLOB NOT NULL,
            "triggeredOn" INTEGER NOT NULL, "triggeredAt" INTEGER, "dueOn" INTEGER NOT NULL, "dueAt" INTEGER,
            "workBy" INTEGER NOT NULL, "isProvisional" INTEGER NOT NULL, "fulfilledOn" INTEGER, "fulfilledAt" INTEGER,
            "decision" TEXT, "postponedTo" INTEGER,
            "deadline" INTEGER NOT NULL, "isRunning" INTEGER NOT NULL, "curator" TEXT NOT NULL, "responsible" TEXT NOT NULL,
            PRIMARY KEY ("number", "rule", "triggerID")
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX obligationByDeadline ON obligation ("deadline", "number", "rule", "triggerID") WHERE "isRunning" = 1;
        CREATE INDEX obligationByCurator ON obligation ("curator", "deadline", "number", "rule", "triggerID")
            WHERE "isRunning" = 1;
        CREATE INDEX obligationByRule ON obligation ("rule", "deadline", "number", "triggerID") WHERE "isRunning" = 1;
        """

    private static let journal = """
        CREATE TABLE journal (
            "sequence" INTEGER PRIMARY KEY, "at" INTEGER NOT NULL, "worker" TEXT NOT NULL, "action" TEXT NOT NULL,
            "undoes" INTEGER, "note" TEXT, "changes" INTEGER NOT NULL, "previousHash" BLOB NOT NULL, "hash" BLOB NOT NULL
        ) STRICT;
        CREATE INDEX journalByWorker ON journal ("worker", "sequence");
        CREATE INDEX journalByUndone ON journal ("undoes") WHERE "undoes" IS NOT NULL;
        CREATE TABLE journalChange (
            "entry" INTEGER NOT NULL REFERENCES journal ("sequence") DEFERRABLE INITIALLY DEFERRED, "ordinal" INTEGER NOT NULL,
            "kind" TEXT NOT NULL, "caseID" BLOB, "rowID" BLOB, "version" INTEGER NOT NULL, "before" TEXT, "after" TEXT,
            PRIMARY KEY ("entry", "ordinal")
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE journalCase (
            "caseID" BLOB NOT NULL, "entry" INTEGER NOT NULL, "firstOrdinal" INTEGER NOT NULL, "lastOrdinal" INTEGER NOT NULL,
            PRIMARY KEY ("caseID", "entry", "firstOrdinal")
        ) STRICT, WITHOUT ROWID;
        """
        + ["journal", "journalChange", "journalCase"].flatMap { table in
            ["UPDATE", "DELETE"].map { verb in
                """
                CREATE TRIGGER \(table)Refuses\(verb.capitalized) BEFORE \(verb) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

                """
            }
        }.joined()

    private static let desk = """
        CREATE TABLE draft (
            "worker" TEXT NOT NULL, "form" TEXT NOT NULL, "caseID" BLOB NOT NULL, "body" TEXT NOT NULL, "savedAt" INTEGER NOT NULL,
            PRIMARY KEY ("worker", "form", "caseID")
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE savedView (
            "worker" TEXT NOT NULL, "name" TEXT NOT NULL, "query" TEXT NOT NULL, PRIMARY KEY ("worker", "name")
        ) STRICT, WITHOUT ROWID;
        """
}

/// Values that stand for «none» in the derived tables, where NULL would not compare.
enum Sentinel {
    /// 9999-12-31: no day.
    static let noDay = 2_932_896
    /// 9999-12-30: to be called, but by no day of an act.
    static let anyDay = 2_932_895
}
