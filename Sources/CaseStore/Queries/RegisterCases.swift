import Casework
import GRDB

/// What a register may have a row for.
enum RegisterKey {
    /// A case.
    case file(RecordID)
    /// An entry of a case.
    case entry(RecordID, of: RecordID)
    /// An entry of the office.
    case office(RecordID)
}

/// Finds what a register may have rows for, in its order, and reads it.
struct RegisterCases {
    let database: Database

    /// What a row is made of.
    enum Subject {
        /// A case, with the entry where rows are entries.
        case file(CaseFile, entry: RecordID?)
        /// An entry of the office.
        case office(OfficeEntry)
    }

    /// The keys in the register's order.
    func keys(_ definition: RegisterDefinition, _ narrowing: RegisterNarrowing) throws -> [RegisterKey] {
        switch definition.rows {
        case .cases: try files(definition, narrowing)
        case .entries(let kind): try entries(kind, definition, narrowing)
        case .office(let kind): try office(kind, definition, narrowing)
        }
    }

    private func files(_ definition: RegisterDefinition, _ narrowing: RegisterNarrowing) throws -> [RegisterKey] {
        var filter = RegistryFilter(RegistryQuery(curator: narrowing.curator, isOpen: definition.filter.isOpen))
        let act = RegistryFilter.Value.text(definition.regulation)
        if let from = narrowing.from { filter.add("\(RegisterCases.receivedOn) >= ?", act, day(from)) }
        if let until = narrowing.until { filter.add("\(RegisterCases.receivedOn) <= ?", act, day(until)) }
        let order =
            switch definition.order {
            case .number, .date: #"r."number""#
            case .name: #"r."sortKey", r."number""#
            case .received: #"\#(RegisterCases.receivedAt), r."number""#
            }
        return try database.prepared("SELECT r.\"caseID\" FROM registry r \(filter.clause) ORDER BY \(order)").all({
            filter.bind(&$0)
            if definition.order == .received { $0.put(act) }
        }) { .file(try $0.id()) }
    }

    private func entries(
        _ kind: String, _ definition: RegisterDefinition, _ narrowing: RegisterNarrowing
    ) throws -> [RegisterKey] {
        var filter = RegistryFilter(RegistryQuery(curator: narrowing.curator, isOpen: definition.filter.isOpen))
        constrain(&filter, kind, definition, narrowing)
        let order = definition.order == .number ? #"r."number", "# : ""
        return try database.prepared(
            """
            SELECT e."caseID", e."id" FROM caseEntry e JOIN caseFile f ON f."id" = e."caseID"
            JOIN registry r ON r."number" = f."number" \(filter.clause)
            ORDER BY \(order)e."on", ifnull(e."at", 1440), e."id"
            """
        ).all({ filter.bind(&$0) }) { row in
            let caseID = try row.id()
            return .entry(try row.id(), of: caseID)
        }
    }

    /// Of a worker's entries of the office those are meant that the worker recorded.
    private func office(
        _ kind: String, _ definition: RegisterDefinition, _ narrowing: RegisterNarrowing
    ) throws -> [RegisterKey] {
        var filter = RegistryFilter(RegistryQuery())
        constrain(&filter, kind, definition, narrowing)
        if let worker = narrowing.curator { filter.add(#"e."worker" = ?"#, .text(worker)) }
        return try database.prepared(
            """
            SELECT e."id" FROM officeEntry e \(filter.clause) ORDER BY e."on", ifnull(e."at", 1440), e."id"
            """
        ).all({ filter.bind(&$0) }) { .office(try $0.id()) }
    }

    private func constrain(
        _ filter: inout RegistryFilter, _ kind: String, _ definition: RegisterDefinition, _ narrowing: RegisterNarrowing
    ) {
        filter.add(#"e."entryKind" = ? AND e."regulation" = ?"#, .text(kind), .text(definition.regulation))
        if let from = narrowing.from { filter.add(#"e."on" >= ?"#, day(from)) }
        if let until = narrowing.until { filter.add(#"e."on" <= ?"#, day(until)) }
    }

    private func day(_ date: CivilDate) -> RegistryFilter.Value { .number(Int(date.dayNumber)) }

    /// Reads what the keys name; a case with several entries among them is read once.
    func subjects(_ keys: some Collection<RegisterKey>) throws -> [Subject] {
        let reader = CaseFileReader(database: database)
        let office = OfficeEntryRows(database: database)
        var known: [RecordID: CaseFile] = [:]
        return try keys.compactMap { key in
            switch key {
            case .file(let id): return try reader.file(id).map { .file($0, entry: nil) }
            case .entry(let entry, let id):
                if known[id] == nil { known[id] = try reader.file(id) }
                return known[id].map { .file($0, entry: entry) }
            case .office(let id): return try office.entry(id).map(Subject.office)
            }
        }
    }

    /// What entries of the office are called where other entries name them: their day and first fields.
    func entryNames(_ regulation: Regulation) throws -> [String: String] {
        var names: [String: String] = [:]
        for id in Set(regulation.entryKinds.flatMap(\.fields).compactMap(\.of)) {
            guard let kind = regulation.entryKind(id) else { continue }
            for entry in try OfficeEntryRows(database: database).entries(kind: id, regulation: regulation.id) {
                let values = kind.fields.prefix(2).compactMap { entry.values[$0.entry.id] }
                names[entry.id.text] = ([entry.on.dotted] + values).joined(separator: " · ")
            }
        }
        return names
    }

    /// The first referral under an act, of which the case is known by its key: a look into a few rows side by side.
    private static func first(_ value: String) -> String {
        #"(SELECT min(\#(value)) FROM referral e WHERE e."caseID" = r."caseID" AND e."regulation" = ?)"#
    }

    private static let receivedOn = first(#"e."receivedOn""#)
    /// Within a day by time; those without a time last, as in the case itself.
    private static let receivedAt = first(#"e."receivedOn" * 1441 + ifnull(e."receivedAt", 1440)"#)
}
