import Casework
import GRDB

/// A record of the domain as a row of its table.
protocol StoredRecord: CaseRecord {
    /// The table's own columns, in the order of ``bind(_:)`` and ``init(columns:id:caseID:version:)``.
    static var columns: [String] { get }
    /// Binds the own columns.
    func bind(_ row: inout ColumnWriter)
    /// Reads the own columns.
    init(columns row: inout ColumnReader, id: RecordID, caseID: RecordID, version: Int) throws
    /// Writes the fields other than identifiers and version, in alphabetical order, as ``Codable`` names them.
    func write(_ image: inout ImageWriter)
}

/// A stored record that belongs to a case.
protocol CaseRow: StoredRecord {
    var caseID: RecordID { get }
}

/// The SQL of a kind's table.
struct TableSQL: Sendable {
    let insert: String
    let upsert: String
    let select: String
    let delete: String

    /// - Parameters:
    ///   - key: the columns of the key, the first of which is the case for rows of a case.
    init(_ table: String, key: [String], columns: [String]) {
        let written = (key + ["version", "updatedAt", "owner"] + columns).map { "\"\($0)\"" }
        let conflict = key.map { "\"\($0)\"" }.joined(separator: ", ")
        let changed = written.dropFirst(key.count).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        let places = Array(repeating: "?", count: written.count).joined(separator: ", ")
        insert = "INSERT INTO \(table) (\(written.joined(separator: ", "))) VALUES (\(places))"
        upsert = """
            \(insert)
            ON CONFLICT (\(conflict)) DO UPDATE SET \(changed)
            """
        let own = (["id", "version"] + columns).map { "\"\($0)\"" }.joined(separator: ", ")
        select = "SELECT \(own) FROM \(table) WHERE \"\(key[0])\" = ?"
        delete = "DELETE FROM \(table) WHERE " + key.map { "\"\($0)\" = ?" }.joined(separator: " AND ")
    }

    static let citizen = TableSQL("citizen", key: ["id"], columns: Citizen.columns)
    static let caseHeader = TableSQL("caseFile", key: ["id"], columns: CaseHeader.columns)
    static let representative = TableSQL(row: Representative.self)
    static let referral = TableSQL(row: Referral.self)
    static let contactAttempt = TableSQL(row: ContactAttempt.self)
    static let consent = TableSQL(row: Consent.self)
    static let meeting = TableSQL(row: Meeting.self)
    static let needsSurvey = TableSQL(row: NeedsSurvey.self)
    static let supportProgram = TableSQL(row: SupportProgram.self)
    static let obligationOverride = TableSQL(row: ObligationOverride.self)
    static let registryMark = TableSQL(row: RegistryMark.self)
    static let caseEntry = TableSQL(row: CaseEntry.self)

    private init<Record: CaseRow>(row: Record.Type) {
        self.init(Record.kind.rawValue, key: ["caseID", "id"], columns: Record.columns)
    }

    /// The SQL of a kind's table.
    static func of(_ kind: RecordKind) -> TableSQL {
        switch kind {
        case .citizen: citizen
        case .caseHeader: caseHeader
        case .representative: representative
        case .referral: referral
        case .contactAttempt: contactAttempt
        case .consent: consent
        case .meeting: meeting
        case .needsSurvey: needsSurvey
        case .supportProgram: supportProgram
        case .obligationOverride: obligationOverride
        case .registryMark: registryMark
        case .caseEntry: caseEntry
        }
    }
}

extension RecordKind {
    /// The domain's type of the kind.
    var recordType: any StoredRecord.Type {
        switch self {
        case .citizen: Citizen.self
        case .caseHeader: CaseHeader.self
        case .representative: Representative.self
        case .referral: Referral.self
        case .contactAttempt: ContactAttempt.self
        case .consent: Consent.self
        case .meeting: Meeting.self
        case .needsSurvey: NeedsSurvey.self
        case .supportProgram: SupportProgram.self
        case .obligationOverride: ObligationOverride.self
        case .registryMark: RegistryMark.self
        case .caseEntry: CaseEntry.self
        }
    }
}

extension CaseRecord {
    /// The record as a row; every kind of the domain has a table.
    var stored: any StoredRecord {
        guard let stored = self as? any StoredRecord else { preconditionFailure("a kind of record without a table") }
        return stored
    }
}
