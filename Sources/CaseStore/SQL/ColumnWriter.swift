import Casework
import GRDBSQLite

/// Binds values to a statement's parameters one after another.
struct ColumnWriter {
    private let handle: OpaquePointer
    private var index: Int32 = 0
    /// SQLite copies what it is given before the call returns.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    /// Binds NULL.
    mutating func null() {
        index += 1
        sqlite3_bind_null(handle, index)
    }

    mutating func put(_ value: Int) {
        index += 1
        sqlite3_bind_int64(handle, index, Int64(value))
    }

    mutating func put(_ value: Int?) {
        if let value { put(value) } else { null() }
    }

    mutating func put(_ value: Bool) { put(value ? 1 : 0) }

    mutating func put(_ value: Bool?) {
        if let value { put(value) } else { null() }
    }

    mutating func put(_ value: String) {
        index += 1
        var text = value
        text.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                // A null pointer would bind NULL, and an empty text need not have an address.
                if $0.isEmpty { return sqlite3_bind_text(handle, index, "", 0, ColumnWriter.transient) }
                return sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), ColumnWriter.transient)
            }
        }
    }

    mutating func put(_ value: String?) {
        if let value { put(value) } else { null() }
    }

    /// Binds UTF-8 text given as bytes.
    mutating func put(text bytes: [UInt8]) {
        if bytes.isEmpty { return put("") }
        index += 1
        bytes.withUnsafeBytes { buffer in
            _ = sqlite3_bind_text(
                handle, index, buffer.assumingMemoryBound(to: CChar.self).baseAddress, Int32(buffer.count), ColumnWriter.transient
            )
        }
    }

    /// Binds a blob.
    mutating func put(blob bytes: [UInt8]) {
        index += 1
        bytes.withUnsafeBytes { _ = sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), ColumnWriter.transient) }
    }

    /// Binds sixteen bytes, most significant first, so that SQLite orders identifiers as ``RecordID`` does.
    mutating func put(_ value: RecordID) {
        index += 1
        var words = (value.high.bigEndian, value.low.bigEndian)
        withUnsafeBytes(of: &words) { _ = sqlite3_bind_blob(handle, index, $0.baseAddress, 16, ColumnWriter.transient) }
    }

    mutating func put(_ value: RecordID?) {
        if let value { put(value) } else { null() }
    }

    /// Binds the number of days since 1970-01-01.
    mutating func put(_ value: CivilDate) { put(Int(value.dayNumber)) }

    mutating func put(_ value: CivilDate?) {
        if let value { put(value) } else { null() }
    }

    /// Binds minutes since midnight.
    mutating func put(_ value: CivilTime?) { put(value?.minuteOfDay) }
}
