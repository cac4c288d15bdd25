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

    /// Above so many candidates of the text index, walking the list's own index finds a page sooner than sorting them.
    static let manyCandidates = 6000
    /// Steps of SQLite's machine that a walk may take before it is given up: some two thousand rows.
    static let walkBudget: Int32 = 30_000
    /// Above so many even gathering them takes longer than looking at the list's rows one by one.
    static let tooManyCandidates = 20_000

    static let columns = [
        "caseID", "number", "family", "given", "patronymic", "born", "category", "stage", "curator", "territory", "source",
        "isOpen",
        "nextDue", "nextRule", "lastContactOn", "attempts", "sortKey",
    ].map { "r.\"\($0)\"" }.joined(separator: ", ")

    func page(_ query: RegistryQuery, at position: PagePosition<RegistryRow>, limit: Int) throws -> Page<RegistryRow> {
        let plan = try plan(query, isPage: true)
        if case .walk(let filter, let fallback) = plan {
            // Where the sought stand close together at the list's far end, the walk is long: then gather them first.
            let rows = try database.withinBudget(RegistryReader.walkBudget) {
                try page(query, RegistryOrder(query).source, filter, at: position, limit: limit)
            }
            if let rows { return rows }
            if let fallback, try candidates(fallback) <= RegistryReader.tooManyCandidates {
                return try page(query, RegistryOrder(query).source, gathered(fallback, filter), at: position, limit: limit)
            }
            return try page(query, RegistryOrder(query).source, filter, at: position, limit: limit)
        }
        return try page(query, plan.source, plan.filter, at: position, limit: limit)
    }

    private func page(
        _ query: RegistryQuery, _ source: String, _ filter: RegistryFilter, at position: PagePosition<RegistryRow>, limit: Int
    ) throws -> Page<RegistryRow> {
        var filter = filter
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
        let plan = try plan(query, isPage: false)
        let (source, filter) = (plan.source, plan.filter)
        let sql =
            bound == nil
            ? "SELECT count(*) FROM \(source) \(filter.clause)"
            : "SELECT count(*) FROM (SELECT 1 FROM \(source) \(filter.clause) LIMIT ?)"
        return try database.number(sql) {
            filter.bind(&$0)
            if let bound { $0.put(bound) }
        } ?? 0
    }

    /// How a query is answered.
    enum Plan {
        /// The tables to read and the conditions.
        case direct(source: String, RegistryFilter)
        /// Along the list's own index, looking at every row; beyond a budget the words are asked of the text index.
        case walk(RegistryFilter, orGather: SearchWords?)

        var source: String { if case .direct(let source, _) = self { source } else { "registry r" } }

        var filter: RegistryFilter {
            switch self {
            case .direct(_, let filter), .walk(let filter, _): filter
            }
        }
    }

    /// Which index drives is decided here, not left to the planner's guess.
    func plan(_ query: RegistryQuery, isPage: Bool) throws -> Plan {
        var filter = RegistryFilter(query)
        let words = SearchWords(query.text)
        let order = RegistryOrder(query)
        if words.isEmpty { return .direct(source: isPage ? order.source : "registry r", filter) }
        words.constrain(&filter)
        if words.number != nil { return .direct(source: "registry r", filter) }
        // One curator's cases are few: their own index is the shortest way.
        if query.curator?.isEmpty == false {
            return .direct(source: isPage ? order.source : "registry r INDEXED BY registryByCurator", filter)
        }
        if !words.sought.isEmpty {
            if isPage, try candidates(words, upTo: RegistryReader.manyCandidates) > RegistryReader.manyCandidates {
                return .walk(filter, orGather: words)
            }
            return .direct(source: "registry r", gathered(words, filter))
        }
        if isPage, query.sort == .name {
            words.constrainOrder(&filter)
            return .direct(source: order.source, filter)
        }
        if isPage, try families(words) > RegistryReader.manyCandidates { return .walk(filter, orGather: nil) }
        return .direct(source: "registry r INDEXED BY registryByNameKey", filter)
    }

    /// The filter with what the text index finds.
    private func gathered(_ words: SearchWords, _ filter: RegistryFilter) -> RegistryFilter {
        var filter = filter
        filter.add("r.\"number\" IN (SELECT rowid FROM search WHERE search MATCH ?)", .text(words.match))
        return filter
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
    private func candidates(_ words: SearchWords, upTo bound: Int = tooManyCandidates) throws -> Int {
        try database.number("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)") {
            $0.put(words.match)
            $0.put(bound + 1)
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
