import Casework
import CaseworkTestSupport
import Testing

@Suite("Rows of a register")
struct RegisterRowTests {
    /// A case that was called twice, agreed, met, surveyed and asked for a paper.
    private func desk() throws -> TestCase {
        var desk = try TestCase(receivedOn: "2025-03-05")
        try desk.callInVain(on: "2025-03-06")
        try desk.agree(on: "2025-03-07")
        try desk.on("2025-03-07", AgreeMeeting(at: "2025-03-10T10:00", agreedOn: "2025-03-07"))
        try desk.on("2025-03-10", SettleMeeting(status: .held))
        try desk.on("2025-03-10", RecordSurvey(on: "2025-03-10", needs: [Need(area: "medical", text: "Врач")]))
        try desk.on("2025-03-11", MarkRegistry(subject: "notification", on: "2025-03-11"))
        try desk.on(
            "2025-03-12",
            RecordEntry(
                kind: "request", on: "2025-03-12", at: "09:30",
                values: ["via": "smev", "sum": "1234.50", "copies": "2", "urgent": "yes", "papers": "passport,ipra"]))
        return desk
    }

    private let surroundings = RegisterSurroundings(
        regulation: .test, workers: ["ivanova": "Иванова М. П."], today: "2025-05-17")

    private func row(
        _ values: [RegisterValue], rows: RegisterRows = .cases, filter: RegisterFilter = RegisterFilter()
    ) throws -> [String]? {
        let file = try desk().file
        let columns = values.enumerated().map { RegisterColumn(id: "c\($0)", title: "", value: $1) }
        let register = RegisterDefinition(
            regulation: "irkutsk-414r", entry: PackEntry(id: "r", title: "Р", basis: nil), rows: rows, filter: filter,
            columns: columns)
        let entry = rows == .cases ? nil : file.entries.first?.id
        return register.row(of: file, entry: entry, number: 7, in: surroundings)?.cells.map { $0.text { "<\($0)>" } }
    }

    @Test(
        "Every kind of value is shown in its way",
        arguments: [
            (.fact(.number), "7"), (.fact(.caseNumber), "1"), (.fact(.name), "Соколова Анна Петровна"),
            (.fact(.born), "17.05.1980"), (.fact(.age), "45"), (.fact(.sex), "<sex.f>"), (.fact(.snils), "112-233-445 95"),
            (.fact(.address), "664000, г. Иркутск, ул. Ленина, д. 1"), (.fact(.received), "05.03.2025"),
            (.fact(.source), "Выписка из ИПРА"), (.fact(.sourceCode), "ipra"), (.fact(.patronymic), "Петровна"),
            (.fact(.category), "Инвалиды трудоспособного возраста"), (.fact(.stage), "Опрос"),
            (.fact(.status), "<status.group-2>"), (.fact(.firstTime), ""), (.fact(.closed), ""), (.fact(.open), "<yes>"),
            (.fact(.attempts), "2"), (.fact(.lastContact), "07.03.2025"), (.fact(.flags), ""),
            (.event(EventPattern(.contactAttempted), show: .date, which: .first), "06.03.2025"),
            (.event(EventPattern(.contactAttempted), show: .count, which: .last), "2"),
            (.event(EventPattern(.meetingHeld), show: .time, which: .last), "10:00"),
            (.event(EventPattern(.programDrafted), show: .yesNo, which: .last), "<no>"),
            (.event(EventPattern(.init(rawValue: "request-sent")), show: .date, which: .last), "12.03.2025"),
            (.mark("notification", show: .date), "11.03.2025"), (.mark("survey", show: .yesNo), "<no>"),
            (.program("ipss", field: .drafted, show: nil, which: .last), ""),
            (.entry("request", field: .date, show: nil, which: .last), "12.03.2025"),
            (.entry("request", field: .time, show: nil, which: .last), "09:30"),
            (.entry("request", field: .worker, show: nil, which: .last), "Иванова М. П."),
            (.entry("request", field: .field("via"), show: nil, which: .last), "СМЭВ"),
            (.entry("request", field: .field("sum"), show: nil, which: .last), "1234,50"),
            (.entry("request", field: .field("copies"), show: nil, which: .last), "2"),
            (.entry("request", field: .field("urgent"), show: nil, which: .last), "<yes>"),
            (.entry("request", field: .field("papers"), show: nil, which: .last), "Паспорт, ИПРА"),
            (.entry("request", field: .field("answered"), show: nil, which: .last), ""),
            (.entry("team", field: .date, show: .count, which: .last), "0"), (.constant("—"), "—"),
            (.own(.date), ""), (.first([.fact(.closed), .fact(.received)]), "05.03.2025"),
            (.all([.fact(.family), .fact(.closed), .fact(.born)], by: "; "), "Соколова; 17.05.1980"),
            (.words(of: .fact(.source), ["ipra": "БД"]), "БД"), (.words(of: .fact(.source), [:]), "Выписка из ИПРА"),
            (
                .words(
                    of: .event(EventPattern(.programDrafted), show: .yesNo, which: .last),
                    ["false": "отсутствует"]), "отсутствует"
            ),
        ] as [(RegisterValue, String)])
    func values(value: RegisterValue, expected: String) throws {
        #expect(try row([value]) == [expected])
    }

