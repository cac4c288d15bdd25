import Foundation

/// The rows that were not taken, as a table of the same columns with the reason behind them: to be mended and imported again.
public enum RejectedRows {
    /// The name of the added column; the importer passes it over.
    public static let reasonColumn = "Причина отказа"

    /// Whether a column of a file is the one that ``write`` added.
    static func isReason(_ header: String) -> Bool { NameKey.key(of: header) == NameKey.key(of: reasonColumn) }

    /// `FILE.rejected.csv`, or with a number where such a file stands already: it may hold somebody's mending.
    public static func path(beside file: String) -> String {
        let base = file.lowercased().hasSuffix(".csv") ? String(file.dropLast(4)) : file
        var path = base + ".rejected.csv"
        var number = 2
        while FileManager.default.fileExists(atPath: path) {
            path = "\(base).rejected-\(number).csv"
            number += 1
        }
        return path
    }

    /// Writes the rows; the file appears whole or not at all.
    /// - Parameters:
    ///   - header: the columns' names in the file read.
    ///   - rows: cells and the reason in words, in the file's order.
    public static func write(
        to path: String, header: [String], rows: some Sequence<(fields: [String], reason: String)>
    ) throws(DelimitedWriterError) {
        let writer = try DelimitedWriter(path: path)
        let reason = header.firstIndex(where: isReason)
        var columns = header
        if let reason { columns.remove(at: reason) }
        try writer.write(columns + [reasonColumn])
        for row in rows {
            var fields = row.fields
            while fields.count < header.count { fields.append("") }
            if let reason { fields.remove(at: reason) }
            try writer.write(fields + [row.reason])
        }
        try writer.finish()
    }
}
