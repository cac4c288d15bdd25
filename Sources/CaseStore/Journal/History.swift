import Casework
import Foundation
import GRDB

/// A field of a row that an entry changed.
public struct FieldChange: Hashable, Sendable {
    /// The kind of the row.
    public var kind: RecordKind
    /// The row.
    public var rowID: RecordID
    /// The field as the domain names it, inner ones after a dot: `born`, `address.street`, `needs.0.text`.
    public var field: String
    /// What it was: a text, an ISO date, a number, `true` or `false`; nil when there was none.
    public var before: String?
    /// What it became; nil when it was taken away.
    public var after: String?
}

/// An entry of the journal with what it changed.
public struct HistoryEntry: Hashable, Sendable {
    /// Who, when, what.
    public var summary: EntrySummary
    /// The entry that took it back, where one did.
    public var undoneBy: Int?
    /// What the writer said of it, such as the digest of an imported file.
    public var note: String?
    /// How many rows it changed in all cases.
    public var rows: Int
    /// The fields it changed in the case asked for; for the whole journal only those of short entries.
    public var changes: [FieldChange]
}

extension CaseArchive {
    /// The journal, the latest entries first.
    /// - Parameters:
    ///   - caseID: only entries that touched this case, with the fields they changed in it; nil for all entries.
    ///   - before: only entries earlier than this one, for the next page.
    ///   - limit: entries at most.
    public func journal(of caseID: RecordID? = nil, before: Int? = nil, limit: Int = 50) throws(StoreError) -> [HistoryEntry] {
        try reading { database in
            let reader = HistoryReader(database: database)
            return try caseID.map { try reader.entries(of: $0, before: before, limit: limit) }
                ?? reader.entries(before: before, limit: limit)
        }
    }
}

/// Reads entries with their changes.
struct HistoryReader {
    let database: Database

    /// Entries of more rows than this are shown without fields when the whole journal is asked for.
    static let shortEntry = 32

    private static let columns = """
        \(JournalReader.summaryColumns), j."note", j."changes",
        (SELECT u."sequence" FROM journal u WHERE u."undoes" = j."sequence"
            AND NOT EXISTS (SELECT 1 FROM journal v WHERE v."undoes" = u."sequence") LIMIT 1)
        """

    func entries(of caseID: RecordID, before: Int?, limit: Int) throws -> [HistoryEntry] {
        let found = try database.prepared(
            """
            SELECT \(HistoryReader.columns), c."firstOrdinal", c."lastOrdinal" FROM journalCase c
            CROSS JOIN journal j ON j."sequence" = c."entry" WHERE c."caseID" = ? AND c."entry" < ?
            ORDER BY c."entry" DESC, c."firstOrdinal" DESC LIMIT ?
            """
        ).all({
            $0.put(caseID)
            $0.put(before ?? Int.max)
            $0.put(limit)
        }) { row in (entry: HistoryReader.entry(&row), first: row.int(), last: row.int()) }
        return try found.map { found in
            var entry = found.entry
            entry.changes = try fields(entry.summary.sequence, found.first, found.last)
            return entry
        }
    }

    func entries(before: Int?, limit: Int) throws -> [HistoryEntry] {
        let found = try database.prepared(
            #"SELECT \#(HistoryReader.columns) FROM journal j WHERE j."sequence" < ? ORDER BY j."sequence" DESC LIMIT ?"#
        ).all({
            $0.put(before ?? Int.max)
            $0.put(limit)
        }) { HistoryReader.entry(&$0) }
        return try found.map { found in
            var entry = found
            if entry.rows <= HistoryReader.shortEntry { entry.changes = try fields(entry.summary.sequence, 1, entry.rows) }
            return entry
        }
    }

    private static func entry(_ row: inout ColumnReader) -> HistoryEntry {
        let summary = JournalReader.summary(&row)
        let note = row.optionalText()
        let rows = row.int()
        return HistoryEntry(summary: summary, undoneBy: row.optionalInt(), note: note, rows: rows, changes: [])
    }

    private func fields(_ entry: Int, _ first: Int, _ last: Int) throws -> [FieldChange] {
        try database.prepared(
            """
            SELECT "kind", "rowID", "before", "after" FROM journalChange WHERE "entry" = ? AND "ordinal" BETWEEN ? AND ?
            ORDER BY "ordinal"
            """
        ).all({
            $0.put(entry)
            $0.put(first)
            $0.put(last)
        }) { row -> [FieldChange] in
            guard let kind = RecordKind(rawValue: row.text()), let rowID = try row.optionalID() else { return [] }
            let before = try ImageFields.read(row.optionalBytes())
            let after = try ImageFields.read(row.optionalBytes())
            return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted().map { field in
                FieldChange(kind: kind, rowID: rowID, field: field, before: before[field], after: after[field])
            }
        }.flatMap { $0 }
    }
}

/// An image as flat fields.
enum ImageFields {
    private indirect enum Tree: Decodable {
        case leaf(String?)
        case list([Tree])
        case object([String: Tree])

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .leaf(nil)
            } else if let text = try? value.decode(String.self) {
                self = .leaf(text)
            } else if let flag = try? value.decode(Bool.self) {
                self = .leaf(String(flag))
            } else if let number = try? value.decode(Int.self) {
                self = .leaf(String(number))
            } else if let list = try? value.decode([Tree].self) {
                self = .list(list)
            } else {
                self = .object(try value.decode([String: Tree].self))
            }
        }

        func flatten(_ path: String, into fields: inout [String: String]) {
            switch self {
            case .leaf(let value): fields[path] = value
            case .list(let parts):
                for (index, part) in parts.enumerated() { part.flatten("\(path).\(index)", into: &fields) }
            case .object(let parts):
                for (name, part) in parts { part.flatten(path.isEmpty ? name : "\(path).\(name)", into: &fields) }
            }
        }
    }

    /// The fields of an image by their path, without identifiers and version.
    static func read(_ bytes: [UInt8]?) throws -> [String: String] {
        guard let bytes else { return [:] }
        guard let tree = try? JSONDecoder().decode(Tree.self, from: Data(bytes)) else { throw StoreError.damaged }
        var fields: [String: String] = [:]
        tree.flatten("", into: &fields)
        for name in ["id", "caseID", "citizenID", "version"] { fields[name] = nil }
        return fields
    }
}
