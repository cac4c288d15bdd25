import Casework
import Testing

@testable import Regulations

@Suite("The Yugra pack, 534-п")
struct YugraPackTests {
    private let act: ShippedAct

    init() throws { act = try ShippedAct("yugra-534p") }

    @Test("The pack has no faults")
    func noFaults() { #expect(RegulationPack.check(act.pack.folder).isEmpty) }

    @Test(
        "The draft goes to the group within one working day (D-28)",
        arguments: [("2025-03-12", "2025-03-13"), ("2025-04-30", "2025-05-05"), ("2025-12-30", "2026-01-12")])
    func draft(prepared: String, due: String) throws {
        #expect(try act.due("draft-prepared", prepared) == ["send-draft": due])
    }

    @Test(
        "The programme is approved within 10 working days (D-29)",
        arguments: [("2025-03-12", "2025-03-26"), ("2025-04-28", "2025-05-16"), ("2025-12-26", "2026-01-21")])
    func approval(applied: String, due: String) throws {
        #expect(try act.due("application-received", applied) == ["approve": due])
    }

    @Test("Reports by the 5th, the group's results within the quarter (D-30, D-31)")
    func periods() throws {
        #expect(try act.due("month-ended", "2025-12-31") == ["executors-reports": "2026-01-05"])
        #expect(try act.due("month-ended", "2025-02-28") == ["executors-reports": "2025-03-05"])
        #expect(try act.due("quarter-ended", "2025-03-31") == ["group-results": "2025-03-31"])
    }

    @Test(
        "Interim after three months, final two weeks before the end, the end as agreed (D-32…D-34, X-UGR-09)",
        arguments: [
            ("2025-03-12", "6", "2025-06-12", "2025-08-29", "2025-09-12"),
            ("2025-03-12", "4", "2025-06-12", "2025-06-28", "2025-07-12"),
            ("2025-11-30", "6", "2026-02-28", "2026-05-16", "2026-05-30"),
            ("2025-08-31", "6", "2025-11-30", "2026-02-14", "2026-02-28"),
            ("2025-03-12", "3", nil, "2025-05-29", "2025-06-12"), ("2025-03-12", "2", nil, "2025-04-28", "2025-05-12"),
        ] as [(String, String, String?, String, String)])
    func term(started: String, months: String, interim: String?, final: String, end: String) throws {
        let due = try act.due("accompaniment-started", started, ["months": months])
        #expect(due["interim"] == interim)
        #expect(due["final"] == final)
        #expect(due["end"] == end)
        #expect(due.count == (interim == nil ? 2 : 3))
    }

    @Test("An extension owes the final assessment again, two weeks before the new end (X-UGR-02)")
    func extended() throws {
        var entries = [("accompaniment", "2025-03-12", ["months": "6"]), ("final", "2025-08-28", ["conclusion": "continue"])]
        let first = try act.obligations("final", entries)
        #expect(first.map(\.due.date.iso) == ["2025-08-29"])
        #expect(first.map(\.fulfilledAt?.date.iso) == ["2025-08-28"])
        entries.append(("extension", "2025-09-05", ["months": "14"]))
        let second = try act.obligations("final", entries)
        #expect(second.map(\.due.date.iso) == ["2026-02-26"])
        #expect(second.map(\.fulfilledAt) == [nil])
        let longer = try act.obligations("final", entries, readings: ["X-UGR-02": "additional"])
        #expect(longer.map(\.due.date.iso) == ["2026-04-28"])
        entries.append(("final", "2026-02-20", ["conclusion": "finish"]))
        #expect(try act.obligations("final", entries).map(\.fulfilledAt?.date.iso) == ["2026-02-20"])
    }

    @Test("Without an agreed term the act's longest counts")
    func longest() throws {
        #expect(try act.due("accompaniment-started", "2025-03-12")["end"] == "2025-09-12")
    }

    @Test(
        "Only who is recognised as needing both service and accompaniment",
        arguments: [
            ([], ""), ([CitizenFlag.needsRecognised], ""), ([.accompanimentRecognised], ""),
            ([.needsRecognised, .accompanimentRecognised], "recognised"),
        ] as [([CitizenFlag], String)])
    func category(flags: [CitizenFlag], expected: String) throws {
        #expect(try act.category(.none, flags: flags) == expected)
        #expect(try act.category(born: "2020-01-01", .child, flags: flags) == expected)
    }

    @Test("Three printed grounds of termination, three results of a measure")
    func grounds() throws {
        #expect(act.pack.regulation.closingGrounds.compactMap(\.basis?.point) == ["4.9.4", "4.9.4", "4.9.4"])
        let measure = try #require(act.pack.regulation.entryKinds.first { $0.entry.id == "measure" })
        #expect(measure.fields.first { $0.entry.id == "result" }?.choices.count == 3)
    }

    @Test("Copies are owed to the citizen, the file and every organisation")
    func copies() throws {
        #expect(
            try act.due("program-approved", "2025-03-12", terms: ["copies": 2]) == [
                "copy-citizen": "2025-03-14", "copy-file": "2025-03-14", "copy-organisations": "2025-03-14",
            ])
    }

    @Test("Points as printed")
    func points() {
        let expected = [
            "send-draft": "4.1", "approve": "4.4", "executors-reports": "4.7", "group-results": "4.9.3", "interim": "5.5",
            "final": "5.6", "end": "5.1",
        ]
        for (rule, point) in expected { #expect(act.point(rule) == point, "\(rule)") }
    }
}
