import Casework
import GRDB

/// Reads what is derived of a case back, to compare it with a fresh computation.
struct DigestReader {
    let database: Database

    /// Whether the derived rows are those of the digest.
    func agrees(number: Int, with digest: CaseDigest) throws -> Bool {
        let duties = try database.prepared(
            """
            SELECT \(ObligationColumns.list("o")), o."responsible", o."isRunning", o."curator" FROM obligation o
            WHERE o."number" = ?
            """
        ).all({ $0.put(number) }) { row in
            (
                duty: CaseDigest.Duty(obligation: try row.obligation(), responsible: row.text(), isRunning: row.bool()),
                curator: row.text()
            )
        }
        guard Set(duties.map(\.duty)) == Set(digest.duties), duties.allSatisfy({ $0.curator == digest.header.curator ?? "" })
        else { return false }
        let row = try database.prepared(
            """
            SELECT "haystack", "sortKey", "category", "stage", "curator", "territory", "source", "isOpen", "nextDue", "nextRule",
                "contactDue", "attempts", "lastContactOn", "lastAttemptOn", "meetingOn" FROM registry WHERE "number" = ?
            """
        ).first({ $0.put(number) }) { row in
            row.text() == digest.haystack && row.bytes() == digest.sortKey && row.text() == digest.header.category ?? ""
                && row.text() == digest.header.stage && row.text() == digest.header.curator ?? ""
                && row.text() == digest.territory
                && row.text() == digest.source && row.bool() == digest.header.isOpen && row.int() == digest.next.day
                && row.optionalText() == digest.next.rule && row.int() == digest.contactDue && row.int() == digest.attempts
                && row.optionalDate() == digest.lastContactOn && row.optionalDate() == digest.lastAttempt?.on
                && row.optionalDate() == digest.meeting?.on
        }
        return row ?? false
    }
}
