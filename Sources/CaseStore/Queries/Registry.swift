import Casework
import GRDB

extension CaseArchive {
    /// A page of the registry.
    /// - Parameters:
    ///   - query: filters and order.
    ///   - position: which page; `after` and `before` take a row of an earlier page.
    ///   - limit: rows at most.
    public func registry(
        _ query: RegistryQuery, at position: PagePosition<RegistryRow> = .start, limit: Int = 50
    ) throws(StoreError) -> Page<RegistryRow> {
        try reading { try RegistryReader(database: $0).page(query, at: position, limit: limit) }
    }

    /// How many cases the filters leave.
    /// - Parameter bound: counting stops there, where given: a list needs no exact number of very many.
    public func count(of query: RegistryQuery, upTo bound: Int? = nil) throws(StoreError) -> Int {
        try reading { try RegistryReader(database: $0).count(query, upTo: bound) }
    }

    /// The registry's row of a case.
    public func registryRow(_ id: RecordID) throws(StoreError) -> RegistryRow {
        try reading { database in
            guard let number = try database.number(#"SELECT "number" FROM caseFile WHERE "id" = ?"#, { $0.put(id) }) else {
                throw StoreError.notFound
            }
            let sql = #"SELECT \#(RegistryReader.columns) FROM registry r WHERE r."number" = ?"#
            guard let row = try database.prepared(sql).first({ $0.put(number) }, { try $0.registryRow() }) else {
                throw StoreError.damaged
            }
            return row
        }
    }
}

/// Runs registry queries.
struct RegistryReader {
    let database: Database

    /// Above so many candidates of the text index, walking the list's own order finds a page sooner than sorting them.
    static let manyCandidates = 3000

    static let columns = [
        "caseID", "number", "family", "given", "patronymic", "born", "category", "stage", "curator", "territory", "source",
        "isOpen",
        "nextDue", "nextRule", "lastContactOn", "attempts", "sortKey",
    ].map { "r.\"\($0)\"" }.joined(separator: ", ")

    func page(_ query: RegistryQuery, at position: PagePosition<RegistryRow>, limit: Int) throws -> Page<RegistryRow> {
        var (source, filter) = try plan(query, isPage: true)
        let order = RegistryOrder(query)
        let (isReversed, mark, isInclusive): (Bool, RegistryRow?, Bool) =
            switch position {
            case .start: (false, nil, false)
            case .end: (true, nil, false)
            case .after(let row): (false, row, false)
            case .before(let row): (true, row, false)
            case .from(let row): (false, row, true)
            }
        let isDescending = query.isDescending != isReversed
        if let mark { order.constrain(&filter, beyond: mark, isDescending: isDescending, isInclusive: isInclusive) }
        let sql = """
            SELECT \(RegistryReader.columns) FROM \(source) \(filter.clause)
            ORDER BY \(order.clause(isDescending: isDescending)) LIMIT ?
            """
        var rows = try database.prepared(sql).all({
            filter.bind(&$0)
            $0.put(limit + 1)
        }) { try $0.registryRow() }
        let hasMore = rows.count > limit
        if hasMore { rows.removeLast() }
        return Page(rows: isReversed ? rows.reversed() : rows, hasMore: hasMore)
    }

    func count(_ query: RegistryQuery, upTo bound: Int?) throws -> Int {
        let (source, filter) = try plan(query, isPage: false)
        let sql =
            bound == nil
            ? "SELECT count(*) FROM \(source) \(filter.clause)"
            : "SELECT count(*) FROM (SELECT 1 FROM \(source) \(filter.clause) LIMIT ?)"
        return try database.number(sql) {
            filter.bind(&$0)
            if let bound { $0.put(bound) }
        } ?? 0
    }

    /// The tables to read and the conditions: which index drives is decided here, not left to the planner's guess.
    func plan(_ query: RegistryQuery, isPage: Bool) throws -> (source: String, filter: RegistryFilter) {
        var filter = RegistryFilter(query)
        let words = SearchWords(query.text)
        let order = RegistryOrder(query)
        if words.isEmpty { return (isPage ? order.source : "registry r", filter) }
        words.constrain(&filter)
        if words.number != nil { return ("registry r", filter) }
        // One curator's cases are few: their own index is the shortest way.
        if query.curator?.isEmpty == false {
            return (isPage ? order.source : "registry r INDEXED BY registryByCurator", filter)
        }
        if !words.sought.isEmpty {
            if isPage, try candidates(words) > RegistryReader.manyCandidates { return (order.source, filter) }
            filter.add("r.\"number\" IN (SELECT rowid FROM search WHERE search MATCH ?)", .text(words.match))
            return ("registry r", filter)
        }
        if isPage, query.sort == .name {
            words.constrainOrder(&filter)
            return (order.source, filter)
        }
        if isPage, try families(words) > RegistryReader.manyCandidates { return (order.source, filter) }
        return ("registry r INDEXED BY registryByNameKey", filter)
    }

