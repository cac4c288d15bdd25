import Casework
import CaseworkTestSupport
import Testing

@testable import Regulations

@Suite("The working group: its agenda under 534-п, and faults of the section")
struct GroupTests {
    private let act: ShippedAct

    init() throws { act = try ShippedAct("yugra-534p") }

    private typealias Entry = (String, String, [String: String])

    private static let end = ["decision": "end-result"]
    private static let started: Entry = ("accompaniment", "2025-03-12", ["months": "6"])
    private static let assessed: Entry = ("final", "2025-08-28", ["conclusion": "continue"])

    /// What waits on a day as `wait since due`.
    private func agenda(_ entries: [Entry], on today: String, closed: Bool = false) throws -> [String] {
        let ids = (1...30).map { RecordID(high: 1, low: UInt64($0)) }
        let citizen = Citizen(id: ids[1], family: "Ёлкина", given: "Анна", born: "1990-01-01")
        var header = CaseHeader(
            id: ids[0], number: 7, citizenID: citizen.id, regulations: [act.pack.id], stage: "", openedOn: "2024-01-01")
        if closed { header.closedOn = "2025-03-13" }
        var file = CaseFile(header: header, citizen: citizen)
        for (index, (kind, day, values)) in entries.enumerated() {
            file.apply(
                CaseEntry(
                    id: ids[index + 2], caseID: header.id, regulation: act.pack.id, entryKind: kind,
                    on: try #require(CivilDate(iso: day)), values: values, worker: "ivanova"))
        }
        let engine = act.engine()
        let day = try #require(CivilDate(iso: today))
        var agenda = try #require(GroupAgenda(regulation: engine.regulations[0], engine: engine, today: day))
        agenda.add(file)
        return agenda.items.map { "\($0.wait.entry.id) \($0.since.iso) \($0.due?.iso ?? "-")" }
    }

    @Test(
        "What the act lays before the group stands on the agenda until it is decided",
        arguments: [
            // 4.1–4.4: the draft from the day it is prepared, to be approved within 10 working days of the application.
            ([("application", "2025-03-10", [:]), ("draft", "2025-03-12", [:])], "2025-03-11", []),
            ([("application", "2025-03-10", [:]), ("draft", "2025-03-12", [:])], "2025-03-12", ["draft 2025-03-12 2025-03-24"]),
            ([("draft", "2025-03-12", [:]), ("group-decision", "2025-03-12", ["decision": "measures"])], "2025-03-13", []),
            (
                [("draft", "2025-03-12", [:]), ("group-decision", "2025-03-12", ["decision": "question"])], "2025-03-13",
                ["draft 2025-03-12 -"]
            ),
            (
                [("draft", "2025-03-12", [:]), ("group-decision", "2025-03-11", ["decision": "measures"])], "2025-03-13",
                ["draft 2025-03-12 -"]
            ),
            ([("draft", "2025-03-12", [:]), ("approval", "2025-03-14", [:])], "2025-03-14", []),
            // 4.9.1, 4.9.2: each by its own decision.
            (
                [("problem", "2025-03-12", ["kind": "question"]), ("problem", "2025-03-13", ["kind": "rights"])], "2025-03-13",
                ["question 2025-03-12 -", "rights 2025-03-13 -"]
            ),
            (
                [
                    ("problem", "2025-03-12", ["kind": "question"]), ("problem", "2025-03-13", ["kind": "rights"]),
                    ("group-decision", "2025-03-14", ["decision": "rights"]),
                ], "2025-03-14", ["question 2025-03-12 -"]
            ),
            // 5.5: only when the list of measures changes.
            ([started, ("interim", "2025-06-10", ["changed": "no"])], "2025-06-10", []),
            ([started, ("interim", "2025-06-10", ["changed": "yes"])], "2025-06-10", ["changes 2025-06-10 -"]),
            // 5.2, 5.3: a written wish, until the extension or the end.
            ([started, ("wish", "2025-06-10", ["about": "extend"])], "2025-06-10", ["extension 2025-06-10 2025-09-12"]),
            (
                [
                    started, ("wish", "2025-06-10", ["about": "extend"]),
                    ("extension", "2025-06-20", ["months": "9", "wish": "2025-06-10"]),
                ], "2025-06-20", []
            ),
            // 4.9.4: the wish to end.
            ([started, ("wish", "2025-06-10", ["about": "finish"])], "2025-06-10", ["wish 2025-06-10 -"]),
            (
                [
                    started, ("wish", "2025-06-10", ["about": "finish"]),
                    ("group-decision", "2025-06-11", ["decision": "end-wish"]),
                ],
                "2025-06-11", []
            ),
            // 5.6: two weeks before the end, then what was assessed, until the group decides.
            ([started, ("interim", "2025-06-10", [:])], "2025-08-28", []),
            ([started], "2025-08-29", ["assessment 2025-08-29 2025-09-12"]),
            ([started, assessed], "2025-08-29", ["final 2025-08-28 2025-09-12"]),
            ([started, assessed, ("group-decision", "2025-08-29", end)], "2025-08-29", []),
        ] as [([(String, String, [String: String])], String, [String])])
    func waits(entries: [(String, String, [String: String])], today: String, expected: [String]) throws {
        #expect(try agenda(entries, on: today) == expected)
    }

    @Test("A closed case waits for nothing")
    func closed() throws {
        #expect(try agenda([("draft", "2025-03-12", [:])], on: "2025-03-20", closed: true) == [])
    }

    @Test("What is due first stands on top, what has no last day below, the oldest first")
    func order() throws {
        let entries: [Entry] = [
            ("problem", "2025-03-01", ["kind": "question"]), ("application", "2025-03-10", [:]), ("draft", "2025-03-12", [:]),
            ("accompaniment", "2025-03-12", ["months": "3"]), ("wish", "2025-03-13", ["about": "extend"]),
            ("wish", "2025-02-27", ["about": "finish"]),
        ]
        #expect(
            try agenda(entries, on: "2025-03-20") == [
                "draft 2025-03-12 2025-03-24", "extension 2025-03-13 2025-06-12", "wish 2025-02-27 -", "question 2025-03-01 -",
            ])
    }

    @Test("A wish to extend is decided by the act's own record of an extension")
    func decisions() throws {
        let rules = try #require(act.pack.regulation.group)
        #expect(rules.decisions == ["group-decision", "extension"])
        #expect(rules.waits.map { rules.decision(on: $0) }.filter { $0 == "extension" }.count == 1)
        #expect(rules.waits.allSatisfy { $0.entry.basis?.point != nil })
    }

    private static let meeting = """
        entries:
          - {id: council, point: 1, title: Заседание, scope: office}
        """

    /// The lines of the section: 2–4 its head, 5 meeting, 6 decision, 8 the wait.
    private static func section(_ changes: [String: String?] = [:], wait: String? = nil) -> String {
        let keys = ["id", "point", "title", "meeting", "decision"]
        let values = ["id": "group", "point": "1", "title": "Комиссия", "meeting": "council", "decision": "request"]
        let head = values.mapValues(Optional.some).merging(changes) { $1 }
        let wait = wait ?? "id: draft, point: 2, title: Запрос, since: [request-sent], until: [request-answered], due: answer"
        return "group:\n" + keys.compactMap { key in (head[key] ?? nil).map { "  \(key): \($0)\n" } }.joined()
            + "  waits:\n    - {\(wait)}\n"
    }

    @Test(
        "Each fault of the section is told with its line",
        arguments: [
            (["meeting": "request"], nil, "group.yaml:5 unknown-reference"),
            (["decision": "council"], nil, "group.yaml:6 unknown-reference"), (["point": nil], nil, "group.yaml:2 missing-point"),
            (["meeting": nil], nil, "group.yaml:2 missing-key"),
            ([:], "id: a, point: 2, title: А, until: [request-answered]", "group.yaml:8 missing-key"),
            ([:], "id: a, point: 2, title: А, since: [request-sent]", "group.yaml:8 missing-key"),
            ([:], "id: a, title: А, since: [request-sent], until: [request-answered]", "group.yaml:8 missing-point"),
            ([:], "id: a, point: 2, title: А, since: [], until: [request-answered]", "group.yaml:8 too-few"),
            ([:], "id: a, point: 2, title: А, since: [sent], until: [request-answered]", "group.yaml:8 unknown-event"),
            ([:], "id: a, point: 2, title: А, since: [draft-prepared], until: [request-answered]", "group.yaml:8 never-happens"),
            (
                [:], "id: a, point: 2, title: А, since: [request-sent], until: [request-answered], due: no",
                "group.yaml:8 unknown-reference"
            ),
            ([:], "id: a, point: 2, title: А, whenDue: no, until: [request-answered]", "group.yaml:8 unknown-reference"),
            (
                [:], "id: a, point: 2, title: А, since: [request-sent], until: [request-answered], decision: council",
                "group.yaml:8 unknown-reference"
            ),
            ([:], "id: a, point: 2, title: А, since: [request-sent], untill: [request-answered]", "group.yaml:8 unknown-key"),
        ] as [([String: String?], String?, String)])
    func faults(changes: [String: String?], wait: String?, expected: String) throws {
        let pack = try TrialPack(["meeting.yaml": Self.meeting, "group.yaml": Self.section(changes, wait: wait)])
        defer { pack.remove() }
        #expect(pack.faults.contains(expected), "\(pack.faults)")
        #expect(pack.faults.allSatisfy { $0.hasPrefix("group.yaml:") }, "\(pack.faults)")
    }

    @Test("A good section passes and is read")
    func good() throws {
        let pack = try TrialPack(["meeting.yaml": Self.meeting, "group.yaml": Self.section()])
        defer { pack.remove() }
        #expect(pack.faults == [])
        #expect(try pack.load().regulation.group?.waits.map(\.due) == ["trial-1.answer"])
    }
}
