import Casework
import StoreTestSupport
import Testing

@testable import CaseStore

/// The office's own journal: written, read, changed and taken back, each journalled.
@Suite("Entries of the office")
struct OfficeEntryTests {
    private func order(_ number: String, on day: CivilDate) -> OfficeRecord {
        OfficeRecord(kind: "agreement", regulation: TrialAct.id, on: day, values: ["number": number])
    }

    @Test("An entry is kept, changed under its version, and taken back step by step")
    func life() throws {
        let store = try TestStore()
        let context = store.context
        let today = store.world.now.date
        let first = try store.archive.record(order("1", on: today), context: context)
        #expect(try store.archive.officeEntries(kind: "agreement") == [first.entry])
        #expect(try store.archive.officeEntries(kind: "agreement", regulation: "atlantis").isEmpty)

        let changed = try store.archive.record(order("1-бис", on: today), over: first.entry.id, seen: 1, context: context)
        #expect(changed.entry.version == 2)
        #expect(changed.entry.id == first.entry.id)
        #expect(throws: PerformError.self) {
            try store.archive.record(order("2", on: today), over: first.entry.id, seen: 1, context: context)
        }
        #expect(throws: PerformError.self) {
            try store.archive.record(order("2", on: today), over: RecordID(high: 9, low: 9), context: context)
        }

        // The first cannot be taken back while the second stands on it.
        #expect(throws: UndoRefusal.self) { try store.archive.undo(entry: first.sequence, context: context) }
        _ = try store.archive.undo(context: context)
        #expect(try store.archive.officeEntries(kind: "agreement").map(\.values) == [["number": "1"]])
        _ = try store.archive.undo(entry: first.sequence, context: context)
        #expect(try store.archive.officeEntries(kind: "agreement").isEmpty)
        #expect(try store.archive.verify().problems.isEmpty)
    }

    @Test("What a rule refuses is not written")
    func refused() throws {
        let store = try TestStore()
        #expect(throws: PerformError.self) {
            try store.archive.record(order("", on: store.world.now.date), context: store.context)
        }
        #expect(try store.archive.officeEntries(kind: "agreement").isEmpty)
    }
}
