import Casework
import GRDB

/// Reads whole case files.
struct CaseFileReader {
    let database: Database

    /// The case of the identifier, or nil.
    func file(_ id: RecordID) throws -> CaseFile? {
        guard let header = try rows(CaseHeader.self, id, TableSQL.caseHeader).first,
            let citizen = try rows(Citizen.self, header.citizenID, TableSQL.citizen).first
        else { return nil }
        var file = CaseFile(header: header, citizen: citizen)
        file.representatives = try rows(Representative.self, id, TableSQL.representative)
        file.overrides = try rows(ObligationOverride.self, id, TableSQL.obligationOverride)
        file.programs = try rows(SupportProgram.self, id, TableSQL.supportProgram)
        for record in try rows(Referral.self, id, TableSQL.referral) { file.apply(record) }
        for record in try rows(ContactAttempt.self, id, TableSQL.contactAttempt) { file.place(record) }
        for record in try rows(Consent.self, id, TableSQL.consent) { file.apply(record) }
        for record in try rows(Meeting.self, id, TableSQL.meeting) { file.apply(record) }
        for record in try rows(NeedsSurvey.self, id, TableSQL.needsSurvey) { file.apply(record) }
        for record in try rows(RegistryMark.self, id, TableSQL.registryMark) { file.apply(record) }
        for record in try rows(CaseEntry.self, id, TableSQL.caseEntry) { file.apply(record) }
        return file
    }

    /// The case of the number, or nil.
    func caseID(number: Int) throws -> RecordID? {
        try database.prepared(#"SELECT "id" FROM caseFile WHERE "number" = ?"#).first({ $0.put(number) }) { try $0.id() }
    }

    private func rows<Record: StoredRecord>(_ type: Record.Type, _ key: RecordID, _ sql: TableSQL) throws -> [Record] {
        try database.prepared(sql.select).all({ $0.put(key) }) { row in
            let id = try row.id()
            let version = row.int()
            return try Record(columns: &row, id: id, caseID: key, version: version)
        }
    }
}

extension CaseFile {
    /// Puts an attempt in its place; rows come in the order they were written, which is nearly always that of their days.
    mutating func place(_ attempt: ContactAttempt) {
        if let last = attempts.last, last.on >= attempt.on { apply(attempt) } else { attempts.append(attempt) }
    }

    /// The record of the identifier as the file holds it, or nil.
    func record(_ id: RecordID, of kind: RecordKind) -> (any CaseRecord)? {
        switch kind {
        case .citizen: citizen.id == id ? citizen : nil
        case .caseHeader: header.id == id ? header : nil
        case .representative: representatives.first { $0.id == id }
        case .referral: referrals.first { $0.id == id }
        case .contactAttempt: attempts.last { $0.id == id }
        case .consent: consents.first { $0.id == id }
        case .meeting: meetings.first { $0.id == id }
        case .needsSurvey: surveys.first { $0.id == id }
        case .supportProgram: programs.first { $0.id == id }
        case .obligationOverride: overrides.first { $0.id == id }
        case .registryMark: marks.first { $0.id == id }
        case .caseEntry: entries.first { $0.id == id }
        }
    }
}
