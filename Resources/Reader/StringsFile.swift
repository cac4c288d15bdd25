import Foundation

/// Reads `"key" = "value";` files, one entry a line, with `//` and `/* */` comments on lines of their own.
///
/// A reader of our own because Foundation's property-list parser takes several times longer on Linux; see
/// `docs/decisions.md`.
enum StringsFile {
    /// A line that is neither an entry, nor a comment, nor empty.
    struct BadLine: Error, Hashable {
        /// Counted from 1.
        var line: Int
    }

    /// Adds the entries of a file's bytes to `table`; a later entry replaces an earlier one.
    static func read(_ bytes: UnsafeRawBufferPointer, into table: inout [String: String]) throws(BadLine) {
        var index = 0
        var line = 0
        var inComment = false
        while index < bytes.count {
            line += 1
            var end = index
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let row = UnsafeRawBufferPointer(rebasing: bytes[index..<end])
            index = end + 1
            guard var start = row.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            if inComment || row[start] == UInt8(ascii: "/") {
                let opens = inComment || (start + 1 < row.count && row[start + 1] == UInt8(ascii: "*"))
                inComment = opens && !closesComment(row)
                continue
            }
            guard let key = quoted(row, &start), skip(UInt8(ascii: "="), row, &start), let value = quoted(row, &start),
                skip(UInt8(ascii: ";"), row, &start)
            else { throw BadLine(line: line) }
            table[key] = value
        }
    }

    private static func closesComment(_ row: UnsafeRawBufferPointer) -> Bool {
        guard let slash = row.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return false }
        return row[slash - 1] == UInt8(ascii: "*")
    }

    /// The text between quotes at `position`, which moves behind the closing one.
    private static func quoted(_ row: UnsafeRawBufferPointer, _ position: inout Int) -> String? {
        while position < row.count, row[position] == 0x20 { position += 1 }
        guard position < row.count, row[position] == UInt8(ascii: "\"") else { return nil }
        let start = position + 1
        var end = start
        var isPlain = true
        while end < row.count, row[end] != UInt8(ascii: "\"") {
            if row[end] == UInt8(ascii: "\\") {
                isPlain = false
                end += 1
            }
            end += 1
        }
        guard end < row.count else { return nil }
        position = end + 1
        let slice = UnsafeRawBufferPointer(rebasing: row[start..<end])
        return isPlain ? String(decoding: slice, as: UTF8.self) : unescaped(slice)
    }

    private static func unescaped(_ slice: UnsafeRawBufferPointer) -> String {
        var bytes: [UInt8] = []
        var escaped = false
        for byte in slice {
            if escaped {
                bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func skip(_ byte: UInt8, _ row: UnsafeRawBufferPointer, _ position: inout Int) -> Bool {
        while position < row.count, row[position] == 0x20 { position += 1 }
        guard position < row.count, row[position] == byte else { return false }
        position += 1
        return true
    }
}
