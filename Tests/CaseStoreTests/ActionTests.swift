import Casework
import Foundation
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Actions") struct ActionTests {
    @Test("An opened case is read back as it was decided") func openedCaseIsReadBack() throws {
        let store = try TestStore()
        let file = try store.open("Иванов", "Пётр") { person in
            person.snils = SNILS(serial: 112_233_445)
            person.phones = ["8 914 000-11-22", "+7 (395) 222-33-44"]
            person.address = PostalAddress(
                postcode: "665800", region: "Иркутская область", settlement: "Ангарск", street: "Мира", line: "вход со двора")
            person.restrictions[.mobility] = 2
            person.flags = [.svo, .orphan]
            person.disability = Disability(status: .group2, since: CivilDate(dayNumber: 20_000), until: nil, isFirst: true)
        }
        #expect(try store.archive.caseFile(file.header.id) == file)
        #expect(file.header.version == 1 && file.citizen.version == 1)
        #expect(try store.archive.caseID(number: 1) == file.header.id)
        #expect(try store.archive.caseID(number: 2) == nil)
        #expect(throws: StoreError.notFound) { try store.archive.caseFile(RecordID(high: 9, low: 9)) }
    }

    @Test("Every kind of record is read back, and its image is its JSON") func everyKindIsReadBack() throws {
        let store = try TestStore()
        let file = try store.open("Иванова", curator: nil)
        let id = file.header.id
        let context = store.context
        let actions: [any CaseAction] = [
            AssignCurator(curator: "petrova"), store.call,
            LogContactAttempt(
                method: .phone, outcome: .agreed, at: store.world.now, target: "8-914", note: "линия\n\"кавычки\" \\ \u{1}"),
            RecordConsent(to: .personalData, isGiven: true, on: store.world.now.date),
            AgreeMeeting(at: CivilDateTime(store.world.now.date.adding(days: 1), CivilTime(hour: 14, minute: 30)), place: "дома"),
            DecideObligation(
                rule: "trial-1.meet", decision: .postponed, until: store.world.now.date.adding(days: 60), reason: "больница"),
            RecordSurvey(on: store.world.now.date, needs: [Need(area: "medical", text: "массаж")]),
            DraftProgram(
                kind: "ipss", on: store.world.now.date,
                measures: [
                    Measure(
                        area: "medical", title: "массаж", volume: "10", periodicity: "ежедневно", duration: "месяц",
                        executor: "больница")
                ]),
            AgreeProgram(kind: "ipss", on: store.world.now.date),
            MarkRegistry(subject: "notification", on: store.world.now.date),
            AddReferral(source: "personal", receivedOn: store.world.now.date),
            RecordEntry(
                kind: "request", on: store.world.now.date, at: CivilTime(hour: 9, minute: 5),
                values: ["via": "smev", "subject": "первая строка\n\"вторая\" \\ \u{1}"]),
        ]
        var last = file
        for action in actions { last = try store.archive.perform(action, on: id, seen: last.versions, context: context).file }
        let read = try store.archive.caseFile(id)
        #expect(read == last)
        #expect(Set(read.records.map { type(of: $0).kind }) == Set(RecordKind.allCases).subtracting([.representative]))
        for record in read.records {
            let stored = record.stored
            let back = try RecordImage.record(type(of: record).kind, stored.image)
            #expect(back.image == stored.image)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            #expect(try encoder.encode(back) == encoder.encode(stored))
        }
        let report = try store.archive.verify(context: context)
        #expect(report.problems.isEmpty)
        #expect(report.cases == 1 && report.entries == actions.count + 1)
    }

    @Test("A refusal writes nothing and keeps its number unused") func refusalWritesNothing() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        let before = try store.archive.journal().count
        #expect(throws: PerformError.self) {
            try store.archive.perform(AssignCurator(curator: "ivanova"), on: file.header.id, context: store.context)
        }
        #expect(throws: PerformError.self) { try store.open("") }
        #expect(throws: PerformError.store(.notFound)) {
            try store.archive.perform(store.call, on: RecordID(high: 5, low: 5), context: store.context)
        }
        #expect(try store.archive.journal().count == before)
        #expect(try store.open("Петров").header.number == 2)
    }

    @Test("Two archives on one file: the second writer learns who changed the row") func conflictNamesTheOther() throws {
        let store = try TestStore()
        let file = try store.open("Иванов")
        let other = try CaseArchive.open(at: store.path)
        defer { try? other.close() }
        let colleague = store.world.seen(by: "petrova")
        var edited = file.citizen
        edited.email = "p@example.org"
        try other.perform(EditCitizen(citizen: edited), on: file.header.id, seen: file.versions, context: colleague.context)
        var mine = file.citizen
        mine.email = "i@example.org"
        do {
            try store.archive.perform(EditCitizen(citizen: mine), on: file.header.id, seen: file.versions, context: store.context)
            Issue.record("no conflict")
        } catch {
            guard case .conflict(let conflict) = error else { throw error }
            #expect(conflict.kind == .citizen && conflict.caseID == file.header.id)
            #expect(conflict.entry?.worker == "petrova" && conflict.entry?.action == .editCitizen)
            #expect(conflict.entry?.at == store.world.now)
        }
        #expect(try store.archive.caseFile(file.header.id).citizen.email == "p@example.org")
        // What the other did not touch may still be written upon the older sight.
        try store.archive.perform(
            RecordConsent(to: .personalData, isGiven: true, on: store.world.now.date), on: file.header.id, seen: file.versions,
            context: store.context)
    }

    @Test("A bulk is one entry and one undo, with a result for every case") func bulkIsOneEntry() throws {
        let store = try TestStore()
        let first = try store.open("Иванов", curator: nil)
        let second = try store.open("Петров", curator: "petrova")
        let third = try store.open("Сидоров", curator: nil)
        let ids = [first, second, third].map(\.header.id)
        let outcome = try store.archive.performMany(ids + [ids[0]], .assignCurator, context: store.context) { _ in
            AssignCurator(curator: "petrova")
        }
        #expect(outcome.results.map(\.caseID) == ids)
        #expect(outcome.results.map { (try? $0.verdict.get()) != nil } == [true, false, true])
        #expect(try store.archive.caseFile(ids[2]).header.curator == "petrova")
        #expect(try store.archive.count(of: RegistryQuery(curator: "petrova")) == 3)
        let undone = try store.archive.undo(context: store.context)
        #expect(undone.undone.sequence == outcome.entry && Set(undone.cases) == [ids[0], ids[2]])
        #expect(try store.archive.caseFile(ids[0]).header.curator == nil)
        #expect(try store.archive.caseFile(ids[1]).header.curator == "petrova")
        #expect(try store.archive.verify(context: store.context).problems.isEmpty)
        let nothing = try store.archive.performMany([ids[1]], .assignCurator, context: store.context) { _ in
            AssignCurator(curator: "petrova")
        }
        #expect(nothing.entry == nil)
    }

    @Test("An import is one entry: refused rows are named, the rest is written, and one undo takes it back")
    func importIsOneEntry() throws {
        let store = try TestStore()
        let known = try store.open("Иванов")
        var people = InventedPeople(seed: 1, today: store.world.now.date)
        var steps: [ImportStep] = (0..<300).map { _ in .open(people.order()) }
        var impossible = people.order()
        impossible.source = "нет такого"
        steps.insert(.open(impossible), at: 10)
        steps.append(.act(caseID: known.header.id, AddReferral(source: "personal", receivedOn: store.world.now.date)))
        steps.append(.act(caseID: RecordID(high: 3, low: 3), store.call))
        var reports: [Int] = []
        let outcome = try store.archive.importCases(steps, note: "digest", context: store.context) { done in
            reports.append(done)
            return true
        }
        #expect(outcome.added == 300 && outcome.updated == 1 && outcome.numbers == 2...301)
        #expect(Set(outcome.refused.keys) == [10, 302] && outcome.refused[302] == .store(.notFound))
        #expect(reports == [255, 303])
        #expect(try store.archive.count(of: RegistryQuery()) == 301)
        #expect(try store.archive.verify(context: store.context).problems.isEmpty)
        #expect(try store.archive.journal(limit: 1).first?.rows == 901)
        _ = try store.archive.undo(context: store.context)
        #expect(try store.archive.count(of: RegistryQuery()) == 1)
        #expect(try store.archive.registry(RegistryQuery(text: "ов")).rows.count == 0)
        #expect(try store.archive.caseFile(known.header.id).referrals.count == 1)
        #expect(try store.archive.verify(context: store.context).problems.isEmpty)
        #expect(try store.open("Петров").header.number == 302)
    }

    @Test("A cancelled import writes nothing") func cancelledImport() throws {
        let store = try TestStore()
        var people = InventedPeople(seed: 1, today: store.world.now.date)
        let steps = (0..<600).map { _ in ImportStep.open(people.order()) }
        #expect(throws: StoreError.cancelled) { try store.archive.importCases(steps, context: store.context) { $0 < 500 } }
        #expect(try store.archive.count(of: RegistryQuery()) == 0 && store.archive.journal().isEmpty)
    }
}
