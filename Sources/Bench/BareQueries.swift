import Casework

/// The statements behind the screens, written out, as somebody would write them who wants nothing but the rows.
struct BareQueries {
    let store: BareStore

    private static let row = """
        r.caseID, r.number, r.family, r.given, r.patronymic, r.born, r.category, r.stage, r.curator, r.territory, r.source,
        r.isOpen, r.nextDue, r.nextRule, r.lastContactOn, r.attempts, r.sortKey
        """
    private static let duty = """
        o.rule, o.triggerID, o.triggeredOn, o.triggeredAt, o.dueOn, o.dueAt, o.workBy, o.isProvisional, o.fulfilledOn,
        o.fulfilledAt, o.decision, o.postponedTo
        """

    /// A page of the registry whose text holds the word, open cases by name, by the same way as the program goes: one letter
    /// by the order of names, more by the text index where it offers few, else along the order of names.
    func filter(_ word: String) throws {
        let page = "SELECT \(BareQueries.row) FROM registry r INDEXED BY registryByName WHERE r.isOpen = 1"
        let order = "ORDER BY r.sortKey, r.number LIMIT 61"
        guard word.unicodeScalars.count > 1 else {
            let key = BareQueries.sortKey(word)
            try store.rows(
                "\(page) AND r.sortKey >= ? AND r.sortKey < ? AND r.nameKey >= ? AND r.nameKey < ? \(order)",
                [.blob(key), .blob(key + [0xFF, 0xFF]), .text(word), .text(word + "\u{10FFFF}")])
            return
        }
        let sought = BareQueries.folded(word)
        let few = 3000
        let match = BareQueries.match(sought)
        let offered = try store.number(
            "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT \(few + 1))", [.text(match)])
        if offered > few {
            try store.rows("\(page) AND instr(r.haystack, ?) > 0 \(order)", [.text(sought)])
        } else {
            try store.rows(
                """
                SELECT \(BareQueries.row) FROM registry r WHERE r.isOpen = 1 AND instr(r.haystack, ?) > 0
                AND r.number IN (SELECT rowid FROM search WHERE search MATCH ?) \(order)
                """, [.text(sought), .text(match)])
        }
    }

    /// How many open cases the word leaves.
    func count(_ word: String) throws {
        if word.unicodeScalars.count == 1 {
            _ = try store.number(
                """
                SELECT count(*) FROM registry r INDEXED BY registryByNameKey
                WHERE r.isOpen = 1 AND r.nameKey >= ? AND r.nameKey < ?
                """, [.text(word), .text(word + "\u{10FFFF}")])
        } else {
            let sought = BareQueries.folded(word)
            _ = try store.number(
                """
                SELECT count(*) FROM registry r WHERE r.isOpen = 1 AND instr(r.haystack, ?) > 0
                AND r.number IN (SELECT rowid FROM search WHERE search MATCH ?)
                """, [.text(sought), .text(BareQueries.match(sought))])
        }
    }

    /// The word as it is sought: ё is е, and two letters are the beginning of a word.
    private static func folded(_ word: String) -> String {
        let text = word.replacing("ё", with: "е")
        return text.unicodeScalars.count == 2 ? " " + text : text
    }

    /// Trigrams that cover the text.
    private static func match(_ text: String) -> String {
        let letters = Array(text)
        let starts = stride(from: 0, through: letters.count - 3, by: 3) + (letters.count % 3 == 0 ? [] : [letters.count - 3])
        return starts.map { "\"\(String(letters[$0..<$0 + 3]))\"" }.joined(separator: " AND ")
    }

    /// A letter а–я in the store's order of names.
    private static func sortKey(_ letter: String) -> [UInt8] { letter.unicodeScalars.map { UInt8($0.value - 0x430 + 0x80) } }

    /// The first page of the board: what falls due within a week.
    func board(curator: String?) throws {
        let until = Int(BenchOffice.now.date.dayNumber) + 7
        let columns =
            "\(BareQueries.duty), o.responsible, r.caseID, r.number, r.family, r.given, r.patronymic, r.curator, r.stage"
        if let curator {
            try store.rows(
                """
                SELECT \(columns) FROM obligation o INDEXED BY obligationByCurator CROSS JOIN registry r ON r.number = o.number
                WHERE o.isRunning = 1 AND o.curator = ? AND o.deadline <= ? ORDER BY o.deadline, o.number, o.rule, o.triggerID LIMIT 51
                """, [.text(curator), .number(until)])
        } else {
            try store.rows(
                """
                SELECT \(columns) FROM obligation o INDEXED BY obligationByDeadline CROSS JOIN registry r ON r.number = o.number
                WHERE o.isRunning = 1 AND o.deadline <= ? ORDER BY o.deadline, o.number, o.rule, o.triggerID LIMIT 51
                """, [.number(until)])
        }
    }

