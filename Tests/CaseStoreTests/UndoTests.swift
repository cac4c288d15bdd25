import Casework
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Undo and journal") struct UndoTests {
    @Test("Undo takes the last actions back one after another, and is itself taken back") func undoOneAfterAnother() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        let id = file.header.id
        let first = try store.archive.perform(store.call, on: id, context: store.context)
        let agreed = LogContactAttempt(method: .phone, outcome: .agreed, at: store.world.now)
        let second = try store.archive.perform(agreed, on: id, context: store.context)
        #expect(second.file.header.stage == "consent")
        let undone = try store.archive.undo(context: store.context)
        #expect(undone.undone.sequence == second.entry && undone.undone.action == .logContactAttempt)
        var now = try store.archive.caseFile(id)
        #expect(now.attempts.count == 1 && now.consents.isEmpty && now.header.stage == "contact")
        #expect(try store.archive.registryRow(id).stage == "contact")
        // The first call is next, though the second had touched the cover in between.
        #expect(try store.archive.undo(context: store.context).undone.sequence == first.entry)
        now = try store.archive.caseFile(id)
        #expect(now.attempts.isEmpty && now.header.stage == "referral")
        // Taken back by number: the second undo's own entry.
        _ = try store.archive.undo(entry: undone.entry + 1, context: store.context)
        #expect(try store.archive.caseFile(id).attempts.count == 1)
        #expect(try store.archive.undo(context: store.context).undone.sequence == first.entry)
        _ = try store.archive.undo(context: store.context)
        #expect(try store.archive.count(of: RegistryQuery()) == 0)
        #expect(throws: UndoRefusal.nothing) { try store.archive.undo(context: store.context) }
        #expect(try store.archive.verify(context: store.context).problems.isEmpty)
    }

    @Test("An act left is kept, found by the board's act, and taken back by undo") func actLeft() throws {
        let store = try TestStore()
        var other = TrialAct.regulation
        other.id = "trial-2"
        other.obligations = other.obligations.map { rule in
            var rule = rule
            rule.id = rule.id.replacing("trial-1.", with: "trial-2.")
            return rule
        }
        store.world.regulations.append(other)
        let id = try store.open("Иванов").header.id
        let referral = AddReferral(regulation: "trial-2", source: "ipra", receivedOn: try day("2025-03-10"))
        try store.archive.perform(referral, on: id, context: store.context)
        func count(_ act: String) throws -> Int { try store.archive.board(BoardQuery(regulation: act)).rows.count }
        let both = try (count("trial-1"), count("trial-2"))
        #expect(both.0 > 0 && both.1 > 0)
        let ending = CloseCase(ground: "moved", on: store.world.now.date, regulation: "trial-2")
        try store.archive.perform(ending, on: id, context: store.context)
        let left = try store.archive.caseFile(id)
        #expect(left.header.endings == [ActEnding(regulation: "trial-2", on: store.world.now.date, ground: "moved")])
        #expect(try count("trial-2") == 0)
        #expect(try count("trial-1") == both.0)
        #expect(try store.archive.verify(context: store.context).problems.isEmpty)
        _ = try store.archive.undo(context: store.context)
        #expect(try store.archive.caseFile(id).header.endings.isEmpty)
        #expect(try count("trial-2") == both.1)
        #expect(try store.archive.verify(context: store.context).problems.isEmpty)
    }

    @Test("Undo refuses what others built upon, and says who, when and what") func undoRefuses() throws {
        let store = try TestStore()
        let file = try store.open("Иванов", curator: nil)
        let id = file.header.id
        let assigned = try store.archive.perform(AssignCurator(curator: "ivanova"), on: id, context: store.context)
        let colleague = store.world.seen(by: "petrova").later(days: 1)
        let taken = try store.archive.perform(AssignCurator(curator: "petrova"), on: id, context: colleague.context)
        do {
            _ = try store.archive.undo(context: store.context)
            Issue.record("undone")
        } catch {
            guard case .inTheWay(let entry?) = error else { throw error }
            #expect(entry.sequence == taken.entry && entry.worker == "petrova" && entry.action == .assignCurator)
            #expect(entry.at == colleague.now)
        }
        // The case itself cannot go while a later call stands in it.
        let call = try store.archive.perform(store.call, on: id, context: colleague.context)
        do {
            _ = try store.archive.undo(entry: 1, context: store.context)
            Issue.record("undone")
        } catch {
            guard case .inTheWay(let entry?) = error else { throw error }
            #expect(entry.sequence == call.entry || entry.sequence == taken.entry)
        }
        _ = try store.archive.undo(entry: call.entry, context: colleague.context)
        _ = try store.archive.undo(entry: taken.entry, context: colleague.context)
        _ = try store.archive.undo(entry: assigned.entry, context: store.context)
        #expect(throws: UndoRefusal.self) { try store.archive.undo(entry: assigned.entry, context: store.context) }
        #expect(throws: UndoRefusal.noSuchEntry) { try store.archive.undo(entry: 99, context: store.context) }
        #expect(try store.archive.caseFile(id).header.curator == nil)
    }

    @Test("A screen that saw what was undone is in conflict") func undoneRowIsNewer() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        var edited = file.citizen
        edited.email = "a@example.org"
        let seen = try store.archive.perform(EditCitizen(citizen: edited), on: file.header.id, context: store.context).file
        _ = try store.archive.undo(context: store.context)
        #expect(try store.archive.caseFile(file.header.id).citizen.version == 3)
        edited = seen.citizen
        edited.email = "b@example.org"
        let edit = EditCitizen(citizen: edited)
        #expect(throws: PerformError.self) {
            try store.archive.perform(edit, on: file.header.id, seen: seen.versions, context: store.context)
        }
    }

    @Test("The history of a case tells every changed field") func historyTellsFields() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        var edited = file.citizen
        edited.family = "Петров"
        edited.address.street = "Мира"
        edited.phones = ["8914"]
        try store.archive.perform(EditCitizen(citizen: edited), on: file.header.id, context: store.context)
        let history = try store.archive.journal(of: file.header.id)
        #expect(history.map(\.summary.action) == [.editCitizen, .openCase])
        let changes = history[0].changes.map { "\($0.kind.rawValue).\($0.field): \($0.before ?? "—") → \($0.after ?? "—")" }
        #expect(changes == ["citizen.address.street: — → Мира", "citizen.family: Иванов → Петров", "citizen.phones.0: — → 8914"])
        _ = try store.archive.undo(context: store.context)
        #expect(try store.archive.journal(of: file.header.id).map(\.undoneBy) == [nil, 3, nil])
        #expect(try store.archive.journal(of: file.header.id, before: 3, limit: 1).map(\.summary.sequence) == [2])
        #expect(try store.archive.journal().count == 3)
    }

    @Test("The journal refuses to be changed, and tells when it was") func journalIsChained() throws {
        let store = try TestStore()
        try store.fill(3)
        let file = try store.open("Иванов")
        try store.archive.perform(store.call, on: file.header.id, context: store.context)
        #expect(try store.archive.verify().problems.isEmpty)
        for sql in [
            "UPDATE journal SET worker = 'x'", "DELETE FROM journal", "UPDATE journalChange SET after = '{}'",
            "DELETE FROM journalChange",
            "UPDATE journalCase SET entry = 1", "DELETE FROM journalCase",
        ] {
            #expect(throws: (any Error).self) { try store.tamper(sql) }
        }
        #expect(try store.archive.verify().problems.isEmpty)
        try store.tamper(
            "DROP TRIGGER journalChangeRefusesUpdate; UPDATE journalChange SET after = replace(after, 'Иванов', 'Петров') WHERE entry = 2"
        )
        #expect(try store.archive.verify().problems == [.journal(entry: 2)])
        try store.tamper(
            "DROP TRIGGER journalRefusesDelete; DROP TRIGGER journalChangeRefusesDelete; DELETE FROM journalChange WHERE entry = 3; DELETE FROM journal WHERE sequence = 3"
        )
        #expect(try store.archive.verify().problems.contains(.journal(entry: 2)))
    }
}
