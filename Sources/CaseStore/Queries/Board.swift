import Casework
import GRDB

/// What the board of deadlines shows: running terms, the earliest first.
public struct BoardQuery: Hashable, Sendable {
    /// Only terms that passed before this day.
    public var overdueOn: CivilDate?
    /// Only terms that end on this day or before.
    public var until: CivilDate?
    /// Only terms that end on this day or later.
    public var from: CivilDate?
    /// Only this case.
    public var caseNumber: Int?
    /// Only this curator's cases; empty text: cases without a curator.
    public var curator: String?
    /// Only this rule.
    public var rule: String?
    /// Only rules of this act, by pack id.
    public var regulation: String?

    /// A query; with no arguments every running term.
    public init(
        overdueOn: CivilDate? = nil, until: CivilDate? = nil, from: CivilDate? = nil, caseNumber: Int? = nil,
        curator: String? = nil, rule: String? = nil, regulation: String? = nil
    ) {
        self.overdueOn = overdueOn
        self.until = until
        self.from = from
        self.caseNumber = caseNumber
        self.curator = curator
        self.rule = rule
        self.regulation = regulation
    }
}

/// A term on the board, with whose it is.
public struct BoardRow: Hashable, Sendable {
    /// The obligation.
    public var obligation: Obligation
    /// The role that must do it, by the pack's id.
    public var responsible: String
    /// The case.
    public var caseID: RecordID
    /// The case number.
    public var number: Int
    /// Фамилия.
    public var family: String
    /// Имя.
    public var given: String
    /// Отчество.
    public var patronymic: String?
    /// The curator's login.
    public var curator: String?
    /// The stage by the pack's id.
    public var stage: String
}

/// How many terms a curator has under a rule.
public struct BoardCount: Hashable, Sendable {
    /// The curator's login; nil for cases without one.
    public var curator: String?
    /// The rule's full id.
    public var rule: String
    /// How many.
    public var count: Int
    /// The earliest of them.
    public var earliest: CivilDate
}

extension CaseArchive {
    /// A page of the board: running terms by day, case number and rule.
    /// - Parameters:
    ///   - position: which page; `after` and `before` take a row of an earlier page.
    ///   - limit: rows at most.
    public func board(
        _ query: BoardQuery = BoardQuery(), at position: PagePosition<BoardRow> = .start, limit: Int = 50
    ) throws(StoreError) -> Page<BoardRow> {
        try reading { try BoardReader(database: $0).page(query, at: position, limit: limit) }
    }

    /// How many running terms the filters leave, by curator and rule.
    public func boardCounts(_ query: BoardQuery) throws(StoreError) -> [BoardCount] {
        try reading { try BoardReader(database: $0).counts(query) }
    }

    /// Every obligation of a case, settled ones included, by day.
    public func obligations(of caseID: RecordID) throws(StoreError) -> [Obligation] {
        try reading { database in
            try database.prepared(
                """
                SELECT \(ObligationColumns.list("o")) FROM caseFile c JOIN obligation o ON o."number" = c."number" WHERE c."id" = ?
                ORDER BY o."dueOn", o."rule"
                """
            ).all({ $0.put(caseID) }) { try $0.obligation() }
        }
    }
}

/// Runs board queries.
struct BoardReader {
    let database: Database

    static let columns =
        ObligationColumns.list("o")
        + #", o."responsible", r."caseID", r."number", r."family", r."given", r."patronymic", r."curator", r."stage""#

    func page(_ query: BoardQuery, at position: PagePosition<BoardRow>, limit: Int) throws -> Page<BoardRow> {
        var filter = filter(query)
        let (isReversed, mark, isInclusive): (Bool, BoardRow?, Bool) =
            switch position {
            case .start: (false, nil, false)
            case .end: (true, nil, false)
            case .after(let row): (false, row, false)
            case .before(let row): (true, row, false)
            case .from(let row): (false, row, true)
            }
        if let mark {
            // The trigger breaks the tie between terms of one rule that end on one day.
            let sign = (isReversed ? "<" : ">") + (isInclusive ? "=" : "")
            filter.add(
                "(o.\"deadline\", o.\"number\", o.\"rule\", o.\"triggerID\") \(sign) (?, ?, ?, ?)",
                .number(Int(mark.obligation.effectiveDue.date.dayNumber)), .number(mark.number), .text(mark.obligation.rule),
                .id(mark.obligation.triggerID))
        }
        var rows = try database.prepared(sql(query, filter, isReversed: isReversed)).all({
            filter.bind(&$0)
            $0.put(limit + 1)
        }) { try $0.boardRow() }
        let hasMore = rows.count > limit
        if hasMore { rows.removeLast() }
        return Page(rows: isReversed ? rows.reversed() : rows, hasMore: hasMore)
    }