    private static let tables = [
        "representative", "obligationOverride", "supportProgram", "referral", "contactAttempt", "consent", "meeting",
        "needsSurvey", "registryMark",
    ]

    /// Every row of a case.
    func file(_ id: [UInt8]) throws {
        try store.rows("SELECT * FROM caseFile WHERE id = ?", [.blob(id)])
        try store.rows(
            "SELECT * FROM citizen WHERE id = (SELECT citizenID FROM caseFile WHERE id = ?)", [.blob(id)])
        for table in BareQueries.tables { try store.rows("SELECT * FROM \(table) WHERE caseID = ?", [.blob(id)]) }
    }

    /// What the card of a case shows: its rows, obligations and history.
    func card(_ id: [UInt8]) throws {
        try file(id)
        try store.rows(
            "SELECT \(BareQueries.duty) FROM caseFile c JOIN obligation o ON o.number = c.number WHERE c.id = ?", [.blob(id)])
        try store.rows(
            """
            SELECT j.*, n."before", n."after" FROM journalCase c CROSS JOIN journal j ON j.sequence = c.entry
            CROSS JOIN journalChange n ON n.entry = c.entry AND n.ordinal BETWEEN c.firstOrdinal AND c.lastOrdinal
            WHERE c.caseID = ? ORDER BY c.entry DESC LIMIT 200
            """, [.blob(id)])
    }

    /// A call: one attempt, what is derived from it and the journal's entry in one transaction.
    func logCall(_ id: [UInt8], round: Int) throws {
        try store.run(script: "BEGIN IMMEDIATE")
        try file(id)
        let number = try store.number("SELECT number FROM caseFile WHERE id = ?", [.blob(id)])
        let row = [UInt8](repeating: UInt8(round & 0xFF), count: 15) + [UInt8(round >> 8 & 0xFF)]
        try store.rows(
            """
            INSERT INTO contactAttempt (caseID, id, version, updatedAt, owner, "on", at, method, outcome, target, worker, note)
            VALUES (?, ?, 1, 0, 1, 20412, 615, 'phone', 'no-answer', '8 914 000-00-00', 'head', NULL)
            """, [.blob(id), .blob(row)])
        try store.rows(
            """
            UPDATE registry SET attempts = attempts + 1, lastAttemptOn = 20412, lastAttemptAt = 615, lastMethod = 'phone',
            lastOutcome = 'no-answer', contactDue = contactDue, nextDue = nextDue, stage = stage WHERE number = ?
            """, [.number(number)])
        try store.run(script: "CREATE TEMP TABLE IF NOT EXISTS kept AS SELECT * FROM obligation LIMIT 0")
        try store.run(script: "DELETE FROM kept")
        try store.rows("INSERT INTO kept SELECT * FROM obligation WHERE number = ?", [.number(number)])
        try store.rows("DELETE FROM obligation WHERE number = ?", [.number(number)])
        try store.run(script: "INSERT INTO obligation SELECT * FROM kept")
        let entry = try store.number("SELECT max(sequence) + 1 FROM journal")
        let image = String(repeating: "x", count: 240)
        try store.rows(
            """
            INSERT INTO journalChange (entry, ordinal, kind, caseID, rowID, version, "before", "after")
            VALUES (?, 1, 'contactAttempt', ?, ?, 1, NULL, ?)
            """, [.number(entry), .blob(id), .blob(row), .text(image)])
        try store.rows(
            "INSERT INTO journalCase (caseID, entry, firstOrdinal, lastOrdinal) VALUES (?, ?, 1, 1)", [.blob(id), .number(entry)])
        try store.rows(
            """
            INSERT INTO journal (sequence, at, worker, action, undoes, note, changes, previousHash, hash)
            VALUES (?, 0, 'head', 'log-contact-attempt', NULL, NULL, 1, ?, ?)
            """, [.number(entry), .blob(id + id), .blob(id + id)])
        try store.run(script: "COMMIT")
    }

    /// Every row of every case with what is derived, as a look at all deadlines needs them.
    func readEverything() throws {
        let ids = try store.blobs("SELECT id FROM caseFile ORDER BY number")
        for id in ids {
            try file(id)
            try store.rows(
                "SELECT \(BareQueries.duty) FROM caseFile c JOIN obligation o ON o.number = c.number WHERE c.id = ?", [.blob(id)])
        }
        try store.rows("SELECT * FROM registry")
    }
}
