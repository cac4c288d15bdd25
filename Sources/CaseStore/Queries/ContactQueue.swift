import Casework
import GRDB

/// A person to be reached, with what was tried.
public struct ContactRow: Hashable, Sendable {
    /// The registry's row of the case.
    public var row: RegistryRow
    /// The nearest term that contact fulfils; nil when no act sets one and there is no answer yet.
    public var due: CivilDate?
    /// The person's telephone numbers, the preferred one first.
    public var phones: [String]
    /// The address in one line.
    public var address: String
    /// The representative and the telephone, where there is one.
    public var representative: String?
    /// The representative's telephone.
    public var representativePhone: String?
    /// When the last attempt was.
    public var lastAttempt: CivilDateTime?
    /// How.
    public var lastMethod: ContactMethod?
    /// What came of it.
    public var lastOutcome: ContactOutcome?

    /// Whether the term passed before the day.
    public func isOverdue(on today: CivilDate) -> Bool { due.map { $0 < today } ?? false }
}

extension CaseArchive {
    /// Whom to reach next: open cases with a running duty of contact, by its day; then those without an answer to the offer.
    /// - Parameters:
    ///   - curator: only this curator's cases; nil for all.
    ///   - position: which page; `after` and `before` take a row of an earlier page.
    ///   - limit: rows at most.
    public func contactQueue(
        curator: String? = nil, at position: PagePosition<ContactRow> = .start, limit: Int = 50
    ) throws(StoreError) -> Page<ContactRow> {
        try reading { try ContactReader(database: $0).page(curator, position, limit) }
    }

    /// How many people are to be reached.
    public func contactCount(curator: String? = nil) throws(StoreError) -> Int {
        try reading { database in
            let filter = ContactReader.filter(curator)
            return try database.number("SELECT count(*) FROM \(ContactReader.source(curator)) \(filter.clause)") {
                filter.bind(&$0)
            } ?? 0
        }
    }
}

/// Reads the contact queue.
struct ContactReader {
    let database: Database

    static func filter(_ curator: String?) -> RegistryFilter {
        var filter = RegistryFilter(RegistryQuery())
        filter.add(#"r."contactDue" < \#(Sentinel.noDay)"#)
        if let curator { filter.add(#"r."curator" = ?"#, .text(curator)) }
        return filter
    }

    static func source(_ curator: String?) -> String {
        "registry r INDEXED BY " + (curator == nil ? "registryByContact" : "registryByCuratorContact")
    }

    func page(_ curator: String?, _ position: PagePosition<ContactRow>, _ limit: Int) throws -> Page<ContactRow> {
        var filter = ContactReader.filter(curator)
        let (isReversed, mark, sign): (Bool, ContactRow?, String) =
            switch position {
            case .start: (false, nil, "")
            case .end: (true, nil, "")
            case .after(let row): (false, row, ">")
            case .before(let row): (true, row, "<")
            case .from(let row): (false, row, ">=")
            }
        if let mark {
            let day = mark.due.map { Int($0.dayNumber) } ?? Sentinel.anyDay
            filter.add(#"(r."contactDue", r."number") \#(sign) (?, ?)"#, .number(day), .number(mark.row.number))
        }
        let direction = isReversed ? " DESC" : ""
        var rows = try database.prepared(
            """
            SELECT \(RegistryReader.columns), r."contactDue", r."lastAttemptOn", r."lastAttemptAt", r."lastMethod", r."lastOutcome",
                c."phones", c."region", c."district", c."settlement", c."street", c."house", c."flat", c."addressLine",
                p."name", p."phone"
            FROM \(ContactReader.source(curator)) CROSS JOIN caseFile f ON f."number" = r."number"
            CROSS JOIN citizen c ON c."id" = f."citizenID"
            LEFT JOIN representative p ON p."caseID" = r."caseID" AND p."id" = (
                SELECT min(q."id") FROM representative q WHERE q."caseID" = r."caseID")
            \(filter.clause) ORDER BY r."contactDue"\(direction), r."number"\(direction) LIMIT ?
            """
        ).all({
            filter.bind(&$0)
            $0.put(limit + 1)
        }) { try ContactReader.row(&$0) }
        let hasMore = rows.count > limit
        if hasMore { rows.removeLast() }
        return Page(rows: isReversed ? rows.reversed() : rows, hasMore: hasMore)
    }

    private static func row(_ row: inout ColumnReader) throws -> ContactRow {
        let registry = try row.registryRow()
        let due = row.knownDate()
        let lastOn = row.optionalDate()
        let lastAt = row.optionalTime()
        let method = try row.optionalChoice(ContactMethod.self)
        let outcome = try row.optionalChoice(ContactOutcome.self)
        let phones = TextList.parts(row.text())
        let address = PostalAddress(
            region: row.optionalText(), district: row.optionalText(), settlement: row.optionalText(), street: row.optionalText(),
            house: row.optionalText(), flat: row.optionalText(), line: row.optionalText())
        return ContactRow(
            row: registry, due: due, phones: phones, address: address.text, representative: row.optionalText(),
            representativePhone: row.optionalText(), lastAttempt: lastOn.map { CivilDateTime($0, lastAt) }, lastMethod: method,
            lastOutcome: outcome)
    }
}
