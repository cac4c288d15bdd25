import Casework
import CaseworkTestSupport
import Testing

@Suite("The case file")
struct CaseFileTests {
    private let caseID = RecordID.numbered(100)

    private func empty() throws -> CaseFile {
        CaseFile(
            header: CaseHeader(
                id: caseID, number: 1, citizenID: .numbered(1), regulations: [Regulation.test.id], stage: "identified",
                openedOn: "2025-03-05"),
            citizen: .test())
    }

    private func attempt(_ id: UInt64, _ moment: CivilDateTime, _ outcome: ContactOutcome = .noAnswer) -> ContactAttempt {
        ContactAttempt(
            id: .numbered(id), caseID: caseID, on: moment.date, at: moment.time, method: .phone, outcome: outcome,
            worker: "ivanova")
    }

    @Test("Attempts stand by day and time, those without a time at the end of their day, equal ones in the order made")
    func attemptsInOrder() throws {
        var file = try empty()
        let moments: [(UInt64, CivilDateTime)] = [
            (1, "2025-03-10T15:00"), (2, "2025-03-10"), (3, "2025-03-10T09:00"), (4, "2025-03-09"), (5, "2025-03-11T08:00"),
            (6, "2025-03-10T15:00"), (7, "2025-03-10"),
        ]
        for (id, moment) in moments { file.apply(attempt(id, moment)) }
        #expect(file.attempts.map(\.id) == [4, 3, 1, 6, 2, 7, 5].map(RecordID.numbered))
    }

    @Test("The file is the same in whatever order its records are applied, and when they are applied twice")
    func orderOfApplyingDoesNotMatter() throws {
        var desk = try fullCase()
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<50 {
            var file = CaseFile(header: desk.file.header, citizen: desk.file.citizen)
            let records = desk.file.records.shuffled(using: &generator)
            for record in records + records.prefix(5) { file.apply(record) }
            #expect(file == desk.file)
        }
        // A change of an earlier record leaves it in its place.
        let first = try #require(desk.file.programs.first)
        desk.file.apply(first)
        #expect(desk.file.programs.map(\.ordinal) == [1, 2])
    }

    @Test("A record with a known identifier replaces the one before it, and moves when its day changed")
    func replacing() throws {
        var file = try empty()
        file.apply(attempt(1, "2025-03-10"))
        file.apply(attempt(2, "2025-03-11"))
        file.apply(attempt(1, "2025-03-12", .agreed))
        #expect(file.attempts.map(\.id) == [2, 1].map(RecordID.numbered))
        #expect(file.attempts.last?.outcome == .agreed)
    }

    @Test("The last successful contact and the number of attempts leave out «не пытались» and a returned letter")
    func contactFacts() throws {
        var file = try empty()
        #expect(file.lastContact == nil)
        #expect(file.attemptCount == 0)
        for (index, outcome) in ContactOutcome.allCases.enumerated() {
            file.apply(attempt(UInt64(index + 1), CivilDateTime(("2025-03-10" as CivilDate).adding(days: index)), outcome))
        }
        #expect(file.attemptCount == ContactOutcome.allCases.count - 2)
        #expect(file.lastContact?.outcome == .agreed)
        #expect(ContactOutcome.allCases.filter(\.isContact) == [.reached, .cannotCome, .refused, .agreed])
    }

    @Test("The last word on accompaniment is the latest by day, and personal data are another matter")
    func lastWord() throws {
        var file = try empty()
        func consent(_ id: UInt64, _ day: CivilDate, _ isGiven: Bool, to: ConsentKind = .accompaniment) -> Consent {
            Consent(id: .numbered(id), caseID: caseID, to: to, isGiven: isGiven, on: day)
        }
        #expect(!file.isRefused)
        file.apply(consent(1, "2025-03-10", true))
        file.apply(consent(2, "2025-03-08", false))
        #expect(file.accompanimentConsent?.isGiven == true)
        file.apply(consent(3, "2025-03-10", false))
        #expect(file.isRefused)
        file.apply(consent(4, "2025-03-11", true, to: .personalData))
        #expect(file.isRefused)
    }
}

/// A case with a record of every kind, two programmes among them.
func fullCase() throws -> TestCase {
    var desk = try TestCase()
    try desk.on("2025-03-06", AssignCurator(curator: "ivanova"))
    try desk.on("2025-03-06", LogContactAttempt(method: .phone, outcome: .noAnswer, at: "2025-03-06T10:00"))
    try desk.agree(on: "2025-03-07")
    try desk.on("2025-03-07", AgreeMeeting(at: "2025-03-11T10:00"))
    try desk.on("2025-03-07", MarkRegistry(subject: "notification", on: "2025-03-07"))
    try desk.on("2025-03-11", RecordSurvey(on: "2025-03-11", needs: [Need(area: "medical", text: "Запись к врачу")]))
    let measure = Measure(area: "medical", title: "Запись к врачу", volume: "1", periodicity: "разово", duration: "месяц")
    for day in ["2025-03-12", "2025-03-20"] as [CivilDate] {
        try desk.on(day, DraftProgram(kind: "ipss", on: day, measures: [measure]))
        try desk.on(day, AgreeProgram(kind: "ipss", on: day))
    }
    try desk.on("2025-03-20", DecideObligation(rule: "irkutsk-414r.mark-survey", decision: .waived, reason: "сбой системы"))
    desk.file.apply(Representative(id: .numbered(500), caseID: desk.file.header.id, name: "Соколова Мария"))
    desk.file.apply(Representative(id: .numbered(501), caseID: desk.file.header.id, name: "Соколов Петр", relation: "отец"))
    return desk
}
