import GRDB

extension Migration {
    /// Schema 2: the desk finds a curator's meetings, and cases without a next step, without looking through all others;
    /// counts are made from indexes alone.
    ///
    /// SQLite tests the condition of a partial index once more on the row itself, so what an index's condition names
    /// stands in the index too.
    static let findIdleCasesAndMeetings = Migration(number: 2) { database in
        let replaced = [
            "obligationByDeadline", "obligationByCurator", "obligationByRule", "registryByCurator", "registryByCuratorDue",
        ]
        try database.execute(sql: replaced.map { "DROP INDEX \($0);" }.joined())
        let idle = #"WHERE "isOpen" = 1 AND "nextDue" = \#(Sentinel.noDay) AND "meetingOn" IS NULL"#
        try database.execute(
            sql: """
                CREATE INDEX obligationByDeadline ON obligation ("deadline", "number", "rule", "triggerID", "isRunning")
                    WHERE "isRunning" = 1;
                CREATE INDEX obligationByCurator ON obligation ("curator", "deadline", "number", "rule", "triggerID", "isRunning")
                    WHERE "isRunning" = 1;
                CREATE INDEX obligationByRule ON obligation ("rule", "deadline", "number", "triggerID", "isRunning")
                    WHERE "isRunning" = 1;
                CREATE INDEX registryByCurator ON registry ("curator", "sortKey", "number", "isOpen");
                CREATE INDEX registryByCuratorDue ON registry ("curator", "nextDue", "number", "isOpen");
                CREATE INDEX registryByCuratorMeeting ON registry ("curator", "meetingOn", "meetingAt", "number")
                    WHERE "meetingOn" IS NOT NULL;
                CREATE INDEX registryIdle ON registry ("number", "isOpen", "nextDue", "meetingOn") \(idle);
                CREATE INDEX registryByCuratorIdle ON registry ("curator", "number", "isOpen", "nextDue", "meetingOn") \(idle);
                """)
    }
}