    private func sql(_ query: BoardQuery, _ filter: RegistryFilter, isReversed: Bool) -> String {
        let direction = isReversed ? " DESC" : ""
        let order = ["deadline", "number", "rule", "triggerID"].map { "o.\"\($0)\"\(direction)" }.joined(separator: ", ")
        return """
            SELECT \(BoardReader.columns) FROM \(source(query)) CROSS JOIN registry r ON r."number" = o."number" \(filter.clause)
            ORDER BY \(order) LIMIT ?
            """
    }

    /// SQLite's plan of a query's first page, for tests.
    func explain(_ query: BoardQuery) throws -> String {
        let filter = filter(query)
        return try database.prepared("EXPLAIN QUERY PLAN " + sql(query, filter, isReversed: false)).all({
            filter.bind(&$0)
            $0.put(1)
        }) { row in
            row.skip(3)
            return row.text()
        }.joined(separator: "; ")
    }

    func counts(_ query: BoardQuery) throws -> [BoardCount] {
        let filter = filter(query)
        return try database.prepared(
            """
            SELECT o."curator", o."rule", count(*), min(o."deadline") FROM \(source(query)) \(filter.clause)
            GROUP BY o."curator", o."rule" ORDER BY o."curator", o."rule"
            """
        ).all({ filter.bind(&$0) }) {
            BoardCount(curator: $0.filledText(), rule: $0.text(), count: $0.int(), earliest: $0.date())
        }
    }

    func count(_ query: BoardQuery) throws -> Int {
        let filter = filter(query)
        return try database.number("SELECT count(*) FROM \(source(query)) \(filter.clause)") { filter.bind(&$0) } ?? 0
    }

    private func source(_ query: BoardQuery) -> String {
        if query.caseNumber != nil { return "obligation o" }
        if query.curator != nil { return "obligation o INDEXED BY obligationByCurator" }
        if query.rule != nil { return "obligation o INDEXED BY obligationByRule" }
        return "obligation o INDEXED BY obligationByDeadline"
    }

    private func filter(_ query: BoardQuery) -> RegistryFilter {
        var filter = RegistryFilter(RegistryQuery())
        filter.add(#"o."isRunning" = 1"#)
        if let number = query.caseNumber { filter.add(#"o."number" = ?"#, .number(number)) }
        if let curator = query.curator { filter.add(#"o."curator" = ?"#, .text(curator)) }
        if let rule = query.rule { filter.add(#"o."rule" = ?"#, .text(rule)) }
        // A rule's id is the act's, a dot and its own; the slash is the letter after the dot.
        if let act = query.regulation {
            filter.add(#"o."rule" >= ?"#, .text(act + "."))
            filter.add(#"o."rule" < ?"#, .text(act + "/"))
        }
        if let day = query.overdueOn { filter.add(#"o."deadline" < ?"#, .number(Int(day.dayNumber))) }
        if let day = query.until { filter.add(#"o."deadline" <= ?"#, .number(Int(day.dayNumber))) }
        if let day = query.from { filter.add(#"o."deadline" >= ?"#, .number(Int(day.dayNumber))) }
        return filter
    }
}

extension ColumnReader {
    /// Reads a row of ``BoardReader/columns``.
    mutating func boardRow() throws -> BoardRow {
        BoardRow(
            obligation: try obligation(), responsible: text(), caseID: try id(), number: int(), family: text(), given: text(),
            patronymic: optionalText(), curator: filledText(), stage: text())
    }
}
