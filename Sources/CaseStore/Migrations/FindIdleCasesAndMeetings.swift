import GRDB

extension Migration {
    /// Schema 2: the desk finds a curator's meetings, and cases without a next step, without looking through all others.
    static let findIdleCasesAndMeetings = Migration(number: 2) { database in
        try database.execute(
            sql: """
                CREATE INDEX registryByCuratorMeeting ON registry ("curator", "meetingOn", "meetingAt", "number")
                    WHERE "meetingOn" IS NOT NULL;
                CREATE INDEX registryIdle ON registry ("number")
                    WHERE "isOpen" = 1 AND "nextDue" = \(Sentinel.noDay) AND "meetingOn" IS NULL;
                CREATE INDEX registryByCuratorIdle ON registry ("curator", "number")
                    WHERE "isOpen" = 1 AND "nextDue" = \(Sentinel.noDay) AND "meetingOn" IS NULL;
                """)
    }
}
