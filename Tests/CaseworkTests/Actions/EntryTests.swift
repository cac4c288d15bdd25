import Casework
import CaseworkTestSupport
import Testing

@Suite("Entries of the kinds an act declares")
struct EntryTests {
    @Test("A request is one event when sent and another when answered, on the same record")
    func request() throws {
        var desk = try TestCase()
        let sent = RecordEntry(kind: "request", on: "2025-03-05", at: CivilTime(hour: 9, minute: 30), values: ["via": "smev"])
        try desk.perform(sent)
        let entry = try #require(desk.file.entries.first)
        #expect(names(desk) == ["entry-recorded", "request-sent"])
        try desk.on(
            "2025-03-07",
            RecordEntry(
                kind: "request", entry: entry.id, on: "2025-03-05", at: entry.at,
                values: ["via": "smev", "answered": "2025-03-07"]))
        #expect(desk.file.entries.count == 1)
        #expect(names(desk) == ["entry-recorded", "request-answered", "request-sent"])
        let answered = try #require(desk.file.events(under: [.test]).first { $0.name.rawValue == "request-answered" })
        #expect(answered.recordID == entry.id)
        #expect(answered.at == "2025-03-07")
        #expect(answered.attributes == ["via": "smev", "regulation": "irkutsk-414r"])
        #expect(desk.file.events.allSatisfy { $0.name != .entryRecorded })
    }

    @Test("An event that needs a mark happens only with it")
    func onlyWhen() throws {
        for (papers, happens) in [("passport,ipra", false), ("consent,passport", true)] {
            var desk = try TestCase()
            try desk.perform(RecordEntry(kind: "request", on: "2025-03-05", values: ["via": "other", "papers": papers]))
            #expect(names(desk).contains("papers-complete") == happens)
        }
    }

    @Test("A kind that does not repeat is written anew")
    func once() throws {
        var desk = try TestCase()
        try desk.agree(on: "2025-03-06")
        try desk.on("2025-03-10", RecordSurvey(on: "2025-03-10", needs: [Need(area: "medical", text: "массаж")]))
        for members in ["психолог", "психолог, юрист"] {
            try desk.perform(RecordEntry(kind: "team", on: "2025-03-10", values: ["members": members]))
        }
        #expect(desk.file.entries.map { $0.values["members"] } == ["психолог, юрист"])
    }

    @Test(
        "Values are kept in one form, and what has no such form is refused",
        arguments: [
            ("sum", "1 234,5", "1234.50"), ("sum", "0", "0.00"), ("sum", "1.234", nil), ("sum", "-1", nil), ("copies", "07", "7"),
            ("copies", "-1", nil), ("copies", "2,5", nil), ("urgent", "yes", "yes"), ("urgent", "да", nil),
            ("papers", "consent, passport", "passport,consent"), ("papers", "passport,licence", nil),
            ("answered", "2025-02-29", nil),
            ("answered", "2025-02-28", "2025-02-28"), ("subject", "  о доходах ", "о доходах"),
        ] as [(String, String, String?)])
    func values(field: String, text: String, kept: String?) throws {
        let kind = EntryKind.request
        guard let kept else {
            #expect(throws: Refusal.self) { try kind.checked(["via": "smev", field: text], today: "2025-03-05") }
            return
        }
        #expect(try kind.checked(["via": "smev", field: text], today: "2025-03-05")[field] == kept)
    }

    @Test("What has happened cannot lie ahead; what is only planned may")
    func future() throws {
        #expect(throws: Refusal.self) {
            try EntryKind.request.checked(["via": "smev", "answered": "2025-03-06"], today: "2025-03-05")
        }
        #expect(
            try EntryKind.agreement.checked(["number": "1", "until": "2026-01-01"], today: "2025-03-05")["until"] == "2026-01-01")
    }

    @Test("The office's own journal takes its own kinds and the program's marks, and no case's")
    func office() throws {
        let context = try TestCase().context
        func record(_ kind: String, _ values: [String: String], on day: CivilDate = "2025-03-05") throws -> OfficeEntry {
            try OfficeRecord(kind: kind, regulation: "irkutsk-414r", on: day, values: values).decide(in: context)
        }
        #expect(try record("agreement", ["number": "12"]).values == ["number": "12"])
        #expect(
            try record(OwnEntryKind.dutyDone, ["rule": "irkutsk-414r.monthly", "period": "2025-02"]).entryKind == "duty-done")
        #expect(throws: Refusal.self) { try record("request", ["via": "smev"]) }
        #expect(throws: Refusal.self) { try record("agreement", ["number": "12"], on: "2025-03-06") }
        #expect(throws: Refusal.self) {
            try OfficeRecord(kind: "agreement", regulation: "atlantis", on: "2025-03-05", values: [:]).decide(in: context)
        }
    }

    private func names(_ desk: TestCase) -> [String] {
        let own = Set(desk.file.entries.map(\.id))
        return desk.file.events(under: [.test]).filter { own.contains($0.recordID) }.map(\.name.rawValue).sorted()
    }
}
