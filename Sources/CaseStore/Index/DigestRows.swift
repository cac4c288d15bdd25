import Casework
import GRDB

/// Writes digests into the derived tables through statements prepared once.
struct DigestWriter {
    private let putRegistry: Prepared
    private let oldHaystack: Prepared
    private let unindex: Prepared
    private let index: Prepared
    private let removeDuties: Prepared
    private let putDuty: Prepared
    private let removeRegistry: Prepared

    private let putNewRegistry: Prepared
    private let indexRange: Prepared
    /// Cases of this number and above are not in the text index until ``indexBulk()``.
    private let bulkFrom: Int

    /// - Parameter bulkFrom: the first number of many new cases, whose texts go into the index at the end: SQLite's text
    ///   index writes what it gathered at every savepoint, and so would write for every row.
    init(_ database: Database, bulkFrom: Int? = nil) throws {
        self.bulkFrom = bulkFrom ?? Int.max
        let columns = DigestWriter.columns
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let names = columns.map { "\"\($0)\"" }
        let insert = "INSERT INTO registry (\(names.joined(separator: ", "))) VALUES (\(places))"
        putNewRegistry = try database.prepared(insert)
        indexRange = try database.prepared(
            #"INSERT INTO search (rowid, haystack) SELECT "number", "haystack" FROM registry WHERE "number" >= ?"#)
        putRegistry = try database.prepared(
            """
            \(insert) ON CONFLICT ("number") DO UPDATE SET \(names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """)
        oldHaystack = try database.prepared(#"SELECT "haystack" FROM registry WHERE "number" = ?"#)
        unindex = try database.prepared("INSERT INTO search (search, rowid, haystack) VALUES ('delete', ?, ?)")
        index = try database.prepared("INSERT INTO search (rowid, haystack) VALUES (?, ?)")
        removeDuties = try database.prepared(#"DELETE FROM obligation WHERE "number" = ?"#)
        removeRegistry = try database.prepared(#"DELETE FROM registry WHERE "number" = ?"#)
        putDuty = try database.prepared(
            """
            INSERT INTO obligation ("number", "rule", "triggerID", "triggeredOn", "triggeredAt", "dueOn", "dueAt", "workBy",
                "isProvisional", "fulfilledOn", "fulfilledAt", "decision", "postponedTo", "deadline", "isRunning", "curator",
                "responsible") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    private static let columns = [
        "number", "caseID", "family", "given", "patronymic", "born", "sortKey", "nameKey", "haystack", "category", "stage",
        "curator",
        "territory", "source", "isOpen", "nextDue", "nextRule", "contactDue", "attempts", "lastContactOn", "lastAttemptOn",
        "lastAttemptAt", "lastMethod", "lastOutcome", "meetingOn", "meetingAt", "meetingPlace",
    ]

    /// Writes the digest over the case's former one.
    func replace(_ digest: CaseDigest) throws {
        let number = digest.header.number
        let old = try oldHaystack.first({ $0.put(number) }) { $0.text() }
        if old != digest.haystack, number < bulkFrom {
            if let old { try removeText(number, old) }
            try index.run {
                $0.put(number)
                $0.put(digest.haystack)
            }
        }
        try put(digest, by: putRegistry)
        try removeDuties.run { $0.put(number) }
        try putDuties(digest)
    }

    /// Writes the digest of a case that has none yet.
    func add(_ digest: CaseDigest) throws {
        try put(digest, by: putNewRegistry)
        if digest.header.number < bulkFrom {
            try index.run {
                $0.put(digest.header.number)
                $0.put(digest.haystack)
            }
        }
        try putDuties(digest)
    }

    /// Puts the texts of all cases from ``bulkFrom`` on into the index.
    func indexBulk() throws {
        if bulkFrom < Int.max { try indexRange.run { $0.put(bulkFrom) } }
    }

    /// Removes all that is derived of a case.
    func remove(number: Int) throws {
        if let old = try oldHaystack.first({ $0.put(number) }, { $0.text() }) { try removeText(number, old) }
        try removeDuties.run { $0.put(number) }
        try removeRegistry.run { $0.put(number) }
    }

    private func removeText(_ number: Int, _ text: String) throws {
        try unindex.run {
            $0.put(number)
            $0.put(text)
        }
    }

    private func put(_ digest: CaseDigest, by statement: Prepared) throws {
        try statement.run { row in
            row.put(digest.header.number)
            row.put(digest.header.id)
            row.put(digest.family)
            row.put(digest.given)
            row.put(digest.patronymic)
            row.put(digest.born)
            row.put(blob: digest.sortKey)
            row.put(digest.nameKey)
            row.put(digest.haystack)
            row.put(digest.header.category ?? "")
            row.put(digest.header.stage)
            row.put(digest.header.curator ?? "")
            row.put(digest.territory)
            row.put(digest.source)
            row.put(digest.header.isOpen)
            row.put(digest.next.day)
            row.put(digest.next.rule)
            row.put(digest.contactDue)
            row.put(digest.attempts)
            row.put(digest.lastContactOn)
            row.put(digest.lastAttempt?.on)
            row.put(digest.lastAttempt?.at)
            row.put(digest.lastAttempt?.method.rawValue)
            row.put(digest.lastAttempt?.outcome.rawValue)
            row.put(digest.meeting?.on)
            row.put(digest.meeting?.at)
            row.put(digest.meeting?.place)
        }
    }

    private func putDuties(_ digest: CaseDigest) throws {
        for duty in digest.duties {
            let obligation = duty.obligation
            try putDuty.run { row in
                row.put(digest.header.number)
                row.put(obligation.rule)
                row.put(obligation.triggerID)
                row.put(obligation.triggeredAt.date)
                row.put(obligation.triggeredAt.time)
                row.put(obligation.due.date)
                row.put(obligation.due.time)
                row.put(obligation.workBy)
                row.put(obligation.isProvisional)
                row.put(obligation.fulfilledAt?.date)
                row.put(obligation.fulfilledAt?.time)
                row.put(obligation.decision?.rawValue)
                row.put(obligation.postponedTo)
                row.put(obligation.effectiveDue.date)
                row.put(duty.isRunning)
                row.put(digest.header.curator ?? "")
                row.put(duty.responsible)
            }
        }
    }
}

/// Columns of an obligation in the order of ``ColumnReader/obligation()``.
enum ObligationColumns {
    static func list(_ alias: String) -> String {
        [
            "rule", "triggerID", "triggeredOn", "triggeredAt", "dueOn", "dueAt", "workBy", "isProvisional", "fulfilledOn",
            "fulfilledAt",
            "decision", "postponedTo",
        ].map { "\(alias).\"\($0)\"" }.joined(separator: ", ")
    }
}

extension ColumnReader {
    /// Reads an obligation from ``ObligationColumns``.
    mutating func obligation() throws -> Obligation {
        let rule = text()
        let triggerID = try id()
        let triggeredAt = CivilDateTime(date(), optionalTime())
        let due = CivilDateTime(date(), optionalTime())
        let workBy = date()
        let isProvisional = bool()
        let fulfilledOn = optionalDate()
        let fulfilledTime = optionalTime()
        let decision = try optionalChoice(OverrideKind.self)
        return Obligation(
            rule: rule, triggerID: triggerID, triggeredAt: triggeredAt, due: due, workBy: workBy, isProvisional: isProvisional,
            fulfilledAt: fulfilledOn.map { CivilDateTime($0, fulfilledTime) }, decision: decision, postponedTo: optionalDate())
    }
}
