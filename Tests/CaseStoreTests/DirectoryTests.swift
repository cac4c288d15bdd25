import Casework
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("The office's directory") struct DirectoryTests {
    private func organisation(_ number: Int, phone: String) -> Organisation {
        var organisation = Organisation(
            regulation: TrialAct.id, number: number, name: "Центр", role: .operator, territories: ["Ангарский район"])
        organisation.phones = [phone]
        organisation.services = [ServiceOffer(service: "early-help", form: "на дому")]
        organisation.verifiedOn = CivilDate(iso: "2025-03-10")
        return organisation
    }

    @Test("A version is kept, journalled, replaced and taken back") func versions() throws {
        let store = try TestStore()
        let now = store.world.now
        let first = organisation(1, phone: "1")
        let saved = try #require(try store.archive.save(first, seen: nil, by: "ivanova", at: now))
        #expect(saved.entry == 1 && saved.organisation == first)
        #expect(try store.archive.organisations() == [first])
        // The same again is no entry.
        #expect(try store.archive.save(first, seen: first, by: "ivanova", at: now)?.entry == nil)
        let second = organisation(1, phone: "2")
        // Somebody who has not seen the first version writes nothing.
        #expect(try store.archive.save(second, seen: nil, by: "petrova", at: now) == nil)
        #expect(try store.archive.save(second, seen: first, by: "ivanova", at: now)?.entry == 2)
        #expect(try store.archive.journal().map(\.summary.action) == [.saveOrganisation, .saveOrganisation])
        // The first cannot go while the second stands upon it.
        do {
            _ = try store.archive.undo(entry: 1, context: store.context)
            Issue.record("undone")
        } catch {
            guard case .inTheWay(let entry?) = error else { throw error }
            #expect(entry.sequence == 2)
        }
        #expect(try store.archive.undo(context: store.context).undone.sequence == 2)
        #expect(try store.archive.organisations() == [first])
        #expect(try store.archive.undo(context: store.context).undone.sequence == 1)
        #expect(try store.archive.organisations().isEmpty)
        // Taken back once more: the first is there again.
        _ = try store.archive.undo(entry: 4, context: store.context)
        #expect(try store.archive.organisations() == [first])
        #expect(try store.archive.verify(context: store.context).problems.isEmpty)
    }

    @Test("Own organisations are numbered from 1001, act by act") func own() throws {
        let store = try TestStore()
        let now = store.world.now
        let numbers = try ["a", "b"].map { phone in
            try store.archive.save(organisation(0, phone: phone), seen: nil, by: "ivanova", at: now)?.organisation.number
        }
        #expect(numbers == [1001, 1002])
        var other = organisation(0, phone: "c")
        other.regulation = "other"
        #expect(try store.archive.save(other, seen: nil, by: "ivanova", at: now)?.organisation.number == 1001)
    }
}