    @Test("A row that is an entry shows its own fields beside the case's")
    func ownEntry() throws {
        let values: [RegisterValue] = [.own(.date), .own(.field("via")), .own(.field("sum")), .fact(.family)]
        #expect(try row(values, rows: .entries("request")) == ["12.03.2025", "СМЭВ", "1234,50", "Соколова"])
        var filter = RegisterFilter()
        filter.with = ["papers": ["ipra"], "urgent": ["yes"]]
        #expect(try row(values, rows: .entries("request"), filter: filter) != nil)
        filter.with = ["via": ["other"]]
        #expect(try row(values, rows: .entries("request"), filter: filter) == nil)
    }

    @Test("Kinds are kept, so that tables write days as days")
    func kinds() throws {
        let file = try desk().file
        let register = RegisterDefinition(
            regulation: "irkutsk-414r", entry: PackEntry(id: "r", title: "", basis: nil),
            columns: [
                RegisterColumn(id: "a", title: "", value: .fact(.born)),
                RegisterColumn(id: "b", title: "", value: .entry("request", field: .field("sum"), show: nil, which: .last)),
                RegisterColumn(id: "c", title: "", value: .fact(.source)),
            ])
        let cells = register.row(of: file, number: 1, in: surroundings)?.cells
        #expect(cells == [.date("1980-05-17"), .money(Money(kopecks: 123_450)), .coded("ipra", title: "Выписка из ИПРА")])
    }

    private static func filter(_ change: (inout RegisterFilter) -> Void) -> RegisterFilter {
        var filter = RegisterFilter()
        change(&filter)
        return filter
    }

    private static let survey = EventPattern(.surveyRecorded)

    @Test(
        "A filter leaves out what it says",
        arguments: [
            (filter { $0.categories = ["working-age"] }, true), (filter { $0.categories = ["child"] }, false),
            (filter { $0.stages = ["meeting"] }, true), (filter { $0.stages = ["program"] }, false),
            (filter { $0.sources = ["ipra"] }, true), (filter { $0.sources = ["agency"] }, false),
            (filter { $0.isOpen = true }, true), (filter { $0.isOpen = false }, false),
            (filter { $0.programs = ["ipss"] }, false), (filter { $0.centres = ["nowhere"] }, false),
            (filter { $0.happened = [survey] }, true), (filter { $0.happened = [EventPattern(.programAgreed)] }, false),
            (filter { $0.happened = [EventPattern(.programAgreed), survey] }, true),
            (filter { $0.recorded = [.mark("notification"), .entry("request")] }, true),
            (filter { $0.recorded = [.mark("notification"), .mark("survey")] }, false),
            (filter { $0.missing = [.mark("notification"), .mark("survey")] }, true),
            (filter { $0.missing = [.mark("notification")] }, false), (filter { $0.missing = [.program("ipss")] }, true),
            // The mark of the 11th is not older than the survey of the 10th, but older than the request of the 12th.
            (
                filter {
                    $0.happened = [survey]
                    $0.missingSince = [.mark("notification")]
                }, false
            ),
            (
                filter {
                    $0.happened = [EventPattern(.init(rawValue: "request-sent"))]
                    $0.missingSince = [.mark("notification")]
                }, true
            ),
        ])
    func filters(filter: RegisterFilter, included: Bool) throws {
        #expect(try (row([.fact(.number)], filter: filter) != nil) == included)
    }

    @Test("A case under another act has no row")
    func otherAct() throws {
        let register = RegisterDefinition(
            regulation: "second-act", entry: PackEntry(id: "r", title: "", basis: nil), columns: [])
        #expect(try register.row(of: desk().file, number: 1, in: surroundings) == nil)
    }

    @Test("A row of the office's own journal asks nothing of a case")
    func office() {
        let register = RegisterDefinition(
            regulation: "irkutsk-414r", entry: PackEntry(id: "r", title: "", basis: nil), rows: .office("agreement"),
            columns: [RegisterValue.fact(.number), .own(.field("number")), .own(.field("until")), .fact(.name)].map {
                RegisterColumn(id: "c", title: "", value: $0)
            })
        let entry = OfficeEntry(
            id: .numbered(1), regulation: "irkutsk-414r", entryKind: "agreement", on: "2025-02-03",
            values: ["number": "12", "until": "2025-12-31"], worker: "ivanova")
        let row = register.row(of: entry, number: 3, in: surroundings)
        #expect(row?.cells == [.number(3), .text("12"), .date("2025-12-31"), .empty])
        #expect(row?.caseID == nil)
    }
}