    /// How many family names begin with the initial, counted no further than is worth knowing.
    private func families(_ words: SearchWords) throws -> Int {
        guard let initial = words.initial else { return Int.max }
        return try database.number(
            """
            SELECT count(*) FROM (SELECT 1 FROM registry INDEXED BY registryByNameKey
                WHERE "nameKey" >= ? AND "nameKey" < ? LIMIT ?)
            """
        ) {
            $0.put(initial)
            $0.put(initial + "\u{10FFFF}")
            $0.put(RegistryReader.manyCandidates + 1)
        } ?? 0
    }

    /// How many rows the text index offers, counted no further than is worth knowing.
    private func candidates(_ words: SearchWords) throws -> Int {
        try database.number("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)") {
            $0.put(words.match)
            $0.put(RegistryReader.manyCandidates + 1)
        } ?? 0
    }
}

/// The order of a registry query: its index and the columns that place a row.
struct RegistryOrder {
    /// The index that gives the order; nil where the table itself does.
    let index: String?
    private let columns: [String]
    private let sort: RegistryQuery.Sort

    init(_ query: RegistryQuery) {
        sort = query.sort
        let isOneCurator = query.curator != nil
        // One curator's cases are sorted sooner than they are picked out of everybody's; cases of nobody may be very many.
        let isFewCases = query.curator?.isEmpty == false
        switch query.sort {
        case .name:
            columns = ["sortKey", "number"]
            index =
                isOneCurator
                ? "registryByCurator"
                : query.stages.count == 1 ? "registryByStage" : "registryByName"
        case .number:
            columns = ["number"]
            index = isFewCases ? "registryByCurator" : nil
        case .born:
            columns = ["born", "number"]
            index = isFewCases ? "registryByCurator" : "registryByBirth"
        case .nextDue:
            columns = ["nextDue", "number"]
            index = isOneCurator ? "registryByCuratorDue" : "registryByDue"
        case .stage:
            columns = ["stage", "sortKey", "number"]
            index = isFewCases ? "registryByCurator" : "registryByStage"
        case .curator:
            columns = ["curator", "sortKey", "number"]
            index = "registryByCurator"
        }
    }

    /// The table read in the order.
    var source: String { index.map { "registry r INDEXED BY \($0)" } ?? "registry r NOT INDEXED" }

    func clause(isDescending: Bool) -> String {
        columns.map { "r.\"\($0)\"" + (isDescending ? " DESC" : "") }.joined(separator: ", ")
    }

    /// Leaves the rows beyond a row in the order.
    func constrain(_ filter: inout RegistryFilter, beyond row: RegistryRow, isDescending: Bool, isInclusive: Bool) {
        let names = columns.map { "r.\"\($0)\"" }.joined(separator: ", ")
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let sign = (isDescending ? "<" : ">") + (isInclusive ? "=" : "")
        filter.add("(\(names)) \(sign) (\(places))", values(of: row))
    }

    private func values(of row: RegistryRow) -> [RegistryFilter.Value] {
        let number = RegistryFilter.Value.number(row.number)
        switch sort {
        case .name: return [.blob(row.sortKey), number]
        case .number: return [number]
        case .born: return [.number(Int(row.born.dayNumber)), number]
        case .nextDue: return [.number(row.nextDue.map { Int($0.dayNumber) } ?? Sentinel.noDay), number]
        case .stage: return [.text(row.stage), .blob(row.sortKey), number]
        case .curator: return [.text(row.curator ?? ""), .blob(row.sortKey), number]
        }
    }
}

extension ColumnReader {
    /// Reads a row of ``RegistryReader/columns``.
    mutating func registryRow() throws -> RegistryRow {
        RegistryRow(
            caseID: try id(), number: int(), family: text(), given: text(), patronymic: optionalText(), born: date(),
            category: filledText(), stage: text(), curator: filledText(), territory: filledText(), source: filledText(),
            isOpen: bool(), nextDue: knownDate(), nextRule: optionalText(), lastContactOn: optionalDate(), attempts: int(),
            sortKey: bytes())
    }

    /// A text, nil when empty.
    mutating func filledText() -> String? {
        let value = text()
        return value.isEmpty ? nil : value
    }

    /// A day, nil for the sentinels of «none».
    mutating func knownDate() -> CivilDate? {
        let day = int()
        return day >= Sentinel.anyDay ? nil : CivilDate(dayNumber: Int32(truncatingIfNeeded: day))
    }
}
