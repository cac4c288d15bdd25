import GRDBSQLite

/// SQLite's C interface alone, with the settings of the store's own connections.
final class BareStore {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// A value to bind.
    enum Value {
        case number(Int)
        case text(String)
        case blob([UInt8])
        case null
    }

    init(_ path: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK, let opened else {
            throw BenchFailure("SQLite cannot open \(path)")
        }
        handle = opened
        try run(script: BareStore.settings)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// As `ConnectionSettings` of the store.
    static let settings = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -6144;
        """

    /// Runs statements whose rows do not matter.
    func run(script: String) throws {
        guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    /// Runs one statement, prepared once, and reads every column of every row as text; how many rows there were.
    @discardableResult
    func rows(_ sql: String, _ values: [Value] = []) throws -> Int {
        var count = 0
        try step(sql, values) { statement in
            for column in 0..<sqlite3_column_count(statement) where sqlite3_column_text(statement, column) != nil { sum &+= 1 }
            count += 1
        }
        return count
    }

    /// The first column of the first row.
    func number(_ sql: String, _ values: [Value] = []) throws -> Int {
        var result: Int?
        try step(sql, values) { result = result ?? Int(sqlite3_column_int64($0, 0)) }
        guard let result else { throw BenchFailure("no row for \(sql)") }
        return result
    }

    /// The blobs of the first column.
    func blobs(_ sql: String, _ values: [Value] = []) throws -> [[UInt8]] {
        var result: [[UInt8]] = []
        try step(sql, values) { statement in
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, 0), count: Int(sqlite3_column_bytes(statement, 0)))
            result.append(Array(bytes))
        }
        return result
    }

    private var sum = 0

    private func step(_ sql: String, _ values: [Value], _ row: (OpaquePointer) -> Void) throws {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        for (index, value) in values.enumerated() { bind(value, to: statement, at: Int32(index + 1)) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: row(statement)
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    private func prepared(_ sql: String) throws -> OpaquePointer {
        if let known = statements[sql] { return known }
        var made: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &made, nil) == SQLITE_OK, let made else { throw failure() }
        statements[sql] = made
        return made
    }

    private func bind(_ value: Value, to statement: OpaquePointer, at index: Int32) {
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .number(let number): sqlite3_bind_int64(statement, index, Int64(number))
        case .text(let text): sqlite3_bind_text(statement, index, text, -1, transient)
        case .blob(let bytes): sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), transient)
        case .null: sqlite3_bind_null(statement, index)
        }
    }

    private func failure() -> BenchFailure { BenchFailure("SQLite: \(String(cString: sqlite3_errmsg(handle)))") }
}
