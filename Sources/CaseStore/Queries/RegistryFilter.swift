import Casework
import GRDB

/// A registry query as SQL: conditions, their values, and the index that drives them.
struct RegistryFilter {
    /// A value to bind.
    enum Value {
        case text(String)
        case number(Int)
        case id(RecordID)
        case blob([UInt8])
    }

    private(set) var conditions: [String] = []
    private(set) var values: [Value] = []

    init(_ query: RegistryQuery) {
        if let isOpen = query.isOpen { add(#"r."isOpen" = ?"#, .number(isOpen ? 1 : 0)) }
        if let curator = query.curator { add(#"r."curator" = ?"#, .text(curator)) }
        allow("category", query.categories.map { $0 ?? "" })
        allow("stage", Array(query.stages))
        if let day = query.overdueOn { add(#"r."nextDue" < ?"#, .number(Int(day.dayNumber))) }
        if let territory = query.territory { add(#"r."territory" = ?"#, .text(territory)) }
        if let source = query.source { add(#"r."source" = ?"#, .text(source)) }
    }

    mutating func add(_ condition: String, _ values: Value...) { add(condition, values) }

    mutating func add(_ condition: String, _ values: [Value]) {
        conditions.append(condition)
        self.values += values
    }

    private mutating func allow(_ column: String, _ allowed: [String]) {
        if allowed.isEmpty { return }
        let sorted = allowed.sorted()
        let places = Array(repeating: "?", count: sorted.count).joined(separator: ", ")
        conditions.append(sorted.count == 1 ? "r.\"\(column)\" = ?" : "r.\"\(column)\" IN (\(places))")
        values += sorted.map { .text($0) }
    }

    /// `WHERE …`, or nothing.
    var clause: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

    func bind(_ row: inout ColumnWriter) {
        for value in values { row.put(value) }
    }
}

extension ColumnWriter {
    mutating func put(_ value: RegistryFilter.Value) {
        switch value {
        case .text(let text): put(text)
        case .number(let number): put(number)
        case .id(let id): put(id)
        case .blob(let bytes): put(blob: bytes)
        }
    }
}
