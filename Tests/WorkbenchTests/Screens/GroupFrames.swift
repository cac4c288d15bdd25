import Casework
import Terminal
import Testing

@testable import Workbench

/// Pictures of «Рабочая группа» in an office that works under the Yugra order.
@Suite struct GroupFrames {
    private static let act = "yugra-534p"
    private static let open: [TestOffice.Step] = [.key(.function(5)), .key(.function(5))]

    private func office(hasMet: Bool = true, hasCases: Bool = true) throws -> TestOffice {
        let office = try TestOffice(
            size: Size(columns: 80, rows: 24), now: CivilDateTime("2025-08-29", "10:15"), populated: false,
            regulations: [Self.act])
        if hasCases { try fill(office, hasMet: hasMet) }
        return office
    }

    /// A draft, a violation of rights, a term that ends, a wish already granted.
    private func fill(_ office: TestOffice, hasMet: Bool) throws {
        let context = office.session.context()
        var meeting = ""
        if hasMet {
            meeting = try office.archive.record(
                OfficeRecord(
                    kind: "group-meeting", regulation: Self.act, on: "2025-07-01",
                    values: ["number": "4", "kind": "regular", "results": "Итоги второго квартала"]), context: context
            ).entry.id.text
        }
        var entries: [(family: String, entries: [(kind: String, on: CivilDate, values: [String: String])])] = [
            (
                "Кедрова",
                [
                    ("application", "2025-08-25", ["applicant": "citizen", "content": "Просит помочь"]),
                    ("draft", "2025-08-27", [:]),
                ]
            ),
            ("Соснина", [("problem", "2025-08-20", ["kind": "rights", "content": "Отказ в записи к врачу"])]),
            ("Берёзова", [("accompaniment", "2025-03-12", ["months": "6"])]),
        ]
        if hasMet {
            entries.append(
                (
                    "Осинина",
                    [
                        ("problem", "2025-06-20", ["kind": "question", "content": "Нет автобуса"]),
                        (
                            "group-decision", "2025-07-01",
                            ["meeting": meeting, "decision": "question", "content": "Маршрут продлён"]
                        ),
                    ]
                ))
        }
        for (number, person) in entries.enumerated() {
            let citizen = Citizen(
                id: context.newID(), family: person.family, given: "Анна",
                born: CivilDate(dayNumber: 3_000 + Int32(number) * 2_000))
            let opened = try office.archive.open(
                OpenCase(
                    citizen: citizen, regulation: Self.act,
                    source: try #require(office.session.regulations.first { $0.id == Self.act }?.sources.first?.id),
                    receivedOn: "2025-03-03"), context: context)
            for entry in person.entries {
                try office.archive.perform(
                    RecordEntry(kind: entry.kind, regulation: Self.act, on: entry.on, values: entry.values),
                    on: opened.file.header.id, context: context)
            }
        }
    }

    @Test("The agenda, the past, the form of a decision and of a meeting", arguments: ["agenda", "past", "decide", "meeting"])
    func pages(_ name: String) throws {
        let steps: [String: [TestOffice.Step]] = [
            "agenda": [], "past": [.key(.function(6))], "decide": [.key(.enter)], "meeting": [.key(.function(7))],
        ]
        assertGolden(try office().script(Self.open + (steps[name] ?? [])), "group-\(name)")
    }

    @Test("An office whose group has nothing to do, and one whose group has never met, are told so")
    func empty() throws {
        assertGolden(try office(hasCases: false).script(Self.open), "group-empty")
        assertGolden(try office(hasCases: false).script(Self.open + [.key(.function(6))]), "group-empty-past")
        assertGolden(try office(hasMet: false).script(Self.open + [.key(.enter)]), "group-never-met")
    }

    @Test("A decision takes the case off the agenda")
    func decided() throws {
        let office = try office()
        let id = try #require(office.session.caseID(number: 2))
        let meeting = try #require(try office.archive.officeEntries(kind: "group-meeting").first)
        #expect(office.script(Self.open).contains("Соснина"))
        try office.archive.perform(
            RecordEntry(
                kind: "group-decision", regulation: Self.act, on: "2025-08-29",
                values: ["meeting": meeting.id.text, "decision": "rights"]), on: id, context: office.session.context()
        )
        #expect(!office.script(Self.open).contains("Соснина"))
    }

    @Test("Offices under other acts have no working group")
    func otherOffices() throws {
        let office = try TestOffice(populated: false)
        #expect(GroupScreen(session: office.session) == nil)
        #expect(!office.script([.key(.function(5))]).contains("Группа"))
    }
}
