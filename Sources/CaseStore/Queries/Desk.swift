import Casework
import GRDB

/// A planned meeting with whose it is.
public struct MeetingRow: Hashable, Sendable {
    /// The registry's row of the case.
    public var row: RegistryRow
    /// When.
    public var at: CivilDateTime
    /// Where, when not at the office.
    public var place: String?
}

/// «Сегодня»: what a curator must do now. Lists are cut at the limit asked for; the counts are whole.
public struct Desk: Hashable, Sendable {
    /// Terms that passed.
    public var overdue: [BoardRow]
    /// How many terms passed.
    public var overdueCount: Int
    /// Terms that end today.
    public var today: [BoardRow]
    /// How many end today.
    public var todayCount: Int
    /// Terms that end after today and until Sunday of this week.
    public var week: [BoardRow]
    /// How many end in the rest of the week.
    public var weekCount: Int
    /// Meetings planned for today or earlier and not settled.
    public var meetings: [MeetingRow]
    /// Open cases with neither a running term nor a planned meeting.
    public var idle: [RegistryRow]
    /// How many such cases there are.
    public var idleCount: Int
}

extension CaseArchive {
    /// The desk of a curator on a day; of the whole office when no curator is given.
    /// - Parameter limit: rows of each list at most.
    public func desk(curator: String?, today: CivilDate, limit: Int = 20) throws(StoreError) -> Desk {
        try reading { database in
            let board = BoardReader(database: database)
            let sunday = today.adding(days: 7 - today.weekday)
            let overdue = BoardQuery(overdueOn: today, curator: curator)
            let now = BoardQuery(until: today, from: today, curator: curator)
            let week = BoardQuery(until: sunday, from: today.adding(days: 1), curator: curator)
            let (idle, idleCount) = try DeskReader(database: database).idle(curator, limit)
            return Desk(
                overdue: try board.page(overdue, at: .start, limit: limit).rows, overdueCount: try board.count(overdue),
                today: try board.page(now, at: .start, limit: limit).rows, todayCount: try board.count(now),
                week: try board.page(week, at: .start, limit: limit).rows, weekCount: try board.count(week),
                meetings: try DeskReader(database: database).meetings(curator, until: today, limit), idle: idle,
                idleCount: idleCount)
        }
    }

    /// Planned meetings of some days, by time.
    public func meetings(curator: String?, from: CivilDate, until: CivilDate, limit: Int = 100) throws(StoreError) -> [MeetingRow]
    {
        try reading { try DeskReader(database: $0).meetings(curator, from: from, until: until, limit) }
    }
}

/// Reads the parts of the desk that are not terms.
struct DeskReader {
    let database: Database

    func meetings(_ curator: String?, from: CivilDate? = nil, until: CivilDate, _ limit: Int) throws -> [MeetingRow] {
        var filter = RegistryFilter(RegistryQuery(curator: curator))
        filter.add(
            #"r."meetingOn" BETWEEN ? AND ?"#, .number(Int((from ?? CivilDate(dayNumber: 0)).dayNumber)),
            .number(Int(until.dayNumber)))
        return try database.prepared(
            """
            SELECT \(RegistryReader.columns), r."meetingOn", r."meetingAt", r."meetingPlace"
            FROM registry r INDEXED BY \(curator == nil ? "registryByMeeting" : "registryByCuratorMeeting") \(filter.clause)
            ORDER BY r."meetingOn", r."meetingAt", r."number" LIMIT ?
            """
        ).all({
            filter.bind(&$0)
            $0.put(limit)
        }) { row in
            MeetingRow(row: try row.registryRow(), at: CivilDateTime(row.date(), row.optionalTime()), place: row.optionalText())
        }
    }

    func idle(_ curator: String?, _ limit: Int) throws -> ([RegistryRow], Int) {
        var filter = RegistryFilter(RegistryQuery(curator: curator))
        // Written out as in the indexes that hold only such cases.
        filter.add(#"r."isOpen" = 1"#)
        filter.add(#"r."nextDue" = \#(Sentinel.noDay)"#)
        filter.add(#"r."meetingOn" IS NULL"#)
        let source = "registry r INDEXED BY " + (curator == nil ? "registryIdle" : "registryByCuratorIdle")
        let rows = try database.prepared(
            #"SELECT \#(RegistryReader.columns) FROM \#(source) \#(filter.clause) ORDER BY r."number" LIMIT ?"#
        ).all({
            filter.bind(&$0)
            $0.put(limit)
        }) { try $0.registryRow() }
        let count = try database.number("SELECT count(*) FROM \(source) \(filter.clause)") { filter.bind(&$0) } ?? 0
        return (rows, count)
    }
}
