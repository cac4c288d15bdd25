import Casework
import GRDB
import GRDBSQLite

/// A prepared statement of a connection's cache, bound and stepped through SQLite's C interface.
///
/// GRDB owns connections, transactions and the cache; binding and reading go past its `DatabaseValue`s because
/// an import binds a hundred values for every person.
struct Prepared {
    private let statement: Statement
    private var handle: OpaquePointer { statement.sqliteStatement }

    /// The statement of the given SQL, compiled once for every connection.
    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        sqlite3_reset(statement.sqliteStatement)
    }

    /// Binds values from the first parameter on, replacing all earlier ones.
    func bind(_ fill: (inout ColumnWriter) -> Void) {
        var writer = ColumnWriter(handle)
        fill(&writer)
    }

    /// Moves to the next row; false at the end, when the statement is ready to be bound again.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        sqlite3_reset(handle)
        if code == SQLITE_DONE { return false }
        throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }

    /// Gives up the remaining rows.
    func finish() { sqlite3_reset(handle) }

    /// Runs to the end without looking at rows.
    func run(_ fill: (inout ColumnWriter) -> Void = { _ in }) throws {
        bind(fill)
        while try step() {}
    }

    /// The values of the current row.
    var row: ColumnReader { ColumnReader(handle) }

    /// Reads every row.
    func all<Value>(_ fill: (inout ColumnWriter) -> Void = { _ in }, _ read: (inout ColumnReader) throws -> Value) throws
        -> [Value]
    {
        bind(fill)
        var values: [Value] = []
        do {
            while try step() {
                var reader = row
                values.append(try read(&reader))
            }
        } catch {
            finish()
            throw error
        }
        return values
    }

    /// Reads the first row, where there is one.
    func first<Value>(_ fill: (inout ColumnWriter) -> Void = { _ in }, _ read: (inout ColumnReader) throws -> Value) throws
        -> Value?
    {
        bind(fill)
        defer { finish() }
        guard try step() else { return nil }
        var reader = row
        return try read(&reader)
    }
}

extension Database {
    /// The statement of the given SQL from this connection's cache.
    func prepared(_ sql: String) throws -> Prepared { try Prepared(self, sql) }

    /// Runs one statement whose rows do not matter.
    func run(_ sql: String, _ fill: (inout ColumnWriter) -> Void = { _ in }) throws { try prepared(sql).run(fill) }

    /// The first column of the first row as a number; nil when there is no row or it is null.
    func number(_ sql: String, _ fill: (inout ColumnWriter) -> Void = { _ in }) throws -> Int? {
        try prepared(sql).first(fill) { $0.optionalInt() } ?? nil
    }

    /// Runs reading work unless it takes more than so many steps of SQLite's machine; nil when it does.
    ///
    /// Source: <https://sqlite.org/c3ref/progress_handler.html>; reading leaves nothing behind when it is stopped.
    func withinBudget<Value>(_ steps: Int32, _ work: () throws -> Value) throws -> Value? {
        let connection = sqliteConnection
        sqlite3_progress_handler(connection, steps, { _ in 1 }, nil)
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        do {
            return try work()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            try Task.checkCancellation()
            return nil
        }
    }
}
