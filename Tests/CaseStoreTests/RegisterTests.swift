import Casework
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Registers over the store")
struct RegisterTests {
    private func register(
        _ order: RegisterOrder, rows: RegisterRows = .cases, filter: RegisterFilter = RegisterFilter(),
        value: RegisterValue = .fact(.family)
    ) -> RegisterDefinition {
        RegisterDefinition(
            regulation: TrialAct.id, entry: PackEntry(id: "r", title: "Р", basis: nil), rows: rows, order: order, filter: filter,
            columns: [
                RegisterColumn(id: "n", title: "N", value: .fact(.number)), RegisterColumn(id: "v", title: "V", value: value),
            ])
    }

    private func rows(
        _ store: TestStore, _ register: RegisterDefinition, _ narrowing: RegisterNarrowing = RegisterNarrowing()
    ) throws -> [String] {
        let surroundings = RegisterSurroundings(regulation: TrialAct.regulation, today: store.world.now.date)
        var pages = try store.archive.register(register, narrowing, in: surroundings)
        var texts: [String] = []
        while case let rows = try pages.next(1, words: { $0 }), !rows.isEmpty {
            texts += rows.map { $0.cells.map { $0.text { $0 } }.joined(separator: " ") }
        }
        return texts
    }

    private func store() throws -> TestStore {
        let store = try TestStore()
        try store.open("Яшин", receivedOn: "2025-03-07")
        try store.open("Ёлкина", curator: "petrov", receivedOn: "2025-03-05")
        try store.open("Абрамов", receivedOn: "2025-03-06")
        return store
    }

    @Test("Rows stand in the register's order, numbered from one")
    func orders() throws {
        let store = try store()
        #expect(try rows(store, register(.number)) == ["1 Яшин", "2 Ёлкина", "3 Абрамов"])
        #expect(try rows(store, register(.received)) == ["1 Ёлкина", "2 Абрамов", "3 Яшин"])
        #expect(try rows(store, register(.name)) == ["1 Абрамов", "2 Ёлкина", "3 Яшин"])
    }

    @Test("Curator, period and words narrow; a row that is found keeps its number")
    func narrowing() throws {
        let store = try store()
        let all = register(.received)
        #expect(try rows(store, all, RegisterNarrowing(curator: "ivanova")) == ["1 Абрамов", "2 Яшин"])
        #expect(try rows(store, all, RegisterNarrowing(from: day("2025-03-06"))) == ["1 Абрамов", "2 Яшин"])
        #expect(try rows(store, all, RegisterNarrowing(until: day("2025-03-06"))) == ["1 Ёлкина", "2 Абрамов"])
        let one = RegisterNarrowing(curator: "ivanova", from: try day("2025-03-06"), until: try day("2025-03-06"))
        #expect(try rows(store, register(.number), one) == ["1 Абрамов"])
        #expect(try rows(store, all, RegisterNarrowing(text: "яШИ")) == ["3 Яшин"])
        var closed = RegisterFilter()
        closed.isOpen = false
        #expect(try rows(store, register(.number, filter: closed)).isEmpty)
    }

    @Test("More cases than one reading brings come all, each once")
    func pages() throws {
        let store = try TestStore()
        try store.fill(250, attempts: 1)
        let numbers = try rows(store, register(.received, value: .fact(.caseNumber)))
        #expect(numbers.count == 250)
        #expect(Set(numbers.compactMap { $0.split(separator: " ").last }).count == 250)
    }

    @Test("Entries of cases stand by their own day, with their case")
    func entries() throws {
        let store = try store()
        for (number, date, via) in [(1, "2025-03-09", "почта"), (2, "2025-03-08", "СМЭВ"), (1, "2025-03-08", "курьер")] {
            let id = try #require(try store.archive.caseID(number: number))
            let action = RecordEntry(kind: "request", on: try day(date), values: ["via": via])
            try store.archive.perform(action, on: id, context: store.context)
        }
        let value = RegisterValue.all([.own(.date), .own(.field("via")), .fact(.family)], by: " ")
        let requests = register(.date, rows: .entries("request"), value: value)
        #expect(
            try rows(store, requests) == [
                "1 08.03.2025 СМЭВ Ёлкина", "2 08.03.2025 курьер Яшин", "3 09.03.2025 почта Яшин",
            ])
        let byCase = register(.number, rows: .entries("request"), value: value)
        #expect(try rows(store, byCase, RegisterNarrowing(curator: "petrov")) == ["1 08.03.2025 СМЭВ Ёлкина"])
        #expect(try rows(store, byCase, RegisterNarrowing(from: day("2025-03-09"))) == ["1 09.03.2025 почта Яшин"])
    }

    @Test("Entries of the office stand by their day")
    func office() throws {
        let store = try TestStore()
        for (number, date) in [("2", "2025-03-04"), ("1", "2025-02-03")] {
            let order = OfficeRecord(
                kind: "agreement", regulation: TrialAct.id, on: try day(date), values: ["number": number])
            try store.archive.record(order, context: store.context)
        }
        let agreements = register(.date, rows: .office("agreement"), value: .own(.field("number")))
        #expect(try rows(store, agreements) == ["1 1", "2 2"])
        #expect(try rows(store, agreements, RegisterNarrowing(from: day("2025-03-01"))) == ["1 2"])
    }
}
