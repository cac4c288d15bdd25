import GRDB

extension Migration {
    /// Schema 5: a case may be ended under one of its acts and go on under the others.
    static let rememberActsThatCasesLeft = Migration(number: 5) { database in
        try database.execute(sql: #"ALTER TABLE caseFile ADD COLUMN "leftActs" TEXT"#)
    }
}
