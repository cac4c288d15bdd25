import Casework
import GRDBSQLite

/// Reads a row's columns one after another; values that no version of ours writes are ``StoreError/damaged``.
struct ColumnReader {
    private let handle: OpaquePointer
    private var index: Int32 = 0

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    private var isNull: Bool { sqlite3_column_type(handle, index) == SQLITE_NULL }

    /// Passes over columns.
    mutating func skip(_ count: Int32 = 1) { index += count }

    mutating func int() -> Int {
        defer { index += 1 }
        return Int(sqlite3_column_int64(handle, index))
    }

    mutating func optionalInt() -> Int? {
        if isNull {
            index += 1
            return nil
        }
        return int()
    }

    mutating func bool() -> Bool { int() != 0 }

    mutating func optionalBool() -> Bool? { optionalInt().map { $0 != 0 } }

    mutating func text() -> String {
        defer { index += 1 }
        guard let start = sqlite3_column_text(handle, index) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, index))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    mutating func optionalText() -> String? {
        if isNull {
            index += 1
            return nil
        }
        return text()
    }

    mutating func bytes() -> [UInt8] {
        defer { index += 1 }
        guard let start = sqlite3_column_blob(handle, index) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index))))
    }

    mutating func optionalBytes() -> [UInt8]? {
        if isNull {
            index += 1
            return nil
        }
        return bytes()
    }

    mutating func id() throws -> RecordID {
        defer { index += 1 }
        guard let start = sqlite3_column_blob(handle, index), sqlite3_column_bytes(handle, index) == 16 else {
            throw StoreError.damaged
        }
        let words = UnsafeRawPointer(start)
        return RecordID(
            high: UInt64(bigEndian: words.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: words.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }

    mutating func optionalID() throws -> RecordID? {
        if isNull {
            index += 1
            return nil
        }
        return try id()
    }

    mutating func date() -> CivilDate { CivilDate(dayNumber: Int32(truncatingIfNeeded: int())) }

    mutating func optionalDate() -> CivilDate? { optionalInt().map { CivilDate(dayNumber: Int32(truncatingIfNeeded: $0)) } }

    mutating func optionalTime() -> CivilTime? { optionalInt().flatMap { CivilTime(hour: $0 / 60, minute: $0 % 60) } }

    /// A value of an enumeration stored by its raw text.
    mutating func choice<Value: RawRepresentable>(_ type: Value.Type = Value.self) throws -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: text()) else { throw StoreError.damaged }
        return value
    }

    mutating func optionalChoice<Value: RawRepresentable>(_ type: Value.Type = Value.self) throws -> Value?
    where Value.RawValue == String {
        guard let raw = optionalText() else { return nil }
        guard let value = Value(rawValue: raw) else { throw StoreError.damaged }
        return value
    }
}
